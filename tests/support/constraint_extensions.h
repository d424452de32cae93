#pragma once
// Extensions by which a CA limits what may stand below it.

#include <optional>
#include <string>
#include <vector>

#include "support/chain_builder.h"
#include "x509/extensions/name_constraints.h"
#include "x509/extensions/policies.h"

namespace pki::test {

/// Critical name constraints; the subtrees as text ("DNS:example.com", "IP:192.0.2.0/24").
inline x509::ExtensionInput name_constraints_extension(const std::vector<std::string>& permitted,
                                                       const std::vector<std::string>& excluded) {
  const auto inputs = [](const std::vector<std::string>& texts) {
    std::vector<x509::GeneralNameInput> list;
    for (const std::string& text : texts) {
      Result<x509::GeneralNameInput> input = x509::parse_general_name_text(text);
      PKI_ASSERT(input.ok());
      list.push_back(std::move(input).value());
    }
    return list;
  };
  Result<ByteVector> value = x509::encode_name_constraints(inputs(permitted), inputs(excluded));
  PKI_ASSERT(value.ok());
  return make_extension(asn1::oids::kNameConstraints, true, std::move(value).value());
}

/// Critical policy constraints: an explicit policy is required after so many certificates.
inline x509::ExtensionInput require_explicit_policy(std::uint32_t after) {
  x509::PolicyConstraints constraints;
  constraints.require_explicit_policy = after;
  return make_extension(asn1::oids::kPolicyConstraints, true, x509::encode(constraints));
}

/// `spec` with one more extension.
inline CertificateSpec with(CertificateSpec spec, x509::ExtensionInput extension) {
  spec.more.push_back(std::move(extension));
  return spec;
}

}  // namespace pki::test
