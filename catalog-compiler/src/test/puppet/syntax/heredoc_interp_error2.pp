$x = @("A")
  a
  b ${b + } d
  | A
