notify { 'n': }
Notify['n'] -> File['/nope']
