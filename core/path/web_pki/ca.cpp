// CAs' certificates (BR 7.1.2.1, 7.1.2.6, 7.1.2.10), and where CRLs and issuers are (7.1.2.11.2, 7.1.2.7.7).

#include <algorithm>

#include "asn1/oids.h"
#include "base/text.h"
#include "path/web_pki/judges.h"
#include "path/web_pki/rules.h"

namespace pki::path::web_pki {
namespace {

namespace oids = asn1::oids;
using x509::KeyUsageBit;

// BR 7.1.2.10.7: keyCertSign and cRLSign must, digitalSignature may be there.
void judge_key_usage(Notes& notes) {
  const auto& usage = notes.extensions().key_usage;
  if (usage.malformed()) return;
  const std::uint32_t bits = usage ? usage->bits : 0;
  x509::KeyUsage allowed;
  for (const KeyUsageBit bit : {KeyUsageBit::KeyCertSign, KeyUsageBit::CrlSign}) allowed.set(bit);
  const bool complete = (bits & allowed.bits) == allowed.bits;
  allowed.set(KeyUsageBit::DigitalSignature);
  if (usage && usage.critical() && complete && (bits & ~allowed.bits) == 0) return;
  notes.add(rules::kCaKeyUsage, usage.present() ? usage.extension->whole : Bytes(), "keyUsage",
            {{"key_usage", key_usage_text(bits)}});
}

void judge_subject(Notes& notes) {
  const x509::Name& subject = notes.certificate().subject();
  constexpr std::pair<asn1::Oid, std::string_view> kWanted[] = {
      {oids::kCountry, "countryName"}, {oids::kOrganization, "organizationName"}, {oids::kCommonName, "commonName"}};
  for (const auto& [type, name] : kWanted) {
    if (subject.last(type)) continue;
    notes.add(rules::kCaSubject, subject.der(), "tbsCertificate.subject", {{"attribute", std::string(name)}});
  }
}

void judge_root(Notes& notes) {
  const auto& constraints = notes.extensions().basic_constraints;
  if (constraints && constraints->path_length) {
    notes.add(rules::kRootPathLength, constraints.extension->whole, "basicConstraints");
  }
  if (const x509::Extension* extension = notes.extensions().extended_key_usage.extension) {
    notes.add(rules::kRootPurposes, extension->whole, "extKeyUsage");
  }
  if (const x509::Extension* extension = notes.extensions().certificate_policies.extension) {
    notes.add(rules::kRootPolicies, extension->whole, "certificatePolicies");
  }
}

void judge_subordinate(Notes& notes) {
  const x509::KnownExtensions& extensions = notes.extensions();
  judge_purposes(notes);
  if (!extensions.certificate_policies.present()) notes.add(rules::kCaPolicies, {}, "certificatePolicies");
  notes.expect_critical(extensions.certificate_policies.extension, false, rules::kPoliciesCritical,
                        "certificatePolicies");
  if (!extensions.crl_distribution_points.present()) notes.add(rules::kCaCrlPoints, {}, "cRLDistributionPoints");
  notes.expect_critical(extensions.name_constraints.extension, true, rules::kCaNameConstraints, "nameConstraints");
}

bool is_http(const x509::GeneralName& name) {
  return name.kind == x509::GeneralNameKind::Uri && to_lower_ascii(as_text(name.value)).starts_with("http://");
}

}  // namespace

void judge_ca(Notes& notes) {
  notes.expect_critical(notes.extensions().basic_constraints.extension, true, rules::kCaBasicConstraints,
                        "basicConstraints");
  judge_key_usage(notes);
  judge_subject(notes);
  if (notes.certificate().self_issued()) {
    judge_root(notes);
  } else {
    judge_subordinate(notes);
  }
}

void judge_locations(Notes& notes) {
  const auto& access = notes.extensions().authority_info_access;
  const auto& points = notes.extensions().crl_distribution_points;
  if (access) {
    for (const x509::AccessDescription& description : access->descriptions) {
      if (is_http(description.location)) continue;
      notes.add(rules::kAccessForm, description.location.whole, "authorityInfoAccess");
    }
  }
  if (!points) return;
  for (const x509::DistributionPoint& point : points->points) {
    const bool good = !point.full_name.empty() && point.crl_issuer.empty() && !point.reasons && !point.relative_name &&
                      std::all_of(point.full_name.begin(), point.full_name.end(), is_http);
    if (!good) notes.add(rules::kCrlPointForm, points.extension->whole, "cRLDistributionPoints");
  }
}

}  // namespace pki::path::web_pki
