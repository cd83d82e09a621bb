nosuch(1)
---
'x'.nosuch
---
::notice('x')
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
function f(Integer $a) >> String { return($a) }
f(1)
---
function f(Integer $a) >> String { next($a) }
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
[1].map |$x| {
  function_missing($x)
}
---
notice('a', 1, [2])
---
notice()
---
[1, 2].map |$x| { $x + 1 }
---
[1, 2].map |$i, $x| { "${i}=${x}" }
---
{ 'a' => 1 }.map |$k, $v| { "${k}=${v}" }
---
{ 'a' => 1 }.map |$e| { $e }
---
[1, 2].map |Integer $x| { $x }
---
[1, 'x'].map |Integer $x| { $x }
---
[1].map |$a, $b, $c| { $a }
---
[[1, 2]].each |$a, $b| { notice("${a} ${b}") }
---
with(1, 2) |$a, $b = 5, $c = 6| { "${a}${b}${c}" }
---
with(1, 2, 3) |$a, *$b| { $b }
---
with(1) |String $a| { $a }
---
with(1) |$a, $b| { $a }
---
with(1) |$a| >> String { $a }
---
with([1, 2]) |Array[Integer] $a| { $a }
---
with(*[1, 2]) |$a, $b| { $a + $b }
---
$a = [1, 2]
[3, *$a].map |$x| { $x }
---
Integer('5')
---
Integer('0x1F', 16)
---
Integer('x')
---
String(5, '%05d')
---
Array[Integer](['1'])
---
Foo('x')
---
[1, 2, 3].filter |$x| { $x > 1 }.map |$x| { $x * 2 }
---
[1, 2, 3].reduce |$m, $x| { $m + $x }
---
$f = 5
$f.with |$x| { $x }
---
fail('boom')
---
[1].each |$x| {
  fail("boom ${x}")
}
---
function g() { fail('inner') }
function f() { g() }
f()
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
Class['a b']
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
