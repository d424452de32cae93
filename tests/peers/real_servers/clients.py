"""The device: openssl s_client, curl and eapol_test with its certificate, key and trusted certificates.

Each client returns what came of the conversation (compare.Told), and what the program said.
"""

import dataclasses
import re

import process
from compare import Told
from freeradius import SECRET

# RFC 8446 6, and RFC 5246 7.2 for those of TLS 1.2.
ALERTS = {0: "close_notify", 10: "unexpected_message", 20: "bad_record_mac", 40: "handshake_failure", 42: "bad_certificate",
          43: "unsupported_certificate", 44: "certificate_revoked", 45: "certificate_expired", 46: "certificate_unknown",
          47: "illegal_parameter", 48: "unknown_ca", 49: "access_denied", 50: "decode_error", 51: "decrypt_error",
          70: "protocol_version", 71: "insufficient_security", 80: "internal_error", 90: "user_canceled",
          109: "missing_extension", 112: "unrecognized_name", 116: "certificate_required"}


@dataclasses.dataclass
class Device:
    """What a client needs: files in PEM, or None, and the name that it expects of the server."""
    trusted: str
    sent: str | None
    leaf: str | None
    chain: str | None
    key: str | None
    host: str


def of_http(output, sent_alert, read_alert):
    """What came of it, by the alerts in both directions and by the answer of the web server."""
    if sent_alert:
        return Told("device-refuses", sent_alert)
    if read_alert:
        return Told("service-refuses", read_alert)
    status = re.search(r"^HTTP/[\d.]+ (\d+)", output, re.MULTILINE)
    if not status:
        return Told("broken")
    # What nginx says for its own codes 495 and 496.
    refused = re.search(r"<center>(The SSL certificate error|No required SSL certificate was sent)</center>", output)
    if refused:
        return Told("service-refuses", answer=f"HTTP {status.group(1)}: {refused.group(1)}")
    return Told("works")


def fatal_alert(output, direction):
    """The first fatal alert that `openssl s_client -msg` shows in this direction: its name, by its octets."""
    shown = re.search(rf"^{direction} .*Alert \[length 0002\].*\n\s+02 ([0-9a-f]{{2}})", output, re.MULTILINE)
    return ALERTS.get(int(shown.group(1), 16), shown.group(1)) if shown else None


def request(host):
    return f"GET / HTTP/1.0\r\nHost: {host}\r\n\r\n".encode()


def openssl(device, port, tls, work):
    """openssl s_client: it judges by the trusted certificates alone, and sends what it is given."""
    command = ["openssl", "s_client", "-connect", f"127.0.0.1:{port}", {"1.2": "-tls1_2", "1.3": "-tls1_3"}[tls],
               "-servername", device.host, "-verify_hostname", device.host, "-verify_return_error", "-no-CAfile",
               "-no-CApath", "-no-CAstore", "-msg", "-ign_eof",
               # The store for judging; from the other one OpenSSL would complete the chain that it sends.
               "-verifyCAfile", device.trusted]
    if device.leaf:
        command += ["-cert", device.leaf, "-key", device.key]
    if device.chain:
        command += ["-cert_chain", device.chain]
    query = work / "request"
    query.write_bytes(request(device.host))
    with query.open("rb") as stdin:
        _, output = process.run(command, stdin=stdin)
    return of_http(output, fatal_alert(output, ">>>"), fatal_alert(output, "<<<")), output


# How curl's --verbose shows an alert; after its own exit from a connection it may show a warning.
CURL_ALERT = r"\({way}\), TLS alert, [^(]*\((\d+)\)"
FATAL = 2 << 8
# CURLE_PEER_FAILED_VERIFICATION
REFUSED_BY_CURL = 60


def curl_alert(output, way):
    """The first fatal alert in this direction, OUT or IN."""
    for number in map(int, re.findall(CURL_ALERT.format(way=way), output)):
        if number >= FATAL:
            return ALERTS.get(number - FATAL, str(number - FATAL))
    return None


def curl(device, port, tls, _work):
    """curl, which judges by the trusted certificates, takes an intermediate CA among them for an anchor, and sends what it
    is given."""
    command = ["curl", "--silent", "--show-error", "--include", "--verbose", "--max-time", "10", "--noproxy", "*",
               f"--tlsv{tls}", "--tls-max", tls, "--http1.1", "--no-alpn", "--resolve",
               f"{device.host}:{port}:127.0.0.1", "--cacert", device.trusted, f"https://{device.host}:{port}/"]
    if device.sent:
        command += ["--cert", device.sent, "--key", device.key]
    status, output = process.run(command)
    told = of_http(output, curl_alert(output, "OUT"), curl_alert(output, "IN"))
    return (Told("device-refuses") if told.outcome == "broken" and status == REFUSED_BY_CURL else told), output


NETWORK = """network={{
  key_mgmt=WPA-EAP
  eap=TLS
  identity="anonymous@corp.example"
  domain_match="{host}"
  phase1="tls_disable_tlsv1_2={no_12} tls_disable_tlsv1_3={no_13}"
  {files}
}}
"""
# What a device reads from a RADIUS server that keeps its alert for itself.
FAILURE_ALONE = "EAP-Failure; the alert stays in the server's log"


def eapol_alert(output, way):
    """The fatal alert that wpa_supplicant shows: "write" or "read"."""
    shown = re.search(rf"SSL: SSL3 alert: {way} \([^)]*\):fatal:(.*)", output)
    return shown.group(1).strip().lower().replace(" ", "_") if shown else None


def eapol_test(device, port, tls, work):
    """eapol_test: wpa_supplicant's EAP with a RADIUS client in the place of a radio. Where the server ends it without an
    alert, the answer is FAILURE_ALONE."""
    files = {"ca_cert": device.trusted, "client_cert": device.sent, "private_key": device.key}
    settings = work / f"network-{tls}.conf"
    settings.write_text(NETWORK.format(host=device.host, no_12=int(tls == "1.3"), no_13=int(tls == "1.2"),
                                       files="\n  ".join(f'{key}="{path}"' for key, path in files.items() if path)))
    status, output = process.run(["eapol_test", "-c", settings, "-a", "127.0.0.1", "-p", port, "-s", SECRET, "-t", "10"])
    sent, read = eapol_alert(output, "write"), eapol_alert(output, "read")
    if sent:
        return Told("device-refuses", sent), output
    if read:
        return Told("service-refuses", read), output
    if status == 0:
        return Told("works"), output
    if "EAP: Building EAP-Nak" in output:
        return Told("not begun"), output
    return Told("service-refuses" if "Received EAP-Failure" in output else "broken", answer=FAILURE_ALONE), output
