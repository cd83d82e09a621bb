$x = @("END"/tn$)
  a\tb\n\$c \s
  | END
