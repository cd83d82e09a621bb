notify { 'n': }
File['/nope'] ~> Notify['n']
