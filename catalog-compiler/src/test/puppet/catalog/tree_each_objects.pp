type Base = Object[{attributes => {a => Integer}}]
type Child = Object[{parent => Base, attributes => {b => Any, c => {type => Integer, kind => constant, value => 3}}}]
type Link = Object[{attributes => {to => {type => Any, kind => reference}, name => String}}]
type Radix = Variant[Default, Integer[2, 2], Integer[8, 8]]

function show($title, $value) {
  notify { $title: message => $value.map |$path, $found| { [$path, String($found)] } }
}

show('own attributes', [Child(1, [2])].tree_each)
show('an object itself', Child(1, { x => 2 }).tree_each)
show('without references', [Link([1], 'l')].tree_each)
show('with references', [Link([1], 'l')].tree_each({ include_refs => true }))
show('breadth', [Child(1, [2]), Array[String]].tree_each({ order => breadth_first }))
show('arrays only', [Child(1, [2])].tree_each({ container_type => Array }))
show('types', [Array[Integer], Enum[a], Regexp[/x/], Callable[[Integer], Float]].tree_each)
notify { 'variant': message => String(type(Radix)) }
