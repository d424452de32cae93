"""A copy of the tree in which core/path holds all its mutants, and its tests, built there."""

import json
import os
import pathlib
import re
import resource
import subprocess
import tempfile

from mutants import find_mutants, render

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
COPY = ROOT / "build" / "mutation" / "tree"
BUILD = COPY / "build" / "native"
TESTS = BUILD / "tests" / "path" / "pki_path_tests"
RECORD = ROOT / "build" / "mutation" / "reached.tsv"
# What did not compile beside the others, from one run to the next.
LEFT_OUT = ROOT / "build" / "mutation" / "left_out.json"
COPIED = ["CMakeLists.txt", "core", ".ci/setup", "tests/CMakeLists.txt", "tests/support", "tests/path"]
MEMORY = 4 << 30

SWITCH = "path/mutation_switch.h"
STEP = ("Judgement(std::move(judgement)), check(&which), certificate(where) {}",
        "Judgement(std::move(judgement)), check(&which), certificate(where) { "
        "if (!mutation::choice().rule.empty() && findings.empty() && (outcome == Outcome::Fail || outcome == Outcome::Warn)) "
        "outcome = Outcome::Pass; }")


def write(path, text):
    """Writes only what changes, so that only that is built anew."""
    data = text if isinstance(text, bytes) else text.encode()
    if not path.exists() or path.read_bytes() != data:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def weave_rules(text, name):
    """Every finding asks whether its rule stands; what holds findings takes only those that do."""
    text = re.sub(r"(?<=[{ (])\.rule = ([^,}]+)", r".rule = pki::mutation::kept(\1)", text)
    text = text.replace("std::optional<Finding>", "MaybeFinding")
    if name == "report.h":
        if STEP[0] not in text:
            raise SystemExit("core/path/report.h: the constructor of Step is another; tests/mutation/tree.py must know it")
        text = text.replace(*STEP)
    return text


class Tree:
    """The mutants are numbered by their place in `mutants`: (file's name below the root, mutant) each."""

    def __init__(self):
        self.texts = {str(path.relative_to(ROOT)): path.read_text()
                      for path in sorted((ROOT / "core" / "path").rglob("*")) if path.suffix in (".cpp", ".h")}
        self.mutants = [(name, mutant) for name, text in self.texts.items() for mutant in find_mutants(text)]
        left_out = set(json.loads(LEFT_OUT.read_text())) if LEFT_OUT.exists() else set()
        self.alone = {number for number, (_, mutant) in enumerate(self.mutants) if mutant.alone or self.key(number) in left_out}

    def key(self, number):
        name, mutant = self.mutants[number]
        return "\t".join((name, str(mutant.line), mutant.operator, mutant.code))

    def source(self, name, only=None):
        """The file with all mutants, or only one, which is on."""
        chosen = [(mutant, "true" if only is not None else f"pki::mutation::on({number})")
                  for number, (file, mutant) in enumerate(self.mutants)
                  if file == name and (number == only if only is not None else number not in self.alone)]
        woven = weave_rules(render(self.texts[name], chosen), pathlib.Path(name).name)
        return f'#include "{SWITCH}"\n' + woven

    def prepare(self):
        for name in COPIED:
            for path in [ROOT / name] if (ROOT / name).is_file() else sorted((ROOT / name).rglob("*")):
                inner = str(path.relative_to(ROOT))
                if path.is_file() and inner not in self.texts and "__pycache__" not in inner and path.name != "CMakeLists.txt":
                    write(COPY / inner, path.read_bytes())
        for path in [ROOT / "CMakeLists.txt", ROOT / "tests/CMakeLists.txt", ROOT / "tests/support/CMakeLists.txt",
                     *(ROOT / "core").rglob("CMakeLists.txt"), ROOT / "tests/path/CMakeLists.txt"]:
            text = path.read_text()
            inner = str(path.relative_to(ROOT))
            if inner == "core/path/CMakeLists.txt":
                text += ("target_sources(pki_path PRIVATE mutation_switch.cpp)\n"
                         "target_compile_options(pki_path PRIVATE -O1 -g0 -w -D_GLIBCXX_ASSERTIONS)\n")
            if inner == "tests/path/CMakeLists.txt":
                text += ("target_sources(pki_path_tests PRIVATE mutation_listener.cpp)\n"
                         "target_compile_options(pki_path_tests PRIVATE -g0 -w)\n")
            write(COPY / inner, text)
        data = COPY / "tests" / "data"
        if not data.is_symlink():
            data.parent.mkdir(parents=True, exist_ok=True)
            data.symlink_to(ROOT / "tests" / "data")
        write(COPY / "core" / SWITCH, (HERE / "schemata/switch.h").read_text())
        write(COPY / "core/path/mutation_switch.cpp", (HERE / "schemata/switch.cpp").read_text())
        write(COPY / "tests/path/mutation_listener.cpp", (HERE / "schemata/listener.cpp").read_text())
        for name in self.texts:
            write(COPY / name, self.source(name))
        if not (BUILD / "build.ninja").exists():
            subprocess.run(["cmake", "-S", COPY, "-B", BUILD, "-G", "Ninja", "-DPKI_BUILD_CLI=OFF",
                            "-DPKI_WERROR=ON"],  # as build/native: the compiler cache serves the layers below
                           check=True, stdout=subprocess.DEVNULL)

    def build(self, jobs):
        """Builds the tests. A mutant that the compiler does not take stands alone from then on."""
        while True:
            done = subprocess.run(["ninja", "-C", BUILD, "-j", str(jobs), "-k", "0", "pki_path_tests"], text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
            if done.returncode == 0:
                return
            before = len(self.alone)
            self.leave_out_errors(done.stdout)
            if len(self.alone) == before:
                raise SystemExit(done.stdout[-4000:] + "\nthe tree does not build")
            LEFT_OUT.write_text(json.dumps([self.key(n) for n in self.alone if not self.mutants[n][1].alone], indent=1))
            for name in self.texts:
                write(COPY / name, self.source(name))

    def leave_out_errors(self, output):
        for name, line in re.findall(r"(core/path/[\w/]+\.(?:cpp|h)):(\d+):\d+:\s+(?:error|required)", output):
            self.leave_out(name, int(line) - 1)

    def leave_out(self, name, line):
        for number, (file, mutant) in enumerate(self.mutants):
            last = mutant.line + self.texts[name][slice(*mutant.around)].count("\n") if file == name else 0
            if file == name and mutant.line <= line <= last:
                self.alone.add(number)

    def build_one(self, number):
        """Builds one mutant alone; false where it does not build."""
        name = self.mutants[number][0]
        write(COPY / name, self.source(name, number))
        return subprocess.run(["ninja", "-C", BUILD, "pki_path_tests"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              check=False).returncode == 0

    def restore(self, number):
        name = self.mutants[number][0]
        write(COPY / name, self.source(name))


class Case:
    """A test case, and what it reaches."""

    def __init__(self, line):
        self.name, seconds, mutants, rules = line.split("\t")
        self.seconds = float(seconds)
        self.mutants = {int(number) for number in mutants.split()}
        self.rules = set(rules.split())


def record():
    """All rules of the layer, and all test cases; nothing where a test fails without a mutant."""
    if not RECORD.exists() or RECORD.stat().st_mtime < TESTS.stat().st_mtime:
        if not passes([], f"record:{RECORD}", None):
            RECORD.unlink(missing_ok=True)
            return None
    lines = RECORD.read_text().splitlines()
    cases = [Case(line) for line in lines[1:]]
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as names:
        write_names(cases, names)
        # Else every mutant would count as killed.
        if subprocess.run([TESTS, "--list-tests", "-f", names.name], stdout=subprocess.DEVNULL, check=False).returncode != 0:
            raise SystemExit("the tests cannot be chosen by their names")
    return lines[0].split(), cases


def write_names(cases, to):
    """The file that Catch2 takes with -f; a comma ends a name unless it is escaped."""
    for case in cases:
        escaped = re.sub(r'([\\",])', r"\\\1", case.name)
        to.write(f'"{escaped}"\n')
    to.flush()


def passes(cases, choice, seconds):
    """True if these test cases pass, or all where none is named, with this in PKI_MUTANT and so much processor time."""
    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        if seconds is not None:
            resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as names:
        write_names(cases, names)
        command = [TESTS, "--abort"] + (["-f", names.name] if cases else [])
        done = subprocess.run(command, cwd=COPY / "tests/path", env={**os.environ, "PKI_MUTANT": choice}, preexec_fn=limit,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return done.returncode == 0
