$1 = 2
$a::b = 3
4 = 5
class a { 1 }
node b inherits c { }