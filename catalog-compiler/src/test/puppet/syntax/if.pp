if $a { b() }
if $a { b() } else { c() }
if $a { b() } elsif $d { e() } elsif $f { } else { g() h() }
if $a { }