case $a {
  1: { a() }
  2, 'x', /y/: { b() c() }
  default: { }
}