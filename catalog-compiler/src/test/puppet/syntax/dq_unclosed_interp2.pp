$x = "abc${foo} def
 $y