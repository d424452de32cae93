#!/usr/bin/env python3
"""Writes openssl_extensions.txt: extensions and names as the openssl program encodes them.

    python3 tests/data/x509/make_openssl_extensions.py > tests/data/x509/openssl_extensions.txt

Each line is the name of a case, a space, and the value of its extension (what stands inside the OCTET STRING) in hex.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

KEY_ID = '0102030405060708090a0b0c0d0e0f1011121314'

# Case -> (the extension's OpenSSL name, its value, more sections of the configuration).
CASES = {
    'basic_constraints.ca': ('basicConstraints', 'CA:TRUE', ''),
    'basic_constraints.path_length_0': ('basicConstraints', 'critical,CA:TRUE,pathlen:0', ''),
    'basic_constraints.path_length_300': ('basicConstraints', 'CA:TRUE,pathlen:300', ''),
    'basic_constraints.leaf': ('basicConstraints', 'CA:FALSE', ''),
    'key_usage.ca': ('keyUsage', 'critical,keyCertSign,cRLSign', ''),
    'key_usage.signing': ('keyUsage', 'digitalSignature', ''),
    'key_usage.decipher_only': ('keyUsage', 'keyAgreement,decipherOnly', ''),
    'extended_key_usage': ('extendedKeyUsage', 'serverAuth,clientAuth,1.3.6.1.4.1.311.20.2.2', ''),
    'subject_key_identifier': ('subjectKeyIdentifier', KEY_ID, ''),
    'authority_key_identifier': ('authorityKeyIdentifier', 'keyid:always', ''),
    'authority_key_identifier.issuer': ('authorityKeyIdentifier', 'keyid:always,issuer:always', ''),
    'subject_alt_name': (
        'subjectAltName',
        'DNS:www.example.com,DNS:*.example.com,IP:192.0.2.1,IP:2001:db8::1,email:ann@example.com,'
        'URI:https://example.com/a?b=c,RID:1.2.3.4,dirName:name,otherName:1.3.6.1.4.1.311.20.2.3;UTF8:ann@corp.example',
        '[name]\nC=DE\nO=Lab\nCN=Ann\n'),
    'issuer_alt_name': ('issuerAltName', 'URI:https://example.com/', ''),
    'name_constraints': (
        'nameConstraints',
        'critical,permitted;DNS:example.com,permitted;email:.example.com,permitted;dirName:name,permitted;URI:.example.com,'
        'excluded;IP:192.0.2.0/255.255.255.0,excluded;IP:2001:db8:0:0:0:0:0:0/ffff:ffff:0:0:0:0:0:0',
        '[name]\nC=DE\nO=Lab\n'),
    'crl_distribution_points': ('crlDistributionPoints',
                                'URI:http://a.example/ca.crl,URI:http://b.example/ca.crl', ''),
    'crl_distribution_points.full': (
        'crlDistributionPoints', 'point',
        '[point]\nfullname=URI:http://a.example/ca.crl,URI:ldap://a.example/cn=ca\nCRLissuer=dirName:issuer\n'
        'reasons=keyCompromise,CACompromise\n[issuer]\nC=DE\nCN=CRL\n'),
    'crl_distribution_points.relative': ('crlDistributionPoints', 'point',
                                         '[point]\nrelativename=rdn\n[rdn]\nCN=CRL 1\n'),
    'freshest_crl': ('freshestCRL', 'URI:http://a.example/delta.crl', ''),
    'authority_info_access': ('authorityInfoAccess',
                              'OCSP;URI:http://ocsp.example/,caIssuers;URI:http://a.example/ca.cer', ''),
    'subject_info_access': ('subjectInfoAccess', 'caRepository;URI:http://a.example/', ''),
    'certificate_policies': ('certificatePolicies', '1.2.3.4,2.5.29.32.0', ''),
    'certificate_policies.cps': ('certificatePolicies', '1.2.3.4,@policy',
                                 '[policy]\npolicyIdentifier=1.2.3.5\nCPS=https://example.com/cps\n'),
    'certificate_policies.notice': (
        'certificatePolicies', '@policy',
        '[policy]\npolicyIdentifier=1.2.3.5\nuserNotice=@notice\n'
        '[notice]\nexplicitText=UTF8:For the lab only\norganization=Lab\nnoticeNumbers=1,2\n'),
    'policy_mappings': ('policyMappings', '1.2.3.4:1.2.3.5,1.2.3.6:1.2.3.7', ''),
    'policy_constraints': ('policyConstraints', 'requireExplicitPolicy:0,inhibitPolicyMapping:200', ''),
    'policy_constraints.explicit': ('policyConstraints', 'requireExplicitPolicy:3', ''),
    'inhibit_any_policy': ('inhibitAnyPolicy', '2', ''),
    'tls_feature': ('tlsfeature', 'status_request,status_request_v2', ''),
    'ocsp_no_check': ('noCheck', 'ignored', ''),
    'subject_directory_attributes': (
        '2.5.29.9', 'ASN1:SEQUENCE:attributes',
        '[attributes]\na=SEQUENCE:attribute\n[attribute]\ntype=OID:1.3.6.1.5.5.7.9.3\nvalues=SET:values\n'
        '[values]\nv=PRINTABLESTRING:F\n'),
    'ms_template_name': ('1.3.6.1.4.1.311.20.2', 'ASN1:BMPSTRING:SubCA', ''),
    'ms_template': ('1.3.6.1.4.1.311.21.7', 'ASN1:SEQUENCE:template',
                    '[template]\nid=OID:1.3.6.1.4.1.311.21.8.1.2.3\nmajor=INTEGER:100\nminor=INTEGER:7\n'),
    'ms_ca_version': ('1.3.6.1.4.1.311.21.1', 'ASN1:INTEGER:0x20003', ''),
    'ms_application_policies': ('1.3.6.1.4.1.311.21.10', 'ASN1:SEQUENCE:policies',
                                '[policies]\na=SEQUENCE:policy\n[policy]\nid=OID:1.3.6.1.5.5.7.3.2\n'),
    'ms_security_identifier': (
        '1.3.6.1.4.1.311.25.2', 'ASN1:SEQUENCE:security',
        '[security]\nname=IMPLICIT:0C,SEQUENCE:other\n'
        '[other]\nid=OID:1.3.6.1.4.1.311.25.2.1\nvalue=EXPLICIT:0,FORMAT:ASCII,OCTETSTRING:S-1-5-21-1-2-3-1104\n'),
}

NAMES = {
    'name.plain': '/C=DE/O=Lab/CN=Root',
    'name.many': '/DC=example/DC=lab/C=DE/ST=Hessen/L=Bad Orb/STREET=Am Weg 1/O=Lab, Inc/OU=a+L=b/title=Dr'
                 '/serialNumber=7/GN=Ann/SN=Lee/UID=ann/dnQualifier=q/emailAddress=ann@example.com/CN=Änn',
}


def run(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout


def certificate(folder, config, subject='/CN=x'):
    """Returns the DER of a self-signed certificate."""
    path = pathlib.Path(folder, 'config')
    path.write_text(config, encoding='utf-8')
    return run('openssl', 'req', '-x509', '-new', '-key', f'{folder}/key', '-config', path, '-extensions', 'ext',
               '-subj', subject, '-multivalue-rdn', '-utf8', '-set_serial', '1', '-days', '1', '-outform', 'DER')


def elements(folder, der):
    """Returns openssl's list of a DER file's elements: (offset, header length, length, depth, what)."""
    path = pathlib.Path(folder, 'der')
    path.write_bytes(der)
    lines = run('openssl', 'asn1parse', '-inform', 'DER', '-in', path).decode()
    pattern = re.compile(r'^ *(\d+):d=(\d+) +hl=(\d+) l= *(\d+) (.*)$', re.MULTILINE)
    return [(int(at), int(header), int(length), int(depth), what)
            for at, depth, header, length, what in pattern.findall(lines)]


def main():
    with tempfile.TemporaryDirectory() as folder:
        run('openssl', 'genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', f'{folder}/key')
        head = '[req]\ndistinguished_name=dn\nstring_mask=utf8only\n[dn]\n[ext]\n'
        for case, (name, value, sections) in CASES.items():
            # openssl adds both key identifiers to a certificate unless it is told not to.
            identifiers = {'subjectKeyIdentifier': KEY_ID if name == 'authorityKeyIdentifier' else 'none',
                           'authorityKeyIdentifier': 'none', name: value}
            lines = ''.join(f'{key}={what}\n' for key, what in identifiers.items())
            der = certificate(folder, f'{head}{lines}{sections}')
            octets = [e for e in elements(folder, der) if 'OCTET STRING' in e[4]][-1]
            at, header, length = octets[:3]
            print(case, der[at + header:at + header + length].hex())
        for case, subject in NAMES.items():
            der = certificate(folder, head, subject)
            # The issuer and the subject: the third and fifth element of the tbsCertificate without a version.
            outer = [e for e in elements(folder, der) if e[3] == 2 and 'SEQUENCE' in e[4]]
            at, header, length = outer[1][:3]
            print(case, der[at:at + header + length].hex())
        lines = f'basicConstraints=critical,CA:TRUE\nsubjectKeyIdentifier={KEY_ID}\nauthorityKeyIdentifier=none\n'
        der = certificate(folder, head + lines)
        at, header, length = [e for e in elements(folder, der) if 'cont [ 3 ]' in e[4]][0][:3]
        print('extensions', der[at + header:at + header + length].hex())


if __name__ == '__main__':
    sys.exit(main())
