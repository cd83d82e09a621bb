define d { notify { "in ${title}": } }
d { 'a': tag => ['t1', 't2'], noop => true, audit => 'all', schedule => 'never' }
class c { d { 'in class': loglevel => 'debug' } }
class { 'c': noop => true, tag => 'ctag' }
