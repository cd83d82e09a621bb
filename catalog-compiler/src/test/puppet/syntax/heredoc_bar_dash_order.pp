$x = @(A)
  a
  -| A
