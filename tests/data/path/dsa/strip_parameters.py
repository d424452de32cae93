"""Rewrites a certificate so that its DSA key leaves its parameters out, and signs it anew.

strip_parameters.py CERTIFICATE.pem SIGNING-KEY.pem writes the new certificate to standard output.
"""

import base64
import subprocess
import sys


def read(der, at):
    """The element at an offset: where its contents start, and where it ends."""
    length, head = der[at + 1], 2
    if length & 0x80:
        size = length & 0x7F
        length, head = int.from_bytes(der[at + 2 : at + 2 + size], "big"), 2 + size
    return at + head, at + head + length


def children(der):
    """The elements inside an element, each whole."""
    at, end = read(der, 0)
    while at < end:
        _, after = read(der, at)
        yield der[at:after]
        at = after


def write(tag, *parts):
    """An element with these contents."""
    body = b"".join(parts)
    if len(body) < 0x80:
        return bytes([tag, len(body)]) + body
    size = (len(body).bit_length() + 7) // 8
    return bytes([tag, 0x80 | size]) + len(body).to_bytes(size, "big") + body


text = open(sys.argv[1], encoding="ascii").read()
certificate = base64.b64decode(text.split("-----")[2])
tbs, algorithm, _ = children(certificate)
fields = list(children(tbs))
key_algorithm, key = children(fields[6])
fields[6] = write(0x30, write(0x30, next(children(key_algorithm))), key)
tbs = write(0x30, *fields)
signature = subprocess.run(
    ["openssl", "dgst", "-sha256", "-sign", sys.argv[2]], input=tbs, capture_output=True, check=True
).stdout
certificate = write(0x30, tbs, algorithm, write(0x03, b"\0", signature))
print("-----BEGIN CERTIFICATE-----\n" + base64.encodebytes(certificate).decode() + "-----END CERTIFICATE-----")
