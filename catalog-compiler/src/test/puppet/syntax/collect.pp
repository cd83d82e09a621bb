File<| |>
File<| a == b and (c != 1 or d == "x") |> { e => f, g +> h, }
File <<| |>>