#pragma once
// The extensions of entries of CRLs (RFC 5280 5.3).

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "x509/extension.h"
#include "x509/general_name.h"

namespace pki::x509 {

/// CRLReason (RFC 5280 5.3.1). 7 is not used.
enum class CrlReason : std::uint8_t {
  Unspecified = 0,
  KeyCompromise = 1,
  CaCompromise = 2,
  AffiliationChanged = 3,
  Superseded = 4,
  CessationOfOperation = 5,
  CertificateHold = 6,
  RemoveFromCrl = 8,
  PrivilegeWithdrawn = 9,
  AaCompromise = 10,
};

/// "unspecified", "keyCompromise" ..., "aACompromise", as in RFC 5280.
std::string_view crl_reason_name(CrlReason reason);
/// Reads that name; ASCII case is ignored.
std::optional<CrlReason> crl_reason_from_name(std::string_view name);

/// Rules: asn1.*, x509.reason_code.unknown (a number that is none).
Result<CrlReason> read_reason_code(Bytes value, asn1::Context& context);
ByteVector encode_reason_code(CrlReason reason);

/// When the key is thought to have been compromised, or the certificate became invalid otherwise (RFC 5280 5.3.2).
struct InvalidityDate {
  Time time;
};
Result<InvalidityDate> read_invalidity_date(Bytes value, asn1::Context& context);
ByteVector encode_invalidity_date(Time time);

/// Who issued the certificate of this entry and of those after it, in an indirect CRL (RFC 5280 5.3.3).
struct CertificateIssuer {
  GeneralNames names;
};
/// Rules as read_general_names. To write: encode_general_names.
Result<CertificateIssuer> read_certificate_issuer(Bytes value, asn1::Context& context);

/// What to do with a certificate on hold (RFC 3280 5.3.2).
struct HoldInstruction {
  asn1::Oid code;
};
Result<HoldInstruction> read_hold_instruction(Bytes value, asn1::Context& context);
ByteVector encode_hold_instruction(asn1::Oid code);

/// The extensions of an entry as found, and a slot for each that is known. Slots point into `all`, so it is not copied.
class CrlEntryExtensions {
 public:
  CrlEntryExtensions() = default;
  CrlEntryExtensions(const CrlEntryExtensions&) = delete;
  CrlEntryExtensions& operator=(const CrlEntryExtensions&) = delete;
  CrlEntryExtensions(CrlEntryExtensions&&) = default;
  CrlEntryExtensions& operator=(CrlEntryExtensions&&) = default;

  std::vector<Extension> all;

  Slot<CrlReason> reason_code;
  Slot<InvalidityDate> invalidity_date;
  Slot<CertificateIssuer> certificate_issuer;
  Slot<HoldInstruction> hold_instruction;

  /// True if the workbench parses this extension of an entry.
  static bool is_known(asn1::Oid id);
};

/// As parse_known_extensions. Noted besides: x509.crl.criticality.
CrlEntryExtensions parse_crl_entry_extensions(std::vector<Extension> extensions, asn1::Context& context);

/// The same without keeping anything: what parse_crl_entry_extensions would note of this one extension.
void check_crl_entry_extension(const Extension& extension, asn1::Context& context);

/// What RFC 5280 says of an extension's criticality.
enum class Criticality : std::uint8_t { NotCritical, Critical };
/// Notes x509.crl.criticality where `extension` differs.
void note_criticality(const Extension& extension, Criticality expected, asn1::Context& context);

/// The octets of an INTEGER without those that say nothing (leading 00 before a clear bit, FF before a set one): equal
/// for equal numbers, however they were encoded. `twos_complement` has at least one octet.
Bytes significant_octets(Bytes twos_complement);

}  // namespace pki::x509
