$a =~ /b/
notice(1)