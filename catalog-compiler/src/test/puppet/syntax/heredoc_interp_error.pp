$x = @("A")
  a ${b c} d
  | A
