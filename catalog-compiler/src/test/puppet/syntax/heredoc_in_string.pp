$x = "a ${@(B)} c"
  text
  | B
$y = 1