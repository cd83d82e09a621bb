notify { 'n': }
notify { 'n': }
