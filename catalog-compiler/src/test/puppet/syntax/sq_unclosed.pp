$x = 'abc
 def