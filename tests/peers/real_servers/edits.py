"""What is done to a lab beyond `pkiwb estate change`."""

import json

from workbench import PHONE, check_in


def of_services(edit):
    """Edits each service of the estate's file."""
    def step(lab):
        lab.edit_estate(lambda estate: [edit(service) for service in estate["services"]])
    return step


def depth_as_it_comes(lab):
    of_services(lambda service: service.update(verify_depth=None))(lab)


def expect_another_host(lab):
    """The certificates stay those of the old name."""
    of_services(lambda service: service.update(host="elsewhere." + service["host"]))(lab)


def swap_anchor(title, other):
    """In place of the CA of this title, services get the one of the same title out of another lab."""
    def step(lab):
        impostor = next(each["der"] for each in lab.workbench.lab(other).show()["certificates"] if each["title"] == title)
        lab.change([("remove", "services", {"certificate": title})])
        of_services(lambda service: service["store"]["roots"].append(impostor))(lab)
    return step


def state_of(tenant, device):
    known = next(each["id"] for each in tenant["fleet"]["devices"] if each["name"] == device)
    return next(each for each in tenant["fleet"]["states"] if each["device"] == known)


def swap_identity(other):
    """The phone shows what the phone of another tenant got."""
    def step(lab):
        theirs = state_of(lab.workbench.read(lab.workbench.lab(other).tenant_file), PHONE)["identities"]

        def edit(tenant):
            for own, their in zip(state_of(tenant, PHONE)["identities"], theirs):
                own.update(certificate=their["certificate"], private_key=their["private_key"])
        lab.edit_tenant(edit)
    return step


def forget_phone(tenant):
    """As if the phone had never checked in."""
    tenant["fleet"]["states"].remove(state_of(tenant, PHONE))


def no_identity(lab):
    lab.edit_tenant(lambda tenant: state_of(tenant, PHONE)["identities"].clear())


def check_in_phone(lab):
    """It renews what has run out."""
    check_in(lab, PHONE)


def enrol_in_the_future(lab):
    """Enrolled while the clock of the CA was a month fast."""
    clock = lab.workbench.read(lab.tenant_file)["clock"]
    lab.edit_tenant(forget_phone)
    lab.tenant("clock", "--days", 30)
    check_in(lab, PHONE)
    lab.edit_tenant(lambda tenant: tenant.update(clock=clock))


def enrol_with(**members):
    """The phone enrols anew under a SCEP profile that is changed so."""
    def step(lab):
        profile = next(each for each in lab.workbench.read(lab.tenant_file)["fleet"]["scep_profiles"]
                       if each["platform"] == "android-managed")
        profile.update(members)
        name = f"{lab.name}.profile"
        (lab.workbench.folder / name).write_text(json.dumps(profile))
        lab.edit_tenant(forget_phone)
        lab.fleet("put", "--scep-profile", name)
        check_in(lab, PHONE)
    return step


def revoke(lab):
    """Revokes the phone's certificate."""
    issuing = next(each["name"] for each in lab.show_tenant()["cas"] if each["kind"] != "root")
    leaves = json.loads(lab.tenant("leaves", issuing, "--json"))["leaves"]
    lab.tenant("revoke-leaf", issuing, "--serial", next(each["serial"] for each in leaves if each["device_name"] == PHONE))


def lapse_crl(kind):
    """The CRL of the CA of this kind ran out yesterday."""
    def step(lab):
        shown = lab.show_tenant()
        ca = next(each["id"] for each in shown["cas"] if each["kind"] == kind)
        url = next(each["url"] for each in shown["repository"] if "/crls/" in each["url"] and ca in each["url"])
        lab.change([("lapse-crl", None, {"word": url})])
    return step


def revoke_byoca(lab):
    """The private CA, which is the servers' too, revokes the issuing CA of the tenant."""
    shown = lab.show()
    byoca = next(each["der"] for each in shown["certificates"] if each["title"] == "BYOCA Issuing")

    def edit(estate):
        answer = lab.workbench.api("private_pki.revoke", {"private_pki": estate["server_pki"], "now": shown["view"]["at"],
                                                          "certificate": {"data": byoca, "name": "byoca.cer"}})
        estate["server_pki"] = answer["private_pki"]
    lab.edit_estate(edit)
