$x = @(END)
 a
 b