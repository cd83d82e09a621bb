file { 'a': }
file { 'b': ensure => present }
file { ['c', 'd']: ensure => present, mode => '1', }
file { 'e': a => 1 ; 'f': b => 2 ; }