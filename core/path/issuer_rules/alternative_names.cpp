// Alternative names and directory attributes (RFC 5280 4.2.1.6 to 4.2.1.8, RFC 9598).

#include <algorithm>

#include "asn1/oids.h"
#include "asn1/values.h"
#include "path/issuer_rules/judges.h"
#include "path/issuer_rules/name_rules.h"
#include "path/issuer_rules/syntax.h"

namespace pki::path::issuer_rules {
namespace {

using x509::GeneralName;
using x509::GeneralNameKind;

std::vector<Param> why_params(const GeneralName& name, std::string_view why) {
  return {{"name", std::string(as_text(name.value))}, {"why", std::string(why)}};
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void judge_dns(Notes& notes, const GeneralName& name, std::string_view field) {
  const std::string_view text = as_text(name.value);
  if (!is_ascii(text)) return;  // x509.general_name.character
  if (text.find(' ') != std::string_view::npos) {
    return notes.add(rules::kDnsNameSpace, name.whole, field, why_params(name, ""));
  }
  if (const auto fault = find_host_fault(text, Wildcards::Leftmost)) {
    notes.add(rules::kDnsNameSyntax, name.whole, field, why_params(name, *fault));
  }
}

void judge_email(Notes& notes, const GeneralName& name, std::string_view field) {
  const std::string_view text = as_text(name.value);
  if (is_ascii(text) && !is_mailbox(text)) notes.add(rules::kEmailForm, name.whole, field, why_params(name, ""));
}

void judge_uri(Notes& notes, const GeneralName& name, std::string_view field) {
  const std::string_view text = as_text(name.value);
  if (!is_ascii(text)) return;
  if (const auto fault = find_uri_fault(text)) notes.add(rules::kUriForm, name.whole, field, why_params(name, *fault));
}

// What is wrong with a SmtpUTF8Mailbox (RFC 9598 3): UTF8String, a local part beyond ASCII, a host of A-labels in lower
// case or of none.
std::string_view find_mailbox_fault(const GeneralName& name) {
  if (name.other.tag != asn1::tags::kUtf8String) return "it is no UTF8String";
  const std::string_view text = as_text(name.other.value);
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos || at == 0) return "it has no local part";
  if (is_ascii(text.substr(0, at))) return "its local part is ASCII, which rfc822Name is for";
  const std::string_view host = text.substr(at + 1);
  if (!is_ascii(host)) return "its host has other labels than A-labels";
  if (find_host_fault(host, Wildcards::Refused)) return "its host is no host name";
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  return std::any_of(host.begin(), host.end(), is_upper) ? "its host has upper-case letters" : "";
}

void judge_other(Notes& notes, const GeneralName& name, std::string_view field) {
  if (name.type_id != asn1::oids::kSmtpUtf8Mailbox) return;
  const std::string_view fault = find_mailbox_fault(name);
  if (!fault.empty()) notes.add(rules::kSmtpUtf8Form, name.whole, field, {{"why", std::string(fault)}});
}

bool is_empty(const GeneralName& name) {
  switch (name.kind) {
    case GeneralNameKind::DirectoryName:
      return name.directory_name.empty();
    case GeneralNameKind::OtherName:
    case GeneralNameKind::X400Address:
    case GeneralNameKind::EdiPartyName:
    case GeneralNameKind::IpAddress:  // x509.general_name.ip_length
    case GeneralNameKind::RegisteredId:
      return false;
    case GeneralNameKind::Email:
    case GeneralNameKind::Dns:
    case GeneralNameKind::Uri:
      break;
  }
  return name.value.empty();
}

void judge_names(Notes& notes, const x509::GeneralNames& names, std::string_view field) {
  for (const GeneralName& name : names) {
    if (is_empty(name)) {
      notes.add(rules::kNameEmpty, name.whole, field,
                {{"extension", std::string(field)}, {"form", std::string(x509::general_name_kind_name(name.kind))}});
    } else if (name.kind == GeneralNameKind::Dns) {
      judge_dns(notes, name, field);
    } else if (name.kind == GeneralNameKind::Email) {
      judge_email(notes, name, field);
    } else if (name.kind == GeneralNameKind::Uri) {
      judge_uri(notes, name, field);
    } else if (name.kind == GeneralNameKind::OtherName) {
      judge_other(notes, name, field);
    }
  }
}

}  // namespace

void judge_subject_alt_name(Notes& notes) {
  const auto& names = notes.extensions().subject_alt_name;
  constexpr std::string_view kField = "subjectAltName";
  if (!notes.certificate().subject().empty()) {
    notes.expect_critical(names.extension, false, rules::kSanCritical, kField);
  }
  if (names) judge_names(notes, names->names, kField);
}

void judge_issuer_alt_name(Notes& notes) {
  const auto& names = notes.extensions().issuer_alt_name;
  constexpr std::string_view kField = "issuerAltName";
  notes.expect_critical(names.extension, false, rules::kIssuerAltNameCritical, kField);
  if (names) judge_names(notes, names->names, kField);
}

void judge_directory_attributes(Notes& notes) {
  notes.expect_critical(notes.extensions().subject_directory_attributes.extension, false,
                        rules::kDirectoryAttributesCritical, "subjectDirectoryAttributes");
}

}  // namespace pki::path::issuer_rules
