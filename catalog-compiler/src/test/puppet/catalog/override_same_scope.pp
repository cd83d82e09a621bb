notify { 'n': message => 'a' }
Notify['n'] { message => 'b' }
