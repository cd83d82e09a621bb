class a
(
 $b
) { }