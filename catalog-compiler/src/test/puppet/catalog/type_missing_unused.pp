class foo(Nope $x) { }
notify { 'a': }
