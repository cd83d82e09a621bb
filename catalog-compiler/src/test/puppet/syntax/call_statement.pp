include a
include a, b
notice 'x', 1
fail('x')
realize File[a]
require a::b
contain $x
break 1
return [1]
return 2