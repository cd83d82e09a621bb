notify { 'n': require => [Notify['m'], File['/nope']] }
