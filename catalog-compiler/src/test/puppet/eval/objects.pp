type Car = Object[{attributes => {reg => String, age => {type => Integer, value => 3}, owner => Optional[String]}}]
$c = Car('abc')
notice($c, $c.reg, $c.age, $c.owner, $c =~ Car, $c =~ Object, $c == Car({reg => 'abc', age => 3}), $c == Car('ABC'))
notice(Car('x', 4, 'y'), type($c), Car)
---
type Car = Object[{attributes => {reg => String, age => {type => Integer, value => 3}}}]
Car()
---
type Car = Object[{attributes => {reg => String, age => {type => Integer, value => 3}}}]
Car({reg => 'a', color => 'x'})
---
type Car = Object[{attributes => {reg => String}}]
Car('x').reg(1)
---
type Car = Object[{attributes => {reg => String, age => {type => Integer, kind => derived}}}]
notice(Car('x'))
Car('x').age
---
type Car = Object[{attributes => {reg => String, age => {type => Optional[Integer], kind => given_or_derived}}}]
Car('x')
---
type Car = Object[{constants => {wheels => 4}, attributes => {reg => String, mode => {type => Enum[a, b], kind => constant, value => a}}}]
notice(Car('x'), Car('x').wheels, Car('x').mode, Car)
---
type Car = Object[{attributes => {reg => String}, functions => {go => Variant[Callable[Integer], Callable[String, String]]}}]
Car('x').go('a')
---
type Car = Object[{attributes => {reg => String}, functions => {go => Callable[Integer]}}]
Car('x').go(1)
---
type Vehicle = Object[{attributes => {reg => String, wheels => {type => Integer, value => 4}}}]
type Car = Object[{parent => Vehicle, attributes => {doors => {type => Integer, value => 2}, color => String}}]
notice(Car('abc', 'red'), Car('abc', 'red') =~ Vehicle, Car('a', 'b', 5).wheels, Car < Vehicle, Car)
---
type A = Object[{attributes => {x => {type => Scalar, value => 1}}}]
type B = Object[{parent => A, attributes => {x => {type => Integer, override => true, value => 2}}}]
notice(B(), B().x, A().x, B(7))
---
type A = Object[{attributes => {x => Scalar}}]
type B = Object[{parent => A, attributes => {x => Integer}}]
notice(B)
---
type A = Object[{attributes => {x => {type => Scalar, final => true}}}]
type B = Object[{parent => A, attributes => {x => {type => Integer, override => true}}}]
notice(B)
---
type B = Object[{attributes => {x => {type => String, override => true}}}]
notice(B)
---
type A = Object[{attributes => {x => Integer}}]
type B = Object[{parent => A, functions => {x => Callable}}]
notice(B)
---
type A = Object[{attributes => {x => Integer, y => Integer}, equality => [x]}]
notice(A(1, 2) == A(1, 3), A(1, 2) == A(2, 2), unique([A(1, 2), A(1, 3), A(2, 2)]), A)
---
type A = Object[{attributes => {x => Integer}, equality_include_type => false}]
type B = Object[{parent => A, attributes => {y => Integer}}]
notice(A(1) == A(1), A(1) == B(1, 2), B(1, 2) == A(1))
---
type A = Object[{attributes => {f => Integer}, equality => f, equality_include_type => false}]
notice(A)
---
type A = Object[{attributes => {f => Integer}}]
type B = Object[{parent => A, attributes => {g => Integer}, equality => [f, g]}]
notice(B)
---
type A = Object[{constants => {c => 1}, equality => c}]
notice(A)
---
type A = Object[{attributes => {f => Integer}, constants => {f => 1}}]
notice(A)
---
type A = Object[{attributes => {f => {type => Integer, kind => constant}}}]
notice(A)
---
type A = Object[{parent => B}]
type B = Object[{parent => A}]
notice(A)
---
type A = Object[{parent => Nope}]
notice(A)
---
type A = Object[{attribute => {x => Integer}}]
notice(A)
---
type Foo = Object[{type_parameters => {p1 => Integer, p2 => String}, attributes => {p1 => Integer, p2 => String}}]
$f = Foo(1, 'b')
notice(Foo[1], Foo[{p2 => 'x'}], $f, type($f), $f =~ Foo[1], $f =~ Foo[2])
Foo['x']
---
type An = Object[{parent => Annotation, attributes => {id => String}}]
type A = Object[{attributes => {x => Integer}, annotations => {An => {id => 'z'}}}]
notice(A)
---
type A = Object[{attributes => {x => Any, next => {type => Any, value => undef}}}]
notice(A({}), A(1, 2))
A()
---
$d = Deferred('upcase', ['a'])
notice($d, "${d}", $d.name, $d.arguments, $d.call)
Deferred('no::such').call
---
notice(Error('m', 'k').message, Error('m', 'k') =~ Error['k'], Integer =~ Object)
---
type Set = TypeSet[{pcore_version => '1.0.0', version => '1.0.0', types => {Cars => Array[Car], Car => {attributes => {reg => String}}}}]
notice(Set)
---
type Set = TypeSet[{pcore_version => '2.0.0', types => {Car => Integer}}]
notice(Set)
---
type Set = TypeSet[{pcore_version => '1.0.0', types => {car => Integer}}]
notice(Set)
---
type Set = TypeSet[{pcore_version => '1.0.0', types => {Car => Integer}, references => {C => {name => 'Cars', version_range => '1.x'}}}]
notice(Set)
---
type Cars = TypeSet[{pcore_version => '1.0.0', version => '1.2.3', types => {Car => Integer}}]
type Set = TypeSet[{pcore_version => '1.0.0', types => {Car => Integer}, references => {C => {name => 'Cars', version_range => '2.x'}}}]
notice(Set)
---
notice(Data > Array[Data], Init[String].new([128, '%x']), Type.new('File[a]'))
Type.new('Integer[1 + 1]')
---
notice(1 =~ Init[String, 23])
---
type Port = Integer[1024, 65537]
notice(assert_type('Array[Port]', [8000]))
assert_type('Port', 80)
---
notice(Timespan({days => 3}) - 7300.123, inline_epp("<%|\$x = 'a', \$y|%><%= \$y %>", {y => 1}))
