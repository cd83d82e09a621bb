type F = Integer
define f() { }
f { 'x': }
