function number(String $a) >> Integer { 1 }
class c(String $n, Hash $h, Variant[Float, Boolean] $v) { }
class { c: n => Deferred('number', ['a']), h => Deferred('inline_epp', ['a']), v => Deferred('notice', [1]) }
