$x = @(END/L)
  a\
  b
  |- END
