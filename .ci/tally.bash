# Runs the parts of ./test and counts. A part that fails doesn't stop the others; its output is shown. Source it.

: "${jobs:?source build.bash first}"
tally_passed=0 tally_failed=0
declare -a tally_lines=()
mkdir -p build

# tally NAME PASSED FAILED SECONDS: notes a part's result.
tally() {
  tally_passed=$((tally_passed + $2))
  tally_failed=$((tally_failed + $3))
  tally_lines+=("$(printf '%-28s %6d passed %4d failed %5d s' "$1" "$2" "$3" "$4")")
  if (($3 > 0)); then say "$1: $3 of $(($2 + $3)) FAILED"; fi
}

# run_part NAME LOG COMMAND...: the command's status; its output in LOG, and if it fails on the terminal too, but for
# CTest's lines about what passed.
run_part() {
  local name=$1 log=$2 status=0
  shift 2
  say "$name"
  # A subshell, so that whatever a part changes or ends is its own.
  ("$@") >"$log" 2>&1 || status=$?
  ((status == 0)) || sed -E '/^ +Start +[0-9]+: /d; /^ *[0-9]+\/[0-9]+ Test +#.* Passed /d' "$log" >&2
  return "$status"
}

# part NAME COMMAND...: one check, passed or failed by its exit status.
part() {
  local name=$1 log start=$SECONDS
  log=build/$(tr -c 'a-z0-9\n' - <<<"$1").log
  shift
  if run_part "$name" "$log" "$@"; then tally "$name" 1 0 $((SECONDS - start)); else tally "$name" 0 1 $((SECONDS - start)); fi
}

# counted_part NAME COMMAND...: a runner with counts of its own, in the last line that has them: 'N passed, N failed',
# node's '# pass N' and '# fail N', or unittest's 'Ran N tests'.
counted_part() {
  local name=$1 log passed='' failed='' start=$SECONDS status=0
  log=build/$(tr -c 'a-z0-9\n' - <<<"$1").log
  shift
  run_part "$name" "$log" "$@" || status=$?
  if grep -qE '[0-9]+ passed, [0-9]+ failed' "$log"; then
    passed=$(grep -oE '[0-9]+ passed, [0-9]+ failed' "$log" | tail -n 1 | cut -d' ' -f1)
    failed=$(grep -oE '[0-9]+ passed, [0-9]+ failed' "$log" | tail -n 1 | cut -d' ' -f3)
  elif grep -qE '^(#|ℹ) pass [0-9]+' "$log"; then
    passed=$(grep -E '^(#|ℹ) pass ' "$log" | tail -n 1 | grep -oE '[0-9]+')
    failed=$(grep -E '^(#|ℹ) fail ' "$log" | tail -n 1 | grep -oE '[0-9]+')
  elif ((status == 0)) && grep -qE '^Ran [0-9]+ test' "$log"; then
    passed=$(grep -oE '^Ran [0-9]+' "$log" | tail -n 1 | grep -oE '[0-9]+')
  fi
  # The exit status is believed when it says worse than the counts do.
  ((status == 0)) || [[ ${failed:-0} != 0 ]] || failed=1
  tally "$name" "${passed:-$((status == 0))}" "${failed:-0}" $((SECONDS - start))
}

# ctest_part NAME FOLDER: all of CTest's tests in a build folder, in parallel.
ctest_part() {
  local name=$1 folder=$2 log=build/$1-ctest.log start=$SECONDS status=0 summary failed total
  run_part "$name" "$log" ctest --test-dir "$folder" -j "$jobs" --output-on-failure --no-tests=error || status=$?
  summary=$(grep -oE '[0-9]+ tests failed out of [0-9]+' "$log" | tail -n 1 || true)
  failed=${summary%% *} total=${summary##* }
  ((status == 0)) || [[ ${failed:-0} != 0 ]] || failed=1 total=${total:-1}
  tally "$name" $((${total:-0} - ${failed:-0})) "${failed:-0}" $((SECONDS - start))
}

# The table of parts and the line that sums them up; fails if anything failed or nothing was tested.
closing_lines() {
  printf '\n'
  printf '%s\n' "${tally_lines[@]}"
  printf '\nin %d s\n%d passed, %d failed\n' "$SECONDS" "$tally_passed" "$tally_failed"
  ((tally_failed == 0 && tally_passed > 0))
}
