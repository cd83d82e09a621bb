unless $a { b() }
unless $a { } else { c() }
unless $a { b() c() } else { d() e() }