#include "asn1/tree.h"

#include <catch2/catch_test_macros.hpp>

#include "asn1/oids.h"
#include "asn1/support.h"
#include "asn1/writer.h"

namespace pki::asn1 {
namespace {

using Ids = std::vector<std::string>;

/// The tree in one line: "SEQUENCE{INTEGER=5,...}".
std::string outline(const Tree& tree) {
  std::string text;
  std::uint32_t depth = 0;
  bool first = true;
  for (const TreeNode& node : tree.nodes) {
    if (node.depth > depth) text += "{";
    for (; depth > node.depth; --depth) text += "}";
    if (!first && text.back() != '{') text += ",";
    depth = node.depth;
    first = false;
    text += tag_name(node.tag);
    if (!node.text.empty()) text += "=" + node.text;
  }
  for (; depth > 0; --depth) text += "}";
  return text;
}

std::string outline(std::string_view der) { return outline(read_tree(hex(der))); }
Ids found(std::string_view der) { return ids(read_tree(hex(der)).findings); }

/// What must hold of a tree, whatever the octets.
void check_shape(const Tree& tree, std::size_t size) {
  if (!tree.complete) REQUIRE(has_errors(tree.findings));
  for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
    const TreeNode& node = tree.nodes[i];
    REQUIRE(node.whole.end() <= size);
    REQUIRE(node.value.offset > node.whole.offset);
    REQUIRE(node.value.end() <= node.whole.end());
    REQUIRE(node.parent <= i);
    REQUIRE((node.parent == i) == (node.depth == 0));
    if (i > 0) REQUIRE(node.whole.offset > tree.nodes[i - 1].whole.offset);
    if (node.depth == 0) continue;
    const TreeNode& parent = tree.nodes[node.parent];
    REQUIRE(parent.depth + 1 == node.depth);
    REQUIRE((parent.tag.constructed || parent.encapsulates));
    REQUIRE(node.whole.offset >= parent.value.offset);
    REQUIRE(node.whole.end() <= parent.value.end());
  }
}

}  // namespace

TEST_CASE("a tree shows elements in the order of their octets, with a reading of each value") {
  Writer writer;
  writer.sequence([](Writer& w) {
    w.integer(5);
    w.integer_octets(hex("FF"));
    w.boolean(true);
    w.null();
    w.oid(oids::kCommonName);
    w.oid(make_oid<1, 2, 3>());
    w.string(tags::kUtf8String, "a\nb");
    w.time(from_iso8601("2026-11-22").value());
    w.named_bits(5);
    w.octet_string(hex("FFFE"));
    w.element(tags::context(2), as_bytes("example.org"));
    w.element(tags::context(7), hex("7F000001"));
    w.set_of([](Writer&) {});
  });
  const ByteVector der = writer.take();
  const Tree tree = read_tree(der);
  CHECK(tree.findings.empty());
  CHECK(outline(tree) ==
        "SEQUENCE{INTEGER=5,INTEGER=-1,BOOLEAN=TRUE,NULL,OBJECT IDENTIFIER=commonName (2.5.4.3),"
        "OBJECT IDENTIFIER=1.2.3,UTF8String=a\\u{000A}b,UTCTime=2026-11-22T00:00:00Z,BIT STRING=101,"
        "OCTET STRING=ff fe,[2]=example.org,[7]=7f 00 00 01,SET}");
  check_shape(tree, der.size());
}

TEST_CASE("DER inside a string is shown as its children") {
  CHECK(outline("04 04 30 02 05 00") == "OCTET STRING{SEQUENCE{NULL}}");
  CHECK(outline("04 02 05 00") == "OCTET STRING{NULL}");
  CHECK(outline("04 03 01 01 FF") == "OCTET STRING{BOOLEAN=TRUE}");
  CHECK(outline("03 05 00 30 02 05 00") == "BIT STRING{SEQUENCE{NULL}}");
  const Tree tree = read_tree(hex("03 05 00 30 02 05 00"));
  CHECK(tree.nodes[0].encapsulates);
  CHECK(tree.nodes[1].whole == ByteRange{3, 4});
}

TEST_CASE("octets in a string that are no single DER element stay octets") {
  CHECK(outline("04 04 05 00 05 00") == "OCTET STRING=05 00 05 00");
  CHECK(outline("04 03 05 00 00") == "OCTET STRING=05 00 00");
  CHECK(outline("04 03 01 01 01") == "OCTET STRING=01 01 01");
  CHECK(outline("04 04 30 80 00 00") == "OCTET STRING=30 80 00 00");
  CHECK(outline("04 04 30 02 05 01") == "OCTET STRING=30 02 05 01");
  CHECK(outline("04 02 65 00") == "OCTET STRING=65 00");
  CHECK(outline("03 03 00 05 00") == "BIT STRING=0000010100000000");
  // A key identifier whose first octets happen to be 04 02.
  CHECK(outline("04 06 04 04 04 02 FF FE") == "OCTET STRING{OCTET STRING=04 02 ff fe}");
}

TEST_CASE("BER is read and told apart from DER") {
  CHECK(outline("30 80 02 01 05 00 00") == "SEQUENCE{INTEGER=5}");
  CHECK(found("30 80 02 01 05 00 00") == Ids{"asn1.length.indefinite"});
  const Tree tree = read_tree(hex("30 80 02 01 05 00 00 05 00"));
  REQUIRE(tree.nodes.size() == 3);
  CHECK(tree.nodes[0].indefinite);
  CHECK(tree.nodes[0].whole == ByteRange{0, 7});
  CHECK(tree.nodes[0].value == ByteRange{2, 3});
  CHECK(found("24 80 04 01 00 04 01 01 00 00") == Ids{"asn1.length.indefinite", "asn1.string.constructed"});
  CHECK(found("04 81 01 00") == Ids{"asn1.length.not_minimal"});
  CHECK(found("1F 1E 00") == Ids{"asn1.tag.not_minimal"});
  CHECK(found("01 01 01") == Ids{"asn1.boolean.not_der"});
}

TEST_CASE("values that are malformed are shown as octets, with their finding") {
  CHECK(outline("02 00") == "INTEGER");
  CHECK(found("02 00") == Ids{"asn1.integer.empty"});
  CHECK(outline("06 01 80") == "OBJECT IDENTIFIER=80");
  CHECK(found("06 01 80") == Ids{"asn1.oid.malformed"});
  CHECK(found("0C 01 FF") == Ids{"asn1.string.malformed"});
}

TEST_CASE("of an object that was cut short all is shown that is left, with one finding") {
  CHECK(outline("30 10 30 08 02 01 05 02") == "SEQUENCE{SEQUENCE{INTEGER=5}}");
  CHECK(found("30 10 30 08 02 01 05 02") == Ids{"asn1.element.truncated"});
  CHECK(outline("30 10 04 08 00") == "SEQUENCE{OCTET STRING}");
  CHECK(found("30") == Ids{"asn1.length.truncated"});
  CHECK(found("30 80 02 01 05") == Ids{"asn1.length.indefinite", "asn1.tree.unclosed"});
}

TEST_CASE("behind octets that are no element, reading goes on with what follows their parent") {
  CHECK(outline("30 07 30 02 30 FF 02 01 05") == "SEQUENCE{SEQUENCE,INTEGER=5}");
  CHECK(found("30 07 30 02 30 FF 02 01 05") == Ids{"asn1.length.reserved"});
  CHECK(outline("30 06 30 80 04 80 00 00 05 00") == "SEQUENCE{SEQUENCE},NULL");
  CHECK(found("30 06 30 80 04 80 00 00 05 00") == Ids{"asn1.length.indefinite", "asn1.length.indefinite_primitive"});
  CHECK(found("00 00") == Ids{"asn1.tree.stray_end"});
  CHECK(outline("30 04 00 00 05 00 05 00") == "SEQUENCE,NULL");
}

TEST_CASE("a tree is complete where all of the input was read") {
  CHECK(read_tree({}).complete);
  CHECK(read_tree(hex("30 80 02 00 00 00 05 00")).complete);
  CHECK_FALSE(read_tree(hex("30 80 02 00 00 00 05")).complete);
  CHECK_FALSE(read_tree(hex("30 80 02 00")).complete);
  CHECK_FALSE(read_tree(hex("30 03 02 00")).complete);
  CHECK_FALSE(read_tree(hex("00 00")).complete);
}

TEST_CASE("nesting and number of elements are limited") {
  ByteVector deep;
  for (int i = 0; i < 100; ++i) append(deep, hex("30 80"));
  const Tree tree = read_tree(deep);
  CHECK(tree.nodes.size() == kMaxTreeDepth);
  CHECK(tree.findings.back().id() == "asn1.tree.too_deep");
  check_shape(tree, deep.size());

  ByteVector wide;
  for (int i = 0; i < 300000; ++i) append(wide, hex("05 00"));
  const Tree many = read_tree(wide);
  CHECK(many.nodes.size() == kMaxTreeNodes);
  CHECK(ids(many.findings) == Ids{"asn1.tree.too_large"});

  ByteVector strings = hex("05 00");
  for (int i = 0; i < 5000; ++i) strings = encode_element(tags::kOctetString, encode_element(tags::kSequence, strings));
  CHECK(read_tree(strings).nodes.size() <= kMaxTreeDepth);
}

TEST_CASE("10 MB of zeros and other monotony are read quickly") {
  for (const int octet : {0x00, 0x02, 0x04, 0x1F, 0x24, 0x30, 0x80, 0xFF}) {
    CAPTURE(octet);
    const ByteVector octets(10'000'000, static_cast<std::uint8_t>(octet));
    check_shape(read_tree(octets), octets.size());
  }
  ByteVector nested_strings;
  for (int i = 0; i < 100000; ++i) append(nested_strings, hex("04 84 00 10 00 00 30 84 00 0F 00 00"));
  check_shape(read_tree(nested_strings), nested_strings.size());
}

TEST_CASE("any octets make a tree whose elements lie within their parents") {
  Noise noise(9);
  const ByteVector seed =
      hex("30 80 A0 03 02 01 02 30 0B 06 03 55 04 03 0C 04 61 62 63 64 04 08 30 06 01 01 FF 02 01 00 24 80 04 01 00 "
          "00 00 03 05 00 30 02 05 00 00 00");
  for (int round = 0; round < 20000; ++round) {
    const ByteVector octets = mutated(seed, noise);
    const Tree tree = read_tree(octets);
    check_shape(tree, octets.size());
    for (const Finding& finding : tree.findings) {
      REQUIRE(finding.where.range);
      REQUIRE(finding.where.range->end() <= octets.size());
    }
  }
}

}  // namespace pki::asn1
