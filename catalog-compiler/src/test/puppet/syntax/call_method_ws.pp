$a
  .foo
  .bar