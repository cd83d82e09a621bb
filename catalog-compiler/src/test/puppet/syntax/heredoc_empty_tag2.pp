$x = @("")
 a
| END