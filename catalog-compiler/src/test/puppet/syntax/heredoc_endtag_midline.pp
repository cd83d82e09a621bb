$x = @(END)
this is the END
