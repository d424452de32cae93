// Basic constraints and name constraints (RFC 5280 4.2.1.9, 4.2.1.10).

#include "path/issuer_rules/judges.h"
#include "path/issuer_rules/name_rules.h"
#include "path/issuer_rules/syntax.h"

namespace pki::path::issuer_rules {
namespace {

using x509::GeneralNameKind;

constexpr std::string_view kConstraintsField = "nameConstraints";

// How a constraint of a form must be written; empty where it is written so.
std::string_view expected_of(const x509::GeneralName& base) {
  const std::string_view text = as_text(base.value);
  const std::string_view host = text.starts_with('.') ? text.substr(1) : text;
  switch (base.kind) {
    case GeneralNameKind::Dns:
      // "host.example.com"; nothing at all stands for every name.
      return text.empty() || !find_host_fault(text, Wildcards::Refused) ? "" : "a host name without a leading dot";
    case GeneralNameKind::Email:
      if (text.find('@') != std::string_view::npos) {
        return is_mailbox(text) ? "" : "a mailbox, a host, or a domain that begins with a dot";
      }
      return !find_host_fault(host, Wildcards::Refused) ? "" : "a mailbox, a host, or a domain that begins with a dot";
    case GeneralNameKind::Uri:
      return !find_host_fault(host, Wildcards::Refused) && host.find('.') != std::string_view::npos
                 ? ""
                 : "a fully qualified host, or a domain that begins with a dot";
    case GeneralNameKind::OtherName:
    case GeneralNameKind::X400Address:
    case GeneralNameKind::DirectoryName:
    case GeneralNameKind::EdiPartyName:
    case GeneralNameKind::IpAddress:
    case GeneralNameKind::RegisteredId:
      break;
  }
  return "";
}

void judge_subtrees(Notes& notes, const std::vector<x509::GeneralSubtree>& subtrees) {
  for (const x509::GeneralSubtree& subtree : subtrees) {
    const x509::GeneralName& base = subtree.base;
    // RFC 5280 4.2.1.10: SHOULD NOT impose constraints on these.
    if (base.kind == GeneralNameKind::X400Address || base.kind == GeneralNameKind::EdiPartyName ||
        base.kind == GeneralNameKind::RegisteredId) {
      notes.add(rules::kSubtreeForm, base.whole, kConstraintsField,
                {{"form", std::string(x509::general_name_kind_name(base.kind))}});
    }
    const std::string_view expected = expected_of(base);
    if (expected.empty()) continue;
    notes.add(rules::kSubtreeSyntax, base.whole, kConstraintsField,
              {{"subtree", x509::to_text(base)}, {"expected", std::string(expected)}});
  }
}

}  // namespace

void judge_basic_constraints(Notes& notes) {
  const auto& constraints = notes.extensions().basic_constraints;
  const auto& usage = notes.extensions().key_usage;
  constexpr std::string_view kField = "basicConstraints";
  if (!constraints || !constraints->ca) return;
  const bool signs = !usage.present() || (usage && usage->has(x509::KeyUsageBit::KeyCertSign));
  if (signs) {
    notes.expect_critical(constraints.extension, true, rules::kBasicConstraintsNotCritical, kField);
  } else if (constraints->path_length) {
    notes.add(rules::kPathLengthWithoutCertSign, constraints.extension->whole, kField);
  }
}

void judge_name_constraints(Notes& notes) {
  const auto& constraints = notes.extensions().name_constraints;
  notes.expect_critical(constraints.extension, true, rules::kNameConstraintsNotCritical, kConstraintsField);
  if (constraints.present() && !notes.is_ca()) {
    notes.add(rules::kNameConstraintsNotCa, constraints.extension->whole, kConstraintsField);
  }
  if (!constraints) return;
  judge_subtrees(notes, constraints->permitted);
  judge_subtrees(notes, constraints->excluded);
}

}  // namespace pki::path::issuer_rules
