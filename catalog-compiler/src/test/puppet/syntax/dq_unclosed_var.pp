$x = "abc $foo def
