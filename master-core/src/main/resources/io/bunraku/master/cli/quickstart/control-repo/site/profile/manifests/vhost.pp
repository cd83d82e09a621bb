# One site below /srv/www.
#
# @param port where it listens
define profile::vhost (
  Integer[1, 65535] $port,
) {
  file { "/srv/www/${title}":
    ensure => directory,
  }
  -> file { "/srv/www/${title}/index.html":
    ensure => file,
    source => 'puppet:///modules/profile/index.html',
  }
  -> notify { "${title} answers on port ${port}": }
}
