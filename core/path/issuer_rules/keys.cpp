// Key identifiers, key usage and extended key usage (RFC 5280 4.2.1.1 to 4.2.1.3, 4.2.1.12).

#include <algorithm>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "path/issuer_rules/judges.h"
#include "path/issuer_rules/usage_rules.h"

namespace pki::path::issuer_rules {
namespace {

namespace oids = asn1::oids;
using x509::KeyUsageBit;

constexpr std::uint32_t bit(KeyUsageBit usage) { return 1U << static_cast<unsigned>(usage); }
constexpr std::uint32_t kSigning = bit(KeyUsageBit::DigitalSignature) | bit(KeyUsageBit::NonRepudiation) |
                                   bit(KeyUsageBit::KeyCertSign) | bit(KeyUsageBit::CrlSign);
constexpr std::uint32_t kEncrypting = bit(KeyUsageBit::KeyEncipherment) | bit(KeyUsageBit::DataEncipherment);
constexpr std::uint32_t kModifiers = bit(KeyUsageBit::EncipherOnly) | bit(KeyUsageBit::DecipherOnly);
constexpr std::uint32_t kAgreeing = bit(KeyUsageBit::KeyAgreement) | kModifiers;

// What keys of each kind can be used for.
struct KeyUses {
  asn1::Oid algorithm;
  std::uint32_t possible;
};
constexpr KeyUses kKeyUses[] = {
    {oids::kRsaEncryption, kSigning | kEncrypting},   // RFC 3279 2.3.1
    {oids::kRsassaPss, kSigning},                     // RFC 4055 1.2
    {oids::kDsa, kSigning},                           // RFC 3279 2.3.2
    {oids::kEcPublicKey, kSigning | kAgreeing},       // RFC 5480 3, RFC 8813 3
    {asn1::make_oid<1, 3, 132, 1, 12>(), kAgreeing},  // id-ecDH: RFC 5480 3
    {oids::kEd25519, kSigning},                       // RFC 8410 5
    {oids::kEd448, kSigning},                         // RFC 8410 5
    {asn1::make_oid<1, 3, 101, 110>(), kAgreeing},    // X25519: RFC 8410 5, RFC 9295
    {asn1::make_oid<1, 3, 101, 111>(), kAgreeing},    // X448
};

// Key usages that go with a purpose (RFC 5280 4.2.1.12: "key usage bits that may be consistent").
struct PurposeUses {
  asn1::Oid purpose;
  std::uint32_t wanted;
};
constexpr std::uint32_t kSignature = bit(KeyUsageBit::DigitalSignature);
constexpr std::uint32_t kSignatureOrCommitment = kSignature | bit(KeyUsageBit::NonRepudiation);
constexpr std::uint32_t kKeys = bit(KeyUsageBit::KeyEncipherment) | bit(KeyUsageBit::KeyAgreement);
constexpr PurposeUses kPurposeUses[] = {
    {oids::kServerAuth, kSignature | kKeys},
    {oids::kClientAuth, kSignature | bit(KeyUsageBit::KeyAgreement)},
    {oids::kCodeSigning, kSignature},
    {oids::kEmailProtection, kSignatureOrCommitment | kKeys},
    {oids::kTimeStamping, kSignatureOrCommitment},
    {oids::kOcspSigning, kSignatureOrCommitment},
};

constexpr std::string_view kUsageField = "keyUsage";

void judge_algorithm_uses(Notes& notes, const x509::Slot<x509::KeyUsage>& usage) {
  const asn1::Oid algorithm = notes.certificate().public_key().algorithm.oid;
  const auto* row = std::find_if(std::begin(kKeyUses), std::end(kKeyUses),
                                 [&](const KeyUses& r) { return r.algorithm == algorithm; });
  if (row != std::end(kKeyUses) && (usage->bits & ~row->possible) != 0) {
    notes.add(rules::kKeyUsageAlgorithm, usage.extension->whole, kUsageField,
              {{"algorithm", asn1::oid_name(algorithm)}, {"key_usage", key_usage_text(usage->bits & ~row->possible)}});
  } else if ((usage->bits & kModifiers) != 0 && !usage->has(KeyUsageBit::KeyAgreement)) {
    notes.add(rules::kKeyAgreementModifier, usage.extension->whole, kUsageField);
  }
}

}  // namespace

void judge_authority_key_identifier(Notes& notes) {
  const auto& identifier = notes.extensions().authority_key_identifier;
  constexpr std::string_view kField = "authorityKeyIdentifier";
  notes.expect_critical(identifier.extension, false, rules::kAuthorityKeyIdCritical, kField);
  // RFC 5280 4.2.1.1: a CA's self-signed certificate may leave it out.
  if (!identifier.present()) {
    if (!notes.certificate().self_issued()) notes.add(rules::kAuthorityKeyIdMissing, {}, kField);
  } else if (identifier && !identifier->key_identifier) {
    notes.add(rules::kAuthorityKeyIdWithoutKey, identifier.extension->whole, kField);
  }
}

void judge_subject_key_identifier(Notes& notes) {
  const auto& identifier = notes.extensions().subject_key_identifier;
  constexpr std::string_view kField = "subjectKeyIdentifier";
  notes.expect_critical(identifier.extension, false, rules::kSubjectKeyIdCritical, kField);
  if (!identifier.present() && notes.is_ca()) notes.add(rules::kSubjectKeyIdMissing, {}, kField);
}

void judge_key_usage(Notes& notes) {
  const auto& usage = notes.extensions().key_usage;
  if (!usage.present()) {
    if (notes.is_ca()) notes.add(rules::kKeyUsageMissing, {}, kUsageField);
    return;
  }
  notes.expect_critical(usage.extension, true, rules::kKeyUsageNotCritical, kUsageField);
  if (!usage) return;
  if (usage->has(KeyUsageBit::KeyCertSign) && !notes.is_ca()) {
    notes.add(rules::kCertSignWithoutCa, usage.extension->whole, kUsageField);
  }
  judge_algorithm_uses(notes, usage);
}

void judge_extended_key_usage(Notes& notes) {
  const auto& purposes = notes.extensions().extended_key_usage;
  const auto& usage = notes.extensions().key_usage;
  constexpr std::string_view kField = "extKeyUsage";
  notes.expect_critical(notes.extensions().ocsp_no_check.extension, false, rules::kNoCheckCritical, "ocspNoCheck");
  if (!purposes) return;
  if (purposes->has(oids::kAnyExtendedKeyUsage)) {
    notes.expect_critical(purposes.extension, false, rules::kAnyPurposeCritical, kField);
  }
  // In a CA's certificate the purposes are those of the certificates that it issues.
  if (!usage || notes.is_ca()) return;
  for (const PurposeUses& row : kPurposeUses) {
    if (!purposes->has(row.purpose) || (usage->bits & row.wanted) != 0) continue;
    notes.add(rules::kPurposeWithoutUsage, purposes.extension->whole, kField,
              {{"key_usage", key_usage_text(usage->bits)},
               {"purpose", asn1::oid_name(row.purpose)},
               {"wanted", key_usage_text(row.wanted)}});
  }
}

}  // namespace pki::path::issuer_rules
