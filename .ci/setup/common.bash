# Shared by the scripts of this folder and by ./run and ./test: where things live, how they speak, how they fail.
# Source it; it changes nothing by itself.

project_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cache_dir=${XDG_CACHE_HOME:-$HOME/.cache}/pki-workbench
export project_root cache_dir
# Emscripten starts a Python for each file: Debian's own starts faster than the wrappers that some put before it.
if [[ -z ${EMSDK_PYTHON:-} && -x /usr/bin/python3 ]]; then export EMSDK_PYTHON=/usr/bin/python3; fi

# A progress line, with the seconds since ./run or ./test started. What people should see while they wait goes to
# stderr; stdout is for results.
: "${PKI_STARTED:=$EPOCHSECONDS}"
export PKI_STARTED
say() { printf '[%4d s] %s\n' $((EPOCHSECONDS - PKI_STARTED)) "$*" >&2; }

# Stops with a message that says what is wrong and what to do about it.
die() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# has_sha256 FILE SHA256: whether FILE exists and has that digest.
has_sha256() {
  [[ -f $1 ]] && printf '%s  %s\n' "$2" "$1" | sha256sum --check --status
}

# once NAME COMMAND...: runs COMMAND while no other checkout does the same in the shared cache.
once() {
  local lock=$cache_dir/.$1.lock
  shift
  mkdir -p "$cache_dir"
  (
    flock 9
    "$@"
  ) 9>"$lock"
}
