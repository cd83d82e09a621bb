Notify['nowhere'] { message => 'b' }
