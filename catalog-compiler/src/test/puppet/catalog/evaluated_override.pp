define d($p = 1) { notify { "${title} ${p}": } }
d { 'x': }
class c { D <| title == 'x' |> { p => 2 } }
define wait { include c }
wait { 'w': }
