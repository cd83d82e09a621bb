type Car = Object[{ attributes => { 'reg' => String } }]
notify { 'c': message => Car(5) }
