#pragma once
// The extensions of CRLs (RFC 5280 5.2). Authority key identifier, issuer alternative name, freshest CRL and authority
// information access are those of certificates.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "x509/extension.h"
#include "x509/extensions/access_info.h"
#include "x509/extensions/alternative_names.h"
#include "x509/extensions/distribution_points.h"
#include "x509/extensions/key_identifiers.h"

namespace pki::x509 {

/// CRLNumber, also BaseCRLNumber (RFC 5280 5.2.3, 5.2.4).
struct CrlNumber {
  asn1::Integer value;
};

/// Noted: x509.crl_number.range (negative, or longer than 20 octets). Rules: asn1.integer.*.
Result<CrlNumber> read_crl_number(Bytes value, asn1::Context& context);
ByteVector encode_crl_number(std::uint64_t number);
/// Less than, equal to or greater than zero as `a` is to `b`; any sizes and signs.
int compare(const CrlNumber& a, const CrlNumber& b);
/// In decimal where it fits into 64 bits, else "0x" and hex.
std::string to_text(const CrlNumber& number);

/// What a CRL says to be about (RFC 5280 5.2.5).
struct IssuingDistributionPoint {
  /// Nothing where distributionPoint is absent.
  std::optional<DistributionPointName> name;
  bool only_contains_user_certs = false;
  bool only_contains_ca_certs = false;
  bool indirect_crl = false;
  bool only_contains_attribute_certs = false;
  /// Nothing: all reasons.
  std::optional<asn1::BitString> only_some_reasons;
};

/// Noted: x509.issuing_distribution_point.empty, .conflict. Rules: asn1.*, x509.name.*, x509.general_name.*.
Result<IssuingDistributionPoint> read_issuing_distribution_point(Bytes value, asn1::Context& context);

/// What certificates a CRL is limited to.
enum class CrlContents : std::uint8_t { All, UserCerts, CaCerts, AttributeCerts };
enum class CrlKind : std::uint8_t { Direct, Indirect };

/// An issuing distribution point to be written.
struct IssuingDistributionPointInput {
  DistributionPointNameInput name = {};
  CrlContents contents = CrlContents::All;
  /// Bits of ReasonFlags; 0: all.
  std::uint32_t reasons = 0;
  CrlKind kind = CrlKind::Direct;
};
/// Rules: x509.issuing_distribution_point.empty, those of write_general_name and encode_name.
Result<ByteVector> encode_issuing_distribution_point(const IssuingDistributionPointInput& point);

/// The extensions of a CRL as found, and a slot for each that is known. Slots point into `all`, so it is not copied.
class CrlExtensions {
 public:
  CrlExtensions() = default;
  CrlExtensions(const CrlExtensions&) = delete;
  CrlExtensions& operator=(const CrlExtensions&) = delete;
  CrlExtensions(CrlExtensions&&) = default;
  CrlExtensions& operator=(CrlExtensions&&) = default;

  std::vector<Extension> all;

  Slot<AuthorityKeyIdentifier> authority_key_identifier;
  Slot<AlternativeNames> issuer_alt_name;
  Slot<CrlNumber> crl_number;
  Slot<CrlNumber> delta_crl_indicator;
  Slot<IssuingDistributionPoint> issuing_distribution_point;
  Slot<DistributionPoints> freshest_crl;
  Slot<AccessInfo> authority_info_access;

  /// True if the workbench parses this extension of a CRL.
  static bool is_known(asn1::Oid id);
};

/// As parse_known_extensions. Noted besides: x509.crl.criticality.
CrlExtensions parse_crl_extensions(std::vector<Extension> extensions, asn1::Context& context);

}  // namespace pki::x509
