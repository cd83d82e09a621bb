# what a deferred value returns is checked by what its function declares
function number(String $a) >> Integer { 1 }
function unsaid($a, $b = 1) { $a }
class c(Integer $n, String $s, Sensitive[String] $t, Integer[5] $five, Optional[String] $o = Deferred('upcase', ['x'])) { }
class { c:
  n    => Deferred('number', ['a']),
  s    => Deferred('upcase', ['a']),
  t    => Deferred('unsaid', ['a']),
  five => Deferred('number', ['b']),
}
define d(String $p, Array[Integer] $q) { }
d { 'x': p => Deferred('sprintf', ['%s', 1]), q => Deferred('unsaid', [[1]]) }
