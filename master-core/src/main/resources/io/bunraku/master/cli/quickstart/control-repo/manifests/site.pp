# Which node plays which role. A role names profiles, a profile configures one thing.
node /^web/ {
  include role::web
}

node default {
  include role::base
}
