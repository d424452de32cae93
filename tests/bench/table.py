#!/usr/bin/env python3
"""table.py FOLDER: prints what the programs of this folder measured, side by side. FOLDER holds NAME.tsv of each; one that is
missing or empty has no column."""

import pathlib
import sys

NAMES = {"openssl": "OpenSSL", "go": "Go", "native": "native", "wasm": "wasm", "pkijs": "PKI.js", "forge": "node-forge"}
# What is divided by what: the name of the ratio, its two columns.
RATIOS = [("native/OpenSSL", "native", "openssl"), ("native/Go", "native", "go"), ("wasm/native", "wasm", "native"),
          ("wasm/PKI.js", "wasm", "pkijs"), ("wasm/forge", "wasm", "forge")]
SIGNATURES = "signatures of chain of three "
CHECK = "parse and check chain of three "
PARSE = "parse chain of three "


def read(path):
    if not path.exists():
        return {}
    return {name: float(value) for name, value in (line.split("\t") for line in path.read_text().splitlines())}


def ratio(row, over, under):
    if row.get(over) is None or not row.get(under):
        return "-"
    return f"{row[over] / row[under]:.2f}"


def print_table(title, rows, columns, decimals=4):
    """`rows`: [(operation, {column: number})]."""
    ratios = [entry for entry in RATIOS if entry[1] in columns and entry[2] in columns]
    print(f"{title:<62}" + "".join(f"{NAMES[column]:>12}" for column in columns) +
          "".join(f"{name:>16}" for name, _, _ in ratios))
    for operation, row in rows:
        cells = "".join(f"{'-' if row.get(column) is None else format(row[column], f'.{decimals}f'):>12}" for column in columns)
        print(f"{operation:<62}{cells}" + "".join(f"{ratio(row, over, under):>16}" for _, over, under in ratios))
    print()


def gather(measured, operations):
    return [(name, {column: values.get(name) for column, values in measured.items()}) for name in operations]


def split_checks(measured):
    """Of each chain: reading, its two signatures, and what the check does besides; the share of the signatures."""
    rows = []
    for chain in ("rsa", "p-256", "p-384"):
        for column, values in measured.items():
            if CHECK + chain not in values:
                continue
            whole, signatures, parse = (values[kind + chain] for kind in (CHECK, SIGNATURES, PARSE))
            rows.append((chain, column, whole, parse, signatures, whole - parse - signatures))
    print(f"{'of a check, milliseconds':<30}{'whole':>12}{'parsing':>12}{'signatures':>12}{'the rest':>12}{'signatures are':>18}")
    for chain, column, whole, parse, signatures, rest in rows:
        print(f"{chain + ', ' + NAMES[column]:<30}{whole:>12.4f}{parse:>12.4f}{signatures:>12.4f}{rest:>12.4f}{signatures / whole:>17.0%}")
    print()


def main():
    folder = pathlib.Path(sys.argv[1])
    measured = {name: values for name in NAMES if (values := read(folder / f"{name}.tsv"))}
    keys = [name for name in measured["native"] if "chain" not in name and "parse" not in name]
    chains = [name for name in measured["native"] if name not in keys]
    own = [column for column in measured if column in ("openssl", "native", "wasm")]
    print_table("milliseconds", gather(measured, keys), own)
    print_table("milliseconds", gather(measured, chains), list(measured))
    split_checks(measured)
    large = {name: values for name in ("openssl", "go", "native") if (values := read(folder / f"{name}-crl.tsv"))}
    operations = list(large["native"])
    print_table("CRL of a million entries, milliseconds",
                gather(large, [name for name in operations if "memory" not in name]), list(large), 3)
    print_table("the same, MB of memory", gather(large, [name for name in operations if "memory" in name]), list(large), 1)


if __name__ == "__main__":
    main()
