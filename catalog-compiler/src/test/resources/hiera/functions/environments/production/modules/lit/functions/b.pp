function lit::b($o, $c) { {"lit::k"=>Sensitive("x"), "lit::d"=>default} }
