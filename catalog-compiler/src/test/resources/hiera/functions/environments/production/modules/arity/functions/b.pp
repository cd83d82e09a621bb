function arity::b($o) { {} }
