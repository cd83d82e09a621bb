tag 'sitewide'
class web::server { tag('inner'); notify { 'in class': tag => ['One', 'two::three'] } }
define thing { notify { "in ${title}": message => tagged('thing') } }
include web::server
thing { 'first': tag => 'extra' }
notify { 'Has Spaces': message => [tagged('sitewide'), tagged('web::server'), tagged('no')] }
