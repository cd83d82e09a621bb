$x = @("END")
  a $b ${c} ${d[1]} x
  | END
$y = 1