# Sourced. Exports JAVA_HOME of a JDK >= 21: the caller's own if it is new enough, else the newest one found.
# The release file of a JDK tells its version, so no JVM is started to look.
jdk_major() { # DIR -> the feature release, or nothing if DIR holds no JDK
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk() {
  if [ -n "${JAVA_HOME:-}" ]; then
    _major=$(jdk_major "$JAVA_HOME")
    [ "${_major:-0}" -ge 21 ] && return 0
  fi
  _best=0 _home=
  for _dir in "${BUNRAKU_JDK:-}" /usr/lib/jvm/* /opt/java/* "${HOME:-/root}"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    _major=$(jdk_major "$_dir")
    _major=${_major:-0}
    if [ "$_major" -ge 21 ] && [ "$_major" -gt "$_best" ]; then _best=$_major _home=$_dir; fi
  done
  if [ -z "$_home" ]; then
    echo "Bunraku needs a JDK 21 or newer (found none in JAVA_HOME or /usr/lib/jvm). Install one, or set JAVA_HOME." >&2
    return 1
  fi
  JAVA_HOME=$_home
}

find_jdk
export JAVA_HOME
if [ "$(jdk_major "$JAVA_HOME")" -ge 23 ]; then # quiets Maven's own Guava; an older JVM would not start with the flag
  MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow"
  export MAVEN_OPTS
fi
