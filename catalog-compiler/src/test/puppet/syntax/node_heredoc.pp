node @(A) { }
foo
|- A
