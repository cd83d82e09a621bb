define d { }
class c { }
notify { 'before': message => [defined(Notify['after']), defined(Class['c']), defined('c'), defined('d'), defined('file'), defined('nope'), defined(D['x'])] }
notify { 'after': }
include c
d { 'x': }
notify { 'now': message => [defined(Notify['after']), defined(Class['c']), defined(D['x']), defined(File['/x'], Notify['now'])] }
