// The certificate that came back, beside the request that it answers.

#include <algorithm>
#include <set>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "base/text.h"
#include "cloudpki/byoca/checks.h"
#include "cloudpki/rules.h"
#include "path/describe.h"

namespace pki::cloudpki::byoca {
namespace {

using Oids = std::vector<asn1::Oid>;

constexpr std::string_view kNoAnswerYet = "There is no certificate here yet";
constexpr std::string_view kNoRequest = "There is no request here to compare with";

DeskFinding about(const x509::CertificatePtr& certificate, const Rule& rule, Bytes part, std::string_view field,
                  std::vector<Param> params = {}) {
  return {path::finding_at(rule, *certificate, part, field, std::move(params)), certificate};
}

template <typename T>
Bytes place_of(const x509::Slot<T>& slot) {
  return slot.present() ? slot.extension->whole : Bytes();
}

// Those of `wanted` that are not in `list`.
Oids lacking(const Oids& wanted, const Oids& list) {
  Oids missing;
  for (const asn1::Oid& oid : wanted) {
    if (std::find(list.begin(), list.end(), oid) == list.end()) missing.push_back(oid);
  }
  return missing;
}

std::string scheme_of(const x509::GeneralName& name) {
  if (name.kind != x509::GeneralNameKind::Uri) return std::string(x509::general_name_kind_name(name.kind));
  const std::string_view uri = as_text(name.value);
  return to_lower_ascii(uri.substr(0, std::min(uri.find(':'), uri.size())));
}

// What stands against the places that an extension names. http alone can be fetched by everybody; https would need the
// very chain that is to be built.
struct PointerRules {
  const Rule& missing;
  const Rule& not_http;
  std::string_view field;
};
constexpr PointerRules kIssuerUrls{rules::kNoIssuerUrl, rules::kIssuerUrlNotHttp, "authorityInfoAccess"};
constexpr PointerRules kCrlUrls{rules::kNoCrlUrl, rules::kCrlUrlNotHttp, "cRLDistributionPoints"};

void check_pointers(const x509::CertificatePtr& certificate, const PointerRules& rules, Bytes place,
                    const std::vector<std::string>& schemes, std::vector<DeskFinding>& findings) {
  const std::string whose = quoted_title(*certificate);
  if (schemes.empty()) {
    findings.push_back(about(certificate, rules.missing, place, rules.field, {{"whose", whose}}));
    return;
  }
  if (std::find(schemes.begin(), schemes.end(), "http") != schemes.end()) return;
  std::string text;
  for (const std::string& scheme : std::set<std::string>(schemes.begin(), schemes.end())) {
    text += (text.empty() ? "" : ", ") + printable(scheme);
  }
  findings.push_back(about(certificate, rules.not_http, place, rules.field, {{"whose", whose}, {"schemes", text}}));
}

void check_pointers_of(const x509::CertificatePtr& certificate, std::vector<DeskFinding>& findings) {
  const x509::KnownExtensions& extensions = certificate->extensions();
  std::vector<std::string> issuer_schemes;
  if (extensions.authority_info_access) {
    for (const x509::AccessDescription& access : extensions.authority_info_access->descriptions) {
      if (access.method == asn1::oids::kCaIssuers) issuer_schemes.push_back(scheme_of(access.location));
    }
  }
  check_pointers(certificate, kIssuerUrls, place_of(extensions.authority_info_access), issuer_schemes, findings);
  std::vector<std::string> crl_schemes;
  if (extensions.crl_distribution_points) {
    for (const x509::DistributionPoint& point : extensions.crl_distribution_points->points) {
      for (const x509::GeneralName& name : point.full_name) crl_schemes.push_back(scheme_of(name));
    }
  }
  check_pointers(certificate, kCrlUrls, place_of(extensions.crl_distribution_points), crl_schemes, findings);
}

}  // namespace

DeskRow judge_key(const Desk& desk) {
  const Parts& parts = desk.parts;
  if (parts.request == nullptr) return not_judged(checks::kKey, std::string(kNoRequest));
  if (!parts.answer) {
    if (parts.impostor) {
      const x509::CertificatePtr& other = desk.input.pile.certificates[*parts.impostor].certificate;
      return row_of(checks::kKey, {about(other, rules::kOtherKey, other->public_key().whole, "subjectPublicKeyInfo")});
    }
    if (desk.input.pile.certificates.empty()) return not_judged(checks::kKey, std::string(kNoAnswerYet));
    return row_of(checks::kKey, {{Finding{&rules::kNoAnswer}, nullptr}});
  }
  const x509::CertificatePtr answer = desk.answer();
  std::vector<DeskFinding> findings;
  if (parts.answers.size() > 1) {
    findings.push_back(about(answer, rules::kSeveralAnswers, {}, "",
                             {{"count", std::to_string(parts.answers.size())},
                              {"used", answer->not_before() ? "from " + to_iso8601(answer->not_before()->time)
                                                            : std::string("of a time that cannot be read")}}));
  }
  return row_of(checks::kKey, std::move(findings));
}

DeskRow judge_subject(const Desk& desk) {
  const x509::CertificatePtr answer = desk.answer();
  if (answer == nullptr) return not_judged(checks::kSubject, std::string(kNoAnswerYet));
  if (desk.parts.request == nullptr) return not_judged(checks::kSubject, std::string(kNoRequest));
  const x509::Name& asked = desk.parts.request->subject();
  const x509::Name& found = answer->subject();
  std::vector<DeskFinding> findings;
  if (!x509::names_match(asked, found)) {
    findings.push_back(about(answer, rules::kOtherSubject, found.der(), "subject",
                             {{"found", path::name_text(found)}, {"requested", path::name_text(asked)}}));
  } else if (!equal(asked.der(), found.der())) {
    findings.push_back(about(answer, rules::kSubjectEncoding, found.der(), "subject"));
  }
  return row_of(checks::kSubject, std::move(findings), path::name_text(found));
}

DeskRow judge_purposes_kept(const Desk& desk) {
  const x509::CertificatePtr answer = desk.answer();
  if (answer == nullptr) return not_judged(checks::kPurposesKept, std::string(kNoAnswerYet));
  if (desk.parts.request == nullptr) return not_judged(checks::kPurposesKept, std::string(kNoRequest));
  const auto& asked = desk.parts.request->extensions().extended_key_usage;
  const auto& found = answer->extensions().extended_key_usage;
  if (!asked) return not_judged(checks::kPurposesKept, "The request asks for no extended key usage");
  const std::string asked_text = path::oids_text(asked->purposes);
  std::vector<DeskFinding> findings;
  if (!found) {
    findings.push_back(about(answer, rules::kPurposesLost, place_of(found), "extKeyUsage", {{"asked", asked_text}}));
    return row_of(checks::kPurposesKept, std::move(findings), asked_text);
  }
  if (const Oids missing = lacking(asked->purposes, found->purposes); !missing.empty()) {
    findings.push_back(about(answer, rules::kPurposesNarrowed, place_of(found), "extKeyUsage",
                             {{"lacking", path::oids_text(missing)}, {"asked", asked_text}}));
  }
  if (const Oids more = lacking(found->purposes, asked->purposes); !more.empty()) {
    findings.push_back(
        about(answer, rules::kPurposesWidened, place_of(found), "extKeyUsage", {{"more", path::oids_text(more)}}));
  }
  return row_of(checks::kPurposesKept, std::move(findings), asked_text);
}

DeskRow judge_any_purpose(const Desk& desk) {
  const x509::CertificatePtr answer = desk.answer();
  if (answer == nullptr) return not_judged(checks::kAnyPurpose, std::string(kNoAnswerYet));
  const auto& usage = answer->extensions().extended_key_usage;
  if (!usage || !usage->has(asn1::oids::kAnyExtendedKeyUsage)) return row_of(checks::kAnyPurpose, {});
  return row_of(checks::kAnyPurpose, {about(answer, rules::kAnyPurpose, place_of(usage), "extKeyUsage")});
}

DeskRow judge_purposes_enough(const Desk& desk) {
  const x509::CertificatePtr answer = desk.answer();
  if (answer == nullptr) return not_judged(checks::kPurposesEnough, std::string(kNoAnswerYet));
  if (desk.input.purposes.empty()) {
    return not_judged(checks::kPurposesEnough, "It was not said what SCEP profiles are to issue for");
  }
  const auto& usage = answer->extensions().extended_key_usage;
  Oids wanted;
  for (const asn1::OwnedOid& purpose : desk.input.purposes) wanted.push_back(purpose.view());
  const Oids missing = lacking(wanted, usage ? usage->purposes : Oids());
  if (missing.empty()) return row_of(checks::kPurposesEnough, {}, path::oids_text(wanted));
  return row_of(checks::kPurposesEnough, {about(answer, rules::kPurposesNotEnough, place_of(usage), "extKeyUsage",
                                                {{"lacking", path::oids_text(missing)}})});
}

DeskRow judge_pointers(const Desk& desk) {
  if (!desk.parts.answer) return not_judged(checks::kPointers, std::string(kNoAnswerYet));
  std::vector<DeskFinding> findings;
  check_pointers_of(desk.answer(), findings);
  for (const std::size_t index : desk.parts.chain) {
    const x509::CertificatePtr& parent = desk.input.pile.certificates[index].certificate;
    // A root is its own issuer, and nobody revokes it by a CRL.
    if (!parent->self_issued()) check_pointers_of(parent, findings);
  }
  return row_of(checks::kPointers, std::move(findings));
}

}  // namespace pki::cloudpki::byoca
