#!/usr/bin/env python3
"""byoca_desk.py PKIWB [NAME]: the BYOCA check desk on prepared answers of a private CA, made with OpenSSL.

Each case plants faults (or none) and names the rules that must be found. Exactly these must stand in the report with the weight of
a warning or more; no case may find a fault that was not planted. Of every case that is ready, the files that the desk writes must be
ready at its second look, and `openssl verify` must accept them. The last line is 'N passed, N failed'.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

PKIWB = str(pathlib.Path(sys.argv[1]).resolve())
ONLY = sys.argv[2] if len(sys.argv) > 2 else ""
B = "cloudpki.byoca."
SUBJECT = "/C=DE/O=Contoso/CN=Contoso BYOCA Issuing CA"
URLS = "authorityInfoAccess=caIssuers;URI:http://pki.example/ca.cer\ncrlDistributionPoints=URI:http://pki.example/ca.crl\n"
LDAP = ("authorityInfoAccess=caIssuers;URI:ldap:///CN=Corp?cACertificate\n"
        "crlDistributionPoints=URI:ldap:///CN=Corp?certificateRevocationList\n")
IDS = "subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid:always\n"
CA = "basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,digitalSignature,keyCertSign,cRLSign\n"
EKU = "extendedKeyUsage=clientAuth,emailProtection\n"
GOOD = CA + EKU + IDS + URLS
NOW = 1_800_000_000  # 2027-01-15
AT = "2027-01-15T08:00:00Z"
START, END = "20260101000000Z", "20310101000000Z"


def openssl(*arguments, **options):
    done = subprocess.run(["openssl", *arguments], capture_output=True, check=False, **options)
    if done.returncode != 0:
        raise RuntimeError(f"openssl {' '.join(arguments)}: {done.stderr.decode(errors='replace')}")
    return done.stdout


class Lab:
    """A folder with keys, requests and certificates; keys are made once."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        (self.folder / "index.txt").write_text("")
        (self.folder / "index.txt.attr").write_text("unique_subject=no\n")
        (self.folder / "ca.cnf").write_text(
            "[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nnew_certs_dir=.\npolicy=p\nrand_serial=yes\ndefault_md=sha256\n"
            "unique_subject=no\nemail_in_dn=yes\npreserve=yes\n[p]\ncountryName=optional\norganizationName=optional\n"
            "organizationalUnitName=optional\ncommonName=optional\nUID=optional\n"
            "[req]\ndistinguished_name=dn\nstring_mask=utf8only\n[dn]\n")

    def path(self, name):
        return str(self.folder / name)

    def key(self, name, kind="2048"):
        file = self.folder / f"{name}.key"
        if not file.exists():
            if kind.startswith("P-"):
                openssl("genpkey", "-algorithm", "EC", "-pkeyopt", f"ec_paramgen_curve:{kind}", "-out", str(file))
            else:
                openssl("genrsa", "-out", str(file), kind)
        return str(file)

    def request(self, name, subject=SUBJECT, extensions=CA + EKU, kind="2048", key=None):
        self.key(key or name, kind)
        config = self.folder / f"{name}.req.cnf"
        config.write_text("[req]\ndistinguished_name=dn\nstring_mask=utf8only\n[dn]\n[e]\n" + extensions)
        openssl("req", "-new", "-config", str(config), "-key", self.key(key or name), "-subj", subject, "-out",
                self.path(f"{name}.req"), *(["-reqexts", "e"] if extensions else []))
        return f"{name}.req"

    def sign(self, request, out, issuer=None, extensions=GOOD, start=START, end=END, subject=None, digest="sha256", issuer_key=None):
        """Signs with `issuer` (its .pem and .key), or with the request's own key."""
        config = self.folder / f"{out}.cnf"
        config.write_text((self.folder / "ca.cnf").read_text() + "[x]\n" + extensions)
        own = pathlib.Path(request).stem
        signer = (["-cert", f"{issuer}.pem", "-keyfile", f"{issuer_key or issuer}.key"] if issuer
                  else ["-selfsign", "-keyfile", f"{own}.key"])
        openssl("ca", "-config", str(config), "-batch", "-notext", "-in", request, *signer, "-extensions", "x", "-startdate", start,
                "-enddate", end, "-md", digest, "-out", f"{out}.pem", *(["-subj", subject] if subject else []), cwd=self.folder)
        return f"{out}.pem"

    def authority(self, name, issuer=None, extensions="", end="20410101000000Z", subject=None, start="20250101000000Z", key=None):
        """A CA of the private PKI: basic constraints without a limit, unless `extensions` say otherwise."""
        self.request(f"{name}", subject or f"/O=Corp/CN={name}", "", key=key)
        if key:
            shutil.copy(self.key(key), self.path(f"{name}.key"))
        base = "" if "basicConstraints" in extensions else "basicConstraints=critical,CA:TRUE\n"
        usage = "" if "keyUsage=" in extensions else "keyUsage=critical,keyCertSign,cRLSign\n"
        return self.sign(f"{name}.req", name, issuer, base + usage + extensions + (IDS + URLS if issuer else "subjectKeyIdentifier=hash\n"),
                         start, end)


def join(lab, out, *names):
    (lab.folder / out).write_text("".join((lab.folder / name).read_text() for name in names))
    return out


def p7b(lab, out, *names):
    openssl("crl2pkcs7", "-nocrl", "-outform", "DER", "-out", out, *[word for name in names for word in ("-certfile", name)],
            cwd=lab.folder)
    return out


def der(lab, name, out):
    openssl("x509", "-in", name, "-outform", "DER", "-out", out, cwd=lab.folder)
    return out


def rename(lab, name, out):
    shutil.copy(lab.path(name), lab.path(out))
    return out


def cases(lab):
    """(name, files, rules, options): the rules that must be found, and no others; none: ready."""
    req = lab.request("byoca")
    root = lab.authority("root")
    sub = lab.authority("sub", "root")
    good = lab.sign(req, "good", "root")
    deep = lab.sign(req, "deep", "sub")

    yield "an answer of the root", [req, good, root], [], {}
    yield "in any order", [root, good, req], [], {}
    yield "an answer of a second tier", [req, deep, sub, root], [], {}
    yield "as DER", [req, der(lab, deep, "deep.cer"), der(lab, sub, "sub.cer"), der(lab, root, "root.cer")], [], {}
    yield "the chain as .p7b", [req, deep, p7b(lab, "chain.p7b", "sub.pem", "root.pem")], [], {}
    yield "the chain as .p7b with the answer in it too", [req, deep, p7b(lab, "all.p7b", "deep.pem", "sub.pem", "root.pem")], [], {}
    yield "the chain in one PEM file", [req, deep, join(lab, "chain.pem", "sub.pem", "root.pem")], [], {}
    yield "without the request", [deep, sub, root], [], {}
    yield "enough for the SCEP profiles", [req, deep, sub, root], [], {"purpose": "clientAuth"}
    yield "RSA 4096", [lab.request("byoca4096", kind="4096"), lab.sign("byoca4096.req", "good4096", "root"), root], [], {}
    yield "a root with the same extended key usage", [
        req, lab.sign(req, "nested", "ekuroot"), "ekuroot.pem"] if lab.authority("ekuroot", extensions=EKU) else [], [], {}
    yield "the request alone", [req], [], {"stage": "request"}
    yield "a stray is no fault", [req, good, root, lab.authority("stranger")], [], {}

    yield "the answer in a .p7b alone", [req, p7b(lab, "only.p7b", "deep.pem", "sub.pem", "root.pem")], [B + "signed_box"], {}
    yield "the answer in a bundle", [req, join(lab, "bundle.pem", "deep.pem", "sub.pem", "root.pem")], [B + "signed_box"], {}
    yield "a file kind that no box takes", [req, good, rename(lab, root, "root.txt")], [B + "chain_box"], {}

    yield "the root is missing", [req, good], [B + "no_root"], {}
    yield "the CA between is missing", [req, deep, root], [B + "no_root"], {}
    yield "the root above the second tier is missing", [req, deep, sub], [B + "no_root"], {}
    yield "another root of the same name", [req, deep, sub, lab.authority("root2", subject="/O=Corp/CN=root")], [B + "no_root"], {}
    other = lab.request("other")
    yield "an answer to another request", [req, lab.sign(other, "otherkey", "root"), root], [B + "other_key"], {}
    yield "nothing that answers", [req, lab.authority("stranger2"), root], [B + "no_answer"], {}
    yield "another subject", [req, lab.sign(req, "renamed", "root", subject="/O=Contoso/CN=Renamed"), root], [B + "other_subject"], {}
    yield "another case of the subject", [req, lab.sign(req, "recased", "root", subject="/C=DE/O=CONTOSO/CN=Contoso BYOCA Issuing CA"),
                                         root], [B + "subject_encoding"], {}
    yield "an attribute that is not supported", [
        lab.request("orgid", "/O=Contoso/CN=Contoso BYOCA/UID=4711"), lab.sign("orgid.req", "orgid", "root"),
        root], [B + "attribute_unsupported"], {}
    yield "not a CA", [req, lab.sign(req, "leaf", "root", "basicConstraints=CA:FALSE\nkeyUsage=critical,keyCertSign,cRLSign\n" + EKU +
                                     IDS + URLS), root], [B + "not_ca"], {}
    yield "no basic constraints", [req, lab.sign(req, "nobc", "root", "keyUsage=critical,keyCertSign,cRLSign\n" + EKU + IDS + URLS),
                                   root], [B + "not_ca"], {}
    yield "no keyCertSign", [req, lab.sign(req, "nosign", "root", GOOD.replace("keyCertSign,", "")), root], [B + "no_cert_sign"], {}
    yield "no cRLSign", [req, lab.sign(req, "nocrl", "root", GOOD.replace(",cRLSign", "")), root], [B + "no_crl_sign"], {}
    yield "extended key usage lost", [req, lab.sign(req, "noeku", "root", CA + IDS + URLS), root], [B + "purposes_lost"], {}
    yield "extended key usage narrowed", [req, lab.sign(req, "narrow", "root", CA + "extendedKeyUsage=clientAuth\n" + IDS + URLS),
                                          root], [B + "purposes_narrowed"], {}
    yield "extended key usage widened", [
        req, lab.sign(req, "wide", "root", CA + "extendedKeyUsage=clientAuth,emailProtection,serverAuth\n" + IDS + URLS),
        root], [B + "purposes_widened"], {}
    yield "Any Purpose", [req, lab.sign(req, "any", "root", CA + "extendedKeyUsage=clientAuth,emailProtection,anyExtendedKeyUsage\n" +
                                        IDS + URLS), root], [B + "any_purpose", B + "purposes_widened"], {}
    yield "not enough for the SCEP profiles", [req, deep, sub, root], [B + "purposes_not_enough"], {"purpose": "serverAuth"}
    lab.authority("tlsroot", extensions="extendedKeyUsage=serverAuth\n")
    yield "a root for servers only", [req, lab.sign(req, "denied", "tlsroot"), "tlsroot.pem"], [B + "purpose_not_nested"], {}
    lab.authority("len0", "root", "basicConstraints=critical,CA:TRUE,pathlen:0\n")
    yield "no room below the CA that signed", [req, lab.sign(req, "deep0", "len0"), "len0.pem", root], [B + "no_room_below"], {}
    lab.authority("len1root", extensions="basicConstraints=critical,CA:TRUE,pathlen:1\n")
    lab.authority("len1sub", "len1root")
    yield "no room below the root two tiers above", [req, lab.sign(req, "deep1", "len1sub"), "len1sub.pem", "len1root.pem"], [
        B + "no_room_below"], {}
    yield "expired", [req, lab.sign(req, "old", "root", end="20260601000000Z"), root], ["path.validity.expired"], {}
    yield "not yet valid", [req, lab.sign(req, "young", "root", start="20280101000000Z"), root], ["path.validity.not_yet_valid"], {}
    yield "it outlives the CA that signed", [req, lab.sign(req, "long", "root", end="20450101000000Z"), root], [
        B + "outlives_parent"], {}
    lab.authority("oldroot", end="20260601000000Z")
    yield "the root has expired", [req, lab.sign(req, "orphan", "oldroot", end="20260501000000Z"), "oldroot.pem"], [
        "path.validity.expired", "path.anchor.expired"], {}
    yield "SHA-1", [req, lab.sign(req, "sha1", "root", digest="sha1"), root], [B + "answer_hash", "path.strength.hash"], {}
    yield "an EC key", [lab.request("ec", kind="P-256"), lab.sign("ec.req", "ec", "root"), root], [B + "request_key", B + "answer_key"], {}
    yield "RSA 1024", [lab.request("small", kind="1024"), lab.sign("small.req", "small", "root"), root], [
        B + "request_key", B + "answer_key", "path.strength.rsa_size"], {}
    yield "no subject key identifier", [
        req, lab.sign(req, "noski", "root", GOOD.replace("subjectKeyIdentifier=hash", "subjectKeyIdentifier=none")), root],\
        [B + "no_subject_key_identifier"], {}
    yield "no authority key identifier", [
        req, lab.sign(req, "noaki", "root", GOOD.replace("authorityKeyIdentifier=keyid:always", "authorityKeyIdentifier=none")), root],\
        [B + "no_authority_key_identifier"], {}
    yield "AIA and CDP by LDAP only", [req, lab.sign(req, "ldap", "root", CA + EKU + IDS + LDAP), root], [
        B + "issuer_url_not_http", B + "crl_url_not_http"], {}
    yield "neither AIA nor CDP", [req, lab.sign(req, "nourl", "root", CA + EKU + IDS), root], [B + "no_issuer_url", B + "no_crl_url"], {}
    yield "LDAP beside http is enough", [req, lab.sign(
        req, "both", "root", CA + EKU + IDS + "authorityInfoAccess=caIssuers;URI:ldap:///CN=Corp,caIssuers;URI:http://pki.example/ca.cer\n"
        "crlDistributionPoints=URI:ldap:///CN=Corp,URI:http://pki.example/ca.crl\n"), root], [], {}
    yield "an unknown critical extension", [req, lab.sign(req, "crit", "root", GOOD + "1.2.3.4=critical,ASN1:NULL\n"), root], [
        "path.critical_extension.unknown"], {}
    broken = bytearray((lab.folder / der(lab, good, "good.der")).read_bytes())
    broken[-1] ^= 1
    (lab.folder / "broken.cer").write_bytes(bytes(broken))
    yield "a tampered signature", [req, "broken.cer", root], ["path.signature.invalid"], {}
    changed = (lab.folder / req).read_text()
    raw = bytearray(openssl("req", "-in", lab.path(req), "-outform", "DER"))
    raw[-1] ^= 1
    (lab.folder / "changed.req").write_bytes(bytes(raw))
    assert changed
    yield "a request that was changed", ["changed.req", good, root], [B + "proof_of_possession"], {}
    yield "a request of a leaf", [lab.request("leafreq", extensions=EKU), lab.sign("leafreq.req", "leafreq", "root"), root], [
        B + "request_not_ca"], {}
    yield "two answers", [req, good, lab.sign(req, "newer", "root", start="20260601000000Z"), root], [B + "several_answers"], {}
    yield "several faults at once", [req, lab.sign(req, "bad", "root", "basicConstraints=CA:FALSE\nkeyUsage=critical,keyCertSign\n" +
                                                   IDS, end="20260601000000Z"), root], [
        B + "not_ca", B + "no_crl_sign", B + "purposes_lost", B + "no_issuer_url", B + "no_crl_url", "path.validity.expired"], {}


def desk(lab, files, options, out):
    command = [PKIWB, "byoca", "check", *files, "--at", AT, "--json", "--out", out]
    if "purpose" in options:
        command += ["--purpose", options["purpose"]]
    done = subprocess.run(command, cwd=lab.folder, capture_output=True, check=False)
    report = json.loads(done.stdout)
    assert done.returncode == (0 if report["ready"] else 1), done.returncode
    return report


def found(report):
    return sorted({finding["rule"] for row in report["rows"] for finding in row["findings"]
                   if finding["severity"] in ("warning", "error", "fatal")})


def second_look(lab, out, options):
    """What was written is ready, and OpenSSL accepts it as a CA of that root."""
    files = sorted(str(path) for path in (lab.folder / out).iterdir())
    report = desk(lab, files, {"purpose": options["purpose"]} if "purpose" in options else {}, out + "-again")
    if not report["ready"]:
        return "not ready at the second look: " + report["sentence"]
    roots = [name for name in files if name.endswith("-root.cer")]
    between = [name for name in files if "chain-" in name and name not in roots]
    command = ["verify", "-attime", str(NOW), "-CAfile", roots[0]]
    for name in between:
        command += ["-untrusted", name]
    openssl(*command, str(lab.folder / out / "signed-certificate.cer"))
    return ""


def judge(lab, number, name, files, rules, options):
    out = f"upload-{number}"
    report = desk(lab, files, options, out)
    problems = []
    if found(report) != sorted(rules):
        problems.append(f"found {found(report)}, planted {sorted(rules)}")
    severe = any(finding["severity"] in ("error", "fatal") for row in report["rows"] for finding in row["findings"])
    if report["ready"] == severe:
        problems.append(f"ready: {report['ready']}: {report['sentence']}")
    if options.get("stage", "answered") != report["stage"]:
        problems.append(f"stage {report['stage']}")
    if report["ready"] and report["stage"] == "answered":
        problems.append(second_look(lab, out, options))
    return [problem for problem in problems if problem]


def main():
    if shutil.which("openssl") is None:
        print("skipped: openssl is not installed")
        return 77
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        lab = Lab(folder)
        for number, (name, files, rules, options) in enumerate(cases(lab)):
            if ONLY not in name:
                continue
            problems = judge(lab, number, name, files, rules, options)
            print(("FAILED " if problems else "ok     ") + name + "".join("\n         " + problem for problem in problems))
            passed, failed = passed + (not problems), failed + bool(problems)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
