#include "path/checks/identity.h"

#include "path/describe.h"
#include "path/identity_hint.h"
#include "path/rules.h"

namespace pki::path::checks {
namespace {

constexpr std::size_t kMostNames = 8;

std::string list_text(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < kMostNames; ++i) {
    text += (i == 0 ? "" : ", ") + names[i];
  }
  if (names.size() > kMostNames) {
    text += " and " + std::to_string(names.size() - kMostNames) + " more";
  }
  return text;
}

}  // namespace

Judgement judge_identity(const Subject& subject) {
  const std::vector<ReferenceIdentity>& wanted = subject.options.identities;
  if (subject.role != Role::Target) return skipped("only the target is compared");
  if (wanted.empty()) return skipped("no name was asked for");
  const x509::Certificate& certificate = subject.certificate;
  std::vector<std::string> references;
  IdentityMatch match;
  for (const ReferenceIdentity& reference : wanted) {
    match = match_identity(certificate, reference, subject.options.common_name);
    if (match.matched) return passed({{"wanted", reference.text}, {"matched", match.by}});
    references.push_back(reference.text);
  }
  const auto& alternative_names = certificate.extensions().subject_alt_name;
  const Bytes place = alternative_names.present() ? alternative_names.extension->whole : Bytes();
  const std::vector<Param> values = {{"wanted", list_text(references)}, {"presented", list_text(match.presented)}};
  const Rule& rule = match.presented.empty() ? rules::kIdentityNone : rules::kIdentityMismatch;
  std::vector<Param> params = values;
  params.push_back({"hint", identity_hint(certificate, wanted.front())});
  return failed(finding_at(rule, certificate, place, "subjectAltName", std::move(params)), values);
}

}  // namespace pki::path::checks
