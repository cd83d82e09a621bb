function wrap::three($key, $options, $context) {
  case $key {
    'wrap::bad': { yaml_data({ 'paths' => [] }, $context) }
    'wrap::list': { String(type(yaml_data($options, $context))) }
    default: { $context.not_found }
  }
}
