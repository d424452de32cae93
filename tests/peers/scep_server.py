"""A SCEP server on the loopback interface for tests: it moves octets, and `pkiwb scep` does the rest (scep_strongswan.py)."""

import base64
import http.server
import json
import pathlib
import subprocess
import threading
import urllib.parse


class Desk:
    """What the server is told to do, and what it saw. `folder` holds ca.crt, ca.key, ra.crt, ra.key, ca.p7 and caps.txt."""

    def __init__(self, pkiwb, folder):
        self.pkiwb = pkiwb
        self.folder = pathlib.Path(folder)
        self.answer_options = []
        self.pending_left = 0  # how many requests are left to be approved by hand
        self.waiting = {}  # transaction -> the request that waits
        self.seen = []  # (HTTP method, message type, status)
        self.count = 0

    def run(self, *arguments):
        return subprocess.run([self.pkiwb, *arguments], cwd=self.folder, capture_output=True, check=False)

    def pki_operation(self, how, message):
        """The reply to a message; none where it is no SCEP message at all."""
        self.count += 1
        name = f"message-{self.count}"
        (self.folder / f"{name}.p7").write_bytes(message)
        opened = self.run("scep", "open", f"{name}.p7", "--key", "ra.key", "--certificate", "ra.crt", "--ca", "ca.crt", "--json")
        if not opened.stdout:
            return None
        request = json.loads(opened.stdout)
        if "layers" not in request:
            return None
        options = list(self.answer_options)
        transaction = request["transaction_id"]
        if request["message_type"] == "CertPoll" and transaction in self.waiting:
            options += ["--csr", self.waiting[transaction]]
        elif request["csr"]:
            (self.folder / f"{name}.csr").write_text(request["csr"]["pem"])
            self.waiting[transaction] = f"{name}.csr"
        if self.pending_left > 0:
            self.pending_left -= 1
            options.append("--pending")
        done = self.run("scep", "answer", f"{name}.p7", "--issuer", "ca.crt", "--issuer-key", "ca.key", "--ra", "ra.crt", "--ra-key",
                        "ra.key", "--out", f"{name}.reply.p7", "--certificate-out", f"{name}.crt", *options)
        reply = self.folder / f"{name}.reply.p7"
        self.seen.append((how, request["message_type"], done.stderr.decode().strip().splitlines()))
        return reply.read_bytes() if reply.exists() else None


def handler_of(desk):
    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def send(self, octets, media_type):
            if octets is None:
                self.send_error(400)
                return
            self.send_response(200)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(octets)))
            self.end_headers()
            self.wfile.write(octets)

        def query(self):
            return urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)

        def do_GET(self):
            query = self.query()
            operation = query.get("operation", [""])[0]
            if operation == "GetCACaps":
                self.send((desk.folder / "caps.txt").read_bytes(), "text/plain")
            elif operation == "GetCACert":
                self.send((desk.folder / "ca.p7").read_bytes(), "application/x-x509-ca-ra-cert")
            elif operation == "PKIOperation":
                # A '+' that was not escaped comes as a space.
                message = base64.b64decode(query["message"][0].replace(" ", "+"))
                self.send(desk.pki_operation("GET", message), "application/x-pki-message")
            else:
                self.send(None, "")

        def do_POST(self):
            message = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            self.send(desk.pki_operation("POST", message), "application/x-pki-message")

    return Handler


def start(desk):
    """Serves until .shutdown(); the server, and its URL."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler_of(desk))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}/scep"
