type A = B
type A::B = Optional[C[1, 2]]
type C = Struct[{a => B, Optional[c] => D}]
type D = { a => 1 }
type E = F { b => 1 }
type G = Object { c => 1 }
type H = Variant[A,B,]