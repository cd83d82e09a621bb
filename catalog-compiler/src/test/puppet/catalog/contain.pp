class outer { contain inner  require needed  notify { 'outer': } }
class inner { notify { 'inner': } }
class needed { notify { 'needed': } }
include outer, inner
contain Class['needed']
