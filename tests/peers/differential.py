#!/usr/bin/env python3
"""differential.py HIERARCHIES [COUNT [SECONDS [FIRST]]]: other implementations judge random hierarchies, and each verdict that
is not ours must be in differences.tsv, with the reason.

HIERARCHIES is the program that writes them (hierarchies.cpp). COUNT hierarchies are judged, or as many as fit into SECONDS;
they are numbered from FIRST on, and the same number is the same hierarchy. Each peer judges those whose question (policies,
CRLs) it can be asked. Peers that are not installed are left out, with a line. The last line is 'N hierarchies: N agreed,
N explained, N unexplained'; the exit status is 1 where one is unexplained.
"""

import collections
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

AT_EPOCH = "1781524800"  # pki::test::kNow, 2026-06-15T12:00:00Z
HOST = "leaf.example.com"
HERE = pathlib.Path(__file__).parent
BATCH = 50


def run(command):
    environment = dict(os.environ, LC_ALL="C", TZ="UTC")
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment, check=False)
    return done.returncode == 0, done.stdout.decode("utf-8", "replace")


# What OpenSSL calls the words of questions.h.
OPENSSL_WORDS = {"explicit-policy": ["-explicit_policy"], "policy-check": ["-policy_check"], "inhibit-mapping": ["-inhibit_map"],
                 "inhibit-any": ["-inhibit_any"], "crl-check=target": ["-crl_check"], "crl-check=chain": ["-crl_check_all"]}


def openssl(stem, words):
    command = ["openssl", "verify", "-attime", AT_EPOCH, "-purpose", "sslserver", "-verify_hostname", HOST,
               "-no-CApath", "-no-CAstore", "-CAfile", f"{stem}.anchor.pem", "-untrusted", f"{stem}.pool.pem"]
    for word in words:
        command += ["-policy", word.removeprefix("policy=")] if word.startswith("policy=") else OPENSSL_WORDS[word]
    # Without any it takes the user's initial set for empty, where RFC 5280 6.1.1 (c) has any-policy.
    if kind_of(words) == "policies" and not any(word.startswith("policy=") for word in words):
        command += ["-policy", "2.5.29.32.0"]
    if os.path.getsize(f"{stem}.crls.pem"):
        command += ["-CRLfile", f"{stem}.crls.pem"]
    return run(command + [f"{stem}.target.pem"])


def gnutls(stem, _words=()):
    # It cannot be told a time; what is valid or not at kNow is so until 2034.
    chain = pathlib.Path(f"{stem}.target.pem").read_text() + pathlib.Path(f"{stem}.pool.pem").read_text()
    with tempfile.NamedTemporaryFile("w", suffix=".pem") as file:
        file.write(chain)
        file.flush()
        command = ["certtool", "--verify", "--verify-purpose", "1.3.6.1.5.5.7.3.1", "--verify-hostname", HOST,
                   "--load-ca-certificate", f"{stem}.anchor.pem", "--infile", file.name]
        return run(command)


def nss(stem, _words=()):
    folder = pathlib.Path(stem).parent
    name = pathlib.Path(stem).name
    pool = sorted(folder.glob(f"{name}.pool.*.der"))
    command = ["vfychain", "-b", "260615120000Z", "-u", "1", "-pp", f"{stem}.target.der"]
    for path in pool:
        command += [str(path)]
    return run(command + ["-t", f"{stem}.anchor.der"])


# The tool, how it is asked, and which questions it can be asked besides a purpose and a host. vfychain takes CRLs from a
# data base only, Go's crypto/x509 (asked apart) knows neither, and GnuTLS looks for revoked certificates in CRLs that hold,
# and is content where none does: it cannot be asked for more.
PEERS = {"openssl": ("openssl", openssl, {"policies", "crls"}), "gnutls": ("certtool", gnutls, set()),
         "nss": ("vfychain", nss, set())}


def kind_of(words):
    """The question of these words: "plain", "policies" or "crls"."""
    if not words:
        return "plain"
    return "crls" if words[0].startswith("crl-check") else "policies"


def read_differences(path):
    rows = {}
    for line in path.read_text().splitlines():
        if line and not line.startswith("#"):
            peer, fault, pool, verdict, reason = line.split("\t")
            rows[peer, fault, pool, verdict] = reason
    return rows


def explain(rows, peer, fault, pool, verdict):
    for key in ((peer, fault, pool, verdict), (peer, fault, "*", verdict), (peer, "*", pool, verdict)):
        if key in rows:
            return key
    return None


def build_go(folder):
    """The program that judges with Go's crypto/x509; None where there is no Go."""
    if not shutil.which("go"):
        return None
    program = str(pathlib.Path(folder, "verify"))
    subprocess.run(["go", "build", "-o", program, str(HERE / "go" / "verify.go")], check=True,
                   env=dict(os.environ, GOCACHE=str(pathlib.Path(folder, "cache")), GO111MODULE="off"))
    return program


def ask_go(program, folder):
    """It judges a batch in one run: {number: (accepted, why)}."""
    lines = subprocess.run([program, folder], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8", "replace")
    answers = {}
    for line in lines.splitlines():
        number, verdict, why = line.split("\t")
        answers[number] = verdict == "accepted", why
    return answers


def find_peers():
    peers = {}
    for name, (tool, judge, questions) in PEERS.items():
        if shutil.which(tool):
            peers[name] = judge, questions | {"plain"}
        else:
            print(f"{name}: left out, {tool} is not installed")
    return peers


def judge_batch(folder, peers, go):
    """Yields (case, peer, accepted, output) for every case of the folder and every peer that can be asked it."""
    cases = [line.split("\t") for line in pathlib.Path(folder, "verdicts.tsv").read_text().splitlines()]
    for case in cases:
        case[4] = [] if case[4] == "-" else case[4].split()
    jobs = [(case, name) for case in cases for name, (_, questions) in peers.items() if kind_of(case[4]) in questions]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = pool.map(lambda job: peers[job[1]][0](f"{folder}/{job[0][0]}", job[0][4]), jobs)
        for (case, name), (good, output) in zip(jobs, answers):
            yield case, name, good, output
    if go:
        answers = ask_go(go, folder)
        for case in cases:
            if kind_of(case[4]) == "plain":
                yield case, "go", *answers[case[0]]


def main():
    program = sys.argv[1]
    count, seconds, first = [int(word) for word in sys.argv[2:5]] + [100, 10**9, 1][len(sys.argv[2:5]):]
    rows = read_differences(HERE / "differences.tsv")
    tally = collections.Counter()
    seen = collections.Counter()
    started = time.monotonic()
    number = first
    with tempfile.TemporaryDirectory() as tools:
        peers = find_peers()
        go = build_go(tools)
        if not go:
            print("go: left out, go is not installed")
        while number < first + count and (number == first or time.monotonic() - started < seconds):
            size = min(BATCH, first + count - number)
            with tempfile.TemporaryDirectory() as folder:
                subprocess.run([program, str(size), folder, str(number)], check=True)
                for (case, ours, fault, crowd, words), name, good, output in judge_batch(folder, peers, go):
                    theirs = "accepted" if good else "refused"
                    if theirs == ours:
                        tally["agreed"] += 1
                        continue
                    key = explain(rows, name, fault, crowd, theirs)
                    if key:
                        tally["explained"] += 1
                        seen[key] += 1
                        continue
                    tally["unexplained"] += 1
                    last = output.strip().splitlines()[-3:]
                    print(f"{case}: {name} {theirs}, we {ours} it; fault: {fault}; {crowd}; asked: {words}; it says: {' / '.join(last)}")
            number += size
    for key, times in sorted(seen.items()):
        print(f"{times:5} x {' | '.join(key)}: {rows[key]}")
    print(f"{number - first} hierarchies: {tally['agreed']} agreed, {tally['explained']} explained, "
          f"{tally['unexplained']} unexplained")
    return 1 if tally["unexplained"] else 0


if __name__ == "__main__":
    sys.exit(main())
