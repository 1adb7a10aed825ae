# shellcheck shell=bash
# Chooses what answers in a demonstration: Ollama, the embedded model, or nothing. Sourced by ops/run.

readonly OLLAMA_URL=${IRIS_OLLAMA_URL:-http://127.0.0.1:11434}
readonly CATALOGUE=$IRIS_ROOT/model-config/catalogue

# Settles $engine (auto becomes one of the three others) and $model, the file of the embedded one.
choose_engine() {
  case $engine in
    none) ;;
    ollama)
      ollama_answers \
        || fail "aucun Ollama ne répond à $OLLAMA_URL avec un modèle du catalogue (IRIS_OLLAMA_URL en désigne un autre)."
      ;;
    embedded) fetch_model || exit 1 ;;
    auto) choose_what_there_is ;;
  esac
}

choose_what_there_is() {
  if ollama_answers; then
    engine=ollama
  elif fetch_model; then
    engine=embedded
  else
    say "IRIS démarre sans moteur de réponse."
    engine=none
  fi
}

# Behind, so that a signal is heard during the download.
fetch_model() {
  local code=0
  run_behind "$IRIS_ROOT/ops/fetch-model" >"$run_dir/model" </dev/null
  await_child || code=$?
  model=$(cat "$run_dir/model")
  return "$code"
}

# True if Ollama has a model that the catalogue names.
ollama_answers() {
  local tags file name
  tags=$(http_get "$OLLAMA_URL" /api/tags) || return 1
  for file in "$CATALOGUE"/*.yaml; do
    grep -q '^engine: *ollama' "$file" 2>/dev/null || continue
    name=$(sed -n 's/^engineModel: *//p' "$file" | sed 's/ *#.*//; s/["'\'']//g')
    case $tags in *"\"$name\""* | *"\"$name:latest\""*) return 0 ;; esac
  done
  return 1
}

# $1 engine, $2 model, as the application names them.
engine_label() {
  case $1 in
    ollama) printf 'Ollama (%s), modèle %s' "$OLLAMA_URL" "$2" ;;
    embedded) printf '%s, dans IRIS même — modèle de démonstration : réponses peu fiables, surtout en français' "$2" ;;
    none) printf 'aucun (la page dit quoi faire pour en avoir un)' ;;
    *) printf '%s %s' "$1" "$2" ;;
  esac
}
