$a.foo
(1)