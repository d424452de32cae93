"""nginx with the server block of a deploy pack."""

import contextlib
import re

import process

PROGRAM = "nginx"
PACKAGE = "nginx"

# What is around the pack's server block: everything in a folder of its own, for whoever runs it.
FRAME = """
daemon off;
master_process off;
pid {work}/nginx.pid;
error_log stderr info;
events {{ worker_connections 64; }}
http {{
  access_log off;
  client_body_temp_path {work}/body;
  proxy_temp_path {work}/proxy;
  fastcgi_temp_path {work}/fastcgi;
  uwsgi_temp_path {work}/uwsgi;
  scgi_temp_path {work}/scgi;
  include {block};
}}
"""


def command(work):
    return [PROGRAM, "-e", "stderr", "-p", work, "-c", work / "nginx.conf"]


@contextlib.contextmanager
def serve(pack, work):
    """Serves as the pack says; yields the port. `work` is an empty folder."""
    port = process.PORTS.free()
    # The port is all that is changed in the pack's file.
    block = work / "server.conf"
    block.write_text((pack / "nginx.conf").read_text().replace("listen 443 ", f"listen 127.0.0.1:{port} "))
    (work / "nginx.conf").write_text(FRAME.format(work=work, block=block))
    with process.server(command(work), work / "nginx.log", lambda: process.listens(port)):
        yield port


def test_settings(work):
    """What `nginx -t` says to the files that the last `serve` of this folder used; None: nothing against them."""
    status, output = process.run([*command(work), "-t"])
    return None if status == 0 else output


def errors(work):
    """The numbers of OpenSSL's errors (X509_V_ERR) for which it refused certificates, as its log has them."""
    log = (work / "nginx.log").read_text(errors="replace")
    return set(re.findall(r"client SSL certificate verify error: \((\d+):", log))
