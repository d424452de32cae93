#pragma once
// What the tests of this layer share. tests/data/formats/make-data made the files.

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "asn1/pem.h"
#include "asn1/support.h"
#include "formats/sniff.h"

namespace pki::formats {

using asn1::hex;
using asn1::ids;
using Ids = std::vector<std::string>;

/// A file of tests/data/formats.
inline std::string read_data(const std::string& name) {
  std::ifstream file(std::string(PKI_TEST_DATA_DIR "/formats/") + name, std::ios::binary);
  INFO(name);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The DER of the first PEM block of a file of tests/data/formats.
inline ByteVector read_block(const std::string& name) { return asn1::read_pem(read_data(name)).blocks.at(0).der; }

/// The octets of a file of tests/data/formats.
inline ByteVector read_octets(const std::string& name) { return to_vector(as_bytes(read_data(name))); }

inline Dropped drop(std::string_view file) { return read_dropped(as_bytes(file)); }

/// The kinds of the items, in order, as words.
inline std::string kinds(const Dropped& dropped) {
  std::string words;
  for (const Item& item : dropped.items) {
    if (!words.empty()) words += " ";
    words += kind_word(item.kind);
  }
  return words;
}

/// What must hold of any answer: places lie in the file, and something is said.
inline void check_law(const Dropped& dropped, std::size_t size) {
  REQUIRE((!dropped.items.empty() || !dropped.findings.empty()));
  REQUIRE(dropped.items.size() <= kMaxItems);
  REQUIRE(dropped.findings.size() <= kMaxFindings + 1);
  for (const Item& item : dropped.items) {
    REQUIRE(item.source.end() <= size);
    REQUIRE_FALSE(item.der.empty());
  }
  for (const Finding& finding : dropped.findings) {
    if (finding.where.range) REQUIRE(finding.where.range->end() <= size);
  }
}

}  // namespace pki::formats
