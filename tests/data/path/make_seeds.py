#!/usr/bin/env python3
"""Writes the seeds in name_constraints/, beside this file. Usage: make_seeds.py"""

import pathlib

UPN = bytes.fromhex('060a2b060104018237140203')
SMTP_UTF8 = bytes.fromhex('06082b06010505070809')


def tlv(tag, *contents):
    content = b''.join(contents)
    length = bytes([len(content)]) if len(content) < 128 else bytes([0x82]) + len(content).to_bytes(2, 'big')
    return bytes([tag]) + length + content


def other(type_id, text):
    return tlv(0xA0, type_id, tlv(0xA0, tlv(0x0C, text.encode())))


def directory(*organizations):
    rdns = [tlv(0x31, tlv(0x30, bytes.fromhex('060355040a'), tlv(0x0C, o.encode()))) for o in organizations]
    return tlv(0xA4, tlv(0x30, *rdns))


def constraints(permitted, excluded):
    lists = [(0xA0, permitted), (0xA1, excluded)]
    return tlv(0x30, *[tlv(tag, *[tlv(0x30, base) for base in bases]) for tag, bases in lists if bases])


def dns(text):
    return tlv(0x82, text.encode())


def email(text):
    return tlv(0x81, text.encode())


def uri(text):
    return tlv(0x86, text.encode())


def ip(octets):
    return tlv(0x87, bytes.fromhex(octets))


SEEDS = {
    'dns': (constraints([dns('lab.example'), dns('.x.example')], [dns('www.lab.example')]),
            [dns('a.lab.example'), dns('*.lab.example'), dns('x.example'), dns('y.x.example.')]),
    'email': (constraints([email('lab.example'), email('.x.example'), email('ann@y.example')],
                          [email('Bob@lab.example')]),
              [email('bob@lab.example'), email('ann@y.example'), other(SMTP_UTF8, 'änn@bücher.x.example')]),
    'uri': (constraints([uri('lab.example'), uri('.lab.example')], []),
            [uri('https://ann@lab.example:443/x'), uri('urn:x'), uri('https://10.0.0.1/')]),
    'ip': (constraints([ip('0a000000ff000000'), ip('20010db8' + '00' * 12 + 'ffffffff' + '00' * 12)],
                       [ip('0a010000ffff0000')]),
           [ip('0a000001'), ip('0a010001'), ip('20010db8' + '00' * 12)]),
    'directory': (constraints([directory('Lab')], [directory('Lab', 'Secret')]),
                  [directory('lab', 'Open'), directory('LAB', 'secret', 'x')]),
    'upn': (constraints([other(UPN, '@lab.example'), other(UPN, '.x.example')], [tlv(0x88, bytes([42, 3]))]),
            [other(UPN, 'Ann@lab.example'), tlv(0x88, bytes([42, 3]))]),
}


def main():
    folder = pathlib.Path(__file__).parent / 'name_constraints'
    folder.mkdir(exist_ok=True)
    for name, (value, names) in SEEDS.items():
        (folder / name).write_bytes(len(value).to_bytes(2, 'big') + value + tlv(0x30, *names))


if __name__ == '__main__':
    main()
