notify { ['a', 'b', 'c', 'd']: }
Notify['a'] -> Notify['b', 'c'] ~> Notify['d']
notify { 'e': require => Notify['a'], before => [Notify['d'], [Notify['b']]] } <- notify { 'f': }
class k { notify { 'k': } }
include k
Class['k'] -> Notify <| title == 'd' |> -> [] -> Notify['e']
Notify <| title == 'none' |> -> Notify['a']
Notify['f'] -> Notify <| title == 'nobody' |> -> Notify['e']
"Notify[a]" -> 'Notify[f]'
