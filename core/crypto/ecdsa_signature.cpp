#include "crypto/ecdsa_signature.h"

#include <algorithm>

#include "asn1/reader.h"
#include "asn1/values.h"
#include "asn1/writer.h"
#include "base/assert.h"

namespace pki::crypto {
namespace {

struct Numbers {
  asn1::Integer r;
  asn1::Integer s;
};

Result<Numbers> read(Bytes der, asn1::Context& context) {
  PKI_TRY(const asn1::Element sequence, asn1::read_single(der, asn1::tags::kSequence, "Ecdsa-Sig-Value", context));
  asn1::Reader reader(sequence.value, context);
  PKI_TRY(const asn1::Element r, reader.expect(asn1::tags::kInteger, "r"));
  PKI_TRY(const asn1::Element s, reader.expect(asn1::tags::kInteger, "s"));
  PKI_CHECK(reader.finish("Ecdsa-Sig-Value"));
  Numbers numbers;
  PKI_TRY(numbers.r, asn1::read_integer(r, context));
  PKI_TRY(numbers.s, asn1::read_integer(s, context));
  return numbers;
}

bool fits(const asn1::Integer& number, std::size_t octets) {
  return !number.negative() && !number.is_zero() && number.magnitude().size() <= octets;
}

void append_padded(ByteVector& to, Bytes magnitude, std::size_t octets) {
  to.resize(to.size() + octets - magnitude.size());
  append(to, magnitude);
}

}  // namespace

std::optional<ByteVector> ecdsa_signature_from_der(Bytes der, std::size_t octets) {
  asn1::Context context(der);
  const auto numbers = read(der, context);
  // What is only noted, such as a length that is not minimal, is no DER either.
  if (!numbers.ok() || !context.findings().empty()) return std::nullopt;
  if (!fits(numbers->r, octets) || !fits(numbers->s, octets)) return std::nullopt;
  ByteVector raw;
  append_padded(raw, numbers->r.magnitude(), octets);
  append_padded(raw, numbers->s.magnitude(), octets);
  return raw;
}

ByteVector ecdsa_signature_to_der(Bytes raw) {
  PKI_ASSERT(raw.size() % 2 == 0);
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& w) {
    w.unsigned_integer(raw.first(raw.size() / 2));
    w.unsigned_integer(raw.subspan(raw.size() / 2));
  });
  return writer.take();
}

}  // namespace pki::crypto
