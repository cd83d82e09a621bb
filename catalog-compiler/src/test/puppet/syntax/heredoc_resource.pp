file { 'a':
  content => @(A),
    text
    | A
  mode => '1',
}
$x = )