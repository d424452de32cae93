#include "x509/extensions/policies.h"

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "asn1/values.h"
#include "asn1/writer.h"
#include "x509/reading.h"
#include "x509/rules.h"

namespace pki::x509 {
namespace {

namespace oids = asn1::oids;

constexpr asn1::Tag kRequireExplicitPolicy = asn1::tags::context(0);
constexpr asn1::Tag kInhibitPolicyMapping = asn1::tags::context(1);

/// UserNotice: SEQUENCE { noticeRef SEQUENCE OPTIONAL, explicitText DisplayText OPTIONAL }.
Result<std::string> read_user_notice(const asn1::Element& value, asn1::Context& context) {
  PKI_TRY(asn1::Reader reader, enter_sequence(value.whole, "UserNotice", context));
  PKI_CHECK(reader.optional(asn1::tags::kSequence));
  std::string text;
  if (!reader.at_end()) {
    PKI_TRY(const asn1::Element explicit_text, reader.next());
    PKI_TRY(text, asn1::read_string(explicit_text, context));
  }
  PKI_CHECK(reader.finish("UserNotice"));
  return text;
}

Result<std::string> read_cps_uri(const asn1::Element& value, asn1::Context& context) {
  PKI_TRY(const asn1::Element uri, asn1::read_single(value.whole, asn1::tags::kIa5String, "CPSuri", context));
  return asn1::read_string(uri, context);
}

/// The text of a qualifier whose type is known; a value of another form is noted.
std::string qualifier_text(const PolicyQualifier& qualifier, asn1::Oid policy, asn1::Context& context) {
  const bool is_cps = qualifier.id == oids::kCpsQualifier;
  if (!is_cps && qualifier.id != oids::kUserNoticeQualifier) return {};
  auto text = is_cps ? read_cps_uri(qualifier.value, context) : read_user_notice(qualifier.value, context);
  if (text) return std::move(text).value();
  context.note(rules::kCertificatePoliciesQualifier, qualifier.value.whole,
               {{"policy", asn1::oid_name(policy)}, {"qualifier", asn1::oid_name(qualifier.id)}});
  return {};
}

Result<PolicyQualifier> read_qualifier(asn1::Reader& list, asn1::Oid policy) {
  PKI_TRY(asn1::Reader reader, list.enter(asn1::tags::kSequence, "PolicyQualifierInfo"));
  PolicyQualifier qualifier;
  PKI_TRY(qualifier.id, take_oid(reader, "policyQualifierId"));
  PKI_TRY(qualifier.value, reader.next());
  PKI_CHECK(reader.finish("PolicyQualifierInfo"));
  qualifier.text = qualifier_text(qualifier, policy, list.context());
  return qualifier;
}

Result<PolicyInformation> read_policy(asn1::Reader& list) {
  PKI_TRY(asn1::Reader reader, list.enter(asn1::tags::kSequence, "PolicyInformation"));
  PolicyInformation information;
  PKI_TRY(information.policy, take_oid(reader, "policyIdentifier"));
  if (!reader.at_end()) {
    PKI_TRY(asn1::Reader qualifiers, reader.enter(asn1::tags::kSequence, "policyQualifiers"));
    if (qualifiers.at_end()) {
      list.context().note(rules::kCertificatePoliciesQualifiersEmpty, qualifiers.rest(),
                          {{"policy", asn1::oid_name(information.policy)}});
    }
    while (!qualifiers.at_end()) {
      PKI_TRY(PolicyQualifier qualifier, read_qualifier(qualifiers, information.policy));
      information.qualifiers.push_back(std::move(qualifier));
    }
  }
  PKI_CHECK(reader.finish("PolicyInformation"));
  return information;
}

Result<PolicyMapping> read_mapping(asn1::Reader& list) {
  asn1::Context& context = list.context();
  PKI_TRY(const asn1::Element sequence, list.expect(asn1::tags::kSequence, "PolicyMapping"));
  asn1::Reader reader(sequence.value, context);
  PolicyMapping mapping;
  PKI_TRY(mapping.issuer_domain, take_oid(reader, "issuerDomainPolicy"));
  PKI_TRY(mapping.subject_domain, take_oid(reader, "subjectDomainPolicy"));
  PKI_CHECK(reader.finish("PolicyMapping"));
  // RFC 5280 4.2.1.5: policies must not be mapped to or from anyPolicy.
  if (mapping.issuer_domain == oids::kAnyPolicy || mapping.subject_domain == oids::kAnyPolicy) {
    context.note(rules::kPolicyMappingsAnyPolicy, sequence.whole);
  }
  return mapping;
}

/// INTEGER under an implicit tag.
void write_implicit_integer(asn1::Writer& writer, const asn1::Tag& tag, std::uint32_t number) {
  asn1::Writer integer;
  integer.integer(number);
  asn1::Context context(integer.view());
  const auto element = asn1::read_single(integer.view(), asn1::tags::kInteger, "INTEGER", context);
  writer.element(tag, element->value);
}

}  // namespace

Result<CertificatePolicies> read_certificate_policies(Bytes value, asn1::Context& context) {
  PKI_TRY(asn1::Reader reader, enter_sequence(value, "CertificatePolicies", context));
  CertificatePolicies policies;
  std::vector<asn1::Oid> ids;
  while (!reader.at_end()) {
    PKI_TRY(PolicyInformation information, read_policy(reader));
    ids.push_back(information.policy);
    policies.policies.push_back(std::move(information));
  }
  if (ids.empty()) context.note(rules::kCertificatePoliciesEmpty, value);
  // RFC 5280 4.2.1.4: a policy must not be there more than once.
  for (const std::size_t i : find_repeated(ids)) {
    context.note(rules::kCertificatePoliciesDuplicate, ids[i].content(), {{"policy", asn1::oid_name(ids[i])}});
  }
  return policies;
}

ByteVector encode_certificate_policies(const std::vector<PolicyInput>& policies) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& list) {
    for (const PolicyInput& policy : policies) {
      list.sequence([&](asn1::Writer& information) {
        information.oid(policy.policy.view());
        if (policy.cps_uri.empty()) return;
        information.sequence([&](asn1::Writer& qualifiers) {
          qualifiers.sequence([&](asn1::Writer& qualifier) {
            qualifier.oid(oids::kCpsQualifier);
            qualifier.string(asn1::tags::kIa5String, policy.cps_uri);
          });
        });
      });
    }
  });
  return writer.take();
}

Result<PolicyMappings> read_policy_mappings(Bytes value, asn1::Context& context) {
  PKI_TRY(asn1::Reader reader, enter_sequence(value, "PolicyMappings", context));
  PolicyMappings mappings;
  while (!reader.at_end()) {
    PKI_TRY(const PolicyMapping mapping, read_mapping(reader));
    mappings.mappings.push_back(mapping);
  }
  if (mappings.mappings.empty()) context.note(rules::kPolicyMappingsEmpty, value);
  return mappings;
}

ByteVector encode_policy_mappings(const std::vector<std::pair<asn1::OwnedOid, asn1::OwnedOid>>& mappings) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& list) {
    for (const auto& [issuer_domain, subject_domain] : mappings) {
      list.sequence([&, issuer = issuer_domain.view(), subject = subject_domain.view()](asn1::Writer& mapping) {
        mapping.oid(issuer);
        mapping.oid(subject);
      });
    }
  });
  return writer.take();
}

Result<PolicyConstraints> read_policy_constraints(Bytes value, asn1::Context& context) {
  PKI_TRY(asn1::Reader reader, enter_sequence(value, "PolicyConstraints", context));
  PolicyConstraints constraints;
  PKI_TRY(constraints.require_explicit_policy, take_clamped(reader, kRequireExplicitPolicy));
  PKI_TRY(constraints.inhibit_policy_mapping, take_clamped(reader, kInhibitPolicyMapping));
  PKI_CHECK(reader.finish("PolicyConstraints"));
  // RFC 5280 4.2.1.11: an empty sequence must not be issued.
  if (!constraints.require_explicit_policy && !constraints.inhibit_policy_mapping) {
    context.note(rules::kPolicyConstraintsEmpty, value);
  }
  return constraints;
}

ByteVector encode(const PolicyConstraints& constraints) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& w) {
    if (constraints.require_explicit_policy) {
      write_implicit_integer(w, kRequireExplicitPolicy, *constraints.require_explicit_policy);
    }
    if (constraints.inhibit_policy_mapping) {
      write_implicit_integer(w, kInhibitPolicyMapping, *constraints.inhibit_policy_mapping);
    }
  });
  return writer.take();
}

Result<InhibitAnyPolicy> read_inhibit_any_policy(Bytes value, asn1::Context& context) {
  PKI_TRY(const asn1::Element element, asn1::read_single(value, asn1::tags::kInteger, "InhibitAnyPolicy", context));
  PKI_TRY(const std::uint32_t skip_certs, read_clamped(element, context));
  return InhibitAnyPolicy{skip_certs};
}

ByteVector encode(const InhibitAnyPolicy& inhibit) {
  asn1::Writer writer;
  writer.integer(inhibit.skip_certs);
  return writer.take();
}

}  // namespace pki::x509
