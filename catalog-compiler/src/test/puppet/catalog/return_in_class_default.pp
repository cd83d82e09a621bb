class c($x = return(3), $y = 4) { notify { "c ${x} ${y}": } }
class d {
  include c
  notify { 'inner': }
}
include d
notify { 'after': }
