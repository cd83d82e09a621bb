# titles of one statement share the list of a relationship
notify { ['x', 'y']: before => [Notify['z']] }
notify { ['z', 'w']: }
Notify['x'] -> Notify['w']
