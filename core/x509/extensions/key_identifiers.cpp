#include "x509/extensions/key_identifiers.h"

#include "asn1/writer.h"
#include "x509/reading.h"
#include "x509/rules.h"

namespace pki::x509 {
namespace {

constexpr asn1::Tag kKeyIdentifier = asn1::tags::context(0);
constexpr asn1::Tag kCertIssuer = asn1::tags::context_constructed(1);
constexpr asn1::Tag kCertSerialNumber = asn1::tags::context(2);

}  // namespace

Result<AuthorityKeyIdentifier> read_authority_key_identifier(Bytes value, asn1::Context& context) {
  PKI_TRY(asn1::Reader reader, enter_sequence(value, "AuthorityKeyIdentifier", context));
  AuthorityKeyIdentifier identifier;
  PKI_TRY(const auto key, reader.optional(kKeyIdentifier));
  if (key) identifier.key_identifier = key->value;
  PKI_TRY(const auto issuer, reader.optional(kCertIssuer));
  if (issuer) {
    PKI_TRY(identifier.issuer, read_general_names(issuer->value, context));
  }
  PKI_TRY(const auto serial, reader.optional(kCertSerialNumber));
  if (serial) {
    PKI_TRY(identifier.serial, asn1::read_integer(*serial, context));
  }
  PKI_CHECK(reader.finish("AuthorityKeyIdentifier"));
  // RFC 5280 Appendix A.2: both must be present, or both absent.
  if (issuer.has_value() != serial.has_value()) {
    context.note(rules::kAuthorityKeyIdentifierIncomplete, value);
  }
  if (!key && !issuer && !serial) context.note(rules::kAuthorityKeyIdentifierEmpty, value);
  return identifier;
}

ByteVector encode_authority_key_identifier(Bytes key_identifier) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& w) { w.element(kKeyIdentifier, key_identifier); });
  return writer.take();
}

Result<SubjectKeyIdentifier> read_subject_key_identifier(Bytes value, asn1::Context& context) {
  PKI_TRY(const asn1::Element element,
          asn1::read_single(value, asn1::tags::kOctetString, "SubjectKeyIdentifier", context));
  return SubjectKeyIdentifier{element.value};
}

ByteVector encode_subject_key_identifier(Bytes key_identifier) {
  return asn1::encode_element(asn1::tags::kOctetString, key_identifier);
}

}  // namespace pki::x509
