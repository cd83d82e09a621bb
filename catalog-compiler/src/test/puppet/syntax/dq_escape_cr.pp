$x = "a\
b"