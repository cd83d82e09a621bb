node /^node/ { notify { 'regex': } }
node 'x.y', 'NODE1.example.com' { $var = 'node variable' include c }
class c { notify { "sees ${var}": } }
