class { 'a': b => 1 }
class { ['c', 'd']: ; 'e': f => 2 }