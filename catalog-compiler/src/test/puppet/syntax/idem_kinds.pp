$a
notice(1)