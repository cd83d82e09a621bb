$a.foo
$a.foo()
$a.foo(1, 2)
$a.foo |$x| { $x }
$a.foo(1) |$x| { $x }
$a.foo.bar(1).baz