define vhost(Integer $port, $root = "/srv/${name}", Array[String] $aliases = [$root]) {
  notify { "${title} ${port} ${root} ${aliases}": message => "${noop} ${module_name} ${caller_module_name}" }
}
vhost { 'one': port => 80, noop => true }
vhost { 'two': port => 81, root => '/x', schedule => 'daily', loglevel => 'notice', alias => 'zwei' }
