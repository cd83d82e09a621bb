class a { class b { define c { } class d::e { notice(1) } } $x = 1 }
class ::f { }