node 'other.example.com' { notify { 'wrong': } }
node /^(node)(\d)/ { notify { "regex $1 $2 ${title} ${name}": } include in_node }
node default { notify { 'wrong too': } }
class in_node { notify { "class in node": } }
