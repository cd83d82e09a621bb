define d {
  if true { break() }
}
d { 'x': }
