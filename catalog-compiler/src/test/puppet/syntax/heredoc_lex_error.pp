$x = @("A")
  a
  b ${A::b} d
  | A
