$x = "a
b
${c}
 d" + $y + )