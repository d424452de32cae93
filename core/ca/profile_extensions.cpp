#include "ca/profile_extensions.h"

#include <algorithm>
#include <set>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "ca/rules.h"
#include "ca/subject_names.h"
#include "x509/extensions/access_info.h"
#include "x509/extensions/basic_constraints.h"
#include "x509/extensions/distribution_points.h"
#include "x509/extensions/extended_key_usage.h"
#include "x509/extensions/key_identifiers.h"
#include "x509/extensions/name_constraints.h"

namespace pki::ca {

using asn1::Oid;
using asn1::OwnedOid;
namespace oids = asn1::oids;

namespace {

constexpr bool kCritical = true;
constexpr bool kNotCritical = false;

// Writes the list, one extension a method.
class ExtensionWriter {
 public:
  explicit ExtensionWriter(const ExtensionBasis& basis) : basis_(basis) {}

  Result<ProfileExtensions> run() {
    PKI_CHECK(check_options());
    add_basic_constraints();
    add_key_usage();
    add_purposes();
    add_key_identifiers();
    PKI_CHECK(add_alternative_names());
    PKI_CHECK(add_addresses());
    add_policies();
    PKI_CHECK(add_name_constraints());
    PKI_CHECK(add_extra());
    return std::move(result_);
  }

 private:
  void add(Oid id, bool critical, ByteVector value) {
    result_.list.push_back({OwnedOid(id), critical, std::move(value)});
  }

  // What only a CA's certificate may have is refused for others, not passed over.
  Status check_options() const {
    if (basis_.profile.ca) return {};
    const ExtensionOptions& options = basis_.options;
    std::string_view option;
    if (options.path_length && options.path_length->limit) option = "A path length";
    if (!options.permitted.empty() || !options.excluded.empty()) option = "Name constraints";
    if (option.empty()) return {};
    return Finding{
        &rules::kExtensionCaOnly, {}, {{"option", std::string(option)}, {"profile", std::string(basis_.profile.id)}}};
  }

  // RFC 5280 4.2.1.9: critical in CA certificates; others need none.
  void add_basic_constraints() {
    if (!basis_.profile.ca) return;
    const auto& option = basis_.options.path_length;
    const auto limit = option ? option->limit : basis_.profile.path_length;
    add(oids::kBasicConstraints, kCritical, x509::encode(x509::BasicConstraints{.ca = true, .path_length = limit}));
  }

  // RFC 5280 4.2.1.3: SHOULD be critical; a list without any bit is not allowed.
  void add_key_usage() {
    const x509::KeyUsage usage =
        basis_.options.key_usage.value_or(x509::KeyUsage{.bits = basis_.profile.key_usage(basis_.public_key.kind)});
    if (usage.bits != 0) add(oids::kKeyUsage, kCritical, x509::encode(usage));
  }

  void add_purposes() {
    std::vector<OwnedOid> purposes;
    for (const Oid purpose : basis_.profile.purposes) purposes.emplace_back(purpose);
    if (basis_.options.purposes) purposes = *basis_.options.purposes;
    if (purposes.empty()) return;
    add(oids::kExtendedKeyUsage, kNotCritical, x509::encode_extended_key_usage(purposes));
  }

  // RFC 5280 4.2.1.2, method (1).
  void add_key_identifiers() {
    add(oids::kSubjectKeyIdentifier, kNotCritical,
        x509::encode_subject_key_identifier(crypto::key_identifier_sha1(basis_.public_key)));
    if (basis_.authority_key_id.empty()) return;
    add(oids::kAuthorityKeyIdentifier, kNotCritical, x509::encode_authority_key_identifier(basis_.authority_key_id));
  }

  // RFC 5280 4.2.1.6: critical if and only if the subject is empty.
  Status add_alternative_names() {
    AlternativeNamesPlan plan = plan_alternative_names(basis_.profile, basis_.subject, basis_.alternative_names);
    for (Finding& finding : plan.findings) result_.findings.push_back(std::move(finding));
    if (plan.names.empty()) return {};
    PKI_TRY(ByteVector value, x509::encode_general_names(plan.names));
    add(oids::kSubjectAltName, basis_.subject.empty() ? kCritical : kNotCritical, std::move(value));
    return {};
  }

  Status add_addresses() {
    const ExtensionOptions& options = basis_.options;
    if (!options.crl_uris.empty()) {
      std::vector<std::vector<std::string>> points;
      for (const std::string& uri : options.crl_uris) points.push_back({uri});
      PKI_TRY(ByteVector value, x509::encode_distribution_points(points));
      add(oids::kCrlDistributionPoints, kNotCritical, std::move(value));
    }
    std::vector<x509::AccessInput> access;
    for (const std::string& uri : options.ocsp_uris) access.push_back({OwnedOid(oids::kOcsp), uri});
    for (const std::string& uri : options.aia_uris) {
      access.push_back({OwnedOid(oids::kCaIssuers), uri});
    }
    if (access.empty()) return {};
    PKI_TRY(ByteVector value, x509::encode_access_info(access));
    add(oids::kAuthorityInfoAccess, kNotCritical, std::move(value));
    return {};
  }

  void add_policies() {
    if (basis_.options.policies.empty()) return;
    add(oids::kCertificatePolicies, kNotCritical, x509::encode_certificate_policies(basis_.options.policies));
  }

  // RFC 5280 4.2.1.10: MUST be critical.
  Status add_name_constraints() {
    const ExtensionOptions& options = basis_.options;
    if (options.permitted.empty() && options.excluded.empty()) return {};
    PKI_TRY(ByteVector value, x509::encode_name_constraints(options.permitted, options.excluded));
    add(oids::kNameConstraints, kCritical, std::move(value));
    return {};
  }

  Status add_extra() {
    const std::size_t of_profile = result_.list.size();
    for (const x509::ExtensionInput& extra : basis_.options.extra) {
      const auto same = std::find_if(result_.list.begin(), result_.list.end(), [&](const x509::ExtensionInput& other) {
        return other.id.view() == extra.id.view();
      });
      const std::vector<Param> params = {{"extension", asn1::oid_name_and_dotted(extra.id.view())}};
      if (same == result_.list.end()) {
        result_.list.push_back(extra);
        continue;
      }
      const auto index = static_cast<std::size_t>(same - result_.list.begin());
      const bool again = index >= of_profile || replaced_.contains(extra.id.view());
      if (again) return Finding{&rules::kExtensionTwice, {}, params};
      replaced_.insert(extra.id.view());
      result_.findings.push_back({&rules::kExtensionReplaced, {}, params});
      *same = extra;
    }
    return {};
  }

  const ExtensionBasis& basis_;
  ProfileExtensions result_;
  std::set<Oid> replaced_;
};

}  // namespace

Result<ProfileExtensions> profile_extensions(const ExtensionBasis& basis) { return ExtensionWriter(basis).run(); }

ByteVector key_identifier_of(const x509::Certificate& issuer) {
  const auto& identifier = issuer.extensions().subject_key_identifier;
  if (identifier && !identifier->key_identifier.empty()) {
    return to_vector(identifier->key_identifier);
  }
  return crypto::key_identifier_sha1(issuer.public_key());
}

}  // namespace pki::ca
