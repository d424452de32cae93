#!/usr/bin/env python3
"""Writes case_folding.h: Unicode's full case folding as tables, from Python's own copy of the Unicode database.

    python3 core/x509/unicode/make_case_folding.py > core/x509/unicode/case_folding.h
"""
import sys
import unicodedata

SURROGATES = range(0xD800, 0xE000)


def foldings():
    """(character, folded text) for every character that case folding changes."""
    for code in range(sys.maxunicode + 1):
        if code not in SURROGATES and chr(code).casefold() != chr(code):
            yield code, [ord(c) for c in chr(code).casefold()]


def ranges(singles):
    """Runs of characters, one or two apart, that fold by the same distance: [first, last, step, distance]."""
    runs = []
    for code, to in singles:
        distance = to - code
        if runs:
            first, last, step, of_run = runs[-1]
            gap = code - last
            if of_run == distance and gap in (1, 2) and (first == last or gap == step):
                runs[-1] = [first, code, gap, distance]
                continue
        runs.append([code, code, 1, distance])
    return runs


def main():
    table = list(foldings())
    singles = [(code, to[0]) for code, to in table if len(to) == 1]
    expansions = [(code, to + [0] * (3 - len(to))) for code, to in table if len(to) > 1]
    print(f"""#pragma once
// Made by make_case_folding.py from Unicode {unicodedata.unidata_version}; do not edit.

#include <array>
#include <cstdint>

namespace pki::x509::unicode {{

/// Every `step`th character from `first` to `last` folds to itself plus `distance`.
struct CaseFoldingRange {{
  char32_t first;
  char32_t last;
  std::int32_t step;
  std::int32_t distance;
}};

/// A character that folds to two or three; the third is 0 where there are two.
struct CaseFoldingExpansion {{
  char32_t from;
  std::array<char32_t, 3> to;
}};

// clang-format off
/// In ascending order.
inline constexpr std::array<CaseFoldingRange, {len(ranges(singles))}> kCaseFoldingRanges = {{{{""")
    for first, last, step, distance in ranges(singles):
        print(f"    {{0x{first:04X}, 0x{last:04X}, {step}, {distance}}},")
    print(f"""}}}};

/// In ascending order.
inline constexpr std::array<CaseFoldingExpansion, {len(expansions)}> kCaseFoldingExpansions = {{{{""")
    for code, to in expansions:
        print(f"    {{0x{code:04X}, {{" + ", ".join(f"0x{c:04X}" for c in to) + "}},")
    print("""}};
// clang-format on

}  // namespace pki::x509::unicode""")


main()
