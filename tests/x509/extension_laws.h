#pragma once
// What holds of extensions for any octets whatever, for the mutation tests and the fuzzers. See name_laws.h.

#include <limits>

#include "asn1/oids.h"
#include "name_laws.h"
#include "x509/known_extensions.h"

namespace pki::x509 {

/// A list of extensions is refused, or read with all that it holds within it.
inline bool extensions_laws_hold(Bytes contents) {
  asn1::Context context(contents);
  auto extensions = read_extensions(contents, context);
  if (!extensions.ok()) return lie_within({extensions.error()}, contents);
  const std::size_t count = extensions->size();
  const KnownExtensions known = parse_known_extensions(std::move(extensions).value(), context);
  return known.all.size() == count && lie_within(context.findings(), contents);
}

/// Octets are no value of this extension, or one that is written again octet by octet if nothing was noted.
template <typename Read, typename Encode>
bool value_is_written_again(Bytes value, Read&& read, Encode&& encode_again) {
  asn1::Context context(value);
  const auto parsed = read(value, context);
  if (!lie_within(context.findings(), value)) return false;
  if (!parsed.ok()) return lie_within({parsed.error()}, value);
  return !context.findings().empty() || equal(encode_again(*parsed), value);
}

inline bool extension_value_laws_hold(Bytes value) {
  constexpr auto kLargest = std::numeric_limits<std::uint32_t>::max();
  const auto encode_value = [](const auto& parsed) { return encode(parsed); };
  // What is larger than the largest was held there, and cannot be written again.
  const auto encode_numbers = [&](std::initializer_list<std::optional<std::uint32_t>> numbers, ByteVector written) {
    const bool held = std::find(numbers.begin(), numbers.end(), kLargest) != numbers.end();
    return held ? to_vector(value) : written;
  };
  const auto encode_purposes = [](const ExtendedKeyUsage& usage) {
    std::vector<asn1::OwnedOid> purposes;
    for (const asn1::Oid purpose : usage.purposes) purposes.emplace_back(purpose);
    return encode_extended_key_usage(purposes);
  };
  const auto encode_mappings = [](const PolicyMappings& mappings) {
    std::vector<std::pair<asn1::OwnedOid, asn1::OwnedOid>> pairs;
    for (const PolicyMapping& mapping : mappings.mappings) {
      pairs.emplace_back(mapping.issuer_domain, mapping.subject_domain);
    }
    return encode_policy_mappings(pairs);
  };
  const auto encode_constraints = [&](const BasicConstraints& constraints) {
    return encode_numbers({constraints.path_length}, encode(constraints));
  };
  const auto encode_policy_constraints = [&](const PolicyConstraints& constraints) {
    return encode_numbers({constraints.require_explicit_policy, constraints.inhibit_policy_mapping},
                          encode(constraints));
  };
  const auto encode_inhibit = [&](const InhibitAnyPolicy& inhibit) {
    return encode_numbers({inhibit.skip_certs}, encode(inhibit));
  };
  const auto encode_key_id = [](const SubjectKeyIdentifier& id) {
    return encode_subject_key_identifier(id.key_identifier);
  };
  // Bits beyond the 32nd are not kept.
  const bool few_bits = value.size() <= 7;
  return value_is_written_again(value, read_basic_constraints, encode_constraints) &&
         (!few_bits || value_is_written_again(value, read_key_usage, encode_value)) &&
         value_is_written_again(value, read_extended_key_usage, encode_purposes) &&
         value_is_written_again(value, read_subject_key_identifier, encode_key_id) &&
         value_is_written_again(value, read_policy_mappings, encode_mappings) &&
         value_is_written_again(value, read_policy_constraints, encode_policy_constraints) &&
         value_is_written_again(value, read_inhibit_any_policy, encode_inhibit) &&
         value_is_written_again(value, read_tls_feature, encode_value);
}

/// The octets as the value of every known extension.
inline bool known_extensions_laws_hold(Bytes value) {
  namespace oids = asn1::oids;
  asn1::Writer writer;
  for (const asn1::Oid id : {oids::kAuthorityKeyIdentifier,
                             oids::kSubjectKeyIdentifier,
                             oids::kKeyUsage,
                             oids::kCertificatePolicies,
                             oids::kPolicyMappings,
                             oids::kSubjectAltName,
                             oids::kSubjectDirectoryAttributes,
                             oids::kBasicConstraints,
                             oids::kNameConstraints,
                             oids::kPolicyConstraints,
                             oids::kExtendedKeyUsage,
                             oids::kCrlDistributionPoints,
                             oids::kInhibitAnyPolicy,
                             oids::kAuthorityInfoAccess,
                             oids::kTlsFeature,
                             oids::kOcspNoCheck,
                             oids::kMsCertificateTemplateName,
                             oids::kMsCertificateTemplate,
                             oids::kMsCaVersion,
                             oids::kMsApplicationPolicies,
                             oids::kMsNtdsCaSecurity}) {
    writer.sequence([&](asn1::Writer& extension) {
      extension.oid(id);
      extension.octet_string(value);
    });
  }
  return extensions_laws_hold(writer.view()) && extension_value_laws_hold(value);
}

}  // namespace pki::x509
