#!/usr/bin/env bash
# Names the C++ sources that are not as clang-format writes them; with --fix, writes them so.
set -euo pipefail
cd "$(dirname "$0")/../.."

# Versions differ in what they write: Debian 12's decides.
clang_format=clang-format
if command -v clang-format-14 >/dev/null; then clang_format=clang-format-14; fi

mapfile -t files < <(find core cli wasm tests -name third_party -prune -o \( -name '*.h' -o -name '*.cpp' \) -print 2>/dev/null)
((${#files[@]} > 0)) || exit 0
if [[ ${1:-} == --fix ]]; then
  printf '%s\0' "${files[@]}" | xargs -0 -n 20 -P "$(nproc)" "$clang_format" -i
  exit
fi
export clang_format
# shellcheck disable=SC2016  # expanded by the inner shell
differing=$(printf '%s\0' "${files[@]}" | xargs -0 -n 1 -P "$(nproc)" \
  sh -c '"$clang_format" "$0" | cmp -s - "$0" || echo "$0"')
if [[ -n $differing ]]; then
  printf '%s\n' "$differing" 'tests/checks/format.bash --fix writes them as they should be'
  exit 1
fi
