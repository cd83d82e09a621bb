notify { 'a': message => [Timestamp('2020-02-30'), Timestamp('2020-01-01T24:00:00'), Timestamp('2020-01-01T00:00:60')] }
