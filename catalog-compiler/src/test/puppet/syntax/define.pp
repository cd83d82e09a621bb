define a { }
define a::b ($c, $d = $title) { notify { $name: } }