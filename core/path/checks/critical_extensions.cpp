#include "path/checks/critical_extensions.h"

#include <algorithm>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "path/describe.h"
#include "path/rules.h"

namespace pki::path::checks {
namespace {

namespace oids = asn1::oids;

// What validation takes into account, or what asks nothing of it (issuer alternative name, RFC 5280 4.2.1.7; no
// check, RFC 6960 4.2.2.2.1). Name constraints and policies are here because checks of their own speak for them:
// where those cannot judge, they refuse. The extensions that point at CRLs belong to revocation, which is not judged
// and says so.
constexpr asn1::Oid kUnderstood[] = {
    oids::kBasicConstraints,      oids::kKeyUsage,          oids::kExtendedKeyUsage,
    oids::kSubjectAltName,        oids::kIssuerAltName,     oids::kAuthorityKeyIdentifier,
    oids::kSubjectKeyIdentifier,  oids::kNameConstraints,   oids::kCertificatePolicies,
    oids::kPolicyMappings,        oids::kPolicyConstraints, oids::kInhibitAnyPolicy,
    oids::kCrlDistributionPoints, oids::kFreshestCrl,       oids::kOcspNoCheck,
};

constexpr std::size_t kMostFindings = 16;

bool is_understood(const asn1::Oid& id) {
  return std::find(std::begin(kUnderstood), std::end(kUnderstood), id) != std::end(kUnderstood);
}

// Microsoft's application policies say what extended key usage says; where both are there, the latter is judged
// (MS-WCCE 2.2.2.7.7.3).
bool is_understood_in(const x509::Certificate& certificate, const asn1::Oid& id, const CheckOptions& options) {
  const auto is_it = [&](const asn1::OwnedOid& other) { return other.view() == id; };
  if (std::any_of(options.not_understood.begin(), options.not_understood.end(), is_it)) return false;
  if (is_understood(id)) return true;
  return id == oids::kMsApplicationPolicies && certificate.extensions().extended_key_usage.present();
}

}  // namespace

Judgement judge_critical_extensions(const Subject& subject) {
  const x509::Certificate& certificate = subject.certificate;
  std::size_t critical = 0;
  Findings findings;
  for (const x509::Extension& extension : certificate.extensions().all) {
    if (!extension.critical) continue;
    ++critical;
    if (is_understood_in(certificate, extension.id, subject.options) || findings.size() >= kMostFindings) continue;
    findings.push_back(
        finding_at(rules::kCriticalUnknown, certificate, extension.whole, "tbsCertificate.extensions",
                   {{"extension", asn1::oid_name_and_dotted(extension.id)}, {"oid", extension.id.to_dotted()}}));
  }
  return weighed(std::move(findings), Reaction::Refuse, {{"critical", std::to_string(critical)}});
}

}  // namespace pki::path::checks
