@(A)
 a
 | A
notice(1)