class c(Integer $a, Array[String] $b) { }
class { 'c': a => 'x', b => [1] }
