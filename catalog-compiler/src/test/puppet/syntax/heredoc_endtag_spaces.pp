$x = @( END OF IT )
a
  | END OF IT  
