"""The estates: three that are whole, and from these many with one thing missing or wrong, as data.

A case is made of a lab by its steps: each is a change as `pkiwb estate change` has it, (kind, holder, options), or a
function of edits.py that does to the files what no command does. The holder "services" stands for nginx, Apache and FreeRADIUS.
"""

import dataclasses
import datetime

import edits
from workbench import LAPTOP, PHONE, byoca_lab, check_in, iso, root_lab

# A year's certificates that were made so long ago have run out.
LONG_AGO = datetime.timedelta(days=400)


def root(workbench, name, at):
    lab = root_lab(workbench, name, at)
    check_in(lab, PHONE, LAPTOP)
    return lab


def byoca(workbench, name, at):
    lab = byoca_lab(workbench, name, at, tiers=2)
    check_in(lab, PHONE, LAPTOP)
    return lab


def byoca_of_three_tiers(workbench, name, at):
    lab = byoca_lab(workbench, name, at, tiers=3)
    check_in(lab, PHONE, LAPTOP)
    return lab


def aged(workbench, name, at):
    """Of long ago; the phone's certificate and those of the servers have run out, and nobody renewed them."""
    lab = root_lab(workbench, name, at - LONG_AGO)
    check_in(lab, PHONE)
    lab.tenant("clock", "--to", iso(at))
    return lab


LABS = {"root": root, "byoca": byoca, "three tiers": byoca_of_three_tiers, "aged": aged, "other": root}


@dataclasses.dataclass(frozen=True)
class Case:
    name: str
    lab: str
    steps: tuple = ()
    device: str = PHONE


def lacks(title, holder="services"):
    """The step that takes this certificate from the holder."""
    return ("remove", holder, {"certificate": title})


# Of the private PKI of three tiers, and the tenant's CA below it.
BELOW_ROOT = ("Corp Policy CA", "Corp Enterprise Issuing CA", "BYOCA Issuing")

CASES = (
    # Nothing is wrong. A phone sends its certificate alone, a laptop the CAs behind it.
    Case("whole, root CA model, phone", "root"),
    Case("whole, root CA model, laptop", "root", device=LAPTOP),
    Case("whole, BYOCA, phone", "byoca"),
    Case("whole, BYOCA, laptop", "byoca", device=LAPTOP),
    Case("whole, BYOCA below three tiers", "three tiers"),

    # What a service must hold.
    Case("service lacks the Cloud PKI root", "root", (lacks("Contoso Root"),)),
    Case("service lacks the Cloud PKI root, device sends the chain", "root", (lacks("Contoso Root"),), LAPTOP),
    Case("service lacks the Cloud PKI issuing CA", "root", (lacks("Contoso Issuing"),)),
    Case("service lacks the Cloud PKI issuing CA, device sends it", "root", (lacks("Contoso Issuing"),), LAPTOP),
    Case("service lacks the private root", "byoca", (lacks("Corp Root CA"),)),
    Case("service lacks the BYOCA issuing CA", "byoca", (lacks("BYOCA Issuing"),)),
    Case("service lacks the BYOCA issuing CA, device sends it", "byoca", (lacks("BYOCA Issuing"),), LAPTOP),
    Case("service lacks the private intermediate", "byoca", (lacks("Corp Enterprise Issuing CA"),)),
    Case("service lacks the private intermediate, device sends it", "byoca",
         (lacks("Corp Enterprise Issuing CA"),), LAPTOP),
    Case("service lacks both intermediates, laptop sends its certificate alone", "byoca",
         (lacks("BYOCA Issuing"),
          lacks("Corp Enterprise Issuing CA"),
          ("sending", LAPTOP, {"word": "leaf-alone"})), LAPTOP),
    Case("service has another root of the same name", "root", (edits.swap_anchor("Contoso Root", "other"),)),
    Case("service trusts nobody", "root", (lacks("Contoso Root"),
                                          lacks("Contoso Issuing"),
                                          lacks("Corp Servers Root CA"),
                                          lacks("Corp Servers Enterprise Issuing CA"))),

    # How many intermediate CAs it takes.
    Case("depth as the products come, one intermediate", "root", (edits.depth_as_it_comes,)),
    Case("depth as the products come, two intermediates", "byoca", (edits.depth_as_it_comes,)),
    Case("depth just enough", "three tiers", (("set-depth", "services", {"number": 3}),)),
    Case("depth too small by one", "three tiers", (("set-depth", "services", {"number": 2}),)),

    Case("service holds the root alone, laptop sends the chain, depth just enough", "three tiers",
         (*map(lacks, BELOW_ROOT), ("set-depth", "services", {"number": 3})),
         LAPTOP),
    Case("service holds the root alone, laptop sends the chain, depth too small by one", "three tiers",
         (*map(lacks, BELOW_ROOT), ("set-depth", "services", {"number": 2})),
         LAPTOP),

    # The device's certificate.
    Case("device certificate expired", "aged", (("renew-server", "services", {}),)),
    Case("device certificate not yet valid", "root", (edits.enrol_in_the_future,)),
    Case("device certificate for other purposes", "root", (edits.enrol_with(purposes=["emailProtection"]),)),
    Case("device certificate that must not sign", "root", (edits.enrol_with(digital_signature=False),)),
    Case("device certificate of another tenant", "root", (edits.swap_identity("other"),)),
    Case("device has no certificate", "root", (edits.no_identity,)),

    # Revocation.
    Case("CRLs supplied, nobody revoked", "byoca", (("revocation", "services", {"word": "required"}),)),
    Case("revoked, CRLs supplied", "byoca", (edits.revoke, ("revocation", "services", {"word": "required"}))),
    Case("revoked, nobody asks", "byoca", (edits.revoke,)),
    Case("revocation asked, no CRLs supplied", "root", (("revocation", "services", {"word": "required"}),
                                                       ("supply", "services", {"word": "none"}))),
    Case("revocation asked, the issuing CA's CRL has lapsed", "root",
         (("revocation", "services", {"word": "required"}), edits.lapse_crl("issuing"))),
    Case("revocation asked, the root's CRL has lapsed", "root",
         (("revocation", "services", {"word": "required"}), edits.lapse_crl("root"))),
    Case("the BYOCA issuing CA is revoked by the private CA", "byoca",
         (edits.revoke_byoca, ("revocation", "services", {"word": "required"}))),

    # The server's certificate, which the device judges.
    Case("server certificate expired", "aged", (edits.check_in_phone,)),
    Case("server has another name", "root", (edits.expect_another_host,)),
    Case("server sends no chain, device holds the CA", "root", (("send-leaf-alone", "services", {}),)),
    Case("server sends no chain, device lacks the CA", "root",
         (("send-leaf-alone", "services", {}), lacks("Corp Servers Enterprise Issuing CA", PHONE))),
    Case("server sends no chain, laptop lacks the CA, AIA can be reached", "root",
         (("send-leaf-alone", "services", {}), lacks("Corp Servers Enterprise Issuing CA", LAPTOP)), LAPTOP),
    Case("server sends no chain, laptop lacks the CA, AIA is cut", "root",
         (("send-leaf-alone", "services", {}), ("cut-aia", LAPTOP, {}),
          lacks("Corp Servers Enterprise Issuing CA", LAPTOP)), LAPTOP),
    Case("device lacks the root of the servers", "root", (lacks("Corp Servers Root CA", LAPTOP),), LAPTOP),
    Case("device lacks the root of the servers, holds their issuing CA", "root",
         (lacks("Corp Servers Root CA", PHONE),)),
    Case("device trusts no server", "root", (lacks("Corp Servers Root CA", PHONE),
                                             lacks("Corp Servers Enterprise Issuing CA", PHONE))),
    Case("both lack the other's root", "root", (lacks("Corp Servers Root CA", LAPTOP),
                                                lacks("Contoso Root")), LAPTOP),
)
