#pragma once
// Certificates that present one name, given by its octets: also such as a CA must not write.

#include <string>
#include <string_view>

#include "draft.h"
#include "path/identity_hint.h"

namespace pki::path::test {

inline constexpr std::uint8_t kEmailName = 0x81;
inline constexpr std::uint8_t kDnsName = 0x82;
inline constexpr std::uint8_t kUriName = 0x86;

/// The alternative name is of this kind.
inline x509::CertificatePtr presenting(std::uint8_t kind, std::string_view text) {
  Draft draft = clean_leaf();
  draft.subject = encode_test_name("O=Lab");
  draft.set(oids::kSubjectAltName, false, general_names({{kind, text}}));
  return draft.parse();
}

/// An otherName of a type, whose value is a string with this tag.
inline ByteVector other_name(asn1::Oid type, std::uint8_t tag, std::string_view text) {
  return tlv(0xA0, {oid_der(type), tlv(0xA0, {tlv(tag, text)})});
}
inline x509::CertificatePtr presenting_other(asn1::Oid type, std::uint8_t tag, std::string_view text) {
  Draft draft = clean_leaf();
  draft.subject = encode_test_name("O=Lab");
  draft.set(oids::kSubjectAltName, false, tlv(kSeq, {other_name(type, tag, text)}));
  return draft.parse();
}
inline x509::CertificatePtr presenting_service(std::string_view text) {
  return presenting_other(oids::kDnsSrv, kIa5, text);
}
inline x509::CertificatePtr presenting_upn(std::string_view text) {
  return presenting_other(oids::kUserPrincipalName, kUtf8, text);
}

/// No alternative name, and this common name.
inline x509::CertificatePtr presenting_common_name(std::string_view text) {
  Draft draft = clean_leaf();
  draft.subject = attribute_name(oids::kCommonName, kUtf8, text);
  draft.remove(oids::kSubjectAltName);
  return draft.parse();
}

inline std::string hint(const x509::CertificatePtr& certificate, std::string_view reference) {
  return identity_hint(*certificate, parse_reference_identity(reference).value());
}

}  // namespace pki::path::test
