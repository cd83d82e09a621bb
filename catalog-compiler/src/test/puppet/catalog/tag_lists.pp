tag 'foo', ['bar', ['baz', undef]]
notify { 'a': }
