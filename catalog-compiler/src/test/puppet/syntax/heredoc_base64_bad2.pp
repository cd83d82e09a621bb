$x = @(END:base64)
  aGVs!!8=
  | END
