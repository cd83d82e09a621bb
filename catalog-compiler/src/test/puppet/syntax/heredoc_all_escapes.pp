$x = @("END"/)
  a\tb\
  c
  | END
