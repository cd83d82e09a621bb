$x = @(END:pp)
  1
 2
 3
  | END
