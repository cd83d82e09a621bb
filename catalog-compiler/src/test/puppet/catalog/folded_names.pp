# Classes, defines and functions are known by their names in lower case.
class myWay($a = 1) { notify { 'class': message => "${myWay::a} ${myway::a} ${title}" } }
class childOf inherits myWay { notify { 'child': message => tagged('myway') } }
define myDef($b = 2) { notify { "define ${title}": message => $b } }
function myFn($x) { $x + 1 }
include myWay
class { 'childof': }
myDef { 'x': b => myfn(2) }
mydef { 'y': }
Mydef['x'] -> Notify['class']
