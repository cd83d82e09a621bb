function a() { 1 }
function a::b(Integer $x, *$y) >> Array[Integer] { $x }
function c { }