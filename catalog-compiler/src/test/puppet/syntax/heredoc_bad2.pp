$x = @()
 a
| END