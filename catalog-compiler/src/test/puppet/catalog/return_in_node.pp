node default {
  notify { 'first': }
  return()
}
