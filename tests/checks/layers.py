#!/usr/bin/env python3
"""Holds the sources to the architecture: who may include whom, and which names stay where.

Usage: layers.py [ROOT]. Prints each offence as path:line: message, then 'N passed, N failed'; exits 1 on an offence.
The table is docs/architecture.md's; change both together.
"""

import pathlib
import re
import sys

# layer -> the layers that it names; it may include these, and all that they may include.
DIRECT = {
    'base': [],
    'json': ['base'],
    'asn1': ['base'],
    'crypto': ['asn1'],
    'x509': ['crypto'],
    'cms': ['x509'],
    'formats': ['cms'],
    'scep': ['cms'],
    'path': ['x509'],
    'repository': ['path', 'formats'],
    'relying': ['repository'],
    'pile': ['x509'],
    'lint': ['x509'],
    'ca': ['x509'],
    'examples': ['ca', 'repository'],
    'tls': ['x509'],
    'cloudpki': ['path', 'repository', 'ca', 'lint', 'scep'],
    'estate': ['json', 'cloudpki', 'relying', 'tls'],
    'lab': ['cloudpki'],
    'api': ['json', 'formats', 'scep', 'relying', 'pile', 'examples', 'tls', 'estate', 'lab'],
    'cli': ['api'],
    'wasm': ['api'],
}

# What only some folders may contain: pattern, the folders that may, what to look through, the message.
CONFINED = [
    (r'\b(mbedtls|psa)_|["<](mbedtls|psa)/', ('core/crypto/', 'core/tls/'), ('.cpp', '.h'),
     'mbedTLS is for core/crypto and core/tls only'),
    (r'["<](mbedtls|psa)/', (), ('.h',), 'no header shows mbedTLS: include it from a .cpp'),
    (r'["<]nlohmann/', ('core/json/',), ('.cpp', '.h'), 'nlohmann/json is for core/json only'),
    (r'^\s*#\s*include <(iostream|fstream|filesystem)>', ('cli/', 'tests/'), ('.cpp', '.h'),
     'the core is a pure function: files and streams are for the command line and tests'),
    (r'\b(std::)?(time|clock_gettime|gettimeofday)\s*\(\s*(NULL|nullptr|0|&|CLOCK)|system_clock::now',
     ('cli/', 'tests/'), ('.cpp', '.h'), 'the core has no clock: time is a parameter'),
    (r'\b(throw\s|try\s*\{|std::stoi\b|std::get<(?!\d))', ('cli/', 'tests/'), ('.cpp', '.h'),
     'nothing throws in the core: Result, std::get_if'),
    (r'\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML)\b|document\.write\b', (),
     ('.js', '.mjs', '.html'), 'text nodes only: no raw HTML'),
    (r'\bRTCPeerConnection\b', (), ('.js', '.mjs'), 'no WebRTC: it passes by the content security policy'),
]
ROOTS = ('core', 'cli', 'wasm', 'web')
# Generated, not ours, or a rule's own text.
SKIPPED = re.compile(r'(^|/)(node_modules|third_party|dist|build)/|eslint\.config|\.min\.js$|^web/tests/')


def closure():
    """Returns for each layer the set of layers that it may include, itself among them."""
    allowed = {}
    for layer, direct in DIRECT.items():
        allowed[layer] = {layer}.union(*(allowed[other] for other in direct)) if direct else {layer}
    return allowed


def without_comments(text):
    """Returns `text` with comments blanked out, line by line the same. Strings that hold // are rare enough."""
    text = re.sub(r'/\*.*?\*/', lambda match: re.sub(r'[^\n]', ' ', match.group()), text, flags=re.DOTALL)
    return re.sub(r'(?<![:"\'])//[^\n]*', '', text)


def without_strings(line):
    """Returns a line of C++ with string literals emptied; what an #include names stays."""
    return line if re.match(r'\s*#', line) else re.sub(r'"(?:\\.|[^"\\])*"', '""', line)


def layer_of(path):
    parts = path.split('/')
    return parts[1] if parts[0] == 'core' else parts[0]


def offences(path, text, allowed):
    layer = layer_of(path)
    for number, line in enumerate(without_comments(text).splitlines(), 1):
        included = re.match(r'\s*#\s*include "([a-z0-9_]+)/', line)
        if included and included.group(1) in DIRECT and layer in DIRECT:
            if included.group(1) not in allowed[layer]:
                yield number, f'{layer} may not include {included.group(1)}'
        if path.endswith(('.cpp', '.h')):
            line = without_strings(line)
        for pattern, folders, suffixes, message in CONFINED:
            if path.endswith(suffixes) and not path.startswith(folders or ('\0',)) and re.search(pattern, line):
                yield number, message


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2])
    allowed = closure()
    passed = failed = 0
    for path in sorted(p for folder in ROOTS for p in (root / folder).rglob('*') if p.is_file()):
        name = path.relative_to(root).as_posix()
        if SKIPPED.search(name) or path.suffix not in ('.h', '.cpp', '.js', '.mjs', '.html'):
            continue
        found = list(offences(name, path.read_text(encoding='utf-8'), allowed))
        for number, message in found:
            print(f'{name}:{number}: {message}')
        passed, failed = (passed, failed + 1) if found else (passed + 1, failed)
    print(f'{passed} passed, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
