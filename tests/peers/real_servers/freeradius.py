"""FreeRADIUS with the EAP module of a deploy pack."""

import contextlib
import re
import socket

import process

PROGRAM = "freeradius"
PACKAGE = "freeradius"
SECRET = "loopback-secret"

# What is around the pack's module: the least that makes a RADIUS server, in a folder of its own, for whoever runs it.
FRAME = """
prefix = /usr
name = freeradius
raddbdir = {work}
run_dir = {work}
logdir = {work}
libdir = /usr/lib/freeradius
pidfile = {work}/freeradius.pid
max_request_time = 30
cleanup_delay = 5
max_requests = 1024
proxy_requests = no
security {{
  max_attributes = 200
  reject_delay = 0
  status_server = no
}}
client loopback {{
  ipaddr = 127.0.0.1
  secret = {secret}
}}
modules {{
  $INCLUDE {module}
}}
server pki-workbench {{
  listen {{
    type = auth
    ipaddr = 127.0.0.1
    port = {port}
  }}
  authorize {{
    eap
  }}
  authenticate {{
    eap
  }}
}}
"""


def command(work):
    return [PROGRAM, "-d", work, "-n", "radiusd", "-X"]


@contextlib.contextmanager
def serve(pack, work):
    """Serves as the pack says; yields the port (UDP). `work` is an empty folder."""
    port = process.PORTS.free(socket.SOCK_DGRAM)
    (work / "radiusd.conf").write_text(FRAME.format(work=work, module=pack / "eap.conf", port=port, secret=SECRET))
    log = work / "freeradius.log"
    with process.server(command(work), log, lambda: b"Ready to process requests" in log.read_bytes()):
        yield port


def test_settings(work):
    """What `freeradius -C` says to the files that the last `serve` of this folder used; None: nothing against them."""
    status, output = process.run([*command(work), "-C"])
    return None if status == 0 else output


def alert_made(work):
    """The last fatal alert that it made, which need not have left it: the name, or None."""
    log = (work / "freeradius.log").read_text(errors="replace")
    made = re.findall(r"\(TLS\) send TLS [\d.]+ Alert, fatal (\w+)", log)
    return made[-1] if made else None


def errors(work):
    """The numbers of OpenSSL's errors (X509_V_ERR) for which it refused certificates, as its log has them."""
    return set(re.findall(r"OpenSSL says error (\d+) :", (work / "freeradius.log").read_text(errors="replace")))
