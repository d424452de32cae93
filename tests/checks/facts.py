#!/usr/bin/env python3
"""Holds the facts about Cloud PKI, their tests and their table together.

Usage: facts.py PKIWB [--fix]. Every fact of core/cloudpki/facts.cpp (as `pkiwb` lists them) has a test in
tests/cloudpki whose name begins with its id, no test names a fact that there is not, and docs/cloud-pki-facts.md is
the table of them; --fix writes that anew. Ends with 'N passed, N failed'.
"""

import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLE = ROOT / 'docs' / 'cloud-pki-facts.md'
HEAD = '''# What the model of Cloud PKI stands on

One row for each fact that the model follows: the sentence, how sure we are of it, where it is written, and the test that
shows that the model keeps to it (`tests/cloudpki`). Made by `tests/checks/facts.py`; the facts are in
`core/cloudpki/facts.cpp`, and `pkiwb tenant facts` prints them.

| sure | means |
|---|---|
| documented | Microsoft's documentation says so, under that title |
| observed | seen in one real tenant; others may differ |
| rfc | a standard says so |
| measured | seen with a real implementation |
| sense | nobody says: what any CA would do, or what follows from the rest |

| fact | | sure | source | test |
|---|---|---|---|---|
'''


def tests():
    """Yields (fact or None, test name, file name) for every test case."""
    for path in sorted((ROOT / 'tests' / 'cloudpki').glob('*_test.cpp')):
        for name in re.findall(r'TEST_CASE\("((?:[^"\\]|\\.)*)"', path.read_text(encoding='utf-8')):
            match = re.match(r'([a-z0-9]+\.[a-z0-9_]+): ', name)
            yield (match.group(1) if match else None), name, path.name


def main():
    pkiwb = sys.argv[1]
    request = json.dumps({'method': 'tenant.facts', 'params': {}})
    answer = subprocess.run([pkiwb, 'api'], input=request + '\n', capture_output=True, text=True, check=True).stdout
    facts = json.loads(answer)['result']['facts']
    shown = {}
    faults = []
    known = {fact['id'] for fact in facts}
    for fact, name, file in tests():
        if fact is None:
            continue
        shown.setdefault(fact, []).append(file)
        if fact not in known:
            faults.append(f'tests/cloudpki/{file}: "{name}" names the fact {fact}, which there is not')
    rows = []
    for fact in facts:
        files = sorted(set(shown.get(fact['id'], [])))
        if not files:
            faults.append(f'{fact["id"]}: no test in tests/cloudpki begins with it')
        statement = fact['statement'].replace('|', '\\|')
        rows.append(f'| `{fact["id"]}` | {statement} | {fact["ground"]} | {fact["source"]} | {", ".join(files)} |\n')
    table = HEAD + ''.join(rows)
    if '--fix' in sys.argv:
        TABLE.write_text(table, encoding='utf-8')
    elif not TABLE.exists() or TABLE.read_text(encoding='utf-8') != table:
        faults.append(f'{TABLE.relative_to(ROOT)}: not what the facts and tests say; run tests/checks/facts.py --fix')
    for fault in faults:
        print(fault)
    print(f'{len(facts) + 1 - len(faults)} passed, {len(faults)} failed')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
