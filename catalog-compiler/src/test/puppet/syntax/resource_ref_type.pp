Resource['file'] { 'b': c => d }
File { 'x': }