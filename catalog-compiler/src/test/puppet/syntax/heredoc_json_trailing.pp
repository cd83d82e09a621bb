$x = @(END:json)
  {} x
  | END
