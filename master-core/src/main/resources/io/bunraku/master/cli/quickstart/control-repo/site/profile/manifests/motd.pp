# The message of the day, from an EPP template.
#
# @param owner who answers for the machine
# @param lines what the message says
class profile::motd (
  String[1] $owner,
  Array[String] $lines = [],
) {
  file { '/etc/motd':
    ensure  => file,
    mode    => '0644',
    content => epp('profile/motd.epp', { 'owner' => $owner, 'lines' => $lines }),
  }
}
