define d { notify { ["x ${title}", "y ${title}"]: } }
d { 'a': alias => 'b' }
