$x = @(END
 a