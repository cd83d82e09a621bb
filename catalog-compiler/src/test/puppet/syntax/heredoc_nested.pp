$x = @("A")
  a ${@("B")} c
    b $d
    | B
  e
  | A
$y = )