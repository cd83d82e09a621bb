$x = @(END)
  a
  - END
