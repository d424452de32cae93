#pragma once
// CRLs for tests: made on the spot by the parties of chain_builder.h.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "support/chain_builder.h"
#include "x509/crl.h"

namespace pki::test {

/// When the CRLs of tests are from, unless they say otherwise: around kNow.
inline const Time kLastWeek = *from_iso8601("2026-06-10");
inline const Time kNextWeek = *from_iso8601("2026-06-20");

/// An entry of a CRL.
struct EntrySpec {
  ByteVector serial;
  std::optional<x509::CrlReason> reason = {};
  std::optional<Time> invalidity = {};
  /// "CN=Issuing,O=Lab": certificateIssuer; empty: none.
  std::string issuer = {};
  std::vector<x509::ExtensionInput> more = {};
  Time date = kLongAgo;
};

/// How a CRL shall be.
struct CrlSpec {
  Party issuer;
  std::vector<EntrySpec> entries = {};
  Time this_update = kLastWeek;
  std::optional<Time> next_update = kNextWeek;
  std::optional<std::uint64_t> number = 7;
  /// Makes it a delta CRL to this base.
  std::optional<std::uint64_t> base = {};
  std::optional<x509::IssuingDistributionPointInput> point = {};
  std::vector<x509::ExtensionInput> more = {};
  KeyIds key_ids = KeyIds::Both;
  Signature signature = Signature::Good;
};

inline ByteVector serial_of(const x509::CertificatePtr& certificate) { return to_vector(certificate->serial().octets); }

inline x509::GeneralNameInput directory_name(const std::string& name) {
  return {x509::GeneralNameKind::DirectoryName, name};
}
inline x509::GeneralNameInput uri(const std::string& text) { return {x509::GeneralNameKind::Uri, text}; }

/// The value, which a test knows to be there.
inline ByteVector unwrap(Result<ByteVector> result) {
  PKI_ASSERT(result.ok());
  return std::move(result).value();
}

inline x509::CrlEntryInput make_entry(const EntrySpec& spec) {
  namespace oids = asn1::oids;
  x509::CrlEntryInput entry{.serial = spec.serial, .revocation_date = spec.date};
  const auto add = [&](asn1::Oid id, bool critical, ByteVector value) {
    entry.extensions.push_back(make_extension(id, critical, std::move(value)));
  };
  if (spec.reason) add(oids::kReasonCode, false, x509::encode_reason_code(*spec.reason));
  if (spec.invalidity) add(oids::kInvalidityDate, false, x509::encode_invalidity_date(*spec.invalidity));
  if (!spec.issuer.empty()) {
    add(oids::kCertificateIssuer, true, unwrap(x509::encode_general_names({directory_name(spec.issuer)})));
  }
  entry.extensions.insert(entry.extensions.end(), spec.more.begin(), spec.more.end());
  return entry;
}

inline std::vector<x509::ExtensionInput> make_extensions(const CrlSpec& spec) {
  namespace oids = asn1::oids;
  std::vector<x509::ExtensionInput> list;
  if (spec.key_ids != KeyIds::None) {
    ByteVector authority = test_key_id(spec.issuer.key);
    if (spec.key_ids == KeyIds::WrongAuthority) authority[0] ^= 0xFF;
    list.push_back(
        make_extension(oids::kAuthorityKeyIdentifier, false, x509::encode_authority_key_identifier(authority)));
  }
  if (spec.number) list.push_back(make_extension(oids::kCrlNumber, false, x509::encode_crl_number(*spec.number)));
  if (spec.base) list.push_back(make_extension(oids::kDeltaCrlIndicator, true, x509::encode_crl_number(*spec.base)));
  if (spec.point) {
    list.push_back(make_extension(oids::kIssuingDistributionPoint, true,
                                  unwrap(x509::encode_issuing_distribution_point(*spec.point))));
  }
  list.insert(list.end(), spec.more.begin(), spec.more.end());
  return list;
}

/// The DER of the CRL.
inline ByteVector make_crl_der(const CrlSpec& spec) {
  x509::CrlInput input{
      .issuer = encode_test_name(spec.issuer.name), .this_update = spec.this_update, .next_update = spec.next_update};
  asn1::Writer entries;
  for (const EntrySpec& entry : spec.entries) x509::write_crl_entry(entries, make_entry(entry));
  input.entries = entries.take();
  input.extensions = make_extensions(spec);
  const crypto::PrivateKey& key = test_key(spec.issuer.key);
  const crypto::SignatureAlgorithm algorithm = key.default_signature_algorithm();
  if (spec.signature == Signature::Bogus) return wrap_bogus(x509::encode_tbs_crl(input, algorithm), algorithm);
  ByteVector der = unwrap(x509::sign_crl(input, key, algorithm));
  if (spec.signature == Signature::Tampered) der.back() ^= 0x01;
  return der;
}

inline x509::CrlPtr parse_crl(ByteVector der) {
  Result<x509::CrlPtr> crl = x509::Crl::parse(std::move(der));
  PKI_ASSERT(crl.ok());
  return std::move(crl).value();
}

inline x509::CrlPtr make_crl(const CrlSpec& spec) { return parse_crl(make_crl_der(spec)); }

}  // namespace pki::test
