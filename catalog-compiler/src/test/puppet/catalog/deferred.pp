notify { 'a': message => Deferred('f', []) }
notify { 'b': message => Deferred('f') }
notify { 'c': message => Deferred('f', ['x']) }
