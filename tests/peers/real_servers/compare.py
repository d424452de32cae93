"""What pkiwb foretells of a conversation, and whether what really came of it is the same."""

import dataclasses
import fnmatch

# What a client can see of an outcome: whoever judges first ends it; a server asks for a certificate that is not there.
SEEN = {"both-refuse": "device-refuses", "no-identity": "service-refuses"}


@dataclasses.dataclass(frozen=True)
class Told:
    """outcome: works, device-refuses, service-refuses; not begun, where a device offers nothing; broken, where nothing could
    be seen. alert: its name; answer: what the device reads of the service instead."""
    outcome: str
    alert: str | None = None
    answer: str | None = None

    def __str__(self):
        return ", ".join(part for part in (self.outcome, self.alert, self.answer) if part)


@dataclasses.dataclass(frozen=True)
class Row:
    """One conversation."""
    case: str
    service: str
    tls: str
    client: str
    foretold: Told
    real: Told
    said: str

    def __str__(self):
        return f"{self.case} | {self.service} | TLS {self.tls} | {self.client}"


def foretell(lab, device, service, tls):
    """A Told from `pkiwb estate handshake`."""
    told = lab.handshake(device, service, tls)
    alerts = [message["alert"]["name"] for flight in told["handshake"]["flights"] for message in flight["messages"]
              if message.get("alert")]
    outcome = SEEN.get(told["outcome"], told["outcome"])
    return Told(outcome, alerts[0] if alerts else None, told["answer"])


def same(foretold, real):
    """The answer counts where the service refuses by it; what it says to those whom it lets in is the site's affair."""
    if (foretold.outcome, foretold.alert) != (real.outcome, real.alert):
        return False
    return real.outcome != "service-refuses" or foretold.answer == real.answer


def words_of_openssl(workbench):
    """{fault: the numbers of OpenSSL's errors that mean it}, from the API's `faults`."""
    return {fault["id"]: {word["code"] for word in fault["words"] if word["product"].startswith("OpenSSL")}
            for fault in workbench.api("faults", {})["faults"]}


def foretold_errors(lab, words, device, service):
    """The numbers of OpenSSL's errors for what `pkiwb estate why` says that the service refuses for; none where it does
    not."""
    of_client = lab.why(device, service)["of_client"]
    return words[of_client["party"]["fault"]] if of_client and not of_client["accepted"] else set()


def read_differences(path):
    """[(case, service, TLS, client: patterns; what really is; reason)]."""
    lines = path.read_text().splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


def explain(differences, row):
    for difference in differences:
        patterns, real = difference[:4], difference[4]
        if real == str(row.real) and all(map(fnmatch.fnmatchcase, (row.case, row.service, row.tls, row.client), patterns)):
            return difference
    return None
