# A reference that was a parameter's value has no quotes in its text.
class m($x = File['/a'], $y = [Class['m']], $z = {'k' => File['/b']}) {
  $own = File['/c']
  notify { 'text': message => "${x} ${y} ${z} ${own}" }
}
include m
