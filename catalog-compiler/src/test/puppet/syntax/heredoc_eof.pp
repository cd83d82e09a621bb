$x = @(END)
a
| END