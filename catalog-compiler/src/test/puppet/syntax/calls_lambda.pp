foo() |$x| { $x }
foo(1) |Integer $x, String[1] *$y| >> Array[String] { $x }
foo() || { }