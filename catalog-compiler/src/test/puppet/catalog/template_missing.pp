notify { 'a': message => template('nomod/t.erb') }
