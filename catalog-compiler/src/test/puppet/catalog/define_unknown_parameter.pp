define vhost(Integer $port) { }
vhost { 'one': port => 80, prot => 1, extra => 2 }
