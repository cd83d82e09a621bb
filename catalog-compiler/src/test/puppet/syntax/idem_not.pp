!$a
notice(1)