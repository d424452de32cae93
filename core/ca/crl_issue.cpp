#include "ca/crl_issue.h"

#include <set>

#include "asn1/oids.h"
#include "base/encoding.h"
#include "ca/profile_extensions.h"
#include "ca/rules.h"
#include "x509/builder.h"
#include "x509/extensions/crl.h"

namespace pki::ca {

namespace oids = asn1::oids;

namespace {

constexpr std::size_t kMostSerialOctets = 20;  // RFC 5280 4.1.2.2
constexpr bool kNotCritical = false;

Param issuer_param(const x509::Certificate& issuer) { return {"issuer", x509::to_rfc4514(issuer.subject())}; }

Status check_signer(const Signer& signer) {
  if (signer.certificate == nullptr) return Finding{&rules::kCrlIssuerMissing, {}, {}};
  const x509::Certificate& issuer = *signer.certificate;
  if (issuer.subject().empty()) return Finding{&rules::kIssuerUnnamed, {}, {}};
  if (signer.key.matches(issuer.public_key())) return {};
  return Finding{&rules::kIssuerKeyMismatch, {}, {issuer_param(issuer)}};
}

// RFC 5280 4.2.1.3: where there is a key usage, it must have cRLSign.
Status check_rights(const x509::Certificate& issuer) {
  const auto& usage = issuer.extensions().key_usage;
  if (!usage.present() || (usage && usage->has(x509::KeyUsageBit::CrlSign))) return {};
  return Finding{&rules::kCrlIssuerMayNot, {}, {issuer_param(issuer)}};
}

Status check_times(const CrlIssueInput& input) {
  if (input.this_update < input.next_update) return {};
  return Finding{&rules::kCrlTimes,
                 {},
                 {{"this_update", to_iso8601(input.this_update)}, {"next_update", to_iso8601(input.next_update)}}};
}

Status check_entry(const RevokedCertificate& revoked) {
  if (revoked.serial.empty() || revoked.serial.size() > kMostSerialOctets) {
    return Finding{&rules::kCrlSerial, {}, {{"octets", std::to_string(revoked.serial.size())}}};
  }
  // RFC 5280 5.3.1: removeFromCRL is for delta CRLs only.
  if (revoked.reason == x509::CrlReason::RemoveFromCrl) {
    return Finding{&rules::kCrlReason, {}, {{"serial", to_hex(revoked.serial, ":")}}};
  }
  return {};
}

Status check_entries(const CrlIssueInput& input, Findings& findings) {
  std::set<ByteVector> seen;
  for (const RevokedCertificate& revoked : input.revoked) {
    PKI_CHECK(check_entry(revoked));
    if (!seen.insert(to_vector(x509::significant_octets(revoked.serial))).second) {
      return Finding{&rules::kCrlSerialTwice, {}, {{"serial", to_hex(revoked.serial, ":")}}};
    }
    if (revoked.date <= input.this_update) continue;
    findings.push_back({&rules::kCrlDateAhead,
                        {},
                        {{"serial", to_hex(revoked.serial, ":")},
                         {"date", to_iso8601(revoked.date)},
                         {"this_update", to_iso8601(input.this_update)}}});
  }
  return {};
}

x509::CrlEntryInput make_entry(const RevokedCertificate& revoked) {
  x509::CrlEntryInput entry{.serial = revoked.serial, .revocation_date = revoked.date};
  if (revoked.reason && *revoked.reason != x509::CrlReason::Unspecified) {
    entry.extensions.push_back(
        {asn1::OwnedOid(oids::kReasonCode), kNotCritical, x509::encode_reason_code(*revoked.reason)});
  }
  if (revoked.invalid_since) {
    entry.extensions.push_back(
        {asn1::OwnedOid(oids::kInvalidityDate), kNotCritical, x509::encode_invalidity_date(*revoked.invalid_since)});
  }
  return entry;
}

}  // namespace

Result<IssuedCrl> issue_crl(const CrlIssueInput& input, const Signer& signer) {
  PKI_CHECK(check_signer(signer));
  const x509::Certificate& issuer = *signer.certificate;
  IssuedCrl issued;
  if (const Status rights = check_rights(issuer); !rights.ok()) {
    if (input.issuer_faults == IssuerFaults::Refuse) return rights.error();
    issued.findings.push_back(rights.error());
  }
  PKI_CHECK(check_times(input));
  PKI_CHECK(check_entries(input, issued.findings));

  x509::CrlInput crl{
      .issuer = to_vector(issuer.subject().der()), .this_update = input.this_update, .next_update = input.next_update};
  asn1::Writer entries;
  for (const RevokedCertificate& revoked : input.revoked) x509::write_crl_entry(entries, make_entry(revoked));
  crl.entries = entries.take();
  // RFC 5280 5.2.1 and 5.2.3: every CRL has both, and neither is critical.
  crl.extensions = {{asn1::OwnedOid(oids::kAuthorityKeyIdentifier), kNotCritical,
                     x509::encode_authority_key_identifier(key_identifier_of(issuer))},
                    {asn1::OwnedOid(oids::kCrlNumber), kNotCritical, x509::encode_crl_number(input.number)}};
  PKI_TRY(issued.der,
          x509::sign_crl(crl, signer.key, input.algorithm.value_or(signer.key.default_signature_algorithm())));
  return issued;
}

}  // namespace pki::ca
