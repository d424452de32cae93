"""Apache httpd with the virtual host of a deploy pack."""

import contextlib
import re

import process

PROGRAM = "apache2"
PACKAGE = "apache2-bin"

# What is around the pack's virtual host. User and Group count only for root.
FRAME = """
ServerRoot {work}
ServerName localhost
PidFile {work}/apache.pid
DefaultRuntimeDir {work}
Mutex file:{work}
ErrorLog {work}/error.log
LogLevel info
Listen 127.0.0.1:{port}
User nobody
Group nogroup
LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
LoadModule authn_core_module /usr/lib/apache2/modules/mod_authn_core.so
LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
LoadModule ssl_module /usr/lib/apache2/modules/mod_ssl.so
Include {host}
"""


def command(work):
    return [PROGRAM, "-f", work / "apache.conf"]


@contextlib.contextmanager
def serve(pack, work):
    """Serves as the pack says; yields the port. `work` is an empty folder."""
    port = process.PORTS.free()
    # The port is all that is changed in the pack's file.
    host = work / "host.conf"
    host.write_text((pack / "apache.conf").read_text().replace("*:443>", f"127.0.0.1:{port}>"))
    (work / "apache.conf").write_text(FRAME.format(work=work, port=port, host=host))
    with process.server([*command(work), "-X"], work / "apache.log", lambda: process.listens(port)):
        yield port


def test_settings(work):
    """What `apache2 -t` (apachectl configtest) says to the files that the last `serve` of this folder used; None: nothing
    against them."""
    status, output = process.run([*command(work), "-t"])
    return None if status == 0 else output


def errors(work):
    """The numbers of OpenSSL's errors (X509_V_ERR) for which it refused certificates, as its log has them."""
    return set(re.findall(r"Certificate Verification: Error \((\d+)\)", (work / "error.log").read_text(errors="replace")))
