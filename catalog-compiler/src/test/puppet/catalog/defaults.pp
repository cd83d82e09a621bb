Notify { message => 'top', loglevel => 'info' }
class a { Notify { message => 'in a' } notify { 'a': } d { 'from a': } }
define d { notify { "d ${title}": } }
notify { 'top': }
include a
d { 'from top': }
notify { 'own': message => 'own' }
notify { 'reads': message => Notify['top']['loglevel'] }
