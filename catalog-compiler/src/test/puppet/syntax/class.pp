class a { }
class b ($c, $d = 1, String $e = 'x', Optional[Array[String[1]]] $f = undef) inherits a::params { $x = 1 notify { 'a': } }
class c::d inherits default { }