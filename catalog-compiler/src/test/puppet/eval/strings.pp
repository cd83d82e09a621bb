"${'a'}${[1, 'b', undef, [2]]}"
---
$h = { 'a' => 1, 'b' => [undef], 3 => { 'x' => 'y' } }
"${h}"
---
"${/a.b/} ${Integer[1, 2]} ${String} ${default}"
---
$x = 1.0e20
"${x} ${1.0e15 + 0} ${1.0e16 + 0} ${0.1 + 0} ${100.0 + 0} ${1.0e-5 + 0}"
---
$a = { 'b' => { 'c' => 5 } }
"${a['b']['c']} ${a[b]} $a"
---
$a = [1, 2, 3]
"${a[0]} ${a[1] + 5} ${a.map |$x| { $x * 2 }}"
---
$a = 'x'
"$a ${a} ${ a } \$a \${a}"
---
"${$facts['os']['family']} ${facts['os']['family']}"
---
"${Sensitive('secret')}"
---
"${Timespan(90)} ${SemVer('1.2.3-rc1')} ${SemVerRange('>=1.0.0')}"
---
"${Timestamp('2020-01-01T00:00:00 UTC')}"
---
"a${undef}b${''}c"
---
@("E")
  a ${1 + 1}
    b
  | E
---
@(E)
  a ${1 + 1}
  | E
---
@("E":json)
  {"a": ${1 + 1}}
  | E
---
@("E":base64)
  aGVs${'bG8='}
  | E
---
"${if true { 'yes' } else { 'no' }}"
---
"${$x = 5}${x}"
---
"${nosuch}"
---
"${nosuch()}"
---
"x${1 + 'a'}"
---
"${{'a' => 1}['a']}"
---
inline_epp('<% $x = 1 %>a<%= $x %>b')
---
inline_epp("<%- | \$a, \$b = 2 | -%>\na=<%= \$a %> b=<%= \$b %>\n", { 'a' => 1 })
---
inline_epp('<%- | $a | -%><%= $a %>', { })
---
inline_epp('<%- | Integer $a | -%><%= $a %>', { 'a' => 'x' })
---
inline_epp('<%- | $a | -%><%= $a %>', { 'a' => 1, 'b' => 2 })
---
inline_epp('<%= $a %>', { 'a' => 1 })
---
$local = 5
inline_epp('<%= $local %>')
---
inline_epp('<% [1, 2].each |$x| { %>[<%= $x %>]<% } %>')
---
inline_epp('<%= Sensitive("x") %>')
---
inline_epp('<%= [1, 2] %><%= undef %>')
---
inline_epp('<% if false { %>no<% } else { %>yes<% } %>')
