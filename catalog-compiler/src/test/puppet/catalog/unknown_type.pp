nonsense { 'x': }
