#include "x509/object_reader.h"

namespace pki::x509 {

using asn1::Context;
using asn1::Element;
using asn1::Reader;

Result<NameField> take_name(Reader& reader, std::string_view what) {
  PKI_TRY(const Element element, reader.expect(asn1::tags::kSequence, what));
  NameField field{.name = {}, .whole = element.whole, .readable = false};
  auto name = read_name(element.whole, reader.context());
  if (!name) {
    reader.context().note(std::move(name).error());
    return field;
  }
  field.name = std::move(name).value();
  field.readable = true;
  return field;
}

std::string key_of(const NameField& field) {
  if (field.readable) return comparison_key(field.name);
  return "unreadable:" + std::string(as_text(field.whole));
}

Result<crypto::AlgorithmIdentifier> take_algorithm(Reader& reader, std::string_view what) {
  PKI_TRY(const Element element, reader.expect(asn1::tags::kSequence, what));
  Reader inside(element.whole, reader.context());
  auto identifier = crypto::read_algorithm_identifier(inside, what);
  if (!identifier) {
    reader.context().note(std::move(identifier).error());
    return crypto::AlgorithmIdentifier{.oid = {}, .parameters = {}, .whole = element.whole};
  }
  return std::move(identifier).value();
}

crypto::SignatureAlgorithm note_signature_algorithm(const crypto::AlgorithmIdentifier& identifier, Context& context) {
  if (identifier.oid.empty()) return {};
  auto algorithm = crypto::read_signature_algorithm(identifier, context);
  if (algorithm) return *algorithm;
  context.note(std::move(algorithm).error());
  return {};
}

Result<crypto::PublicKey> take_public_key(Reader& reader) {
  PKI_TRY(const Element element, reader.expect(asn1::tags::kSequence, "subjectPublicKeyInfo"));
  auto key = crypto::read_public_key(element.whole, reader.context());
  if (key) return std::move(key).value();
  reader.context().note(std::move(key).error());
  crypto::PublicKey unreadable;
  unreadable.whole = element.whole;
  return unreadable;
}

Result<asn1::BitString> take_signature(Reader& reader, std::string_view what) {
  PKI_TRY(const Element element, reader.expect(asn1::tags::kBitString, what));
  auto bits = asn1::read_bit_string(element, reader.context());
  if (bits) return *bits;
  reader.context().note(std::move(bits).error());
  return asn1::BitString{};
}

}  // namespace pki::x509
