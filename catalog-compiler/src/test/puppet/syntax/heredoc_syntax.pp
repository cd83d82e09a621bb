$x = @(END:json)
  {"a": [1, 2.5, "x", null, true]}
  | END
