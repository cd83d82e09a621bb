$x = @("END":json)
  {"a": $b}
  | END
