#pragma once
// Authority and subject key identifier (RFC 5280 4.2.1.1, 4.2.1.2).

#include <optional>

#include "asn1/reader.h"
#include "asn1/values.h"
#include "x509/general_name.h"

namespace pki::x509 {

struct AuthorityKeyIdentifier {
  std::optional<Bytes> key_identifier;
  GeneralNames issuer;  // authorityCertIssuer; empty where absent
  std::optional<asn1::Integer> serial;
};

/// Noted: x509.authority_key_identifier.incomplete (issuer without serial or the other way round),
/// x509.authority_key_identifier.empty.
Result<AuthorityKeyIdentifier> read_authority_key_identifier(Bytes value, asn1::Context& context);
/// With the key identifier alone.
ByteVector encode_authority_key_identifier(Bytes key_identifier);

struct SubjectKeyIdentifier {
  Bytes key_identifier;
};
Result<SubjectKeyIdentifier> read_subject_key_identifier(Bytes value, asn1::Context& context);
ByteVector encode_subject_key_identifier(Bytes key_identifier);

}  // namespace pki::x509
