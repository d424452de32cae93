// Law: of any contents a value is read or refused; what is read without a note is, written again, the same element.

#include <cstddef>
#include <cstdint>

#include "asn1/values.h"
#include "asn1/writer.h"
#include "base/assert.h"

namespace {

using pki::asn1::Context;
using pki::asn1::Element;
using pki::asn1::Writer;

/// Reads `element` with `read`; where that leaves no note, `write` must make the same octets.
template <typename ReadValue, typename WriteValue>
void check(const Element& element, ReadValue&& read, WriteValue&& write) {
  Context context(element.whole);
  const auto value = read(element, context);
  if (!value.ok() || !context.findings().empty()) return;
  Writer writer;
  write(writer, *value);
  PKI_ASSERT(pki::equal(writer.view(), element.whole));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pki::asn1;
  const pki::Bytes contents(data, size);
  const auto with = [&](const Tag& tag, auto&& read, auto&& write) {
    const pki::ByteVector der = encode_element(tag, contents);
    check({tag, pki::Bytes(der).last(size), der}, read, write);
  };
  with(tags::kBoolean, read_boolean, [](Writer& w, bool value) { w.boolean(value); });
  with(tags::kInteger, read_unsigned, [](Writer& w, std::uint64_t value) { w.integer(value); });
  with(tags::kInteger, read_integer, [](Writer& w, const Integer& value) {
    value.negative() ? w.integer_octets(value.octets) : w.unsigned_integer(value.magnitude());
  });
  with(tags::kOid, read_oid, [](Writer& w, Oid value) { w.oid(value); });
  with(tags::kBitString, read_bit_string,
       [](Writer& w, const BitString& value) { w.bit_string(value.octets, value.unused_bits); });
  with(tags::kGeneralizedTime, read_time, [](Writer& w, pki::Time value) { w.generalized_time(value); });
  with(tags::kUtcTime, read_time, [](Writer& w, pki::Time value) { w.time(value); });
  with(tags::kUtf8String, read_string, [](Writer& w, const std::string& value) { w.string(tags::kUtf8String, value); });
  with(tags::kPrintableString, read_string,
       [](Writer& w, const std::string& value) { w.string(tags::kPrintableString, value); });
  return 0;
}
