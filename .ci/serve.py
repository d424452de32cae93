#!/usr/bin/env python3
"""Serves the built page on this machine only: serve.py [--port N] FOLDER.

Prints the URL and serves until Ctrl+C. Sends the page's own content security policy (the one in its meta element) as a
header too, with what only a header can say added.
"""

import argparse
import contextlib
import errno
import html
import http.server
import pathlib
import re
import sys

DEFAULT_PORT = 8714
MIME_TYPES = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.json': 'application/json',
    '.webmanifest': 'application/manifest+json',
    '.wasm': 'application/wasm',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.txt': 'text/plain; charset=utf-8',
    '': 'application/octet-stream',
}


def page_policy(path):
    """Returns the content security policy in the meta element of the page at `path`, or the strictest one."""
    meta = re.search(
        r'<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]*)"',
        path.read_text(encoding='utf-8', errors='replace') if path.is_file() else '',
        re.IGNORECASE,
    )
    return html.unescape(meta.group(1)).rstrip('; ') if meta else "default-src 'none'"


class Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = MIME_TYPES
    protocol_version = 'HTTP/1.1'

    def end_headers(self):
        name = self.path.split('?')[0]
        if name.endswith('/') or name.endswith('.html'):
            page = pathlib.Path(self.translate_path(name))
            policy = page_policy(page / 'index.html' if page.is_dir() else page) + "; frame-ancestors 'none'"
        else:
            # For sw.js: a service worker fetches the files that it keeps, and nothing from elsewhere.
            policy = "default-src 'none'; connect-src 'self'"
        self.send_header('Content-Security-Policy', policy)
        self.send_header('X-Content-Type-Options', 'nosniff')
        self.send_header('Referrer-Policy', 'no-referrer')
        self.send_header('Cache-Control', 'no-cache')
        super().end_headers()

    def list_directory(self, path):
        self.send_error(404)

    def log_message(self, format, *arguments):
        pass


def listen(folder, port):
    """Returns a server on `port`, or without one on the first free port from DEFAULT_PORT."""
    def handler(*arguments):
        return Handler(*arguments, directory=folder)

    for candidate in [port] if port is not None else range(DEFAULT_PORT, DEFAULT_PORT + 20):
        try:
            return http.server.ThreadingHTTPServer(('127.0.0.1', candidate), handler)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    sys.exit(f'error: port {port or DEFAULT_PORT} is taken or not allowed: choose another with --port N')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--port', type=int)
    parser.add_argument('folder')
    options = parser.parse_args()
    if not pathlib.Path(options.folder, 'index.html').is_file():
        sys.exit(f'error: there is no {options.folder}/index.html to serve')
    with listen(options.folder, options.port) as server, contextlib.suppress(KeyboardInterrupt):
        print(f'The workbench is at http://127.0.0.1:{server.server_address[1]}/  (Ctrl+C stops)', flush=True)
        server.serve_forever()


if __name__ == '__main__':
    main()
