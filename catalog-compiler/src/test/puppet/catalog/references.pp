file { '/tmp/x': mode => '0600' }
class c { }
include c
notify { 'r': message => [File['/tmp/x'], [Class['c'], 'text'], { 'k' => File['/tmp/y'] }], require => [[File['/tmp/x']], Class['c']] }
notify { 's': message => [[1, [2]], 'no reference'], tag => [] }
notify { 'p': message => File['/tmp/x']['mode'] }
