define vhost(Integer $port, String $name2 = 'x') { }
vhost { 'one': port => 'eighty' }
