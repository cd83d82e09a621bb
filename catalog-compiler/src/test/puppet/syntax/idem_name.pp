foo
notice(1)