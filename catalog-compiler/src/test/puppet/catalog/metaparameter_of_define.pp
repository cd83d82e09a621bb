define d($tag) { notify { 'x': } }
d { 'a': tag => 'x' }
