notify { 'one': alias => 'uno' }
notify { 'uno': }
