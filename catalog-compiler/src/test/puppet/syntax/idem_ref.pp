File
notice(1)