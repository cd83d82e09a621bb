# A virtual host. Each web server tells all others of itself, and knows those that have told.
#
# @param port where it listens
class profile::web (
  Integer[1, 65535] $port = 8080,
) {
  profile::vhost { $trusted['certname']:
    port => $port,
  }

  @@host { $trusted['certname']:
    ensure => present,
    ip     => $facts['networking']['ip'],
    tag    => 'web',
  }

  Host <<| tag == 'web' |>>
}
