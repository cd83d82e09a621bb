foo
(1)