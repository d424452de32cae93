// byoca.check: the BYOCA desk.

#include <algorithm>
#include <map>

#include "api/byoca_files.h"
#include "api/describe_certificate.h"
#include "api/describe_finding.h"
#include "api/field.h"
#include "api/method.h"
#include "api/params.h"
#include "api/report_texts.h"
#include "api/texts.h"
#include "asn1/oid_registry.h"
#include "asn1/pem.h"
#include "base/encoding.h"
#include "base/text.h"
#include "cloudpki/byoca/desk.h"
#include "cloudpki/byoca/upload.h"

namespace pki::api {
namespace {

namespace byoca = cloudpki::byoca;
using json::ObjectReader;
using json::Value;

/// The certificates of the pile, numbered, each octets once.
class Numbers {
 public:
  explicit Numbers(const byoca::Pile& pile) {
    for (std::size_t i = 0; i < pile.certificates.size(); ++i) {
      const std::string id(as_text(pile.certificates[i].certificate->fingerprint()));
      if (numbers_.emplace(id, shown_.size()).second) shown_.push_back(i);
    }
  }
  /// Indexes into the pile, in the order of the numbers.
  const std::vector<std::size_t>& shown() const { return shown_; }
  Json of(const x509::CertificatePtr& certificate) const {
    if (certificate == nullptr) return nullptr;
    const auto found = numbers_.find(std::string(as_text(certificate->fingerprint())));
    return found == numbers_.end() ? Json(nullptr) : Json(found->second);
  }

 private:
  std::map<std::string, std::size_t> numbers_;
  std::vector<std::size_t> shown_;
};

std::string_view part_of(const byoca::Parts& parts, std::size_t index) {
  const auto in = [&](const std::vector<std::size_t>& list) {
    return std::find(list.begin(), list.end(), index) != list.end();
  };
  if (parts.answer && *parts.answer == index) return "answer";
  if (in(parts.chain)) return "chain";
  if (parts.impostor && *parts.impostor == index) return "other-key";
  return in(parts.answers) ? "other-answer" : "stray";
}

Json describe_certificates(const byoca::Pile& pile, const byoca::Parts& parts, const Numbers& numbers) {
  Json list = Json::array();
  for (const std::size_t index : numbers.shown()) {
    const byoca::DroppedCertificate& dropped = pile.certificates[index];
    const x509::Certificate& certificate = *dropped.certificate;
    Json out;
    out["index"] = list.size();
    out["title"] = certificate_title(certificate);
    out["subject"] = x509::to_rfc4514(certificate.subject());
    out["issuer"] = x509::to_rfc4514(certificate.issuer());
    out["role"] = certificate_role(certificate);
    out["part"] = part_of(parts, index);
    out["file"] = printable(dropped.file);
    out["sha256"] = to_hex(certificate.fingerprint());
    out["not_after"] =
        certificate.not_after().has_value() ? Json(to_iso8601(certificate.not_after()->time)) : Json(nullptr);
    out["der"] = to_base64(certificate.der());
    list.push_back(std::move(out));
  }
  return list;
}

Json describe_request_part(const byoca::Parts& parts) {
  if (parts.request == nullptr) return nullptr;
  const x509::Request& request = *parts.request;
  Json out;
  out["title"] = title(request.subject(), nullptr, "request");
  out["subject"] = x509::to_rfc4514(request.subject());
  out["key"] = crypto::public_key_name(request.public_key());
  Json purposes = Json::array();
  if (const auto& usage = request.extensions().extended_key_usage) {
    for (const asn1::Oid& purpose : usage->purposes) purposes.push_back(asn1::oid_name_and_dotted(purpose));
  }
  out["extended_key_usage"] = std::move(purposes);
  out["der"] = to_base64(request.der());
  return out;
}

Json describe_row(const byoca::DeskRow& row, const Numbers& numbers) {
  Json findings = Json::array();
  for (const byoca::DeskFinding& each : row.findings) {
    findings.push_back(describe(each.finding));
    findings.back()["certificate"] = numbers.of(each.certificate);
  }
  Json out;
  out["check"] = row.check->id;
  out["title"] = row.check->title;
  out["question"] = row.check->question;
  out["ground"] = cloudpki::ground_name(row.check->ground);
  out["source"] = row.check->source;
  out["outcome"] = byoca::desk_outcome_name(row.outcome);
  out["note"] = printable(row.note);
  out["findings"] = std::move(findings);
  return out;
}

std::string as_sentence(const Finding& finding) { return as_clause(finding) + "."; }

std::size_t count_rows(const byoca::DeskReport& report, byoca::DeskOutcome outcome) {
  return static_cast<std::size_t>(std::count_if(report.rows.begin(), report.rows.end(),
                                                [&](const byoca::DeskRow& row) { return row.outcome == outcome; }));
}

std::string sentence_of(const byoca::DeskReport& report) {
  if (report.stage == byoca::Stage::Nothing) {
    return "There is nothing to judge: neither a request nor a certificate that could answer one is here.";
  }
  const std::size_t warnings = count_rows(report, byoca::DeskOutcome::Warn);
  const std::string but = warnings == 0 ? "." : ", with " + count_text(warnings, "warning") + ".";
  const bool answered = report.stage == byoca::Stage::Answered;
  if (report.ready) {
    if (!answered) return "Ready to be signed by the private CA" + but;
    return report.parts.request != nullptr
               ? "Ready to upload: the certificate answers the request, and its chain is complete" + but
               : "Ready to upload, as far as can be told without the request" + but;
  }
  const byoca::DeskFinding* worst = byoca::headline(report);
  const std::size_t failed = count_rows(report, byoca::DeskOutcome::Fail);
  std::string text = answered ? "Not ready to upload: " : "Not ready to be signed: ";
  text += worst == nullptr ? "a check failed." : as_sentence(worst->finding);
  if (failed > 1) text += " " + count_text(failed - 1, "more check") + " failed.";
  return text;
}

Json describe_uploads(const byoca::DeskReport& report, const byoca::Pile& pile, const Numbers& numbers) {
  Json list = Json::array();
  for (const byoca::UploadFile& file : byoca::upload_files(report.parts, pile)) {
    const x509::CertificatePtr& certificate = pile.certificates[file.certificate].certificate;
    Json out;
    out["box"] = byoca::upload_box_name(file.box);
    out["name"] = file.name;
    out["certificate"] = numbers.of(certificate);
    out["media_type"] = "application/pkix-cert";
    out["data"] = to_base64(as_bytes(asn1::write_pem("CERTIFICATE", certificate->der())));
    list.push_back(std::move(out));
  }
  return list;
}

Result<Json> check_byoca(ObjectReader& params) {
  PKI_TRY(const Value at_value, params.required("at"));
  byoca::DeskInput input;
  PKI_TRY(input.at, read_time(at_value));
  PKI_TRY(const Value files_value, params.required("files"));
  PKI_TRY(ByocaFiles files, read_byoca_files(files_value));
  if (const std::optional<Value> purposes = params.optional("purposes")) {
    PKI_TRY(input.purposes, read_oids(*purposes));
  }
  input.pile = std::move(files.pile);
  const byoca::DeskReport report = byoca::examine(input);
  const Numbers numbers(input.pile);

  constexpr std::string_view kStages[] = {"nothing", "request", "answered"};
  const byoca::DeskFinding* worst = byoca::headline(report);
  Json rows = Json::array();
  for (const byoca::DeskRow& row : report.rows) rows.push_back(describe_row(row, numbers));
  Json commands = Json::array();
  for (const byoca::CommandBlock& block : byoca::signing_commands(input, report)) {
    Json out;
    out["title"] = block.title;
    out["text"] = block.text;
    commands.push_back(std::move(out));
  }
  Json others = Json::array();
  for (const OtherObject& other : files.others) {
    Json out;
    out["file"] = printable(other.file);
    out["kind"] = other.kind;
    others.push_back(std::move(out));
  }
  Json chain = Json::array();
  for (const std::size_t index : report.parts.chain)
    chain.push_back(numbers.of(input.pile.certificates[index].certificate));

  Json out;
  out["stage"] = kStages[static_cast<std::size_t>(report.stage)];
  out["ready"] = report.ready;
  out["sentence"] = sentence_of(report);
  out["headline"] = worst == nullptr ? Json(nullptr) : describe(worst->finding);
  out["request"] = describe_request_part(report.parts);
  out["answer"] =
      report.parts.answer ? numbers.of(input.pile.certificates[*report.parts.answer].certificate) : Json(nullptr);
  out["chain"] = std::move(chain);
  out["certificates"] = describe_certificates(input.pile, report.parts, numbers);
  out["rows"] = std::move(rows);
  out["uploads"] = describe_uploads(report, input.pile, numbers);
  out["commands"] = std::move(commands);
  out["others"] = std::move(others);
  out["findings"] = describe(files.findings);
  return out;
}

constexpr ParamRow kRows[] = {
    {"files", "[Source]", Presence::Required,
     "The request, the certificate that came back, its chain: any of them, in any form and order"},
    {"at", "Time", Presence::Required, "The time for which validity is judged"},
    {"purposes", "[text]", Presence::Optional,
     "Key purposes that SCEP profiles are to issue for, such as clientAuth; otherwise not judged"},
};
constexpr std::span<const ParamRow> kParams[] = {kRows};

constexpr Method kMethods[] = {
    {"byoca.check",
     "Judges a request of a BYOCA issuing CA, the certificate that answers it and its chain, before they are uploaded",
     kParams, check_byoca},
};

}  // namespace

std::span<const Method> byoca_methods() { return kMethods; }

}  // namespace pki::api
