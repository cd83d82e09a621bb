define d($p = 1) { notify { "${title} ${p}": } }
class c($x) { notify { "c ${x}": } }
create_resources('d', { 'one' => { 'p' => 2 }, 'two' => {} }, { 'p' => 3, 'noop' => true })
create_resources('class', { 'c' => { 'x' => 'y' } })
create_resources('@notify', { 'virtual' => {} })
create_resources(notify, { 'real' => { 'message' => undef } })
