define d() { }
define d($x) { }
