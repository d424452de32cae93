#include "asn1/ber.h"

#include <catch2/catch_test_macros.hpp>

#include "asn1/support.h"
#include "asn1/tree.h"

namespace pki::asn1 {
namespace {

std::string converted(std::string_view ber) {
  const Result<ByteVector> der = ber_to_der(hex(ber));
  return der.ok() ? to_hex(*der, " ") : std::string(der.error().id());
}

std::optional<std::size_t> size_of(std::string_view ber) { return element_size(hex(ber)); }

}  // namespace

TEST_CASE("an element has its announced size, or ends with its end mark") {
  CHECK(size_of("30 02 05 00 FF") == 4U);
  CHECK(size_of("30 80 05 00 00 00 FF") == 6U);
  CHECK(size_of("30 80 30 80 00 00 04 02 00 00 00 00 FF") == 12U);
  CHECK(size_of("00 00") == 2U);
  CHECK_FALSE(size_of(""));
  CHECK_FALSE(size_of("30"));
  CHECK_FALSE(size_of("30 03 05 00"));
  CHECK_FALSE(size_of("30 80 05 00 00"));
  CHECK_FALSE(size_of("04 80 00 00"));
}

TEST_CASE("indefinite lengths become definite") {
  CHECK(converted("30 80 02 01 05 00 00") == "30 03 02 01 05");
  CHECK(converted("30 80 A0 80 30 80 00 00 00 00 05 00 00 00") == "30 06 a0 02 30 00 05 00");
  CHECK(converted("30 06 30 80 05 00 00 00") == "30 04 30 02 05 00");
}

TEST_CASE("strings in parts become whole") {
  CHECK(converted("24 80 04 02 01 02 04 01 03 00 00") == "04 03 01 02 03");
  CHECK(converted("24 06 04 01 01 04 01 02") == "04 02 01 02");
  CHECK(converted("24 80 24 80 04 01 01 00 00 04 01 02 00 00") == "04 02 01 02");
  CHECK(converted("30 80 24 80 04 02 05 00 00 00 05 00 00 00") == "30 06 04 02 05 00 05 00");
  CHECK(converted("24 80 00 00") == "04 00");
}

TEST_CASE("what is definite already is copied octet for octet, DER or not") {
  CHECK(converted("30 81 03 02 01 05") == "30 81 03 02 01 05");
  CHECK(converted("30 80 30 81 04 02 82 00 00 00 00") == "30 07 30 81 04 02 82 00 00");
  CHECK(converted("30 80 04 04 30 02 05 00 00 00") == "30 06 04 04 30 02 05 00");
}

TEST_CASE("a length that grows past 127 is written in two octets") {
  std::string ber = "24 80 ";
  for (int i = 0; i < 50; ++i) ber += "04 03 01 02 03 ";
  const ByteVector der = ber_to_der(hex(ber + "00 00")).value();
  CHECK(der.size() == 3 + 150);
  CHECK(to_hex(Bytes(der).first(4)) == "04819601");
}

TEST_CASE("what cannot be read as one element is not converted") {
  CHECK(converted("30 80 05 00") == "asn1.tree.unclosed");
  CHECK(converted("30 05 05 00") == "asn1.element.truncated");
  CHECK(converted("05 00 05 00") == "asn1.element.trailing");
  CHECK(ber_to_der({}).error().id() == "asn1.tag.truncated");
}

TEST_CASE("what was converted has no indefinite length, and converting it again changes nothing") {
  Noise noise(10);
  const ByteVector seed =
      hex("30 80 A0 80 24 80 04 01 01 04 02 02 03 00 00 00 00 30 03 02 01 05 04 04 30 02 05 00 00 00");
  for (int round = 0; round < 20000; ++round) {
    const ByteVector ber = mutated(seed, noise);
    const Result<ByteVector> der = ber_to_der(ber);
    if (!der.ok()) continue;
    const Tree tree = read_tree(*der);
    for (const TreeNode& node : tree.nodes) REQUIRE_FALSE(node.indefinite);
    REQUIRE(element_size(*der) == der->size());
    REQUIRE(ber_to_der(*der).value() == *der);
  }
}

}  // namespace pki::asn1
