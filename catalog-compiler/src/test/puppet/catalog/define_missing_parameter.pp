define vhost(Integer $port, $other) { }
vhost { 'one': other => 80 }
