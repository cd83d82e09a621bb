function number(String $a) >> Integer { 1 }
class c(Integer $n) { }
class { c: n => Deferred('number', [1, undef, { 'a' => ['b', "\n"] }]) }
