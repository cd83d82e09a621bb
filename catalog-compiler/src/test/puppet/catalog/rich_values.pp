notify { 'values':
  message => [1, 1.5, true, undef, default, 'text', { 'a' => undef, 1 => 'number' }, /re/, Integer[1, 5],
    Sensitive('inside'), SemVer('1.2.3'), Timespan('1-02:00:00'), Timestamp('2020-01-01T00:00:00 UTC'),
    Binary('YWJj'), Deferred('upcase', ['x']), File['/tmp/x'], Type[Notify], String[1, 3], Enum['a'],
    Struct[{ 'k' => Optional[String] }], Array[Integer, 1]],
}
notify { 'secret': message => Sensitive('top') }
