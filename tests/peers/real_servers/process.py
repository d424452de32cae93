"""Processes of this test: run one to its end, keep a server while it is needed, ports that are free."""

import contextlib
import os
import pathlib
import signal
import socket
import subprocess
import threading
import time

START_SECONDS = 20
STOP_SECONDS = 5
CLIENT_SECONDS = 20


def run(command, **options):
    """(exit status, what it said on both streams)."""
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          stdin=options.pop("stdin", subprocess.DEVNULL), timeout=CLIENT_SECONDS, check=False, **options)
    return done.returncode, done.stdout.decode("utf-8", "replace")


class NotStarted(Exception):
    """A server ended, or was not ready in time; with what it said."""


class Ports:
    """Ports of 127.0.0.1 that nobody uses, each handed out once."""

    def __init__(self):
        self._taken = set()
        self._lock = threading.Lock()

    def free(self, kind=socket.SOCK_STREAM):
        with self._lock:
            while True:
                with socket.socket(socket.AF_INET, kind) as probe:
                    probe.bind(("127.0.0.1", 0))
                    port = probe.getsockname()[1]
                if port not in self._taken:
                    self._taken.add(port)
                    return port


PORTS = Ports()


def listens(port):
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextlib.contextmanager
def server(command, log, is_ready):
    """Runs a server in a session of its own while the block runs; its whole session is ended afterwards."""
    log = pathlib.Path(log)
    with log.open("wb") as output:
        process = subprocess.Popen([str(part) for part in command], stdout=output, stderr=subprocess.STDOUT,
                                   stdin=subprocess.DEVNULL, start_new_session=True)
    try:
        deadline = time.monotonic() + START_SECONDS
        while not is_ready():
            if process.poll() is not None or time.monotonic() > deadline:
                raise NotStarted(log.read_text(errors="replace")[-2000:])
            time.sleep(0.01)
        if process.poll() is not None:
            # Somebody else answered in its place.
            raise NotStarted(log.read_text(errors="replace")[-2000:])
        yield process
    finally:
        stop(process)


def stop(process):
    for sign in (signal.SIGTERM, signal.SIGKILL):
        # The leader may have ended while a child of its session lives.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(STOP_SECONDS)
            if sign == signal.SIGKILL:
                return
