function type::b(Integer $o, $c) { {} }
