#include "path/checks/anchor.h"

#include <algorithm>
#include <iterator>

#include "asn1/oids.h"
#include "base/encoding.h"
#include "path/checks/key_purpose.h"
#include "path/describe.h"
#include "path/rules.h"
#include "path/strength.h"
#include "x509/extensions/key_usage.h"

namespace pki::path::checks {
namespace {

// What is said of a path that ends at no anchor.
enum class About : std::uint8_t { Subject, Issuer };
struct EndRow {
  PathEnd end;
  const Rule* rule;
  About about;
};
constexpr EndRow kEnds[] = {
    {PathEnd::NoIssuer, &rules::kNoIssuer, About::Issuer},
    {PathEnd::IssuerKeyDiffers, &rules::kIssuerKeyDiffers, About::Issuer},
    {PathEnd::UntrustedRoot, &rules::kAnchorNotTrusted, About::Subject},
    {PathEnd::AnchorNotRoot, &rules::kAnchorNotRoot, About::Issuer},
    {PathEnd::TargetNotAccepted, &rules::kTargetNotAnchor, About::Subject},
    {PathEnd::TooLong, &rules::kTooLong, About::Issuer},
    {PathEnd::Circle, &rules::kCircle, About::Issuer},
    {PathEnd::SearchStopped, &rules::kSearchStopped, About::Issuer},
};

// What helps to find the missing issuer.
std::vector<Param> issuer_hints(const x509::Certificate& certificate) {
  std::vector<Param> params = {{"issuer", name_text(certificate.issuer())}, {"subject", title(certificate)}};
  const auto& authority = certificate.extensions().authority_key_identifier;
  if (authority && authority->key_identifier) {
    params.push_back({"key_identifier", to_hex(*authority->key_identifier)});
  }
  const auto& access = certificate.extensions().authority_info_access;
  if (!access) return params;
  for (const x509::AccessDescription& description : access->descriptions) {
    if (description.method == asn1::oids::kCaIssuers && description.location.kind == x509::GeneralNameKind::Uri) {
      params.push_back({"url", x509::value_text(description.location)});
      break;
    }
  }
  return params;
}

void add_validity(const x509::Certificate& certificate, const CheckOptions& options, Findings& to) {
  const auto& from = certificate.not_before();
  const auto& until = certificate.not_after();
  const Param at{"at", to_iso8601(options.at)};
  if (from && options.at < from->time) {
    to.push_back(finding_at(rules::kAnchorNotYetValid, certificate, from->element.whole,
                            "tbsCertificate.validity.notBefore", {{"not_before", to_iso8601(from->time)}, at}));
  }
  if (until && until->time < options.at) {
    to.push_back(finding_at(rules::kAnchorExpired, certificate, until->element.whole,
                            "tbsCertificate.validity.notAfter", {{"not_after", to_iso8601(until->time)}, at}));
  }
}

// RFC 5937 3 takes the anchor's own limits as inputs of the validation. A version 1 root says nothing of itself, and
// is taken at its owner's word.
void add_constraints(const x509::Certificate& certificate, Findings& to) {
  const auto& constraints = certificate.extensions().basic_constraints;
  const auto& usage = certificate.extensions().key_usage;
  if (certificate.version() >= 3 && !(constraints && constraints->ca)) {
    const Bytes place = constraints.present() ? constraints.extension->whole : Bytes();
    to.push_back(
        finding_at(rules::kAnchorNotCa, certificate, place, "basicConstraints", {{"subject", title(certificate)}}));
  }
  if (usage && !usage->has(x509::KeyUsageBit::KeyCertSign)) {
    to.push_back(finding_at(rules::kAnchorNoCertSign, certificate, usage.extension->whole, "keyUsage",
                            {{"subject", title(certificate)}, {"key_usage", key_usage_text(usage->bits)}}));
  }
}

void add_key_strength(const TrustAnchor& anchor, const CheckOptions& options, Findings& to) {
  Findings weak = judge_key(anchor.public_key(), options.strength);
  for (Finding& finding : weak) {
    if (!anchor.certificate()) continue;
    finding.where.range = range_within(anchor.certificate()->der(), anchor.public_key().whole);
    finding.where.field = "tbsCertificate.subjectPublicKeyInfo";
  }
  to.insert(to.end(), std::make_move_iterator(weak.begin()), std::make_move_iterator(weak.end()));
}

// What was found, by what it weighs.
struct Faults {
  Findings refusing;
  Findings warning;
  Findings ignored;

  Findings& under(Reaction reaction) {
    switch (reaction) {
      case Reaction::Ignore:
        return ignored;
      case Reaction::Warn:
        return warning;
      case Reaction::Refuse:
        break;
    }
    return refusing;
  }
};

// What the anchor's certificate says of it as an issuer.
void add_certificate_faults(const x509::Certificate& certificate, const CheckOptions& options, Faults& to) {
  add_validity(certificate, options, to.under(options.anchor_validity));
  if (options.anchor_constraints == AnchorConstraints::Honour) {
    add_constraints(certificate, to.refusing);
  }
  if (options.eku_nesting == EkuNesting::IncludingAnchor) {
    if (auto fault = find_nesting_fault(certificate, options.purpose)) {
      to.refusing.push_back(std::move(*fault));
    }
  }
}

Faults find_faults(const TrustAnchor& anchor, const x509::Certificate& target, const CheckOptions& options) {
  Faults faults;
  add_key_strength(anchor, options, faults.under(options.weak));
  const x509::CertificatePtr& certificate = anchor.certificate();
  // A target that is its own anchor is judged as a target already.
  if (certificate && !equal(certificate->fingerprint(), target.fingerprint())) {
    add_certificate_faults(*certificate, options, faults);
  }
  return faults;
}

}  // namespace

Judgement judge_end(const CandidatePath& path, const CheckOptions& options) {
  if (path.anchor != nullptr) return passed({{"anchor", name_text(path.anchor->name())}});
  const x509::Certificate& last = *path.certificates.back();
  const EndRow* row =
      std::find_if(std::begin(kEnds), std::end(kEnds), [&](const EndRow& r) { return r.end == path.end; });
  PKI_ASSERT(row != std::end(kEnds));
  std::vector<Param> params = issuer_hints(last);
  if (path.end == PathEnd::TooLong) params.push_back({"limit", std::to_string(options.limits.max_intermediates)});
  if (row->about == About::Issuer) {
    return failed(finding_at(*row->rule, last, last.issuer().der(), "tbsCertificate.issuer", std::move(params)));
  }
  return failed(finding_at(*row->rule, last, last.subject().der(), "tbsCertificate.subject", std::move(params)));
}

Judgement judge_anchor(const CandidatePath& path, const CheckOptions& options) {
  Faults faults = find_faults(*path.anchor, *path.certificates.front(), options);
  std::vector<Param> values = {{"anchor", name_text(path.anchor->name())},
                               {"form", path.anchor->certificate() ? "certificate" : "name and key"}};
  if (!faults.refusing.empty()) {
    return weighed(std::move(faults.refusing), Reaction::Refuse, std::move(values));
  }
  return weighed(std::move(faults.warning), Reaction::Warn, std::move(values));
}

Findings find_anchor_faults(const TrustAnchor& anchor, const x509::Certificate& target, const CheckOptions& options) {
  if (is_softened(options.reactions, kAnchor, PathPart::Whole)) return {};
  return find_faults(anchor, target, options).refusing;
}

}  // namespace pki::path::checks
