#include "asn1/reader.h"

#include <catch2/catch_test_macros.hpp>

#include "asn1/header.h"
#include "asn1/support.h"

namespace pki::asn1 {
namespace {

/// The rule for which `der` has no first element, or "" where it has one.
std::string error_of_next(std::string_view der) {
  const ByteVector octets = hex(der);
  Context context(octets);
  Reader reader(octets, context);
  const Result<Element> element = reader.next();
  return element.ok() ? "" : std::string(element.error().id());
}

std::vector<std::string> noted_by_next(std::string_view der) {
  const ByteVector octets = hex(der);
  Context context(octets);
  Reader reader(octets, context);
  CHECK(reader.next().ok());
  return ids(context.findings());
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("elements are read in order, each as a view of the input") {
  const ByteVector der = hex("30 06 02 01 05 01 01 FF");
  Context context(der);
  Reader outer(der, context);
  Reader inner = outer.enter(tags::kSequence, "value").value();
  CHECK(outer.at_end());
  const Element integer = inner.expect(tags::kInteger, "version").value();
  CHECK(range_within(der, integer.whole) == ByteRange{2, 3});
  CHECK(range_within(der, integer.value) == ByteRange{4, 1});
  CHECK(inner.next_is(tags::kBoolean));
  CHECK_FALSE(inner.optional(tags::kInteger).value().has_value());
  CHECK(inner.optional(tags::kBoolean).value().has_value());
  CHECK_FALSE(inner.next_is(tags::kBoolean));
  CHECK(inner.finish("value").ok());
  CHECK(context.findings().empty());
}

TEST_CASE("an element that cannot be read ends the reading with its rule") {
  CHECK(error_of_next("") == "asn1.tag.truncated");
  CHECK(error_of_next("1F") == "asn1.tag.truncated");
  CHECK(error_of_next("1F 81") == "asn1.tag.truncated");
  CHECK(error_of_next("1F 9F FF FF FF 7F 00") == "asn1.tag.too_large");
  CHECK(error_of_next("30") == "asn1.length.truncated");
  CHECK(error_of_next("30 82 01") == "asn1.length.truncated");
  CHECK(error_of_next("30 80 00 00") == "asn1.length.indefinite");
  CHECK(error_of_next("30 FF") == "asn1.length.reserved");
  CHECK(error_of_next("30 85 01 00 00 00 00") == "asn1.length.too_large");
  CHECK(error_of_next("30 88 FF FF FF FF FF FF FF FF") == "asn1.length.too_large");
  CHECK(error_of_next("30 84 FF FF FF FF") == "asn1.element.truncated");
  CHECK(error_of_next("04 02 00") == "asn1.element.truncated");
}

TEST_CASE("what is not minimal is noted and read on") {
  CHECK(noted_by_next("04 81 01 00") == Ids{"asn1.length.not_minimal"});
  CHECK(noted_by_next("04 82 00 01 00") == Ids{"asn1.length.not_minimal"});
  CHECK(noted_by_next("04 85 00 00 00 00 00") == Ids{"asn1.length.not_minimal"});
  CHECK(noted_by_next("1F 1E 00") == Ids{"asn1.tag.not_minimal"});
  CHECK(noted_by_next("1F 80 1F 00") == Ids{"asn1.tag.not_minimal"});
  CHECK(noted_by_next("1F 1F 00").empty());
}

TEST_CASE("tags of several octets are read") {
  const ByteVector der = hex("BF 8F FF FF FF 7F 00");
  Context context(der);
  Reader reader(der, context);
  const Element element = reader.next().value();
  CHECK(element.tag == Tag{TagClass::Context, true, 0xFFFFFFFF});
  CHECK(tag_name(element.tag) == "[4294967295]");
}

TEST_CASE("another tag than the expected one fails and reads nothing") {
  const ByteVector der = hex("02 01 05");
  Context context(der);
  Reader reader(der, context);
  const Result<Element> element = reader.expect(tags::kSequence, "tbsCertificate");
  REQUIRE_FALSE(element.ok());
  CHECK(element.error().id() == "asn1.element.unexpected");
  CHECK(element.error().where.range == ByteRange{0, 3});
  CHECK(element.error().param("what") == "tbsCertificate");
  CHECK(element.error().param("expected") == "SEQUENCE");
  CHECK(element.error().param("found") == "INTEGER");
  CHECK(reader.next().ok());
}

TEST_CASE("the end, where an element is expected, is an unexpected element") {
  const ByteVector der = hex("30 00");
  Context context(der);
  Reader reader(Bytes(der).subspan(2), context);
  const Result<Element> element = reader.expect(tags::kInteger, "serialNumber");
  REQUIRE_FALSE(element.ok());
  CHECK(element.error().id() == "asn1.element.unexpected");
  CHECK(element.error().where.range == ByteRange{2, 0});
}

TEST_CASE("tags that differ only in their form are told apart in the finding") {
  const ByteVector der = hex("80 00");
  Context context(der);
  Reader reader(der, context);
  const Result<Element> element = reader.expect(tags::context_constructed(0), "version");
  REQUIRE_FALSE(element.ok());
  CHECK(element.error().param("expected") == "[0] (constructed)");
  CHECK(element.error().param("found") == "[0] (primitive)");
}

TEST_CASE("nothing may follow a single element") {
  const ByteVector der = hex("05 00 00");
  Context context(der);
  const Result<Element> element = read_single(der, tags::kNull, "parameters", context);
  REQUIRE_FALSE(element.ok());
  CHECK(element.error().id() == "asn1.element.trailing");
  CHECK(element.error().where.range == ByteRange{2, 1});
}

TEST_CASE("an optional element that is present but cut short is an error, not an absence") {
  const ByteVector der = hex("02 05 01");
  Context context(der);
  Reader reader(der, context);
  const Result<std::optional<Element>> element = reader.optional(tags::kInteger);
  REQUIRE_FALSE(element.ok());
  CHECK(element.error().id() == "asn1.element.truncated");
  CHECK(element.error().param("announced") == "5");
  CHECK(element.error().param("available") == "1");
}

TEST_CASE("tags have the names that ASN.1 gives them") {
  CHECK(tag_name(tags::kSequence) == "SEQUENCE");
  CHECK(tag_name(tags::kUtf8String) == "UTF8String");
  CHECK(tag_name({TagClass::Universal, true, 4}) == "OCTET STRING (constructed)");
  CHECK(tag_name({TagClass::Universal, false, 16}) == "SEQUENCE (primitive)");
  CHECK(tag_name({TagClass::Universal, false, 15}) == "[UNIVERSAL 15]");
  CHECK(tag_name({TagClass::Universal, false, 99}) == "[UNIVERSAL 99]");
  CHECK(tag_name({TagClass::Application, true, 3}) == "[APPLICATION 3]");
  CHECK(tag_name({TagClass::Private, true, 3}) == "[PRIVATE 3]");
}

TEST_CASE("of any octets the reader makes elements that lie one behind the other, or it stops") {
  Noise noise(3);
  const ByteVector seed = hex("30 0C 02 01 05 01 01 FF 30 04 04 02 05 00 1F 81 01 00 A0 03 80 01 00");
  for (int round = 0; round < 20000; ++round) {
    const ByteVector octets = mutated(seed, noise);
    Context context(octets);
    Reader reader(octets, context);
    std::size_t at = 0;
    while (!reader.at_end()) {
      const Result<Element> element = reader.next();
      if (!element.ok()) {
        REQUIRE(element.error().where.range.has_value());
        REQUIRE(element.error().where.range->end() <= octets.size());
        break;
      }
      const ByteRange whole = range_within(octets, element->whole).value();
      const ByteRange value = range_within(octets, element->value).value();
      REQUIRE(whole.offset == at);
      REQUIRE(whole.end() == value.end());
      REQUIRE(value.offset > whole.offset);
      at = whole.end();
    }
  }
}

}  // namespace pki::asn1
