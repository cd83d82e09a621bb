$x = @(END:json)
  {"a": nope}
  | END
