#!/usr/bin/env python3
"""Deploy packs of both models, with plain and with hostile names, read by others: OpenSSL, Python's XML, plist and JSON.

Usage: deploy_pack_files.py PKIWB. Servers that run with a pack are another test's; here nginx and Apache only read their
files, where they are installed. Exits 1 where something differs.
"""

import base64
import hashlib
import json
import os
import pathlib
import plistlib
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

NOW = '2026-06-15T12:00:00Z'
# Short enough for a common name; services have no such bound.
HOSTILE = 'O\'B & <script>$(id) %PATH% "x" ‘z’|`;^\\'
LONG = HOSTILE + '\n} server { listen 80; }\n</VirtualHost>\n[a](http://b.example) '
PLAIN = 'Corp'
# What PowerShell takes for a single quote.
QUOTES = "'\u2018\u2019\u201a\u201b"
checks = {'passed': 0}


def check(truth, words):
    """Counts what holds; ends the test with these words where it does not."""
    if not truth:
        sys.exit(f'FAIL  {words}')
    checks['passed'] += 1


def run(*command, data=None):
    """The standard output of a command, as octets; ends the test where the command fails."""
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f'FAIL  {command} ended with {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr.decode()[-2000:]}')
    return done.stdout


def make_lab(pkiwb, model, name):
    """contoso.json and estate.json in the current folder."""
    run(pkiwb, 'tenant', 'create', 'contoso.json', '--name', name, '--now', NOW)
    run(pkiwb, 'private-pki', 'create', 'corp.json', '--name', name, '--now', NOW)
    if model == 'byoca':
        run(pkiwb, 'tenant', 'add-ca', 'contoso.json', '--kind', 'byoca', '--name', 'Issuing', '--key', 'rsa-2048',
            '--purpose', 'clientAuth')
        run(pkiwb, 'tenant', 'request', 'contoso.json', 'Issuing', '--out', 'byoca.req')
        run(pkiwb, 'private-pki', 'sign', 'corp.json', 'byoca.req', '--out', 'signed', '--now', NOW)
        run(pkiwb, 'tenant', 'upload', 'contoso.json', 'Issuing', '--signed', 'signed/certnew.cer', '--chain',
            'signed/fullChain.p7b')
    else:
        run(pkiwb, 'tenant', 'add-ca', 'contoso.json', '--kind', 'root', '--name', 'Root', '--key', 'rsa-2048',
            '--years', '10', '--purpose', 'clientAuth')
        run(pkiwb, 'tenant', 'add-ca', 'contoso.json', '--kind', 'issuing', '--name', 'Issuing', '--root', 'Root',
            '--years', '4', '--purpose', 'clientAuth')
    run(pkiwb, 'fleet', 'sample', 'contoso.json')
    run(pkiwb, 'fleet', 'usual-profiles', 'contoso.json', 'Issuing')
    run(pkiwb, 'estate', 'create', 'contoso.json', 'estate.json', '--private-pki', 'corp.json')
    run(pkiwb, 'fleet', 'check-in', 'contoso.json')
    estate = json.loads(pathlib.Path('estate.json').read_text())
    for service in estate['services']:
        if name != PLAIN:
            service['name'] = LONG + service['name']
            service['host'] = service['host'] if service['kind'] == 'nginx' else LONG
        service['revocation'] = 'required'
    pathlib.Path('estate.json').write_text(json.dumps(estate))


def blocks(path):
    """[(label, DER)] of a PEM file."""
    found = re.findall(r'^-----BEGIN ([A-Z0-9 ]+)-----\n(.*?)\n-----END \1-----$', path.read_text(), re.S | re.M)
    return [(label, base64.b64decode(body)) for label, body in found]


def check_pem(folder):
    """OpenSSL reads every object, whatever stands around it."""
    for path in sorted(folder.rglob('*.cer')):
        run('openssl', 'x509', '-inform', 'DER', '-in', path, '-noout')
    for path in sorted(folder.rglob('*.crl')):
        run('openssl', 'crl', '-inform', 'DER', '-in', path, '-noout')
    for path in sorted(folder.rglob('*.pem')):
        for label, der in blocks(path):
            run('openssl', 'crl' if label == 'X509 CRL' else 'x509', '-inform', 'DER', '-noout', data=der)
        # The same number by OpenSSL's own way through the file; it takes one without any for an error.
        if blocks(path):
            said = run('openssl', 'storeutl', '-noout', path).decode()
            check(f'Total found: {len(blocks(path))}' in said, f'{path}: {said}')
    check(len(list(folder.rglob('*.cer'))) >= 6, 'certificates are there')


def check_keys(folder, with_keys):
    """server.key belongs to server.pem and is its owner's alone; or there is none."""
    keys = sorted(folder.rglob('*.key'))
    check(len(keys) == (7 if with_keys else 0), f'{len(keys)} keys')
    for path in keys:
        check(stat.S_IMODE(path.stat().st_mode) == 0o600, f'{path} is readable for others')
        public = run('openssl', 'pkey', '-in', path, '-pubout')
        check(public == run('openssl', 'x509', '-in', path.with_name('server.pem'), '-noout', '-pubkey'), path)
        sent = [der for _, der in blocks(path.with_name('server.pem'))]
        for lower, upper in zip(sent, sent[1:]):
            run('openssl', 'verify', '-partial_chain', '-no_check_time', '-trusted', pem(upper), pem(lower))


def pem(der):
    """A file with the certificate as PEM."""
    path = pathlib.Path(hashlib.sha256(der).hexdigest()[:16] + '.pem.tmp')
    path.write_bytes(run('openssl', 'x509', '-inform', 'DER', data=der))
    return path


def check_readme(folder):
    """The fingerprints and dates in README.md are those that OpenSSL finds."""
    text = (folder / 'README.md').read_text()
    listed = re.findall(r'^\* file: `certificates/(\S+)`\n(?:\* .*\n)*?\* valid: (\S+) to (\S+)\n'
                        r'\* SHA-256: `(\S+)`\n\* SHA-1: `(\S+)`$', text, re.M)
    check(sorted(row[0] for row in listed) == sorted(path.name for path in (folder / 'certificates').iterdir()),
          'README.md lists every certificate')
    for name, begin, end, sha256, sha1 in listed:
        path = folder / 'certificates' / name
        for algorithm, wanted in (('-sha256', sha256), ('-sha1', sha1)):
            said = run('openssl', 'x509', '-inform', 'DER', '-in', path, '-noout', '-fingerprint', algorithm).decode()
            check(said.strip().split('=')[1] == wanted, f'{name}: {said}')
        dates = run('openssl', 'x509', '-inform', 'DER', '-in', path, '-noout', '-dates', '-dateopt',
                    'iso_8601').decode()
        check(dates.split()[0] == f'notBefore={begin}' and dates.split()[2] == f'notAfter={end}', dates)
    for path in folder.rglob('*.md'):
        prose = re.sub(r'^```\n.*?\n```$', '', path.read_text(), flags=re.S | re.M)
        check('<script' not in prose, f'{path} has markup of a name')


def check_apple(folder):
    """The profile is XML, and a property list with the certificates of the pack."""
    path = folder / 'devices/apple/trust.mobileconfig'
    xml.etree.ElementTree.parse(path)
    profile = plistlib.loads(path.read_bytes())
    payloads = profile['PayloadContent']
    held = {each.read_bytes(): each.name for each in (folder / 'certificates').iterdir()}
    for payload in payloads:
        check(held[payload['PayloadContent']] == payload['PayloadCertificateFileName'], payload['PayloadDisplayName'])
        subject, issuer = (run('openssl', 'x509', '-inform', 'DER', '-noout', option, data=payload['PayloadContent'])
                           for option in ('-subject_hash', '-issuer_hash'))
        wanted = 'com.apple.security.root' if subject == issuer else 'com.apple.security.pkcs1'
        check(payload['PayloadType'] == wanted, payload['PayloadType'])
    uuids = [profile['PayloadUUID']] + [payload['PayloadUUID'] for payload in payloads]
    check(len(set(uuids)) == len(uuids) and len(payloads) >= 3, 'UUIDs')


def check_json(folder):
    """Every body is JSON; trusted certificates are those of the pack."""
    held = {base64.b64encode(each.read_bytes()).decode() for each in (folder / 'certificates').iterdir()}
    for path in sorted(folder.rglob('*.json')):
        body = json.loads(path.read_text())
        if path.name.startswith('trusted-certificate'):
            check(body['trustedRootCertificate'] in held, path)
        elif path.name.startswith('scep'):
            root = re.search(r"\('ID OF (.*)'\)$", body['rootCertificate@odata.bind'])[1]
            check((path.parent / root).exists(), f'{path} names a root that is not there: {root}')
        else:
            check(all(each['certificate'] in held for each in body['certificateAuthorities']), path)


def check_powershell(folder):
    """Lines with names are commands with single-quoted arguments and nothing else; thumbprints are OpenSSL's."""
    argument = f'(?:-\\w+ [{QUOTES}](?:[^{QUOTES}]|([{QUOTES}])\\1)*[{QUOTES}])'
    for path in sorted(folder.rglob('*.ps1')):
        octets = path.read_bytes()
        check(octets.startswith(b'\xef\xbb\xbf') and octets.count(b'\n') == octets.count(b'\r\n'), f'{path}: encoding')
        found = 0
        for line in octets.decode('utf-8-sig').split('\r\n'):
            if not line.startswith('Add-PackCertificate'):
                check('script' not in line, line)
                continue
            found += 1
            rest = line.removeprefix('Add-PackCertificate')
            while rest:
                part = re.match(' ' + argument, rest)
                check(part is not None, f'{path}: {line}')
                rest = rest[part.end():]
            name = re.search(r"-File '([^']*)'", line)[1]
            said = run('openssl', 'x509', '-inform', 'DER', '-in', folder / 'certificates' / name, '-noout',
                       '-fingerprint', '-sha1').decode()
            check(f"-Thumbprint '{said.strip().split('=')[1].replace(':', '')}'" in line, line)
        check(found > 0, f'{path} imports nothing')


def check_batch(folder):
    """cmd sees no variable but ours, and no operator but ours."""
    for path in sorted(folder.rglob('*.cmd')):
        octets = path.read_bytes()
        check(octets.isascii() and octets.count(b'\n') == octets.count(b'\r\n'), f'{path}: encoding')
        for line in octets.decode().split('\r\n'):
            known = line.replace('%%', '').replace('%certificates%', '').replace('%~dp0', '')
            check('%' not in known, f'{path}: {line}')
            if line.startswith('echo '):
                check(re.search(r'(?:^|[^^])(?:\^\^)*[&|<>"]', line) is None, f'{path}: {line}')


def check_configurations(folder):
    """Shell scripts are read by sh; nginx and Apache take their files, where they are installed."""
    for path in sorted(folder.rglob('*.sh')):
        run('sh', '-n', path)
    nginx, apache = shutil.which('nginx'), shutil.which('apache2')
    for path in sorted(folder.rglob('nginx.conf')) if nginx else []:
        here = path.parent.resolve()
        main = here / 'main.conf'
        main.write_text(f'pid {here}/pid; error_log {here}/log; events {{}} http {{ include {path.resolve()}; }}')
        run(nginx, '-t', '-q', '-c', main, '-e', here / 'log')
    modules = pathlib.Path('/usr/lib/apache2/modules')
    for path in sorted(folder.rglob('apache.conf')) if apache and modules.exists() else []:
        loads = ''.join(f'LoadModule {name}_module {modules}/mod_{name}.so\n' for name in
                        ('mpm_event', 'authz_core', 'ssl', 'socache_shmcb'))
        main = path.parent / 'main.conf'
        main.write_text(f'ServerRoot {path.parent.resolve()}\nServerName here\nErrorLog error.log\n{loads}'
                        f'Include {path.resolve()}\n')
        run(apache, '-t', '-f', main.resolve())
    print(f'   nginx: {nginx or "not installed, not asked"}; Apache: {apache or "not installed, not asked"}')


def check_pack(pkiwb, folder, with_keys):
    """Writes a pack of the lab in the current folder, and looks at all of it."""
    options = ['--with-keys'] if with_keys else []
    # Configurations are read where they lie: each service's files must be where its configuration says.
    run(pkiwb, 'estate', 'pack', 'contoso.json', 'estate.json', '--out', folder, *options)
    check_pem(folder)
    check_keys(folder, with_keys)
    check_readme(folder)
    check_apple(folder)
    check_json(folder)
    check_powershell(folder)
    check_batch(folder)
    if not with_keys:
        return
    for service in (folder / 'services').iterdir():
        if any((service / name).exists() for name in ('nginx.conf', 'apache.conf')):
            again = pathlib.Path(f'{folder}-{service.name}')
            run(pkiwb, 'estate', 'pack', 'contoso.json', 'estate.json', '--out', again, '--directory',
                (again / 'services' / service.name).resolve(), *options)
            for other in (again / 'services').iterdir():
                if other.name != service.name:
                    shutil.rmtree(other)
            check_configurations(again)


def main():
    """Both models, plain and hostile."""
    if shutil.which('openssl') is None:
        print('skipped: openssl is not installed')
        sys.exit(77)
    pkiwb = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as work:
        for model, name in (('byoca', PLAIN), ('root', PLAIN), ('byoca', HOSTILE)):
            print(f'== {model}, named {name}')
            lab = pathlib.Path(work) / f'{model}-{len(name)}'
            lab.mkdir()
            os.chdir(lab)
            make_lab(pkiwb, model, name)
            check_pack(pkiwb, pathlib.Path('plain'), with_keys=False)
            check_pack(pkiwb, pathlib.Path('keys'), with_keys=True)
        os.chdir('/')
    print(f'{checks["passed"]} passed')


main()
