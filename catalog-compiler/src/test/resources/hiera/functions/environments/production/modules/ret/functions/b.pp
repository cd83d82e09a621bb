function ret::b($o, $c) >> Hash[String,Integer] { {"ret::k"=>"x"} }
