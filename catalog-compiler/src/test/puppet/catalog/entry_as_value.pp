notify { 'x': message => CatalogEntry }
