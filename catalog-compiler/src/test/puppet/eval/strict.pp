'3' + 4
---
[1, 2]['1']
---
$nope
---
$::nope
---
$foo::bar
---
"${nope}x"
---
$module_name
---
$1
---
function f() { $local }
$local2 = 5
f()
---
-'5'
