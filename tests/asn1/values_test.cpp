#include "asn1/values.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "asn1/support.h"
#include "asn1/writer.h"

namespace pki::asn1 {
namespace {

using Ids = std::vector<std::string>;

auto boolean(std::string_view der) {
  return read_value(hex(der), [](auto& e, auto& c) { return read_boolean(e, c); });
}
auto number(std::string_view der) {
  return read_value(hex(der), [](auto& e, auto& c) { return read_unsigned(e, c); });
}

/// Reads the one element of `der` with a function whose result is a view, and keeps what a test asks for.
template <typename ReadValue, typename Check>
std::string with(const ByteVector& der, Ids& noted, ReadValue&& read, Check&& check) {
  auto value = read_value(der, read);
  noted = value.noted;
  if (!value.result.ok()) return value.error();
  check(*value.result);
  return "";
}

std::string text_of(const Tag& tag, std::string_view octets, Ids& noted) {
  const ByteVector der = encode_element(tag, as_bytes(octets));
  auto value = read_value(der, [](auto& e, auto& c) { return read_string(e, c); });
  noted = value.noted;
  return value.result.ok() ? *value.result : value.error();
}

}  // namespace

TEST_CASE("TRUE is ff in DER, and another octet is noted") {
  CHECK(*boolean("01 01 00").result == false);
  CHECK(*boolean("01 01 FF").result == true);
  CHECK(boolean("01 01 FF").noted.empty());
  CHECK(*boolean("01 01 01").result == true);
  CHECK(boolean("01 01 01").noted == Ids{"asn1.boolean.not_der"});
  CHECK(boolean("01 00").error() == "asn1.boolean.malformed");
  CHECK(boolean("01 02 FF FF").error() == "asn1.boolean.malformed");
}

TEST_CASE("an INTEGER is read as a number where it fits and is not negative") {
  CHECK(*number("02 01 00").result == 0);
  CHECK(*number("02 02 00 80").result == 128);
  CHECK(*number("02 09 00 FF FF FF FF FF FF FF FF").result == 0xFFFFFFFFFFFFFFFF);
  CHECK(number("02 09 01 00 00 00 00 00 00 00 00").error() == "asn1.integer.too_large");
  CHECK(number("02 01 FF").error() == "asn1.integer.negative");
  CHECK(number("02 00").error() == "asn1.integer.empty");
  CHECK(number("02 02 00 7F").noted == Ids{"asn1.integer.not_minimal"});
  CHECK(*number("02 0A 00 00 00 00 00 00 00 00 00 07").result == 7);
}

TEST_CASE("an INTEGER keeps its octets, its sign and its magnitude") {
  Ids noted;
  const auto read = [](auto& e, auto& c) { return read_integer(e, c); };
  const ByteVector positive = hex("02 02 00 80");
  CHECK(with(positive, noted, read, [](const Integer& i) {
          CHECK_FALSE(i.negative());
          CHECK_FALSE(i.is_zero());
          CHECK(to_hex(i.magnitude()) == "80");
        }).empty());
  CHECK(noted.empty());
  const ByteVector negative = hex("02 02 FF 80");
  CHECK(with(negative, noted, read, [](const Integer& i) {
          CHECK(i.negative());
          CHECK(to_hex(i.octets) == "ff80");
        }).empty());
  CHECK(noted == Ids{"asn1.integer.not_minimal"});
  const ByteVector zero = hex("02 01 00");
  CHECK(with(zero, noted, read, [](const Integer& i) {
          CHECK(i.is_zero());
          CHECK(to_hex(i.magnitude()) == "00");
        }).empty());
}

TEST_CASE("NULL holds nothing") {
  const ByteVector good = hex("05 00");
  const ByteVector bad = hex("05 01 00");
  Context context(good);
  CHECK(read_null({tags::kNull, Bytes(good).subspan(2), good}, context).ok());
  CHECK(read_null({tags::kNull, Bytes(bad).subspan(2), bad}, context).error().id() == "asn1.null.not_empty");
}

TEST_CASE("an OBJECT IDENTIFIER ends with the end of an arc") {
  Ids noted;
  const auto read = [](auto& e, auto& c) { return read_oid(e, c); };
  const auto ignore = [](const Oid&) {};
  CHECK(with(hex("06 03 55 04 03"), noted, read, ignore).empty());
  CHECK(noted.empty());
  CHECK(with(hex("06 00"), noted, read, ignore) == "asn1.oid.malformed");
  CHECK(with(hex("06 02 55 84"), noted, read, ignore) == "asn1.oid.malformed");
  CHECK(with(hex("06 04 55 80 04 03"), noted, read, ignore).empty());
  CHECK(noted == Ids{"asn1.oid.not_minimal"});
  CHECK(with(hex("06 03 55 81 00"), noted, read, ignore).empty());
  CHECK(noted.empty());
}

TEST_CASE("a BIT STRING says how many bits of its last octet count") {
  Ids noted;
  const auto read = [](auto& e, auto& c) { return read_bit_string(e, c); };
  const auto ignore = [](const BitString&) {};
  const ByteVector key_usage = hex("03 02 01 06");
  CHECK(with(key_usage, noted, read, [](const BitString& bits) {
          CHECK(bits.bit_count() == 7);
          CHECK_FALSE(bits.bit(0));
          CHECK(bits.bit(5));
          CHECK(bits.bit(6));
          CHECK_FALSE(bits.bit(7));
          CHECK_FALSE(bits.bit(1000));
        }).empty());
  CHECK(noted.empty());
  CHECK(with(hex("03 01 00"), noted, read, [](const BitString& b) { CHECK(b.bit_count() == 0); }).empty());
  CHECK(with(hex("03 00"), noted, read, ignore) == "asn1.bit_string.malformed");
  CHECK(with(hex("03 01 01"), noted, read, ignore) == "asn1.bit_string.malformed");
  CHECK(with(hex("03 02 08 00"), noted, read, ignore) == "asn1.bit_string.malformed");
  CHECK(with(hex("03 02 01 07"), noted, read, ignore).empty());
  CHECK(noted == Ids{"asn1.bit_string.padding"});
}

TEST_CASE("a list of named bits ends with a one") {
  Ids noted;
  const auto read = [](auto& e, auto& c) { return read_named_bits(e, c); };
  const auto ignore = [](const BitString&) {};
  CHECK(with(hex("03 02 01 06"), noted, read, ignore).empty());
  CHECK(noted.empty());
  CHECK(with(hex("03 01 00"), noted, read, ignore).empty());
  CHECK(noted.empty());
  CHECK(with(hex("03 02 00 06"), noted, read, ignore).empty());
  CHECK(noted == Ids{"asn1.bit_string.trailing_zeros"});
  CHECK(with(hex("03 03 07 06 00"), noted, read, ignore).empty());
  CHECK(noted == Ids{"asn1.bit_string.trailing_zeros"});
}

TEST_CASE("every string type becomes UTF-8") {
  Ids noted;
  CHECK(text_of(tags::kUtf8String, "Zo\xC3\xAB", noted) == "Zo\xC3\xAB");
  CHECK(text_of(tags::kPrintableString, "A-1 (b)?", noted) == "A-1 (b)?");
  CHECK(text_of(tags::kIa5String, "a@b.c", noted) == "a@b.c");
  CHECK(text_of(tags::kNumericString, "12 34", noted) == "12 34");
  CHECK(text_of(tags::kVisibleString, "~!", noted) == "~!");
  CHECK(text_of(tags::kTeletexString, "Z\xEB", noted) == "Z\xC3\xAB");
  CHECK(text_of(tags::kBmpString, std::string_view("\0Z\0\xEB", 4), noted) == "Z\xC3\xAB");
  CHECK(text_of(tags::kUniversalString, std::string_view("\0\0\0Z\0\1\xF6\0", 8), noted) == "Z\xF0\x9F\x98\x80");
  CHECK(noted.empty());
}

TEST_CASE("a character outside a type's repertoire is noted and kept") {
  Ids noted;
  CHECK(text_of(tags::kPrintableString, "a@b", noted) == "a@b");
  CHECK(noted == Ids{"asn1.string.character"});
  CHECK(text_of(tags::kPrintableString, "*.example", noted) == "*.example");
  CHECK(noted == Ids{"asn1.string.character"});
  CHECK(text_of(tags::kPrintableString, std::string_view("a\0b", 3), noted) == std::string("a\0b", 3));
  CHECK(noted == Ids{"asn1.string.character"});
  CHECK(text_of(tags::kIa5String, "Zo\xC3\xAB", noted) == "Zo\xC3\xAB");
  CHECK(noted == Ids{"asn1.string.character"});
  CHECK(text_of(tags::kIa5String, "Zo\xEB", noted) == "Zo\xC3\xAB");
  CHECK(noted == Ids{"asn1.string.character"});
  CHECK(text_of(tags::kNumericString, "1a", noted) == "1a");
  CHECK(noted == Ids{"asn1.string.character"});
}

TEST_CASE("a surrogate pair in a BMPString is noted") {
  Ids noted;
  CHECK(text_of(tags::kBmpString, std::string_view("\xD8\x3D\xDE\0", 4), noted) == "\xF0\x9F\x98\x80");
  CHECK(noted == Ids{"asn1.string.character"});
}

TEST_CASE("octets that are no text of their type are refused") {
  Ids noted;
  CHECK(text_of(tags::kUtf8String, "\xC3", noted) == "asn1.string.malformed");
  CHECK(text_of(tags::kUtf8String, "\xC0\x80", noted) == "asn1.string.malformed");
  CHECK(text_of(tags::kBmpString, "abc", noted) == "asn1.string.malformed");
  CHECK(text_of(tags::kBmpString, std::string_view("\xD8\0\0a", 4), noted) == "asn1.string.malformed");
  CHECK(text_of(tags::kUniversalString, std::string_view("\0\x11\0\0", 4), noted) == "asn1.string.malformed");
  CHECK(text_of(tags::kInteger, "\x05", noted) == "asn1.string.malformed");
  CHECK_FALSE(is_string_tag({TagClass::Universal, true, 12}));
}

TEST_CASE("the elements of a SET OF ascend") {
  const auto order = [](std::string_view der) {
    const ByteVector octets = hex(der);
    Context context(octets);
    Reader reader(octets, context);
    const Element set = reader.next().value();
    const Status status = check_set_order(set, context);
    if (!status.ok()) return Ids{std::string(status.error().id())};
    return ids(context.findings());
  };
  CHECK(order("31 00").empty());
  CHECK(order("31 06 02 01 01 02 01 02").empty());
  CHECK(order("31 06 02 01 01 02 01 01").empty());
  CHECK(order("31 06 02 01 02 02 01 01") == Ids{"asn1.set.order"});
  CHECK(order("31 03 02 05 01") == Ids{"asn1.element.truncated"});
}

TEST_CASE("values of any octets are read or refused, never more") {
  Noise noise(6);
  for (int round = 0; round < 20000; ++round) {
    ByteVector contents(noise.below(12));
    for (std::uint8_t& octet : contents) octet = noise.octet();
    const Tag tag{TagClass::Universal, false, static_cast<std::uint32_t>(noise.below(31))};
    const ByteVector der = encode_element(tag, contents);
    Context context(der);
    Reader reader(der, context);
    const Element element = reader.next().value();
    static_cast<void>(read_boolean(element, context).ok());
    static_cast<void>(read_unsigned(element, context).ok());
    static_cast<void>(read_null(element, context).ok());
    static_cast<void>(read_time(element, context).ok());
    const Result<Oid> oid = read_oid(element, context);
    if (oid.ok()) REQUIRE_FALSE(oid->to_dotted().starts_with("invalid"));
    const Result<BitString> bits = read_named_bits(element, context);
    if (bits.ok()) REQUIRE(bits->bit_count() <= contents.size() * 8);
    const Result<std::string> text = read_string(element, context);
    if (text.ok()) REQUIRE(is_string_tag(tag));
    REQUIRE(std::all_of(context.findings().begin(), context.findings().end(),
                        [](const Finding& f) { return f.where.range.has_value(); }));
  }
}

}  // namespace pki::asn1
