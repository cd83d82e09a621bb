notify { 'a': message => 'x' }
---
notify { ['a', 'b']: }
---
notify { []: }
---
notify { undef: }
---
notify { ['a', undef]: }
---
notify { ['a', 5]: }
---
notify { '': }
---
notify { 'a': ; 'a': }
---
notify { ['a', 'a']: }
---
notify { 'a': message => 'x', message => 'y' }
---
notify { 'a': message => 'x', * => { 'message' => 'y' } }
---
notify { 'a': * => 5 }
---
notify { 'a': * => { 'message' => 'y' } }
---
notify { default: message => 'd'; 'a': ; 'b': message => 'own' }
---
notify { [default, 'a']: message => 'd' }
---
notify { 'a': message => 1 + 'x' }
---
notify { 'a': message => [1].reverse_each }
---
notify { 'a': message => nosuch() }
---
$t = 'notify'
Resource[$t] { 'a': }
---
Notify { message => 'd' }
---
Notify['a'] { message => 'x' }
notify { 'a': }
---
'x' -> Notify['a']
---
5 -> Notify['a']
---
notify { 'a': } -> notify { 'b': } ~> notify { 'c': }
---
[] -> Notify['b']
---
notify { 'a': }
notify { 'b': }
Notify['a'] -> [Notify['b'], Notify['b']]
---
notify { 'a': }
[Notify['a']] -> []
---
Integer { 'a': }
---
Class['x'] { 'a': }
---
Notify['x'] { 'a': }
---
Integer { x => 1 }
---
Class['a'] { x => 1 }
---
$x = notify { 'a': }
"${x}"
---
file { '/a': mode => '0644' }
File['/a']['mode']
---
file { '/a': mode => '0644' }
File['/a']['owner', 'mode']
---
file { '/a': }
File['/a']['nosuch']
---
file { '/a': }
File['/a'][5]
