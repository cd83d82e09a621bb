function wrap::two($key, $options, $context) {
  $data = json_data($options, $context)
  if $key in $data { $data[$key] } else { $context.not_found }
}
