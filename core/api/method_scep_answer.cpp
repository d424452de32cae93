// scep.answer, scep.ca, scep.ca.open: the server's side of SCEP.

#include "api/describe_certificate.h"
#include "api/describe_finding.h"
#include "api/describe_scep.h"
#include "api/issue_params.h"
#include "api/issue_rows.h"
#include "api/keys.h"
#include "api/message_source.h"
#include "api/params.h"
#include "api/sources.h"
#include "asn1/oid_registry.h"
#include "base/encoding.h"
#include "ca/request_signing.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;

// --- scep.answer -----------------------------------------------------------------------------------------------------

/// What a server shall say, whatever comes in.
struct Decision {
  std::optional<scep::FailInfo> refuse;
  bool pending = false;
  std::string explanation;
  /// The request that a CertPoll asks about.
  x509::RequestPtr kept;
};

Result<Decision> read_decision(ObjectReader& params) {
  constexpr std::string_view kWays[] = {"refuse", "pending"};
  PKI_CHECK(at_most_one(params, kWays));
  Decision decision;
  if (const std::optional<Value> value = params.optional("refuse")) {
    PKI_TRY(const std::string_view text, json::read_text(*value));
    decision.refuse = scep::fail_info_from_name(text);
    if (!decision.refuse.has_value()) {
      return value->wrong_value("one of: badAlg, badMessageCheck, badRequest, badTime, badCertId");
    }
  }
  if (const std::optional<Value> value = params.optional("pending")) {
    PKI_TRY(decision.pending, json::read_bool(*value));
  }
  if (const std::optional<Value> value = params.optional("explanation")) {
    PKI_TRY(const std::string_view text, json::read_text(*value));
    constexpr std::size_t kLongest = 1000;
    if (text.size() > kLongest) return value->wrong_value("up to 1000 octets of text");
    decision.explanation = text;
  }
  if (const std::optional<Value> value = params.optional("csr")) {
    PKI_TRY(decision.kept, read_request(*value));
  }
  return decision;
}

/// Who opens requests and signs replies: the CA itself, or its registration authority.
Result<std::optional<Issuer>> read_registration_authority(ObjectReader& params) {
  const std::optional<Value> value = params.optional("ra");
  if (!value.has_value()) return std::optional<Issuer>();
  PKI_TRY(ObjectReader object, ObjectReader::open(*value));
  PKI_TRY(const Value certificate_value, object.required("certificate"));
  PKI_TRY(const Value key_value, object.required("key"));
  PKI_CHECK(object.finish());
  PKI_TRY(x509::CertificatePtr certificate, read_certificate(certificate_value));
  PKI_TRY(crypto::PrivateKey key, read_key(key_value));
  return std::optional<Issuer>(Issuer{std::move(certificate), std::move(key)});
}

/// The certificate for the request inside, with what `csr.review` suggests for each extension.
Result<ca::SignedRequest> issue_for(const x509::Request& request, ca::IssueInput& input, const Issuer& issuer) {
  PKI_TRY(const ca::RequestReview review, ca::review_request(request, input, issuer.certificate.get()));
  const ca::RequestChoices choices{.subject = ca::SubjectChoice::TakeFromRequest,
                                   .extensions = ca::suggested_choices(review)};
  return ca::sign_request(request, input, choices, {issuer.key, issuer.certificate.get()});
}

scep::ReplyInput refusal(scep::FailInfo info, std::string explanation) {
  scep::ReplyInput reply;
  reply.status = scep::PkiStatus::Failure;
  reply.fail_info = info;
  reply.explanation = std::move(explanation);
  return reply;
}

/// The refusal of a request that a check failed.
scep::ReplyInput refusal_of(const scep::OpenedRequest& opened, const std::string& explanation) {
  const scep::CheckRow* failed = scep::first_failure(opened.checks);
  return refusal(opened.fail_info(), explanation.empty() ? render_summary(failed->findings.front()) : explanation);
}

/// What is answered, and the certificate that was issued for it.
struct Answer {
  scep::ReplyInput reply;
  x509::CertificatePtr issued;
  Findings findings;
};

/// What a request that came in, or that a CertPoll asks about, is answered. `request` is null where there is none.
Result<Answer> grant(const x509::Request* request, ca::IssueInput& input, const Issuer& issuer) {
  Answer answer;
  if (request == nullptr) {
    // The core keeps no state between calls, and so no requests.
    answer.reply = refusal(scep::FailInfo::BadCertId, "No request of this transaction is kept here");
    return answer;
  }
  auto issued = issue_for(*request, input, issuer);
  if (!issued.ok()) {
    answer.reply = refusal(scep::FailInfo::BadRequest, render_summary(issued.error()));
    answer.findings.push_back(std::move(issued).error());
    return answer;
  }
  answer.findings = std::move(issued->findings);
  answer.reply.certificates = {issued->der, to_vector(issuer.certificate->der())};
  PKI_TRY(answer.issued, x509::Certificate::parse(std::move(issued->der)));
  return answer;
}

/// The request that a message is about: what is inside, or of a CertPoll the one that is kept.
const x509::Request* request_of(const scep::OpenedRequest& opened, const Decision& decision) {
  if (opened.request != nullptr) return opened.request.get();
  return opened.poll ? decision.kept.get() : nullptr;
}

Result<Answer> decide(const scep::OpenedRequest& opened, const Decision& decision, ca::IssueInput& input,
                      const Issuer& issuer) {
  Answer answer;
  if (decision.refuse.has_value()) {
    answer.reply = refusal(*decision.refuse, decision.explanation);
    return answer;
  }
  if (!opened.acceptable()) {
    answer.reply = refusal_of(opened, decision.explanation);
    return answer;
  }
  if (decision.pending) {
    answer.reply.status = scep::PkiStatus::Pending;
    return answer;
  }
  return grant(request_of(opened, decision), input, issuer);
}

Result<Json> answer(ObjectReader& params) {
  PKI_TRY(ca::IssueInput input, read_issue_input(params, "tls-client"));
  PKI_TRY(const Value value, params.required("message"));
  PKI_TRY(ByteVector message, read_message(value));
  PKI_TRY(const Issuer issuer, read_issuer(params));
  PKI_TRY(input.algorithm, read_algorithm(params, issuer.key));
  PKI_TRY(const std::optional<Issuer> authority, read_registration_authority(params));
  PKI_TRY(const Decision decision, read_decision(params));
  const Issuer& desk = authority.has_value() ? *authority : issuer;
  scep::AuthorityInput known{.key = &desk.key,
                             .certificate = desk.certificate.get(),
                             .issuers = {issuer.certificate},
                             .now = input.validity.now};
  if (const std::optional<Value> challenge = params.optional("challenge")) {
    PKI_TRY(const std::string_view text, json::read_text(*challenge));
    known.challenge = std::string(text);
  }
  auto opened = scep::open_request_message(std::move(message), known);
  if (!opened.ok()) return value.at(std::move(opened).error());
  PKI_TRY(const Answer decided, decide(*opened, decision, input, issuer));
  PKI_TRY(const scep::MadeReply reply, scep::make_reply(opened->message, decided.reply, {desk.key, *desk.certificate}));
  const bool failed = decided.reply.status == scep::PkiStatus::Failure;
  Json out;
  out["reply"] = to_base64(reply.der);
  out["media_type"] = "application/x-pki-message";
  out["status"] = scep::pki_status_name(decided.reply.status);
  out["fail_info"] = failed ? Json(scep::fail_info_name(decided.reply.fail_info)) : Json(nullptr);
  out["explanation"] = failed ? Json(decided.reply.explanation) : Json(nullptr);
  out["certificate"] = decided.issued != nullptr ? describe(*decided.issued, input.validity.now) : Json(nullptr);
  out["request"] = describe(*opened, input.validity.now);
  out["findings"] = describe(decided.findings);
  return out;
}

// --- scep.ca, scep.ca.open -------------------------------------------------------------------------------------------

Result<std::vector<scep::Capability>> read_keywords(const Value& value) {
  PKI_TRY(const std::vector<Value> elements, json::read_list(value));
  std::vector<scep::Capability> capabilities;
  for (const Value& element : elements) {
    PKI_TRY(const std::string_view text, json::read_text(element));
    const std::optional<scep::Capability> capability = scep::capability_from_keyword(text);
    if (!capability.has_value()) return element.wrong_value("a keyword of RFC 8894 3.5.2, such as POSTPKIOperation");
    capabilities.push_back(*capability);
  }
  return capabilities;
}

Result<Json> make_answers(ObjectReader& params) {
  PKI_TRY(const Value certificates, params.required("certificates"));
  PKI_TRY(const CertificateList list, read_certificates(certificates));
  std::vector<scep::Capability> capabilities(scep::own_capabilities().begin(), scep::own_capabilities().end());
  if (const std::optional<Value> keywords = params.optional("capabilities")) {
    PKI_TRY(capabilities, read_keywords(*keywords));
  }
  PKI_TRY(const std::optional<Time> now, read_optional_time(params, "now"));
  const std::string text = scep::write_capabilities(capabilities);
  const scep::CaAnswer made = scep::make_ca_answer(list.certificates);
  PKI_TRY(const scep::CaCertificates read, scep::read_ca_certificates(made.octets));
  Json out;
  out["capabilities"] = describe(scep::read_capabilities(text), text);
  out["certificates"] = describe(read, now);
  out["certificates"]["data"] = to_base64(made.octets);
  out["findings"] = describe(list.findings);
  return out;
}

Result<Json> open_answers(ObjectReader& params) {
  PKI_TRY(const std::optional<Time> now, read_optional_time(params, "now"));
  Json out;
  out["capabilities"] = nullptr;
  out["certificates"] = nullptr;
  const std::optional<Value> capabilities = params.optional("capabilities");
  if (capabilities.has_value()) {
    PKI_TRY(const std::string_view text, json::read_text(*capabilities));
    out["capabilities"] = describe(scep::read_capabilities(text), text);
  }
  if (capabilities.has_value() && !params.optional("certificates").has_value()) return out;
  PKI_TRY(const Value certificates, params.required("certificates"));
  PKI_TRY(ByteVector octets, read_der(certificates));
  PKI_CHECK(check_size(octets));
  auto answer = scep::read_ca_certificates(std::move(octets));
  if (!answer.ok()) return certificates.at(std::move(answer).error());
  out["certificates"] = describe(*answer, now);
  return out;
}

// --- The table -------------------------------------------------------------------------------------------------------

constexpr ParamRow kAnswerRows[] = {
    {"message", "Source", Presence::Required, "The request"},
    {"issuer", "{certificate: Source, key: Key}", Presence::Required, "The CA that issues"},
    {"now", "Time", Presence::Required, "The time of issuing"},
    {"ra", "{certificate: Source, key: Key}", Presence::Optional,
     "The registration authority that opens requests and signs replies; otherwise the CA itself"},
    {"challenge", "text", Presence::Optional, "The challenge password that a request must have"},
    {"refuse", "text", Presence::Optional,
     "Refuses whatever is asked: badAlg, badMessageCheck, badRequest, badTime or badCertId"},
    {"pending", "true/false", Presence::Optional, "Leaves the request to be approved by hand"},
    {"explanation", "text", Presence::Optional, "Why it is refused, in words for people"},
    {"csr", "Source", Presence::Optional, "The certification request that a CertPoll asks about; the core keeps none"},
    {"profile", "text", Presence::Optional, "What kind of certificate is issued; otherwise tls-client"},
    {"san", "[SAN]", Presence::Optional, "Subject alternative names for the profile's side"},
};
constexpr ParamRow kCaRows[] = {
    {"certificates", "[Source]", Presence::Required,
     "The CA's certificate; with others of its chain, or its registration authority's, where there are any"},
    {"capabilities", "[text]", Presence::Optional, "Keywords such as Renewal; otherwise what the workbench can do"},
    {"now", "Time", Presence::Optional, "The time for which validity is told"},
};
constexpr ParamRow kCaOpenRows[] = {
    {"capabilities", "text", Presence::Optional, "What GetCACaps gave"},
    {"certificates", "Source", Presence::Optional, "What GetCACert gave"},
    {"now", "Time", Presence::Optional, "The time for which validity is told"},
};

constexpr std::span<const ParamRow> kAnswerParams[] = {kAnswerRows, kExtensionRows, kSigningRows};
constexpr std::span<const ParamRow> kCaParams[] = {kCaRows};
constexpr std::span<const ParamRow> kCaOpenParams[] = {kCaOpenRows};

constexpr Method kMethods[] = {
    {"scep.answer", "Checks a SCEP request as a registration authority, issues what it asks for, and makes the reply",
     kAnswerParams, answer},
    {"scep.ca", "Makes a SCEP server's answers to GetCACaps and GetCACert", kCaParams, make_answers},
    {"scep.ca.open", "Reads a SCEP server's answers to GetCACaps and GetCACert", kCaOpenParams, open_answers},
};

}  // namespace

std::span<const Method> scep_answer_methods() { return kMethods; }

}  // namespace pki::api
