#!/usr/bin/env python3
"""scep_strongswan.py PKIWB: strongSwan's SCEP client against our registration authority, over HTTP on the loopback interface.

`pki --scepca` fetches and takes apart what the CA says of itself; `pki --scep` enrols (by POST), is refused, waits and
polls, and renews. The certificates that it stores are checked with OpenSSL. Ends with 77 where strongSwan is not installed. The last
line is 'N passed, N failed'.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

import scep_server

PKIWB = str(pathlib.Path(sys.argv[1]).resolve())
CURL = "/usr/lib/ipsec/plugins/libstrongswan-curl.so"


def run(*command, stdin=None, cwd=None):
    return subprocess.run(command, input=stdin, capture_output=True, check=False, cwd=cwd)


def must(*command, cwd):
    done = run(*command, cwd=cwd)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: {done.stdout.decode(errors='replace')}{done.stderr.decode(errors='replace')}")
    return done.stdout


class Lab:
    """A CA with a registration authority, its server, and strongSwan's client."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.pkiwb("ca", "create", "--subject", "CN=Lab CA,O=Lab", "--key-spec", "rsa-3072", "--out", "ca.crt", "--key-out", "ca.key")
        self.pkiwb("leaf", "issue", "--issuer", "ca.crt", "--issuer-key", "ca.key", "--profile", "tls-client", "--subject",
                   "CN=Lab RA,O=Lab", "--key-usage", "digitalSignature,keyEncipherment", "--key-spec", "rsa-2048", "--out", "ra.crt",
                   "--key-out", "ra.key")
        self.pkiwb("scep", "ca", "ca.crt", "ra.crt", "--out", "ca.p7", "--caps-out", "caps.txt")
        # strongSwan 5.9.8 takes the numbers of capabilities for bits: it looks for SHA-256 at the bit of DES3, and for SCEPStandard
        # at that of SHA-384. Both are announced, so that it finds what is there.
        self.standard = (self.folder / "caps.txt").read_text() + "DES3\nSHA-384\n"
        (self.folder / "caps.txt").write_text(self.standard)
        self.desk = scep_server.Desk(PKIWB, folder)
        self.server, self.url = scep_server.start(self.desk)

    def pkiwb(self, *arguments):
        return must(PKIWB, *arguments, cwd=self.folder)

    def capabilities(self, *without):
        keywords = [line for line in self.standard.splitlines() if line not in without]
        (self.folder / "caps.txt").write_text("".join(f"{word}\n" for word in keywords))

    def key(self, name):
        must("openssl", "genrsa", "-traditional", "-out", f"{name}.key", "2048", cwd=self.folder)
        return f"{name}.key"

    def enrol(self, name, *options, key=None):
        """(exit status, what the client said); the certificate is in NAME.crt where it got one."""
        key = key or self.key(name)
        done = run("pki", "--scep", "--url", self.url, "--in", key, "--dn", f"O=Lab, CN={name}", "--cacert-enc", "ra.crt",
                   "--cacert-sig", "ca.crt", "--interval", "1", "--outform", "pem", *options, cwd=self.folder)
        if done.returncode == 0:
            (self.folder / f"{name}.crt").write_bytes(done.stdout)
        return done.returncode, done.stderr.decode(errors="replace")

    def is_good(self, name, key=None):
        """Whether OpenSSL accepts the certificate under the CA, for this key and this name."""
        if not (self.folder / f"{name}.crt").exists():
            return False
        verified = run("openssl", "verify", "-CAfile", "ca.crt", "-purpose", "sslclient", f"{name}.crt", cwd=self.folder)
        ours = run("openssl", "x509", "-in", f"{name}.crt", "-noout", "-pubkey", cwd=self.folder).stdout
        wanted = run("openssl", "pkey", "-in", key or f"{name}.key", "-pubout", cwd=self.folder).stdout
        subject = run("openssl", "x509", "-in", f"{name}.crt", "-noout", "-subject", cwd=self.folder).stdout.decode()
        return verified.returncode == 0 and ours == wanted and f"CN = {name}" in subject

    def last(self):
        return self.desk.seen[-1] if self.desk.seen else ("", "", [])


def cases(lab):
    """(what must hold, whether it does, what was said)."""
    done = run("pki", "--scepca", "--url", lab.url, "--caout", "got.ca", "--raout", "got.ra", "--outform", "pem", cwd=lab.folder)
    said = done.stderr.decode(errors="replace")
    same = [(lab.folder / got).exists() and
            must("openssl", "x509", "-in", got, "-outform", "DER", cwd=lab.folder) ==
            must("openssl", "x509", "-in", ours, "-outform", "DER", cwd=lab.folder)
            for got, ours in (("got.ca", "ca.crt"), ("got.ra", "ra.crt"))]
    yield "scepca fetches the CA's and the registration authority's certificate", done.returncode == 0 and all(same), said

    code, said = lab.enrol("posted", "--password", "secret", "--san", "posted.lab.example")
    yield "enrolment by POST", code == 0 and lab.is_good("posted"), said
    yield "the server saw a PKCSReq by POST", lab.last()[:2] == ("POST", "PKCSReq"), str(lab.last())
    text = run("openssl", "x509", "-in", "posted.crt", "-noout", "-text", cwd=lab.folder).stdout.decode()
    yield "the alternative name that was asked for is in the certificate", "posted.lab.example" in text, text

    # By GET nothing can be asked: the same bits make it send by POST, whatever is announced.
    for digest in ("sha256", "sha512"):
        code, said = lab.enrol(digest, "--digest", digest, "--password", "secret")
        yield f"enrolment with {digest}", code == 0 and lab.is_good(digest), said

    (lab.folder / "challenge.txt").write_text("secret\n")
    lab.desk.answer_options = ["--challenge", "file:challenge.txt"]
    code, said = lab.enrol("right", "--password", "secret")
    yield "enrolment with the challenge that is expected", code == 0 and lab.is_good("right"), said
    code, said = lab.enrol("wrong", "--password", "guess")
    refused = code != 0 and not (lab.folder / "wrong.crt").exists()
    yield "a wrong challenge is refused, and the client says so", refused and "badRequest" in said.replace(" ", ""), said
    lab.desk.answer_options = ["--refuse", "badAlg"]
    code, said = lab.enrol("refused", "--password", "secret")
    yield "a refusal with badAlg is told as such", code != 0 and "badAlg" in said.replace(" ", ""), said
    lab.desk.answer_options = []

    lab.desk.pending_left = 1
    code, said = lab.enrol("patient", "--password", "secret")
    yield "a request that waits is polled for and granted", code == 0 and lab.is_good("patient"), said
    yield "the server saw the poll", lab.last()[1] == "CertPoll", str(lab.last())

    key = lab.key("renewed")
    code, said = lab.enrol("posted2", "--cert", "posted.crt", "--key", "posted.key", key=key)
    renewed = code == 0 and (lab.folder / "posted2.crt").exists()
    yield "a renewal with a new key", renewed and lab.is_good("posted2", key), said
    yield "the server saw a RenewalReq", lab.last()[1] == "RenewalReq", str(lab.last())

    lab.pkiwb("ca", "create", "--subject", "CN=Lab CA,O=Lab", "--key-spec", "rsa-2048", "--out", "other.crt", "--key-out", "other.key")
    lab.pkiwb("leaf", "issue", "--issuer", "other.crt", "--issuer-key", "other.key", "--profile", "tls-client", "--subject",
              "CN=stranger,O=Lab", "--key-spec", "rsa-2048", "--out", "stranger.crt", "--key-out", "stranger.pk8")
    must("openssl", "rsa", "-in", "stranger.pk8", "-traditional", "-out", "stranger.key", cwd=lab.folder)
    code, said = lab.enrol("stranger2", "--cert", "stranger.crt", "--key", "stranger.key", key=key)
    yield "a renewal with another CA's certificate is refused", code != 0 and lab.last()[1] == "RenewalReq", said


def main():
    if not shutil.which("pki") or not pathlib.Path(CURL).exists():
        print("skipped: strongSwan is not installed (Debian packages strongswan-pki, libstrongswan-extra-plugins)")
        return 77
    if not shutil.which("openssl"):
        print("skipped: openssl is not installed (Debian package openssl)")
        return 77
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        lab = Lab(folder)
        for name, holds, said in cases(lab):
            if holds:
                passed += 1
            else:
                failed += 1
                print(f"FAILED: {name}\n{said}")
        lab.server.shutdown()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
