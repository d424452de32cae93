#!/usr/bin/env python3
"""cloud_pki_story.py PKIWB: a tenant of Cloud PKI from its first CA to a renewal, by the command line, with OpenSSL as witness.

Both models in one tenant: a root and an issuing CA in the cloud, and a BYOCA issuing CA whose request a private PKI signs,
first wrongly and then rightly. Ten devices of four platforms enrol with both; one leaf is revoked; the clock moves by eight
days; the issuing CA is renewed. At each step `openssl verify` and our chain check must say of the leaves what the story says.
The last line is 'N passed, N failed'.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

PKIWB = str(pathlib.Path(sys.argv[1]).resolve())
START = "2026-06-15T12:00:00Z"
PASSED, FAILED = [], []


def claim(truth, words):
    (PASSED if truth else FAILED).append(words)
    print(("ok    " if truth else "FAIL  ") + words)


class Story:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def run(self, *words, ok=True):
        done = subprocess.run([PKIWB, *words], cwd=self.folder, capture_output=True, text=True, check=False)
        if ok and done.returncode != 0:
            raise RuntimeError(f"pkiwb {' '.join(words)}: {done.stdout}{done.stderr}")
        return done

    def tenant(self, verb, *words, ok=True):
        return self.run("tenant", verb, "contoso.json", *words, ok=ok)

    def view(self):
        return json.loads(self.tenant("show", "--json").stdout)["view"]

    def ca(self, name):
        return next(ca for ca in self.view()["cas"] if ca["name"] == name)

    def leaves(self, name):
        return json.loads(self.tenant("leaves", name, "--json").stdout)["leaves"]

    def write_leaf(self, leaf, name):
        pem = "-----BEGIN CERTIFICATE-----\n" + leaf["der"] + "\n-----END CERTIFICATE-----\n"
        (self.folder / name).write_text(pem, encoding="ascii")

    def publish(self):
        shutil.rmtree(self.folder / "web", ignore_errors=True)
        self.tenant("publish", "--out", "web")
        self.run("private-pki", "publish", "corp.json", "--out", "web", "--now", self.view()["clock"])

    def our_verdict(self, leaf, anchor):
        """Whether the chain check accepts the leaf, following AIA and CDP into what is published."""
        self.publish()
        done = self.run("chain", "check", leaf, "--trusted", anchor, "--purpose", "tls-client", "--repository", "web",
                        "--fetch", "all", "--revocation", "hard-fail", "--at", self.view()["clock"], ok=False)
        return done.returncode == 0

    def openssl_verdict(self, leaf, anchor, chain):
        """The same of OpenSSL, which is given the CAs between, and every CRL that is published."""
        self.publish()
        crls = self.folder / "crls.pem"
        with crls.open("wb") as out:
            for path in sorted((self.folder / "web").rglob("*.crl")):
                out.write(subprocess.run(["openssl", "crl", "-inform", "DER", "-in", str(path)], capture_output=True,
                                         check=True).stdout)
        seconds = subprocess.run(["date", "-u", "-d", self.view()["clock"], "+%s"], capture_output=True, text=True,
                                 check=True).stdout.strip()
        words = ["openssl", "verify", "-CAfile", anchor, "-purpose", "sslclient", "-crl_check_all", "-CRLfile", "crls.pem",
                 "-attime", seconds]
        for name in chain:
            words += ["-untrusted", name]
        done = subprocess.run([*words, leaf], cwd=self.folder, capture_output=True, text=True, check=False)
        return done.returncode == 0, done.stdout + done.stderr

    def pem_of(self, ca, name, version=None):
        """A CA's certificate as PEM."""
        words = [ca, "--out", "ca.der", "--force"] + (["--version", str(version)] if version else [])
        self.tenant("certificate", *words)
        pem = subprocess.run(["openssl", "x509", "-inform", "DER", "-in", "ca.der"], cwd=self.folder, capture_output=True,
                             check=True).stdout
        (self.folder / name).write_bytes(pem)

    def both(self, leaf, anchor, chain, wanted, words):
        ours = self.our_verdict(leaf, anchor)
        theirs, said = self.openssl_verdict(leaf, anchor, chain)
        claim(ours == wanted, f"{words}: ours {'accepts' if ours else 'refuses'}")
        claim(theirs == wanted, f"{words}: OpenSSL {'accepts' if theirs else 'refuses: ' + said.strip().splitlines()[-2] if said else ''}")


def play(story):
    story.run("tenant", "create", "contoso.json", "--name", "Contoso", "--now", START)
    for kind, name, extra in (("root", "Cloud Root", ["--years", "25", "--key", "rsa-2048"]),
                              ("issuing", "Cloud Issuing", ["--years", "10"]),
                              ("byoca", "BYOCA Issuing", ["--key", "rsa-2048"])):
        story.tenant("add-ca", "--kind", kind, "--name", name, "--purpose", "clientAuth", "--organization", "Contoso", *extra)
    claim([ca["status"] for ca in story.view()["cas"]] == ["Active", "Active", "Signing required"],
          "a root, an issuing CA under it, and a BYOCA that waits to be signed")
    fourth = story.tenant("add-ca", "--kind", "root", "--name", "Fourth", "--purpose", "clientAuth", "--years", "5", ok=False)
    claim(fourth.returncode == 1 and "may have no more than 3" in fourth.stderr, "a fourth CA is refused")

    story.run("private-pki", "create", "corp.json", "--name", "Corp", "--tiers", "2", "--now", START)
    story.tenant("request", "BYOCA Issuing", "--out", "byoca.req")
    said = subprocess.run(["openssl", "req", "-in", "byoca.req", "-noout", "-verify", "-subject"], cwd=story.folder,
                          capture_output=True, text=True, check=True)
    claim("BYOCA Issuing" in said.stdout + said.stderr, "OpenSSL reads the request and its proof of possession")
    story.run("private-pki", "sign", "corp.json", "byoca.req", "--out", "wrong", "--mistake", "eku-lost", "--now", START)
    wrong = story.tenant("upload", "BYOCA Issuing", "--signed", "wrong/certnew.cer", "--chain", "wrong/fullChain.p7b", ok=False)
    claim(wrong.returncode == 1 and "the private CA dropped it" in wrong.stdout, "an answer without its extended key usage is refused")
    claim(story.ca("BYOCA Issuing")["status"] == "Signing required", "and the CA waits on")
    story.run("private-pki", "sign", "corp.json", "byoca.req", "--out", "right", "--now", START)
    story.tenant("upload", "BYOCA Issuing", "--signed", "right/certnew.cer", "--chain", "right/fullChain.p7b")
    byoca = story.ca("BYOCA Issuing")
    claim(byoca["status"] == "Active" and byoca["root_common_name"] == "External root CA", "the right answer makes it active")

    story.run("fleet", "sample", "contoso.json")
    story.run("fleet", "usual-profiles", "contoso.json", "Cloud Issuing")
    story.run("fleet", "usual-profiles", "contoso.json", "BYOCA Issuing")
    story.run("fleet", "check-in", "contoso.json")
    cloud, byoca = story.leaves("Cloud Issuing"), story.leaves("BYOCA Issuing")
    devices = story.view()["fleet"]["devices"]
    platforms = {device["platform"] for device in devices if device["identities"]}
    claim(len(devices) == 10 and len(cloud) == len(byoca) == 9, "nine devices with users got a certificate of each CA")
    claim({"windows", "ios", "macos"} <= platforms and any(each.startswith("android") for each in platforms),
          "of four platforms")
    kiosk = next(device for device in devices if device["name"] == "KIOSK-LOBBY")
    claim(not kiosk["identities"], "the kiosk, which has no user, got none")

    story.pem_of("Cloud Root", "cloud-root.pem")
    story.pem_of("Cloud Issuing", "cloud-issuing.pem")
    story.pem_of("BYOCA Issuing", "byoca.pem")
    chain = subprocess.run(["openssl", "pkcs7", "-inform", "DER", "-in", "right/fullChain.p7b", "-print_certs"],
                           cwd=story.folder, capture_output=True, check=True).stdout.split(b"-----END CERTIFICATE-----\n")
    certificates = [each[each.index(b"-----BEGIN"):] + b"-----END CERTIFICATE-----\n" for each in chain if b"-----BEGIN" in each]
    roots = [each for each in certificates if is_self_signed(each)]
    (story.folder / "corp-root.pem").write_bytes(roots[0])
    (story.folder / "corp-issuing.pem").write_bytes(next(each for each in certificates if each not in roots))
    story.write_leaf(cloud[0], "cloud.pem")
    story.write_leaf(cloud[1], "other.pem")
    story.write_leaf(byoca[0], "byoca-leaf.pem")
    story.both("cloud.pem", "cloud-root.pem", ["cloud-issuing.pem"], True, "a leaf of the cloud model, anchored at the cloud root")
    story.both("byoca-leaf.pem", "corp-root.pem", ["byoca.pem", "corp-issuing.pem"], True,
               "a leaf of the BYOCA, anchored at the private root")
    story.both("byoca-leaf.pem", "cloud-root.pem", ["byoca.pem"], False, "a leaf of the BYOCA, with the cloud root as anchor")

    said = story.tenant("revoke-leaf", "Cloud Issuing", "--serial", cloud[0]["serial"]).stdout
    claim("until then it may accept" in said, "the workbench says for how long a cached CRL may be used")
    story.both("cloud.pem", "cloud-root.pem", ["cloud-issuing.pem"], False, "the revoked leaf")
    story.both("other.pem", "cloud-root.pem", ["cloud-issuing.pem"], True, "another leaf of that CA")
    before = story.ca("Cloud Issuing")["versions"][0]["crl"]["number"]
    story.tenant("clock", "--days", "8")
    crl = story.ca("Cloud Issuing")["versions"][0]["crl"]
    claim(crl["number"] == before + 2 and not crl["lapsed"], "eight days later two more CRLs were published")
    story.both("other.pem", "cloud-root.pem", ["cloud-issuing.pem"], True, "eight days later, the other leaf")

    early = story.tenant("renew", "Cloud Issuing", ok=False)
    claim(early.returncode == 1 and "half of its lifetime" in early.stderr, "too early to renew")
    story.tenant("clock", "--years", "5")
    story.tenant("renew", "Cloud Issuing")
    claim(story.ca("Cloud Issuing")["renewal"] == "Staged", "at half of its lifetime the issuing CA is renewed: staged")
    story.tenant("activate", "Cloud Issuing", "--version", "2")
    claim(story.ca("Cloud Issuing")["title"] == "Cloud Issuing (V2.0)", "activated it is named with its version")
    story.run("fleet", "check-in", "contoso.json")
    newest = story.leaves("Cloud Issuing")[0]
    story.pem_of("Cloud Issuing", "cloud-issuing-2.pem", 2)
    story.write_leaf(newest, "newest.pem")
    claim(newest["version"] == 2, "devices that check in after that get certificates of the new version")
    story.both("newest.pem", "cloud-root.pem", ["cloud-issuing-2.pem"], True, "a leaf of the renewed CA")
    _, said = story.openssl_verdict("newest.pem", "cloud-root.pem", ["cloud-issuing.pem"])
    claim("error 20" in said, "with the old issuing certificate alone OpenSSL finds no issuer (error 20)")
    story.tenant("pause", "Cloud Issuing (V2.0)")
    refused = story.tenant("revoke", "Cloud Issuing (V2.0)", ok=False)
    claim(refused.returncode == 1 and "must be revoked before" in refused.stderr, "with active leaves the CA cannot be revoked")
    story.tenant("revoke-leaf", "Cloud Issuing (V2.0)", "--all")
    story.tenant("revoke", "Cloud Issuing (V2.0)")
    story.both("newest.pem", "cloud-root.pem", ["cloud-issuing-2.pem"], False, "after the CA was revoked, its leaf")
    story.tenant("delete", "Cloud Issuing (V2.0)")
    story.tenant("delete", "Cloud Root")
    claim([ca["name"] for ca in story.view()["cas"]] == ["BYOCA Issuing"], "the issuing CA is deleted, then its root")
    claim(len(story.view()["audit"]) > 20, "the audit log tells it all")


def is_self_signed(pem):
    said = subprocess.run(["openssl", "x509", "-noout", "-subject", "-issuer"], input=pem, capture_output=True, check=True)
    lines = said.stdout.decode().splitlines()
    return lines[0].removeprefix("subject=") == lines[1].removeprefix("issuer=")


def main():
    if shutil.which("openssl") is None:
        print("skipped: there is no openssl")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        play(Story(folder))
    print(f"{len(PASSED)} passed, {len(FAILED)} failed")
    return 1 if FAILED else 0


if __name__ == "__main__":
    sys.exit(main())
