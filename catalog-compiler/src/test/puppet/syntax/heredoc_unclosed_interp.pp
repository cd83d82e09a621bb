$x = @("A")
  a ${b
  | A
