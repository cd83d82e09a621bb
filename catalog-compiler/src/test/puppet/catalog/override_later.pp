class p { notify { 'unrelated': } }
class c inherits p { Notify['comes later'] { message => 'set before' } }
include c
define late { notify { 'comes later': } }
notify { 'x': }
