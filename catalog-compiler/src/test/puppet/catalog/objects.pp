type Car = Object[{ attributes => { 'reg' => String, 'doors' => { type => Integer, value => 4 } } }]
$c = Car('ABC', 2)
$d = Car({ 'reg' => 'X' })
notify { 'c': message => [$c.reg, $c.doors, $d.doors, $c == Car('ABC', 2), $c =~ Car] }
notify { 'obj': message => $c }
notify { 'text': message => "${c} ${d}" }
