file<| |>
$a<| |>