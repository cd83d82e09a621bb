define d($x = next(3)) { notify { "d ${x}": } }
d { 'x': }
