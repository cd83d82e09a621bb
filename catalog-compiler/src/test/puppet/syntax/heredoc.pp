$x = @(END)
  a $b ${c} \n
  d
  | END
$y = 1