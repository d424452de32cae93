#!/usr/bin/env python3
"""relying_parties.py PKIWB CHAINS [MBEDTLS]: real implementations judge chains on which relying parties differ; each verdict
that is not the one that we foretell for that relying party must be in relying_differences.tsv, with the reason.

CHAINS is the program that writes them (relying_chains.cpp), MBEDTLS the one that asks Mbed TLS (mbedtls_verify.c). What is
not installed is left out, with a line. Prints the table of agreement: for each relying party how often verdicts agreed, how
often they differ for a known reason, and how often a refusal was in one of the words that we foretell. Afterwards the codes
of words are held against the headers of OpenSSL, NSS, GnuTLS and Mbed TLS, where they are installed. The last line is
'N verdicts: N agreed, N explained, N unexplained'; the exit status is 1 where one is unexplained, where a row of
relying_differences.tsv explains nothing, or where a code is wrong.
"""

import base64
import collections
import concurrent.futures
import fnmatch
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import differential
from differential import AT_EPOCH, HERE, HOST, run

AT = "2026-06-15T12:00:00Z"


def openssl(*more):
    def judge(stem):
        pool = f"{stem}.pool.pem"
        sent = ["-untrusted", pool] if os.path.getsize(pool) else []
        # Security level 1 is what TLS asks; `openssl verify` by itself asks nothing.
        return run(["openssl", "verify", "-attime", AT_EPOCH, "-purpose", "sslserver", "-verify_hostname", HOST,
                    "-auth_level", "1", *more, "-no-CApath", "-no-CAstore", "-CAfile", f"{stem}.anchor.pem", *sent,
                    f"{stem}.target.pem"])
    return judge


# One process for each chain: relying party -> (program, function).
ONE_BY_ONE = {
    "openssl": ("openssl", openssl()),
    "openssl-strict": ("openssl", openssl("-x509_strict")),
    "gnutls": ("certtool", differential.gnutls),
    "firefox": ("vfychain", differential.nss),
}


def by_lines(command):
    """A program that judges all chains and prints "N <tab> verdict <tab> why"."""
    output = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode("utf-8", "replace")
    answers = {}
    for line in output.splitlines():
        number, verdict, why = line.split("\t", 2)
        answers[number] = verdict == "accepted", why
    return answers


def ask_peers(folder, numbers, mbedtls):
    """{relying party: {number: (accepted, what it said)}} of all that are installed."""
    answers = {}
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for party, (tool, judge) in ONE_BY_ONE.items():
            if not shutil.which(tool):
                print(f"{party}: left out, {tool} is not installed")
                continue
            answers[party] = dict(zip(numbers, pool.map(judge, [f"{folder}/{number}" for number in numbers])))
    with tempfile.TemporaryDirectory() as tools:
        go = differential.build_go(tools)
        whole = {"go": [go, folder] if go else None,
                 "java": ["java", str(HERE / "java" / "Verify.java"), folder] if shutil.which("javac") else None,
                 "nodejs": ["node", str(HERE / "node" / "verify.js"), folder] if shutil.which("node") else None,
                 "mbedtls": [mbedtls, folder] if mbedtls else None}
        for party, command in whole.items():
            if command is None:
                print(f"{party}: left out, it is not installed")
            else:
                answers[party] = by_lines(command)
    return answers


def file_source(path):
    return {"data": base64.b64encode(pathlib.Path(path).read_bytes()).decode(), "name": "chain.pem"}


def ask_ourselves(pkiwb, folder, numbers, parties):
    """{number: {relying party: its row}}."""
    requests = []
    for number in numbers:
        stem = f"{folder}/{number}"
        params = {"target": file_source(f"{stem}.target.pem"), "anchors": [file_source(f"{stem}.anchor.pem")],
                  "at": AT, "purpose": "tls-server", "names": [HOST], "relying_parties": parties}
        if os.path.getsize(f"{stem}.pool.pem"):
            params["pool"] = [file_source(f"{stem}.pool.pem")]
        requests.append(json.dumps({"id": int(number), "method": "chain.relying_parties", "params": params}))
    lines = subprocess.run([pkiwb, "api"], input="\n".join(requests).encode(), stdout=subprocess.PIPE, check=True).stdout
    rows = {}
    for line in lines.splitlines():
        answer = json.loads(line)
        if not answer["ok"]:
            sys.exit(f"chain {answer['id']}: {answer['error']['summary']}")
        rows[str(answer["id"])] = {row["id"]: row for row in answer["result"]["rows"]}
    return rows


def call(pkiwb, method):
    request = json.dumps({"method": method}).encode()
    output = subprocess.run([pkiwb, "api"], input=request, stdout=subprocess.PIPE, check=True).stdout
    return json.loads(output)["result"]


def read_differences(path):
    """[(relying party, pattern of chains, its verdict, reason)]."""
    rows = []
    for line in path.read_text().splitlines():
        if line and not line.startswith("#"):
            rows.append(tuple(line.split("\t")))
    return rows


def explain(rows, party, chain, verdict):
    for row in rows:
        if row[0] in (party, "*") and row[2] == verdict and fnmatch.fnmatchcase(chain, row[1]):
            return row
    return None


def said(word, output):
    """Whether an output holds a word: its code, its name or its message."""
    low = output.lower()
    for part in (word["name"], word["text"]):
        if part and part.lower() in low:
            return True
    # Java names an exception by its message; Go by its type, which it does not print.
    code = word["code"]
    if code.startswith("0x") and (flags := re.search(r"flags 0x([0-9a-f]+)", low)):
        return int(flags.group(1), 16) & int(code, 16) != 0
    return bool(code) and re.search(rf"(?<![\w-]){re.escape(code.lower())}(?!\w)", low) is not None


def compare(cases, ours, theirs, faults, rows):
    """Prints what differs without a reason, and the table; returns (tally, rows that explained something)."""
    words = {fault["id"]: fault["words"] for fault in faults}
    total = collections.Counter()
    seen = collections.Counter()
    table = []
    for party, answers in theirs.items():
        tally = collections.Counter()
        for number, (accepted, output) in answers.items():
            row = ours[number][party]
            verdict = "accepted" if accepted else "refused"
            if accepted == row["accepted"]:
                tally["agreed"] += 1
                if not accepted:
                    tally["refused"] += 1
                    tally["in words"] += any(said(word, output) for word in words.get(row["fault"], []))
                continue
            key = explain(rows, party, cases[number], verdict)
            if key:
                seen[key] += 1
                tally["explained"] += 1
                continue
            tally["unexplained"] += 1
            last = " / ".join(output.strip().splitlines()[-2:])[:300]
            print(f"{number}: {party} {verdict}: {cases[number]}; we foretell: {row['sentence']} It says: {last}")
        table.append((party, len(answers), tally))
        total.update(tally)
    print(f"\n{'relying party':16} {'chains':>6} {'agreed':>7} {'explained':>9} {'unexplained':>11}  refusals in our words")
    for party, count, tally in table:
        print(f"{party:16} {count:6} {tally['agreed']:7} {tally['explained']:9} {tally['unexplained']:11}  "
              f"{tally['in words']} of {tally['refused']}")
    print()
    for key, times in sorted(seen.items()):
        print(f"{times:5} x {' | '.join(key[:3])}: {key[3]}")
    return total, seen


# Headers that define codes: product (as its title begins), files that may be there, how a definition looks.
HEADERS = [
    ("OpenSSL", ["/usr/include/openssl/x509_vfy.h"], r"define\s+(X509_V_ERR_\w+)\s+(\d+)", 0),
    ("NSS", ["/usr/include/nss/secerr.h"], r"(SEC_ERROR_\w+)\s*=\s*\(?SEC_ERROR_BASE\s*\+\s*(\d+)", -0x2000),
    ("NSS", ["/usr/include/nss/sslerr.h"], r"(SSL_ERROR_\w+)\s*=\s*\(?SSL_ERROR_BASE\s*\+\s*(\d+)", -0x3000),
    ("GnuTLS", ["/usr/include/gnutls/gnutls.h"], r"(GNUTLS_CERT_\w+)\s*=\s*1\s*<<\s*(\d+)", "shift"),
]


def wrong_codes(faults):
    """Words whose code is not that of the header; prints how many were looked at."""
    wrong = []
    for product, files, pattern, base in HEADERS:
        path = next((pathlib.Path(file) for file in files if os.path.exists(file)), None)
        if path is None:
            print(f"codes of {product}: not compared, {files[0]} is not installed")
            continue
        known = dict(re.findall(pattern, path.read_text(encoding="utf-8", errors="replace")))
        looked_at = 0
        for fault in faults:
            for word in fault["words"]:
                if not word["product"].startswith(product) or word["name"] not in known:
                    continue
                number = int(known[word["name"]])
                code = 1 << number if base == "shift" else number + base
                looked_at += 1
                if int(word["code"], 0) != code:
                    wrong.append(f"{word['name']} is {code}, not {word['code']}")
        print(f"codes of {product}: {looked_at} compared with {path.name}")
        if looked_at == 0:
            wrong.append(f"{path} defines none of the codes of {product}")
    return wrong


def main():
    pkiwb, chains = sys.argv[1:3]
    mbedtls = sys.argv[3] if len(sys.argv) > 3 else None
    rows = read_differences(HERE / "relying_differences.tsv")
    faults = call(pkiwb, "faults")["faults"]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([chains, folder], check=True)
        lines = pathlib.Path(folder, "verdicts.tsv").read_text().splitlines()
        cases = dict(line.split("\t") for line in lines)
        theirs = ask_peers(folder, list(cases), mbedtls)
        ours = ask_ourselves(pkiwb, folder, list(cases), list(theirs))
        total, seen = compare(cases, ours, theirs, faults, rows)
    idle = [row for row in rows if row[0] in theirs and row not in seen]
    for row in idle:
        print(f"explains nothing any more: {' | '.join(row)}")
    wrong = wrong_codes(faults)
    for line in wrong:
        print(line)
    count = total["agreed"] + total["explained"] + total["unexplained"]
    print(f"{count} verdicts: {total['agreed']} agreed, {total['explained']} explained, {total['unexplained']} unexplained")
    return 1 if total["unexplained"] or idle or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
