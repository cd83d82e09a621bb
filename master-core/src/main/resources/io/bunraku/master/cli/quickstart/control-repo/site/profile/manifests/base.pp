# Packages that every machine has.
#
# @param packages names, merged over all levels of the data
class profile::base (
  Array[String[1]] $packages,
) {
  package { $packages:
    ensure => installed,
  }
}
