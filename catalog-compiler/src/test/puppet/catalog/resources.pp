# order, titles, attributes that several titles share, and a parameter that is the namevar
file { '/tmp/dir/': ensure => directory, mode => '0755' }
file { ['/tmp/a', '/tmp/b']: ensure => file; '/tmp/c': path => '/tmp/other', content => 'x' }
file { default: owner => 'root'; '/tmp/d': ; '/tmp/e': owner => 'nobody' }
exec { 'run': command => '/bin/true', refreshonly => true }
exec { 'again': command => '/bin/true' }
package { 'vim': ensure => installed, provider => 'apt' }
notify { 'undef is left out': message => undef }
$splat = { 'loglevel' => 'debug', 'message' => 'from a hash' }
notify { 'splat': * => $splat }
