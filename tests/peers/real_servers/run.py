#!/usr/bin/env python3
"""run.py PKIWB [--only PATTERN] [--keep FOLDER]: real nginx, Apache and FreeRADIUS on loopback, set up by the deploy packs
of many estates; openssl s_client, curl and eapol_test play the device with the certificate that it has in the estate.

For each estate (estates.py) and each service, with TLS 1.2 and 1.3: what came of the conversation, and the alert or the
answer by which the refused side was told, must be what pkiwb foretells (estate matrix, estate handshake), or stand in
differences.tsv with the reason. OpenSSL's errors in the servers' logs must be among the words for what estate why says.
The settings files must pass `nginx -t`, `apache2 -t` and `freeradius -C`. The last line is 'N conversations: N as foretold,
N explained, N unexplained'; the exit status is 1 where one is unexplained, where a row of differences.tsv explains nothing,
where a log says otherwise, or where settings are refused; 77 where a program is missing.
"""

import argparse
import collections
import concurrent.futures
import contextlib
import dataclasses
import fnmatch
import itertools
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading

import apache
import clients
import compare
import estates
import freeradius
import nginx
import process
from workbench import Workbench, device_files, now

HERE = pathlib.Path(__file__).resolve().parent
DRIVERS = {"nginx": nginx, "apache": apache, "freeradius": freeradius}
# Service -> (client, versions of TLS that it can be held to). Debian's eapol_test has no EAP-TLS 1.3.
CLIENTS = {"nginx": ((clients.openssl, ("1.2", "1.3")), (clients.curl, ("1.2", "1.3"))),
           "apache": ((clients.openssl, ("1.2", "1.3")), (clients.curl, ("1.2", "1.3"))),
           "freeradius": ((clients.eapol_test, ("1.2",)),)}
# Program -> Debian package.
NEEDED = {"openssl": "openssl", "curl": "curl", "eapol_test": "eapoltest",
          **{driver.PROGRAM: driver.PACKAGE for driver in DRIVERS.values()}}
VERSIONS = (["nginx", "-v"], ["apache2", "-v"], ["freeradius", "-v"], ["openssl", "version"], ["curl", "--version"],
            ["eapol_test", "-v"])
SKIPPED = 77
# Servers are where an ordinary user's PATH does not lead.
PATH = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"


class Labs(Workbench):
    """The workbench with the labs of estates.py, each made once, when it is first wanted."""

    def __init__(self, program, folder):
        super().__init__(program, folder)
        self._at = now()
        self._locks = {name: threading.Lock() for name in estates.LABS}
        self._made = {}
        self.words = compare.words_of_openssl(self)

    def lab(self, name):
        with self._locks[name]:
            if name not in self._made:
                self._made[name] = estates.LABS[name](self, name.replace(" ", "-"), self._at)
        return self._made[name]


@contextlib.contextmanager
def served(driver, place, work):
    """driver.serve, anew where somebody else took the port meanwhile."""
    with contextlib.ExitStack() as stack:
        for left in (2, 1, 0):
            try:
                port = stack.enter_context(driver.serve(place, work))
                break
            except process.NotStarted as trouble:
                if not left or "in use" not in str(trouble):
                    raise
        yield port


def folder_name(name):
    """The folder of a service in the pack."""
    return re.sub(r"[^A-Za-z0-9_.-]+", "-", name).strip("-.")


def play(lab, case, service, folder):
    """All conversations of a case with one service: ([compare.Row], troubles)."""
    kind, name = service["kind"], service["name"]
    driver = DRIVERS[kind]
    at_device, at_server, place = folder / kind / "device", folder / kind / "server", folder / "place"
    at_device.mkdir(parents=True)
    at_server.mkdir()
    device = clients.Device(host=service["host"], **device_files(lab, lab.shown, case.device, at_device))
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(folder / "pack" / "services" / folder_name(service["name"]), place)
    rows = []
    all_versions = {tls for _, versions in CLIENTS[kind] for tls in versions}
    foretold = {tls: compare.foretell(lab, case.device, name, tls) for tls in all_versions}
    with served(driver, place, at_server) as port:
        for client, versions in CLIENTS[kind]:
            for tls in versions:
                real, said = client(device, port, tls, at_device)
                if real.answer == clients.FAILURE_ALONE:
                    real = dataclasses.replace(real, alert=freeradius.alert_made(at_server))
                rows.append(compare.Row(case.name, kind, tls, client.__name__, foretold[tls], real, said))
    troubles = []
    errors, named = driver.errors(at_server), compare.foretold_errors(lab, lab.workbench.words, case.device, name)
    if not errors <= named:
        troubles.append(f"it logged OpenSSL's errors {sorted(errors)}; foretold are {sorted(named)}")
    refused = driver.test_settings(at_server)
    if refused:
        troubles.append(f"it refuses the settings: {refused}")
    return rows, [f"{case.name} | {kind}: {trouble}" for trouble in troubles]


def play_case(labs, number, case):
    """(rows, troubles) of a case with all services."""
    lab = labs.lab(case.lab).copy(f"case-{number}")
    for are_edits, steps in itertools.groupby(case.steps, callable):
        if are_edits:
            for step in steps:
                step(lab)
        else:
            lab.change(list(steps))
    lab.shown = lab.show()
    matrix = lab.matrix()
    folder = labs.folder / f"case-{number}"
    lab.pack(folder / "pack", folder / "place")
    rows, troubles = [], []
    for service in lab.shown["view"]["services"]:
        try:
            of_service = play(lab, case, service, folder)
            rows += of_service[0]
            troubles += of_service[1]
        except (process.NotStarted, subprocess.TimeoutExpired) as trouble:
            troubles.append(f"{case.name} | {service['kind']}: {trouble}")
    for row in rows:
        service = next(each["name"] for each in lab.shown["view"]["services"] if each["kind"] == row.service)
        foretold = matrix[case.device, service]
        if compare.SEEN.get(foretold, foretold) != row.foretold.outcome:
            troubles.append(f"{row}: the matrix says {foretold}, the handshake {row.foretold}")
    return rows, troubles


def report(rows, troubles, differences):
    """Prints what differs without a reason and the table; whether all is well."""
    counts = collections.Counter()
    used = collections.Counter()
    table = collections.defaultdict(collections.Counter)
    for row in rows:
        verdict = "as foretold"
        if not compare.same(row.foretold, row.real):
            difference = compare.explain(differences, row)
            used[difference] += 1
            verdict = "explained" if difference else "unexplained"
            if not difference:
                print(f"{row}: {row.real}; foretold: {row.foretold}")
        counts[verdict] += 1
        table[row.service, row.client][verdict] += 1
    for trouble in troubles:
        print(trouble)
    cases = {row.case for row in rows}
    idle = [each for each in differences if not used[each] and each[0] in cases]
    for each in idle:
        print(f"differences.tsv explains nothing: {' | '.join(each[:5])}")
    print(f"\n{'service':12} {'device':12} {'as foretold':>12} {'explained':>10} {'unexplained':>12}")
    for (service, client), tally in sorted(table.items()):
        print(f"{service:12} {client:12} {tally['as foretold']:12} {tally['explained']:10} {tally['unexplained']:12}")
    print()
    for each in filter(used.get, differences):
        print(f"{used[each]:4} x {' | '.join(each[:5])}: {each[5]}")
    print(f"{len(rows)} conversations: {counts['as foretold']} as foretold, {counts['explained']} explained, "
          f"{counts['unexplained']} unexplained")
    return not troubles and not idle and not counts["unexplained"]


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("pkiwb")
    parser.add_argument("--only", default="*", help="cases whose names fit this pattern")
    parser.add_argument("--keep", help="a new folder for all files, which stay there")
    options = parser.parse_args()
    missing = [f"{program} (Debian package {package})" for program, package in NEEDED.items()
               if not shutil.which(program, path=PATH)]
    if missing:
        print(f"skipped: not installed: {', '.join(missing)}")
        return SKIPPED
    os.environ["PATH"] = PATH
    for command in VERSIONS:
        print(process.run(command)[1].splitlines()[0])
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(options.keep or temporary).resolve()
        folder.mkdir(exist_ok=True)
        labs = Labs(os.path.realpath(options.pkiwb), folder)
        wanted = [(number, case) for number, case in enumerate(estates.CASES)
                  if fnmatch.fnmatchcase(case.name, options.only)]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            done = list(pool.map(lambda each: play_case(labs, *each), wanted))
    rows = [row for case_rows, _ in done for row in case_rows]
    troubles = [trouble for _, case_troubles in done for trouble in case_troubles]
    differences = compare.read_differences(HERE / "differences.tsv")
    return 0 if report(rows, troubles, differences) else 1


if __name__ == "__main__":
    sys.exit(main())
