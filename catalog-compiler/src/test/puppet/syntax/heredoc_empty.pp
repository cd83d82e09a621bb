$x = @(END)
| END
