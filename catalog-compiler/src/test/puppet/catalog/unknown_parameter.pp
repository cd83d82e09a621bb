file { '/tmp/x': nonsense => 1, more => 2 }
