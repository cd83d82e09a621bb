$x = @(END:x+json)
  [1, {"a": 2, nope}]
  | END
