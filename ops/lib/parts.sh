# shellcheck shell=bash
# The real things that the tests use: Debian packages, Ollama with a model, Keycloak. Sourced by ops/test.
# A function that brings one answers 1, after saying why, when it cannot be had.

readonly OLLAMA_VERSION=0.17.4
readonly OLLAMA_HOME=$IRIS_CACHE/ollama-$OLLAMA_VERSION
readonly OLLAMA_MODEL=smollm2:135m-instruct-q4_1
readonly MINIAUDIO=miniaudio-1.71.tar.gz
readonly MINIAUDIO_SHA256=ff51e2887bb673e2e757752b586b3dc924d59aa5fbcae9bbc45f4a111bd3262b
readonly KEYCLOAK_VERSION=26.7.3
readonly KEYCLOAK_HOME=$IRIS_CACHE/keycloak-$KEYCLOAK_VERSION

# --- Debian packages ----------------------------------------------------------------------------------------------

# The packages that this machine lacks.
missing_packages() {
  has redis-server || printf 'redis-server '
  has ip || [ -x /usr/sbin/ip ] || printf 'iproute2 '
  has tcpdump || [ -x /usr/sbin/tcpdump ] || printf 'tcpdump '
  chromium_binary >/dev/null || printf 'chromium fonts-liberation '
  tesseract_reads_french || printf 'tesseract-ocr tesseract-ocr-fra '
  has_libreoffice || printf 'libreoffice-writer-nogui '
  ollama_binary >/dev/null || ollama_build_packages
}

tesseract_reads_french() {
  has tesseract && tesseract --list-langs 2>/dev/null | grep -qx fra
}

# To open what IRIS exports.
has_libreoffice() { has soffice || has libreoffice; }

# What building Ollama takes: a compiler, a Go that can bring the one it needs, and headers that its module leaves out.
ollama_build_packages() {
  has g++ || printf 'g++ '
  has go || printf 'golang-go '
  [ -e /usr/include/nlohmann/json.hpp ] || printf 'nlohmann-json3-dev '
  [ -e /usr/include/stb/stb_image.h ] || printf 'libstb-dev '
  has_pip || printf 'python3-pip '
}

# $1 the packages, separated by spaces.
install_packages() {
  local log=$logs/apt.log root=""
  has apt-get || refuse "apt-get est introuvable : installez vous-même $1." || return 1
  if [ "$(id -u)" -ne 0 ]; then
    root=sudo
    # Asked in front, where a password can be typed.
    sudo -v || refuse "il faut être root, ou avoir sudo, pour installer $1." || return 1
  fi
  with_progress "Liste des paquets Debian" "$log" "" $root apt-get update || true
  # shellcheck disable=SC2086 # words
  with_progress "Paquets $1" "$log" "" $root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends $1 || {
    tail -n 3 "$log" >&2
    refuse "apt-get n’a pas pu installer $1 (journal : $log)."
  }
}

# Whether a network namespace can be made and listened to here: Linux, root, iproute2, tcpdump.
can_close_network() {
  local name=iris-test-$$
  PATH=$PATH:/usr/sbin
  has tcpdump || refuse "tcpdump est introuvable, or il sert à voir ce qui sort d’IRIS." || return 1
  ip netns add "$name" 2>/dev/null || refuse "aucun espace réseau ne peut être créé ici : il faut Linux, root et iproute2." || return 1
  ip netns del "$name"
}

chromium_binary() {
  local name
  for name in ${IRIS_TEST_CHROMIUM:+"$IRIS_TEST_CHROMIUM"} chromium chromium-browser google-chrome; do
    command -v "$name" && return
  done
  return 1
}

# --- Ollama -------------------------------------------------------------------------------------------------------

# The Ollama of the path if it is recent enough, else the one that was built here.
ollama_binary() {
  local version
  if has ollama; then
    version=$(ollama --version 2>/dev/null | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | tail -n 1)
    if [ "$(printf '%s\n' "$OLLAMA_VERSION" "$version" | sort -V | head -n 1)" = "$OLLAMA_VERSION" ]; then
      command -v ollama
      return
    fi
  fi
  [ -x "$OLLAMA_HOME/ollama" ] && printf '%s\n' "$OLLAMA_HOME/ollama"
}

# Builds the server, without GPU, from its Go module. The binary appears complete or not at all.
build_ollama() {
  local flags work=$OLLAMA_HOME/build
  has go || refuse "Go est introuvable, or il sert à construire Ollama : installez-le (1.24 ou plus récent)." || return 1
  rm -rf "$work"
  mkdir -p "$work/include/miniaudio"
  pip_fetch miniaudio==1.71 "$MINIAUDIO" "$MINIAUDIO_SHA256" "$work" "En-têtes d’Ollama" --no-binary=:all: || return 1
  tar -xzf "$work/$MINIAUDIO" -C "$work/include/miniaudio" --strip-components=2 miniaudio-1.71/miniaudio/miniaudio.h
  flags="-O3 $(cpu_flags) '-I$work/include' -I/usr/include/stb"
  CGO_ENABLED=1 CGO_CFLAGS=$flags CGO_CXXFLAGS=$flags GOBIN=$work GOTOOLCHAIN=auto \
    with_progress "Ollama $OLLAMA_VERSION, construit une seule fois (quelques minutes)" "$logs/ollama-build.log" go_detail \
    go install -v -ldflags "-s -w -X=github.com/ollama/ollama/version.Version=$OLLAMA_VERSION" \
    "github.com/ollama/ollama@v$OLLAMA_VERSION" || {
    grep -vE '^go: downloading|warning' "$logs/ollama-build.log" | tail -n 5 >&2
    refuse "Ollama n’a pas pu être construit (journal : $logs/ollama-build.log)."
    return
  }
  mv -f "$work/ollama" "$OLLAMA_HOME/ollama"
  rm -rf "$work"
}

# AVX2 where there is some; "native" would not link on a CPU with AMX.
cpu_flags() { if grep -qsw avx2 /proc/cpuinfo; then printf '%s' -march=x86-64-v3; fi; }

go_detail() { printf '%d paquets' "$(grep -cE '^[a-z0-9./@_-]+$' "$1")"; }

# Starts the server on a free port of the loopback interface, with nothing from the user's own Ollama, and no way out.
# Settles ollama_pid and ollama_url. $1 its binary.
start_ollama() {
  local port left=100
  port=$(free_port)
  ollama_url=http://127.0.0.1:$port
  mkdir -p "$IRIS_CACHE/ollama-home" "$IRIS_CACHE/ollama-models"
  run_behind with_ollama "$1" serve >"$logs/ollama.log" 2>&1 </dev/null
  ollama_pid=$IRIS_CHILD
  IRIS_CHILD=""
  until http_get "$ollama_url" /api/version >/dev/null; do
    left=$((left - 1))
    if [ "$left" -eq 0 ] || ! kill -0 "$ollama_pid" 2>/dev/null; then
      tail -n 3 "$logs/ollama.log" >&2
      refuse "Ollama ne démarre pas (journal : $logs/ollama.log)."
      return
    fi
    sleep 0.2
  done
}

# Without a card, flash attention makes a prompt of a few pages two to three times slower to read.
with_ollama() {
  HOME=$IRIS_CACHE/ollama-home OLLAMA_HOST=${ollama_url#http://} OLLAMA_MODELS=$IRIS_CACHE/ollama-models \
    OLLAMA_NO_CLOUD=1 OLLAMA_NOPRUNE=1 OLLAMA_NOHISTORY=1 OLLAMA_FLASH_ATTENTION=0 exec "$@"
}

# $1 Ollama's binary, $2 the model's file.
import_model() {
  case $(http_get "$ollama_url" /api/tags) in *"\"$OLLAMA_MODEL\""*) return ;; esac
  printf 'FROM %s\n' "$2" >"$logs/Modelfile"
  with_progress "Modèle importé dans Ollama" "$logs/ollama-create.log" "" \
    with_ollama "$1" create "$OLLAMA_MODEL" -f "$logs/Modelfile" || {
    tail -n 3 "$logs/ollama-create.log" >&2
    refuse "Ollama n’a pas pu importer le modèle."
  }
}

# --- Keycloak -----------------------------------------------------------------------------------------------------

bring_keycloak() {
  local work=$KEYCLOAK_HOME.part
  [ ! -x "$KEYCLOAK_HOME/bin/kc.sh" ] || return 0
  rm -rf "$work"
  mkdir -p "$work"
  with_progress "Keycloak $KEYCLOAK_VERSION (177 Mo)" "$logs/keycloak.log" maven_detail unpack_keycloak "$work" || {
    maven_errors "$logs/keycloak.log"
    refuse "Maven n’a pas pu apporter Keycloak."
    return
  }
  rm -rf "$KEYCLOAK_HOME"
  mv "$work/keycloak-$KEYCLOAK_VERSION" "$KEYCLOAK_HOME"
  rm -rf "$work"
}

# The plugin skips what its markers say was unpacked before, wherever that was: it gets fresh ones.
unpack_keycloak() {
  cd "$IRIS_ROOT" && mvn -B -N dependency:unpack -DoutputDirectory="$1" -DmarkersDirectory="$1/markers" \
    -Dartifact="org.keycloak:keycloak-quarkus-dist:$KEYCLOAK_VERSION:zip" && chmod +x "$1"/keycloak-*/bin/*.sh
}
