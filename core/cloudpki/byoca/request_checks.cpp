// The request, and what was dropped besides.

#include <algorithm>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "base/text.h"
#include "ca/profile.h"
#include "cloudpki/byoca/checks.h"
#include "cloudpki/rules.h"
#include "path/describe.h"

namespace pki::cloudpki::byoca {
namespace {

DeskFinding about_request(const x509::Request& request, const Rule& rule, Bytes part, std::vector<Param> params = {}) {
  Finding finding{&rule, {}, std::move(params)};
  if (!part.empty()) finding.where.range = request.range(part);
  return {std::move(finding), nullptr};
}

// The attributes that are documented for the chain of a BYOCA issuing CA are those of its profile.
void check_attributes(const x509::Request& request, std::vector<DeskFinding>& findings) {
  const std::span<const asn1::Oid> supported = ca::find_profile("byoca-issuing-ca")->subject_supported;
  for (const x509::Rdn& rdn : request.subject().rdns()) {
    for (const x509::Attribute& attribute : rdn.attributes) {
      if (std::find(supported.begin(), supported.end(), attribute.type) != supported.end()) continue;
      findings.push_back(about_request(request, rules::kAttributeUnsupported, attribute.whole,
                                       {{"attribute", asn1::oid_name_and_dotted(attribute.type)}}));
    }
  }
}

std::string_view form_text(FileForm form) {
  switch (form) {
    case FileForm::Pem:
      return "PEM";
    case FileForm::Der:
      return "DER";
    case FileForm::Pkcs7:
      return "a PKCS#7 message (.p7b)";
    case FileForm::Other:
      break;
  }
  return "of another form";
}

// The file's name ends so, in any case. A name that is empty was no file.
bool ends_with_one_of(const std::string& file, std::initializer_list<std::string_view> endings) {
  const std::string name = to_lower_ascii(file);
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

std::size_t certificates_in(const DeskInput& input, const std::string& file) {
  return static_cast<std::size_t>(std::count_if(input.pile.certificates.begin(), input.pile.certificates.end(),
                                                [&](const DroppedCertificate& each) { return each.file == file; }));
}

}  // namespace

bool is_cloud_key(const crypto::PublicKey& key) {
  return key.kind == crypto::KeyKind::Rsa && (key.bits == 2048 || key.bits == 3072 || key.bits == 4096);
}

std::string quoted_title(const x509::Certificate& certificate) {
  const auto common_name = certificate.subject().last(asn1::oids::kCommonName);
  return "\u00AB" + (common_name ? *common_name : path::title(certificate)) + "\u00BB";
}

DeskRow judge_request(const Desk& desk) {
  if (desk.parts.request == nullptr) {
    if (desk.parts.answer) return not_judged(checks::kRequest, "There is no request here to compare with");
    return row_of(checks::kRequest, {{Finding{&rules::kNothing}, nullptr}});
  }
  const x509::Request& request = *desk.parts.request;
  std::vector<DeskFinding> findings;
  if (desk.parts.request_count > 1) {
    findings.push_back(about_request(request, rules::kSeveralRequests, {},
                                     {{"count", std::to_string(desk.parts.request_count)},
                                      {"used", "that of " + path::name_text(request.subject())}}));
  }
  if (!x509::verify_proof_of_possession(request).ok()) {
    findings.push_back(about_request(request, rules::kProofOfPossession, request.signature().octets));
  }
  if (!is_cloud_key(request.public_key())) {
    findings.push_back(about_request(request, rules::kRequestKey, request.public_key().whole,
                                     {{"key", crypto::public_key_name(request.public_key())}}));
  }
  const auto& constraints = request.extensions().basic_constraints;
  if (!constraints || !constraints->ca) {
    findings.push_back(
        about_request(request, rules::kRequestNotCa, constraints.present() ? constraints.extension->whole : Bytes{}));
  }
  const auto& usage = request.extensions().extended_key_usage;
  if (!desk.parts.answer && usage && usage->has(asn1::oids::kAnyExtendedKeyUsage)) {
    findings.push_back(about_request(request, rules::kAnyPurpose, usage.extension->whole));
  }
  check_attributes(request, findings);
  return row_of(checks::kRequest, std::move(findings), crypto::public_key_name(request.public_key()));
}

DeskRow judge_pile(const Desk& desk) {
  std::vector<DeskFinding> findings;
  for (const std::size_t index : desk.parts.strays) {
    const x509::CertificatePtr& certificate = desk.input.pile.certificates[index].certificate;
    findings.push_back({Finding{&rules::kStray, {}, {{"title", quoted_title(*certificate)}}}, certificate});
  }
  for (const auto& [index, times] : desk.parts.duplicates) {
    const x509::CertificatePtr& certificate = desk.input.pile.certificates[index].certificate;
    findings.push_back(
        {Finding{&rules::kDuplicate, {}, {{"title", quoted_title(*certificate)}, {"times", std::to_string(times)}}},
         certificate});
  }
  if (findings.empty() && desk.input.pile.certificates.empty()) {
    return not_judged(checks::kPile, "There are no certificates");
  }
  return row_of(checks::kPile, std::move(findings));
}

DeskRow judge_files(const Desk& desk) {
  if (!desk.parts.answer) return not_judged(checks::kFiles, "There is nothing to upload yet");
  std::vector<DeskFinding> findings;
  const DroppedCertificate& answer = desk.input.pile.certificates[*desk.parts.answer];
  if (!answer.file.empty()) {
    std::string form;
    if (answer.form == FileForm::Pkcs7 || !ends_with_one_of(answer.file, {".cer", ".crt", ".pem"})) {
      form = form_text(answer.form);
    } else if (certificates_in(desk.input, answer.file) > 1) {
      form = "a file of several certificates";
    }
    if (!form.empty()) {
      findings.push_back(
          {Finding{
               &rules::kSignedBox, {}, {{"file", answer.file}, {"form", form}, {"better", "signed-certificate.cer"}}},
           answer.certificate});
    }
  }
  for (const std::size_t index : desk.parts.chain) {
    const DroppedCertificate& parent = desk.input.pile.certificates[index];
    if (parent.file.empty() || ends_with_one_of(parent.file, {".cer", ".crt", ".pem", ".p7b"})) continue;
    findings.push_back({Finding{&rules::kChainBox, {}, {{"file", parent.file}}}, parent.certificate});
  }
  return row_of(checks::kFiles, std::move(findings));
}

}  // namespace pki::cloudpki::byoca
