#!/usr/bin/env bash
# Runs clang-tidy (.clang-tidy) over the sources given, or all of core/, cli/ and wasm/ that build/native compiles.
# What passed is remembered in build/tidy and not looked at again until it, a header of ours or .clang-tidy changes.
set -euo pipefail
cd "$(dirname "$0")/../.."

[[ -f build/native/compile_commands.json ]] || { echo 'build/native is not configured: run ./test --native first' && exit 1; }
tidy=clang-tidy
if command -v clang-tidy-14 >/dev/null; then tidy=clang-tidy-14; fi
export tidy
mkdir -p build/tidy

# One source's stamp is named by what its verdict hangs on: its text, all our headers', the rules, the checker.
common=$({ find core cli -name '*.h' -print0 | sort -z | xargs -0 cat; cat .clang-tidy; "$tidy" --version; } | sha256sum)
export common
check() {
  local stamp
  stamp=build/tidy/$({ echo "$common $1"; cat "$1"; } | sha256sum | cut -c1-32)
  [[ ! -e $stamp ]] || return 0
  "$tidy" -p build/native --quiet "$1" 2>/dev/null && touch "$stamp"
}
export -f check

if (($# > 0)); then files=("$@"); else mapfile -t files < <(find core cli -name third_party -prune -o -name '*.cpp' -print); fi
# shellcheck disable=SC2016  # expanded by the inner shell
printf '%s\0' "${files[@]}" | xargs -0 -n 1 -P "$(nproc)" bash -c 'check "$0"'
