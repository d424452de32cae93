"""Reads OpenSSL's listing of an RSAPrivateKey and writes keys that OpenSSL does not make (see make-data)."""

import base64
import math
import re
import sys


def der(tag, contents):
    length = len(contents)
    octets = [length] if length < 128 else [0x80 | 2, length >> 8, length & 255]
    return bytes([tag, *octets]) + contents


def pkcs1(p, q, e):
    n, d = p * q, pow(e, -1, math.lcm(p - 1, q - 1))
    numbers = [0, n, e, d, p, q, d % (p - 1), d % (q - 1), pow(q, -1, p)]
    return der(0x30, b"".join(der(2, x.to_bytes(x.bit_length() // 8 + 1, "big")) for x in numbers))


def write(name, key):
    text = base64.b64encode(key).decode()
    lines = [text[i : i + 64] for i in range(0, len(text), 64)]
    with open(name, "w") as file:
        print("-----BEGIN RSA PRIVATE KEY-----", *lines, "-----END RSA PRIVATE KEY-----", sep="\n", file=file)


def main():
    numbers = [int(x, 16) for x in re.findall(r"INTEGER +:([0-9A-F]+)", sys.stdin.read())]
    e, p, q = numbers[2], numbers[4], numbers[5]
    write("rsa-512-swapped.pkcs1.pem", pkcs1(min(p, q), max(p, q), e))
    composite = p + 2
    while composite % 3 or math.gcd(e, composite - 1) != 1 or math.gcd(q, composite) != 1:
        composite += 2
    write("rsa-512-composite.pkcs1.pem", pkcs1(composite, q, e))


main()
