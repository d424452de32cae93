#!/usr/bin/env python3
"""large_estate.py PKIWB OUT [DEVICES [SERVICES]]: makes a large lab file for the page: a tenant whose devices have all enrolled,
and relying parties of every kind around it.

The ten sample devices are copied until there are enough; each copy enrols with a key of its own, which takes most of the time
(about a quarter of a second for each device). tests/web/estate_timing.js measures with the file.
"""

import copy
import json
import pathlib
import subprocess
import sys
import tempfile
import uuid

NOW = "2026-06-15T12:00:00Z"
KINDS = ["nps", "freeradius", "vpn", "iis", "nginx", "apache", "entra-cba", "website"]


def run(pkiwb, folder, *words):
    done = subprocess.run([pkiwb, *words], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"pkiwb {' '.join(words)}: {done.stdout}{done.stderr}")


def make_id(number):
    return str(uuid.UUID(int=number, version=4))


def multiply_devices(tenant, wanted):
    """Copies the devices that have users; each copy is in the groups of its model."""
    fleet = tenant["fleet"]
    models = [device for device in fleet["devices"] if device["user"]]
    for number in range(wanted - len(fleet["devices"])):
        model = models[number % len(models)]
        device = copy.deepcopy(model)
        device.update(id=make_id(2 * number), entra_id=make_id(2 * number + 1), name=f"{model['name']} {number}")
        fleet["devices"].append(device)
        for group in fleet["groups"]:
            if model["id"] in group["members"]:
                group["members"].append(device["id"])


def main():
    pkiwb, out = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    devices = int(sys.argv[3]) if len(sys.argv) > 3 else 500
    services = int(sys.argv[4]) if len(sys.argv) > 4 else 20
    with tempfile.TemporaryDirectory() as folder:
        def tenant(verb, *words):
            run(pkiwb, folder, "tenant", verb, "contoso.json", *words)
        tenant("create", "--name", "Contoso", "--now", NOW)
        tenant("add-ca", "--kind", "root", "--name", "Root", "--purpose", "clientAuth", "--years", "25", "--key", "rsa-2048")
        tenant("add-ca", "--kind", "issuing", "--name", "Issuing", "--purpose", "clientAuth", "--years", "10")
        run(pkiwb, folder, "fleet", "sample", "contoso.json")
        run(pkiwb, folder, "fleet", "usual-profiles", "contoso.json", "Issuing")
        kinds = ",".join((KINDS * (services // len(KINDS) + 1))[:services])
        run(pkiwb, folder, "estate", "create", "contoso.json", "estate.json", "--services", kinds)
        path = pathlib.Path(folder) / "contoso.json"
        content = json.loads(path.read_text(encoding="utf-8"))
        multiply_devices(content, devices)
        path.write_text(json.dumps(content), encoding="utf-8")
        run(pkiwb, folder, "fleet", "check-in", "contoso.json")
        run(pkiwb, folder, "lab", "write", str(out), "--tenant", "contoso.json", "--estate", "estate.json", "--force")
    print(f"{out}: {devices} devices, {services} relying parties")


if __name__ == "__main__":
    main()
