function m::ctx(String $key, Hash $options, Puppet::LookupContext $context) {
  case $key {
    'm::a': { $context.cache() }
    'm::b': { $context.cached_value() }
    'm::c': { $context.not_found(1) }
    'm::d': { $context.explain('x') }
    'm::e': { $context.cached_file_data(5) }
    'm::f': { $context.cache(Integer, 1) }
    'm::g': { $context.environment_name }
    'm::h': { "${context.environment_name}" }
    'm::i': { $context.cache_all(5) }
    'm::j': { $context.cache_all({'x'=>1,'y'=>2}) $r = $context.cached_entries.map |$e| { $e } $r }
    'm::k': { $context.environment_name(1) }
    'm::l': { $context.cached_entries |$x,$y,$z| { 1 } }
    'm::m': { $context.module_name }
    'm::n': { $context.interpolate(['%{environment}', 5]) }
    'm::o': { $context.not_found }
    'm::p': { fail('boom') }
    'm::q': { [$context.cache_has_key('zz'), $context.cached_value('zz')] }
    'm::r': { return($context.not_found) }
    default: { $context.not_found }
  }
}
