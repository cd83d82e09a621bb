if true { 1 }
---
if false { 1 }
---
if '' { 1 } else { 2 }
---
unless undef { 1 } else { 2 }
---
if false { 1 } elsif 5 { 2 } else { 3 }
---
case 'abc' { 'x': { 1 } /b(.)/: { $1 } default: { 3 } }
---
case 'abc' { default: { 1 } 'ABC': { 2 } }
---
case 5 { Integer[1, 3]: { 'low' } Integer[4, 9]: { 'mid' } default: { 'none' } }
---
case 5 { '5': { 1 } }
---
case [1, 'abc'] { [1, /b/]: { "m $0" } default: { 'd' } }
---
case { 'a' => 1, 'b' => 2 } { { 'a' => 1 }: { 'part' } default: { 'd' } }
---
case [1, 2] { [1, default]: { 'any' } }
---
case 3 { *[1, 2, 3]: { 'unfolded' } }
---
case undef { undef: { 'u' } default: { 'd' } }
---
case 'a' { 'b': { 1 } }
---
case 'x' { 'a', 'x': { 'second' } }
---
'a' ? { 'A' => 1, default => 2 }
---
'abc' ? { /(b)/ => $1, default => 2 }
---
'q' ? { 'a' => 1 }
---
[1, 'x'] ? { [2] => 1 }
---
{ 'k' => undef } ? { 5 => 1 }
---
5 ? { (5) => 'paren', default => 0 }
---
5 ? { *[4, 5] => 'unfold', default => 0 }
---
SemVer('1.2.3') ? { '1.2.3' => 'string', default => 'no' }
---
'1.2.3' ? { SemVer('1.2.3') => 'semver', default => 'no' }
---
'1.2.3' ? { SemVerRange('>=1.0.0') => 'range', default => 'no' }
---
$x = 1
if true { $y = 2 }
"${x}${y}"
---
if true { $x = 1 }
$x = 2
---
$x = 1
$x = 2
---
$facts = 1
---
$trusted = 1
---
$server_facts = 1
---
[$a, $b] = [1, 2]
"${a} ${b}"
---
[$a, [$b, $c]] = [1, [2, 3]]
"${a} ${b} ${c}"
---
[$a, $b] = [1]
---
[$a] = 5
$a
---
[$a, $b] = { 'b' => 2, 'a' => 1 }
"${a} ${b}"
---
[$a, $z] = { 'a' => 1 }
---
[$a, $a] = [1, 2]
---
[$a, $b] = Class['nope']
---
$a = $b = 5
"${a}${b}"
---
$a = [1, 2].map |$x| { $y = $x * 2; $y }
$a
---
$x = 5
$a = [1].map |$x| { $x }
"${x} ${a}"
---
[1].each |$x| { $inner = 5 }
$inner
---
$nope
---
$::nope
---
$foo::bar
---
"${nope}x"
---
$module_name
---
$caller_module_name
---
$1
---
$facts['os']['family']
---
$n
---
$::n
---
$facts['nope']['x']
---
$trusted['authenticated']
---
break()
---
next()
---
return()
---
[1, 2, 3].map |$x| { if $x == 2 { next('two') } $x }
---
[1, 2, 3].map |$x| { if $x == 2 { break() } $x }
---
[1, 2, 3].each |$x| { if $x == 2 { return(5) } }
---
function f($x) { return($x + 1); 9 }
f(1)
---
function f($x) { [1, 2, 3].each |$y| { if $y == $x { return("found ${y}") } } 'none' }
"${f(2)} ${f(7)}"
---
function f($x) { next($x) }
f(3)
---
function f($x) { break() }
[1, 2].map |$y| { f($y) }
---
with(1) |$x| { next($x + 1) }
---
with(1) |$x| { return($x + 1) }
