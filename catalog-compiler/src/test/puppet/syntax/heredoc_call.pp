$x = @(A).foo(1)
  a
  | A
$y = 1