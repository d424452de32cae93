"""What the test asks of pkiwb: labs (a tenant with an estate), changes to them, predictions, and the deploy pack."""

import dataclasses
import datetime
import json
import pathlib
import subprocess

SERVICES = ("nginx", "apache", "freeradius")
PHONE = "Pixel of Cleo"
LAPTOP = "LAPTOP-ANN"


def iso(time):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def now():
    """A little ago, so that nothing is from the future for anybody on this machine."""
    return datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=2)


def pem(der):
    """A certificate in base64 DER as PEM."""
    lines = "\n".join(der[at:at + 64] for at in range(0, len(der), 64))
    return f"-----BEGIN CERTIFICATE-----\n{lines}\n-----END CERTIFICATE-----\n"


class Refused(Exception):
    """pkiwb did not do what the test needs."""


@dataclasses.dataclass
class Workbench:
    """The program, and a folder for its files."""
    program: str
    folder: pathlib.Path

    def cli(self, *arguments, may_end_with=(0,)):
        """Runs pkiwb in the folder; what it printed."""
        done = subprocess.run([self.program, *map(str, arguments)], cwd=self.folder, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False)
        if done.returncode not in may_end_with:
            raise Refused(f"pkiwb {' '.join(map(str, arguments))}: {done.stderr.decode()}{done.stdout.decode()}")
        return done.stdout.decode()

    def api(self, method, params):
        request = json.dumps({"method": method, "params": params}).encode()
        done = subprocess.run([self.program, "api"], input=request, stdout=subprocess.PIPE, check=True)
        answer = json.loads(done.stdout)
        if not answer["ok"]:
            raise Refused(f"{method}: {answer['error']['summary']}")
        return answer["result"]

    def read(self, name):
        return json.loads((self.folder / name).read_text())

    def write(self, name, value):
        (self.folder / name).write_text(json.dumps(value))


class Lab:
    """A tenant with its estate, as they stand in two files of the folder."""

    def __init__(self, workbench, name):
        self.workbench, self.name = workbench, name
        self.files = (f"{name}.tenant", f"{name}.estate")

    def copy(self, name):
        other = Lab(self.workbench, name)
        for ours, theirs in zip(self.files, other.files):
            (self.workbench.folder / theirs).write_bytes((self.workbench.folder / ours).read_bytes())
        return other

    @property
    def tenant_file(self):
        return self.files[0]

    def tenant(self, *arguments):
        """pkiwb tenant VERB FILE ARGUMENTS..."""
        return self.workbench.cli("tenant", arguments[0], self.tenant_file, *arguments[1:])

    def fleet(self, *arguments):
        return self.workbench.cli("fleet", arguments[0], self.tenant_file, *arguments[1:])

    def edit_tenant(self, edit):
        value = self.workbench.read(self.files[0])
        edit(value)
        self.workbench.write(self.files[0], value)

    def edit_estate(self, edit):
        value = self.workbench.read(self.files[1])
        edit(value)
        self.workbench.write(self.files[1], value)

    def show(self):
        return json.loads(self.workbench.cli("estate", "show", *self.files, "--json"))

    def change(self, changes):
        """Makes changes as `pkiwb estate change` has them, (kind, holder, options), all in one call. The holder "services"
        is each of them; a certificate is named by its title."""
        shown = self.show()
        ids = {each["name"]: each["id"] for each in shown["view"]["devices"] + shown["view"]["services"]}
        titled = {each["title"]: each["der"] for each in shown["certificates"]}
        wanted = []
        for kind, holder, options in changes:
            change = {"kind": kind, **options}
            if "certificate" in options:
                change["certificate"] = titled[options["certificate"]]
            holders = [each["id"] for each in shown["view"]["services"]] if holder == "services" else [ids.get(holder)]
            wanted += [{**change, "holder": each} if each else change for each in holders]
        answer = self.workbench.api("estate.change", {"tenant": self.workbench.read(self.files[0]),
                                                      "estate": self.workbench.read(self.files[1]), "changes": wanted})
        self.workbench.write(self.files[1], answer["estate"])

    def show_tenant(self):
        return json.loads(self.tenant("show", "--json"))["view"]

    def handshake(self, device, service, tls):
        output = self.workbench.cli("estate", "handshake", *self.files, device, service, "--tls", tls, "--json",
                                    may_end_with=(0, 1))
        return json.loads(output)

    def why(self, device, service):
        output = self.workbench.cli("estate", "why", *self.files, device, service, "--json", may_end_with=(0, 1))
        return json.loads(output)

    def matrix(self):
        """{(device, service): outcome} by their names."""
        matrix = json.loads(self.workbench.cli("estate", "matrix", *self.files, "--json", may_end_with=(0, 1)))
        return {(cell["device"], cell["service"]): cell["outcome"] for cell in matrix["cells"]}

    def pack(self, folder, place):
        """Writes the deploy pack; `place` is the folder where the files of a service will lie on its machine."""
        self.workbench.cli("estate", "pack", *self.files, "--out", folder, "--directory", place, "--with-keys")


def root_lab(workbench, name, at):
    """The model with a root CA of Cloud PKI; its servers are from a PKI of their own."""
    lab = Lab(workbench, name)
    lab.workbench.cli("tenant", "create", lab.tenant_file, "--name", "Contoso", "--now", iso(at))
    purposes = "clientAuth,emailProtection"
    lab.tenant("add-ca", "--kind", "root", "--name", "Contoso Root", "--years", 10, "--purpose", purposes, "--key",
               "rsa-3072")
    lab.tenant("add-ca", "--kind", "issuing", "--name", "Contoso Issuing", "--root", "Contoso Root", "--years", 6,
               "--purpose", purposes)
    lab.fleet("sample")
    lab.fleet("usual-profiles", "Contoso Issuing")
    workbench.cli("estate", "create", *lab.files, "--services", ",".join(SERVICES))
    return lab


def byoca_lab(workbench, name, at, tiers):
    """The model with a BYOCA issuing CA under a private PKI of so many tiers, which the servers are from too."""
    lab = Lab(workbench, name)
    pki, request, answer = f"{name}.pki", f"{name}.req", f"{name}-answer"
    workbench.cli("tenant", "create", lab.tenant_file, "--name", "Contoso", "--now", iso(at))
    lab.tenant("add-ca", "--kind", "byoca", "--name", "BYOCA Issuing", "--key", "rsa-2048", "--purpose", "clientAuth",
               "--organization", "Contoso")
    workbench.cli("private-pki", "create", pki, "--name", "Corp", "--tiers", tiers, "--now", iso(at))
    lab.tenant("request", "BYOCA Issuing", "--out", request)
    workbench.cli("private-pki", "sign", pki, request, "--out", answer, "--now", iso(at))
    lab.tenant("upload", "BYOCA Issuing", "--signed", f"{answer}/certnew.cer", "--chain", f"{answer}/fullChain.p7b")
    lab.fleet("sample")
    lab.fleet("usual-profiles", "BYOCA Issuing")
    workbench.cli("estate", "create", *lab.files, "--private-pki", pki, "--services", ",".join(SERVICES))
    return lab


def check_in(lab, *devices):
    lab.fleet("check-in", *(part for device in devices for part in ("--device", device)))


def device_files(lab, shown, device, folder):
    """Writes what a client needs into the folder: {trusted, sent, leaf, chain, key}, each a path or None. `shown` is what
    estate.show says."""
    ders = {each["fingerprint"]: each["der"] for each in shown["certificates"]}
    view = next(each for each in shown["view"]["devices"] if each["name"] == device)
    # A profile for Wi-Fi or a browser names the CAs of the servers; what else is in the store counts for nothing there.
    of_servers = [each for each in view["roots"] + view["intermediates"] if each in shown["view"]["server_pki"]]
    # The devices of this test have one certificate, or none.
    sent = [ders[each] for identity in view["identities"] for each in identity["sent"]]
    files = {"trusted": "".join(pem(ders[each]) for each in of_servers), "sent": "".join(map(pem, sent)),
             "leaf": "".join(map(pem, sent[:1])), "chain": "".join(map(pem, sent[1:])),
             "key": key_of(lab, sent[0]) if sent else ""}
    # A client without any would trust everybody, or nobody before it begins: the device's own certificate vouches for none.
    files["trusted"] = files["trusted"] or files["leaf"]
    paths = {}
    for key, text in files.items():
        paths[key] = str(folder / f"{key}.pem") if text else None
        if text:
            (folder / f"{key}.pem").write_text(text)
    return paths


def key_of(lab, der):
    for state in lab.workbench.read(lab.tenant_file)["fleet"]["states"]:
        for identity in state["identities"]:
            if identity["certificate"] == der:
                return identity["private_key"]
    raise Refused("the device's key is not in the tenant")
