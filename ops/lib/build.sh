# shellcheck shell=bash
# Builds the application and its test-scoped demonstration parts when the sources changed. Sourced by ops/run.

readonly BUILD=$IRIS_ROOT/app/target/ops
readonly OUTPUTS="app/target/test-classes app/target/classes app/reader/target/classes model-config/target/classes"

# Maven takes seconds even when it has nothing to do: it runs only if a source or a pom changed since the last build.
build_if_needed() {
  local sources
  sources=$(sources_hash)
  if [ "$(cat "$BUILD/built" 2>/dev/null)" = "$sources" ] && outputs_are_there; then return; fi
  require_disk "$HOME/.m2" 1200 "les bibliothèques que Maven télécharge"
  require_disk "$IRIS_ROOT" 200 "construire IRIS"
  mkdir -p "$BUILD"
  rm -f "$BUILD/built"
  with_progress "Construction d’IRIS" "$BUILD/build.log" maven_detail compile || build_failed
  printf '%s\n' "$sources" >"$BUILD/built"
}

# Formatting is for ops/test: a demonstration does not wait for it.
compile() {
  (cd "$IRIS_ROOT" && exec mvn -B -pl app -am -Dspotless.check.skip -DincludeScope=test \
    -Dmdep.outputFile=target/ops/classpath test-compile dependency:build-classpath)
}

build_failed() {
  if log_says_no_space "$BUILD/build.log"; then fail "pas assez d’espace disque pour construire IRIS."; fi
  maven_errors "$BUILD/build.log"
  if log_says_no_network "$BUILD/build.log"; then
    fail "le réseau ne répond pas : Maven n’a pas pu télécharger les bibliothèques d’IRIS."
  fi
  fail "la construction a échoué, le détail est dans $BUILD/build.log"
}

# One figure for the sources, the poms and where the checkout is (the class path names it).
sources_hash() {
  (
    cd "$IRIS_ROOT" || exit
    printf '%s\n' "$IRIS_ROOT"
    # shellcheck disable=SC2046 # the words of a command
    find pom.xml .mvn model-config app -name target -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 $(sha256_command)
  ) | sha256 -
}

outputs_are_there() {
  local folder jar
  for folder in $OUTPUTS; do [ -d "$IRIS_ROOT/$folder" ] || return 1; done
  [ -s "$BUILD/classpath" ] || return 1
  # The local Maven repository may have been emptied since.
  tr ':' '\n' <"$BUILD/classpath" | while IFS= read -r jar; do [ -e "$jar" ] || exit 1; done
}

build_classpath() {
  printf '%s' "$IRIS_ROOT/app/target/test-classes:$IRIS_ROOT/app/target/classes:$(cat "$BUILD/classpath")"
}
