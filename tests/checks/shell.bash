#!/usr/bin/env bash
# Runs shellcheck over all shell scripts, where it is installed.
set -euo pipefail
cd "$(dirname "$0")/../.."

command -v shellcheck >/dev/null || { echo 'shellcheck is not installed: nothing checked' && exit; }
mapfile -t files < <(grep -rlIE '^#!.*\bbash$' run test .ci tests/*/ --include='*' && find .ci -name '*.bash')
printf '%s\n' "${files[@]}" | sort -u | xargs shellcheck --external-sources --source-path=SCRIPTDIR
