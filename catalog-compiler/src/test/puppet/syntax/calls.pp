foo()
foo(1)
foo(1, 2,)
foo(a => 1, b => 2, 3, c => 4)
foo |$x| { }