stage { 'before': before => Stage['main'] }
class early { notify { 'early': } include nested }
class nested { notify { 'nested': } }
class { 'early': stage => 'before' }
