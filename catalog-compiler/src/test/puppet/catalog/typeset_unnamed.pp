type MySet = TypeSet[{ pcore_version => '1.0.0', version => '1.0.0', types => { A => Integer } }]
notify { 'x': message => "${MySet::A}" }
