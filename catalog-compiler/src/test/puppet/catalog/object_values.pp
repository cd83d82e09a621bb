type Vehicle = Object[{attributes => {reg => String, wheels => {type => Integer, value => 4}}}]
type Car = Object[{parent => Vehicle, attributes => {doors => {type => Integer, value => 2}, color => String}}]
type Foo = Object[{type_parameters => {p => Integer}, attributes => {p => Integer}}]
notify { 'defaults': message => Car('abc', 'red') }
notify { 'up to the last': message => Car('abc', 'red', 4, 3) }
notify { 'type': message => Car }
notify { 'parameterized': message => [Foo(1), Foo[1]] }
notify { 'as key': message => {Car('a', 'b') => 1} }
notify { 'constants': message => Object[{name => 'C', constants => {c => 1}, functions => {f => Callable[String]}}] }
