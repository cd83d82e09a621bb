@@notify { 'mine': tag => 'x' }
@@notify { 'left': tag => 'y' }
Notify <<| tag == 'x' |>>
