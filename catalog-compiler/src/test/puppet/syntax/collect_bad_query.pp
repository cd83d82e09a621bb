File<| a =~ b |>
File<| !a |>
File<| foo(1) |>
File<| [1] |>