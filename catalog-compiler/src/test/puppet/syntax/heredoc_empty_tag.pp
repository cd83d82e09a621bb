$x = @( )
 a
| END