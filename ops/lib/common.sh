# shellcheck shell=bash
# What the scripts of ops/ share: messages, checks of the machine, progress, the cache. Sourced, never run.
# Kept to bash 3.2, the bash of macOS. Messages are in French, since the people who run the scripts read them.

IRIS_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
IRIS_CACHE=${IRIS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/iris}
readonly IRIS_ROOT IRIS_CACHE

# Standard output belongs to results (a path, a line for scripts): everything meant for eyes goes to standard error.
say() { printf '%s\n' "$*" >&2; }

# Says why not, and answers that.
refuse() {
  say "Erreur : $*"
  return 1
}

fail() {
  refuse "$@" || exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# A duration in seconds, as a person writes it.
duration() {
  if [ "$1" -lt 60 ]; then printf '%d s' "$1"; else printf '%d min %02d s' $(($1 / 60)) $(($1 % 60)); fi
}

# --- What took how long -------------------------------------------------------------------------------------------

IRIS_PHASES=""
phase_name=""
phase_start=0

# Ends the phase under way, if any, and begins the next one.
phase() {
  phase_end
  phase_name=$1
  phase_start=$SECONDS
}

phase_end() {
  [ -n "$phase_name" ] || return 0
  IRIS_PHASES="$IRIS_PHASES  $(duration $((SECONDS - phase_start)))	$phase_name
"
  phase_name=""
}

print_phases() {
  phase_end
  say "Durées :"
  printf '%s' "$IRIS_PHASES" >&2
}

# --- Progress -----------------------------------------------------------------------------------------------------

# The command that runs behind, if any: the leader of its own process group, so that Ctrl-C reaches the script alone,
# which then ends the group, whatever that command started.
IRIS_CHILD=""

run_behind() {
  set -m
  "$@" &
  IRIS_CHILD=$!
  set +m
}

# Waits for the command behind; answers its exit code.
await_child() {
  local code=0
  wait "$IRIS_CHILD" || code=$?
  IRIS_CHILD=""
  return "$code"
}

# Ends a process group: asks, waits, forces. $1 its leader, $2 who is asked ("-leader" for all of them).
end_group() {
  local left=150
  kill -TERM -- "$2" 2>/dev/null || true
  while [ "$left" -gt 0 ] && kill -0 "$1" 2>/dev/null; do
    sleep 0.1
    left=$((left - 1))
  done
  kill -KILL -- "-$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}

end_child() { [ -z "$IRIS_CHILD" ] || end_group "$IRIS_CHILD" "-$IRIS_CHILD"; }

# Runs a command with its output in a log and one line of progress on the terminal (a line now and then elsewhere).
# $1 label, $2 log, $3 a function that prints where the command is, or "" ; then the command. Answers its exit code.
with_progress() {
  local label=$1 log=$2 detail=$3 began=$SECONDS last=$SECONDS code=0
  shift 3
  run_behind "$@" >"$log" 2>&1 </dev/null
  while kill -0 "$IRIS_CHILD" 2>/dev/null; do
    if [ -t 2 ] || [ $((SECONDS - last)) -ge 15 ]; then
      show_progress "$label" $((SECONDS - began)) "$([ -z "$detail" ] || "$detail" "$log")"
      last=$SECONDS
    fi
    sleep 0.5
  done
  await_child || code=$?
  [ ! -t 2 ] || printf '\r\033[K' >&2
  [ "$code" -ne 0 ] || say "$label : fait en $(duration $((SECONDS - began)))"
  return "$code"
}

show_progress() {
  local text
  text="$1 : $(duration "$2")${3:+ — $3}"
  if [ -t 2 ]; then printf '\r\033[K%s' "${text:0:${COLUMNS:-110}}" >&2; else say "$text"; fi
}

# Where a Maven run is: the goal under way and the files that it has downloaded.
maven_detail() {
  awk '
    / --- .*@ .* ---/ { at = $0; sub(/.* --- (maven-)?/, "", at); sub(/ ---.*/, "", at) }
    /Downloaded from / { files++ }
    END { printf "%s%s", at, files ? " (" files " fichiers téléchargés)" : "" }' "$1"
}

# The lines of a Maven log that say why it failed: a warning of the compiler is a failure too.
maven_errors() {
  grep -E '^\[(ERROR|WARNING)\] (/|Failed|Could not|COMPILATION)' "$1" | head -n 8 >&2 || tail -n 8 "$1" >&2
}

# True if a log tells that no registry could be reached.
log_says_no_network() {
  grep -qiE 'unknown ?host|name resolution|no such host|getaddrinfo|unreachable|connection (refused|reset|timed out)|connect timed out|(new|max retries).*(connection|exceeded)|proxyerror|i/o timeout' "$1"
}

log_says_no_space() { grep -qiE 'no space left|disk quota|errno 28' "$1"; }

# --- Checks of the machine ----------------------------------------------------------------------------------------

# Finds the JDK (JAVA_HOME, else the java of the path) and exports JAVA_HOME, so that Maven takes the same one.
# $1 the oldest version that will do.
require_jdk() {
  local java=java properties version
  [ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
  has "$java" || fail "aucun JDK trouvé${JAVA_HOME:+ dans JAVA_HOME ($JAVA_HOME)} : installez un JDK $1 ou plus récent, ou indiquez-le par JAVA_HOME."
  properties=$("$java" -XshowSettings:properties -version 2>&1) || fail "$java ne fonctionne pas."
  version=$(property_of java.specification.version "$properties")
  version=${version#1.}
  [ "${version:-0}" -ge "$1" ] 2>/dev/null \
    || fail "le JDK trouvé ($java) est en version ${version:-inconnue} : IRIS demande un JDK $1 ou plus récent (JAVA_HOME permet d’en désigner un autre)."
  JAVA_HOME=$(property_of java.home "$properties")
  export JAVA_HOME
  [ -x "$JAVA_HOME/bin/javac" ] || fail "$JAVA_HOME n’a pas de compilateur (javac) : il faut un JDK, un JRE ne suffit pas."
}

property_of() { printf '%s\n' "$2" | sed -n "s/^ *$1 = //p" | head -n 1; }

require_maven() {
  has mvn || fail "Maven est introuvable : installez-le (paquet « maven ») et vérifiez que la commande mvn est dans le PATH."
}

# $1 folder that will be written to, $2 mebibytes needed, $3 what for.
require_disk() {
  local folder=$1 free
  while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
  free=$(df -Pk "$folder" | awk 'NR == 2 { for (i = 1; i <= NF; i++) if ($i ~ /%$/) { print int($(i - 1) / 1024); exit } }')
  [ "${free:-0}" -ge "$2" ] || fail "pas assez d’espace disque dans $folder : ${free:-0} Mo libres, il en faut $2 pour $3."
  [ -w "$folder" ] || fail "le dossier $folder n’est pas accessible en écriture, il sert pour $3."
}

port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# A loopback port that nothing listens on.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    port_taken "$port" || break
  done
  printf '%s' "$port"
}

# The first line that an HTTP address answers a GET with, then the rest; needs neither curl nor a JDK.
# $1 address (http only), $2 path.
http_get() {
  local address=${1#http://} host port
  address=${address%%/*}
  host=${address%%:*}
  port=80
  [ "$address" = "$host" ] || port=${address##*:}
  if has curl; then
    curl -fsS --noproxy '*' --max-time 3 "${1%/}$2" 2>/dev/null
  else
    (exec 3<>"/dev/tcp/$host/$port" && printf 'GET %s HTTP/1.0\r\nHost: %s\r\n\r\n' "$2" "$address" >&3 && cat <&3) 2>/dev/null
  fi
}

# The SHA-256 of a file ("-" is the standard input).
sha256() {
  # shellcheck disable=SC2046 # the words of a command
  $(sha256_command) "$1" | cut -d' ' -f1
}

sha256_command() { if has sha256sum; then printf 'sha256sum'; else printf 'shasum -a 256'; fi; }

# --- pip ----------------------------------------------------------------------------------------------------------

# Runs pip, whichever this machine has; 127 when it has none.
pip_run() {
  if python3 -m pip --version >/dev/null 2>&1; then
    python3 -m pip "$@"
  elif has pip3 && pip3 --version >/dev/null 2>&1; then
    pip3 "$@"
  elif has pip && pip --version >/dev/null 2>&1; then
    pip "$@"
  else
    return 127
  fi
}

has_pip() { pip_run --version >/dev/null 2>&1; }

# Brings one pinned file of a Python package, or says why not. $1 package==version, $2 file, $3 its SHA-256, $4 folder,
# $5 label; then further options of pip. A file that is not the pinned one is removed.
pip_fetch() {
  local package=$1 file=$2 pinned=$3 folder=$4 label=$5
  shift 5
  has_pip || refuse "pip est introuvable, or il sert à télécharger $package : installez-le (paquet « python3-pip »)." || return 1
  # Its temporary files stay in our folder, so that nothing is left elsewhere when it is interrupted.
  if ! TMPDIR=$folder with_progress "$label" "$folder/pip.log" "" \
    pip_run download --no-deps --no-cache-dir --retries 2 --timeout 30 --dest "$folder" "$@" "$package"; then
    pip_failed "$package" "$folder/pip.log"
    return 1
  fi
  [ "$(sha256 "$folder/$file")" = "$pinned" ] || {
    rm -f "$folder/$file"
    refuse "la somme de contrôle de $file n’est pas celle attendue : le fichier téléchargé est refusé."
  }
}

pip_failed() {
  if log_says_no_space "$2"; then
    refuse "pas assez d’espace disque dans $IRIS_CACHE pour télécharger $1."
  elif log_says_no_network "$2"; then
    refuse "le réseau ne répond pas : pip n’a pas pu télécharger $1."
  else
    refuse "pip n’a pas pu télécharger $1 : $(grep -iE '^error' "$2" | tail -n 1)"
  fi
}
