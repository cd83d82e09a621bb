$x = @(END:/)
 a
| END