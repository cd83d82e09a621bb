define f() { }
type F = Integer
