# a backend that reads its file with Puppet's own
function wrap::one($key, $options, $context) {
  if !$context.cache_has_key(undef) {
    $context.cache_all(yaml_data($options, $context))
    $context.cache(undef, true)
  }
  if $context.cache_has_key($key) { "one ${context.cached_value($key)}" } else { $context.not_found }
}
