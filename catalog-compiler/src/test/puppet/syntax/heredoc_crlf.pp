$x = @(END)
  a
  |- END
$y = 1