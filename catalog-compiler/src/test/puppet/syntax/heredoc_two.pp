foo(@(A), @("B"))
  a
  | A
  b $c
  |- B
$y = 2