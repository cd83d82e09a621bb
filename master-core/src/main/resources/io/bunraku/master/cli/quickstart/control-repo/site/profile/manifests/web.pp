# A virtual host. Each web server tells all others of itself, and knows those that have told.
#
# @param port where it listens
class profile::web (
  Integer[1, 65535] $port = 8080,
) {
  profile::vhost { $trusted['certname']:
    port => $port,
  }

  @@file { "/srv/www/peers/${trusted['certname']}":
    ensure  => file,
    content => "${facts['networking']['ip']}:${port}\n",
    tag     => 'web',
  }

  file { '/srv/www/peers':
    ensure => directory,
  }

  File <<| tag == 'web' |>>
}
