foo(@(A), @(A))
  a
  | A
  b
  | A
$y = )