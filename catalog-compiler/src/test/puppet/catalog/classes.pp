class base($greeting = 'hello', $who = "${greeting} world") { notify { $who: } }
class derived inherits base { $local = $base::greeting notify { "derived ${greeting} ${local}": } }
class params(String $required, Integer $number = 5, $undefined = undef) { notify { "params ${required} ${number}": } }
include derived
class { 'params': required => 'given', undefined => undef }
notify { "title ${title} name ${name} ${base::who}": }
