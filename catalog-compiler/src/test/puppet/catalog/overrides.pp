class parent { file { '/tmp/f': mode => '0644', owner => 'root', require => Notify['n'] } notify { 'n': } }
class child inherits parent {
  File['/tmp/f'] { mode => '0600', owner => undef, require +> Class['parent'], content => 'new' }
}
include child
