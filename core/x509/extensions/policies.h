#pragma once
// Certificate policies, policy mappings, policy constraints, inhibit anyPolicy (RFC 5280 4.2.1.4, .5, .11, .14).

#include <optional>
#include <string>
#include <vector>

#include "asn1/oid.h"
#include "asn1/reader.h"

namespace pki::x509 {

struct PolicyQualifier {
  asn1::Oid id;
  asn1::Element value;
  /// The URI of a CPS pointer or the explicit text of a user notice, as UTF-8; empty otherwise.
  std::string text;
};
struct PolicyInformation {
  asn1::Oid policy;
  std::vector<PolicyQualifier> qualifiers;
};
struct CertificatePolicies {
  std::vector<PolicyInformation> policies;
};
/// Noted: x509.certificate_policies.empty, x509.certificate_policies.duplicate,
/// x509.certificate_policies.qualifiers_empty, x509.certificate_policies.qualifier.
Result<CertificatePolicies> read_certificate_policies(Bytes value, asn1::Context& context);
struct PolicyInput {
  asn1::OwnedOid policy;
  std::string cps_uri;  // empty: none
};
ByteVector encode_certificate_policies(const std::vector<PolicyInput>& policies);

struct PolicyMapping {
  asn1::Oid issuer_domain;
  asn1::Oid subject_domain;
};
struct PolicyMappings {
  std::vector<PolicyMapping> mappings;
};
/// Noted: x509.policy_mappings.empty, x509.policy_mappings.any_policy.
Result<PolicyMappings> read_policy_mappings(Bytes value, asn1::Context& context);
ByteVector encode_policy_mappings(const std::vector<std::pair<asn1::OwnedOid, asn1::OwnedOid>>& mappings);

struct PolicyConstraints {
  std::optional<std::uint32_t> require_explicit_policy;
  std::optional<std::uint32_t> inhibit_policy_mapping;
};
/// Noted: x509.policy_constraints.empty.
Result<PolicyConstraints> read_policy_constraints(Bytes value, asn1::Context& context);
ByteVector encode(const PolicyConstraints& constraints);

struct InhibitAnyPolicy {
  std::uint32_t skip_certs = 0;
};
Result<InhibitAnyPolicy> read_inhibit_any_policy(Bytes value, asn1::Context& context);
ByteVector encode(const InhibitAnyPolicy& inhibit);

}  // namespace pki::x509
