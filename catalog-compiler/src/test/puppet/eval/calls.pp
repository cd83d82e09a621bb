nosuch(1)
---
'x'.nosuch
---
function f($a) { $a }
f()
---
function f($a) { $a }
f(1, 2)
---
function f(Integer $a) { $a }
f('x')
---
function f(Integer $a, String $b = 'd') { "${a}${b}" }
"${f(1)} ${f(1, 'e')}"
---
function f($a, $b = $a + 1) { "${a} ${b}" }
f(1)
---
function f($a = $b, $b = 1) { "${a} ${b}" }
f()
---
function f($a, *$rest) { $rest }
f(1, 2, 3)
---
function f($a, *$rest) { $rest }
f(1)
---
function f($a, Integer *$rest) { $rest }
f(1, 2, 'x')
---
function f($a, Array[Integer, 1, 2] *$rest) { $rest }
f(1, 2, 3, 4)
---
function f($a, Array[Integer, 1, 2] *$rest) { $rest }
f(1)
---
function f($a, *$rest = [7, 8]) { $rest }
f(1)
---
function f(Integer $a) >> String { $a }
f(1)
---
function f(Integer $a) >> Integer { $a }
f(1)
---
function f($a) { $a }
f(1) |$x| { 2 }
---
function f(Integer $n) { if $n <= 0 { 0 } else { $n + f($n - 1) } }
f(50)
---
function a::b($x) { "ab${x}" }
a::b(1)
---
function a::b($x) { "ab${x}" }
'z'.a::b
---
$top = 5
function f() { "${top}" }
f()
---
Foo('x')
---
type MyInt = Integer[0, 10]
5 =~ MyInt
---
type MyInt = Integer[0, 10]
function f(MyInt $x) { $x }
f(11)
---
type Tree = Variant[Integer, Array[Tree]]
[1, [2, [3]]] =~ Tree
---
type A = Array[B]
type B = Enum['x', 'y']
['x'] =~ A
---
Nosuch
---
Nosuch['x']
---
Integer[1, 'x']
---
Array[1, 2, 3, 4]
---
File
---
File['/x']
---
File['/x', '/y']
---
Resource['file', '/x']
---
Resource[File]
---
Resource[File, 'a', 'b']
---
Resource[5]
---
File[5]
---
File[undef]
---
Class['Foo::Bar']
---
Class['foo', 'bar']
---
Class[5]
---
File['/nope']['mode']
---
Class['nope']['x']
---
site
---
Integer[1, 5][2]
---
String[1, 2, 3]
---
Enum['a', 'b']
---
Struct[{ 'a' => Integer, Optional['b'] => String }]
---
Variant[Integer, String]
---
Optional['x']
---
Type[Integer]
---
Pattern[/a/, 'b']
---
Tuple[Integer, String, 1, 3]
---
Callable[Integer, String]
---
Hash[String, Integer, 1, 2]
---
Boolean[true]
---
Regexp['a.b']
---
Sensitive[String]
---
Timespan['0-00:00:01', '0-00:00:05']
