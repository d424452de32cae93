# What ./run and ./test both build. Source it after setup/common.bash, in the project's root. Each function does nothing
# quickly when there is nothing to do. ./test calls them in conditions, where `set -e` is off: hence `|| return`.

jobs=$(nproc)

# set_up run|test: packages, Emscripten, libraries, npm packages.
set_up() {
  .ci/setup/packages "$1"
  .ci/setup/emscripten
  .ci/setup/libraries || say 'some libraries are not in the cache; CMake will try their upstream'
  .ci/setup/npm
}

# configure FOLDER OPTIONS...: once; afterwards Ninja runs CMake again when it must.
configure() {
  local folder=$1
  shift
  if [[ ! -f $folder/build.ninja || ! -f $folder/.options || $(<"$folder/.options") != "$*" ]]; then
    say "configuring $folder"
    mkdir -p "$folder"
    cmake -S . -B "$folder" -G Ninja "$@" >"$folder/configure.log" 2>&1 || { cat "$folder/configure.log" >&2 && return 1; }
    printf '%s' "$*" >"$folder/.options"
  fi
}

# ninja_build FOLDER TARGETS...: its progress is one line on a terminal, and silence elsewhere; failures are shown.
ninja_build() {
  local folder=$1
  shift
  say "building $folder${*:+: $*}"
  if [[ -t 2 ]]; then
    ninja -C "$folder" -j "$jobs" "$@" >&2
  else
    ninja -C "$folder" -j "$jobs" --quiet "$@" >&2
  fi
}

# has_target FOLDER TARGET: whether the source tree has got that far.
has_target() { ninja -C "$1" -t query "$2" >/dev/null 2>&1; }

configure_native() { configure build/native -DPKI_WERROR=ON; }
configure_sanitize() { configure build/sanitize -DPKI_WERROR=ON -DPKI_SANITIZE=ON -DPKI_BUILD_CLI=OFF; }
configure_wasm() { configure build/wasm32 -DPKI_WERROR=ON -DCMAKE_TOOLCHAIN_FILE=emsdk-toolchain.cmake; }

# build native|sanitize|wasm [TARGETS...]: all of it, or the targets that the source tree has.
build() {
  local folder=build/$1 wanted=() target
  [[ $1 != wasm ]] || folder=build/wasm32
  "configure_$1" || return
  shift
  for target in "$@"; do
    if has_target "$folder" "$target"; then wanted+=("$target"); fi
  done
  if (($# == 0 || ${#wanted[@]} > 0)); then ninja_build "$folder" "${wanted[@]}"; fi
}

# The page, around the core as wasm.
build_web() {
  build wasm pki_core_wasm || return
  [[ -f web/package.json ]] || return 0
  say 'building the page'
  npm --prefix web run --silent build -- --core "$PWD/build/wasm32/wasm" --out "$PWD/build/web" >&2
}
