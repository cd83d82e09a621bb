@notify { ['v1', 'v2']: tag => 'collect', message => 'm' }
@notify { 'never': }
@@notify { 'exported': message => 'e' }
realize Notify['v1']
Notify <| tag == 'collect' and title != 'v1' |> { message => 'overridden' }
@user { 'bob': groups => ['adm'], uid => 5 }
User <| groups == 'adm' and (uid == 5 or title == 'x') |> { groups +> ['more'] }
define later { @notify { "virtual in ${title}": tag => 'collect' } }
@later { 'one': }
Later <| |>
