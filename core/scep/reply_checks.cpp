// What the device checks of a reply: open_reply.

#include "asn1/message_oids.h"
#include "asn1/oid_registry.h"
#include "base/encoding.h"
#include "base/text.h"
#include "cms/envelope.h"
#include "scep/reply.h"
#include "scep/rules.h"

namespace pki::scep {
namespace {

namespace oids = asn1::oids;

/// A reply on its way through the checks.
class Device {
 public:
  Device(OpenedReply& opened, const ReplyExpectation& expected) : opened_(opened), expected_(expected) {}

  void run() {
    add(signature());
    add(row_of(checks::kReplyAlgorithms, find_weak_algorithms(message())));
    add(message_type());
    add(transaction_id());
    add(recipient_nonce());
    add(status());
    add(envelope());
    add(certificates());
    add(issued());
  }

 private:
  const Message& message() const { return opened_.message; }
  const MessageAttributes& attributes() const { return opened_.message.attributes; }
  void add(CheckRow row) { opened_.checks.push_back(std::move(row)); }

  std::optional<ByteRange> attributes_range() const {
    if (message().signer == nullptr) return std::nullopt;
    return message().signed_data->range(message().signer->signed_attributes_whole);
  }

  Finding missing(asn1::Oid attribute) const {
    return {&rules::kAttributeMissing,
            {.range = attributes_range(), .field = "signedAttrs"},
            {{"attribute", asn1::oid_name(attribute)}}};
  }

  /// True if the certificate is one of the authorities', or one that one of them signed.
  bool is_of_authorities(const x509::Certificate& certificate) const {
    for (const x509::CertificatePtr& authority : expected_.authorities) {
      if (equal(authority->fingerprint(), certificate.fingerprint())) return true;
    }
    return is_issued_by_authorities(certificate);
  }

  bool is_issued_by_authorities(const x509::Certificate& certificate) const {
    for (const x509::CertificatePtr& authority : expected_.authorities) {
      const auto& constraints = authority->extensions().basic_constraints;
      const bool is_ca = constraints && constraints->ca;
      if (is_ca && x509::names_match(certificate.issuer(), authority->subject()) &&
          x509::verify_signed_by(certificate, authority->public_key()).ok()) {
        return true;
      }
    }
    return false;
  }

  CheckRow signature() const {
    const Check& check = checks::kReplySignature;
    Status status = check_signature(message(), expected_.authorities);
    if (!status.ok()) return row_of(check, status);
    const x509::CertificatePtr signer = find_signer(message(), expected_.authorities);
    const std::string name = subject_text(*signer);
    if (expected_.authorities.empty()) return row_of(check, Findings(), name + "; whether it is the CA is not judged");
    if (is_of_authorities(*signer)) return row_of(check, Findings(), name);
    return row_of(check, Findings{{&rules::kReplySigner, {}, {{"signer", name}}}});
  }

  CheckRow message_type() const {
    const Check& check = checks::kReplyType;
    const auto& text = attributes().type_text;
    if (!text) return row_of(check, Findings{missing(oids::kScepMessageType)});
    const auto type = attributes().type;
    if (!type)
      return row_of(check, Findings{{&rules::kTypeUnknown, {attributes_range()}, {{"value", printable(*text)}}}});
    const std::string note(message_type_name(*type));
    if (type == MessageType::CertRep) return row_of(check, Findings(), note);
    return row_of(
        check, Findings{{&rules::kTypeUnexpected, {attributes_range()}, {{"found", note}, {"expected", "CertRep"}}}});
  }

  CheckRow transaction_id() const {
    const Check& check = checks::kReplyTransaction;
    const auto& id = attributes().transaction_id;
    if (!id) return row_of(check, Findings{missing(oids::kScepTransactionId)});
    if (!expected_.transaction_id) return not_judged(check, printable(*id) + "; that of the request is not given");
    if (*id == *expected_.transaction_id) return row_of(check, Findings(), printable(*id));
    return row_of(check, Findings{{&rules::kTransactionDiffers,
                                   {attributes_range()},
                                   {{"found", printable(*id)}, {"expected", printable(*expected_.transaction_id)}}}});
  }

  CheckRow recipient_nonce() const {
    const Check& check = checks::kRecipientNonce;
    const auto& nonce = attributes().recipient_nonce;
    if (!nonce) return row_of(check, Findings{missing(oids::kScepRecipientNonce)});
    if (!expected_.sender_nonce) return not_judged(check, "the nonce of the request is not given");
    if (equal(*nonce, *expected_.sender_nonce)) return row_of(check, Findings(), to_hex(*nonce));
    return row_of(
        check,
        Findings{{&rules::kNonceDiffers, {.range = message().signed_data->range(*nonce), .field = "signedAttrs"}, {}}});
  }

  Finding refusal() const {
    const auto& info = attributes().fail_info;
    const std::string name = info ? std::string(fail_info_name(*info)) + ", " + std::string(fail_info_meaning(*info))
                                  : "without a reason that is known";
    const auto& words = attributes().explanation;
    return {&rules::kStatusFailure,
            {attributes_range()},
            {{"fail_info", name}, {"text", words ? " (\"" + printable(*words) + "\")" : ""}}};
  }

  CheckRow status() const {
    const Check& check = checks::kStatus;
    const auto& text = attributes().status_text;
    if (!text) return row_of(check, Findings{missing(oids::kScepPkiStatus)});
    const auto status = attributes().status;
    if (!status) {
      return row_of(check, Findings{{&rules::kStatusUnknown, {attributes_range()}, {{"value", printable(*text)}}}});
    }
    Findings findings;
    if (status == PkiStatus::Failure) findings.push_back(refusal());
    if (status == PkiStatus::Failure && !attributes().fail_info_text) findings.push_back(missing(oids::kScepFailInfo));
    if (status == PkiStatus::Pending) findings.push_back({&rules::kStatusPending, {attributes_range()}, {}});
    return row_of(check, std::move(findings), std::string(pki_status_name(*status)));
  }

  CheckRow envelope() {
    const Check& check = checks::kReplyEnvelope;
    if (attributes().status != PkiStatus::Success) return not_judged(check, "nothing was granted");
    if (message().envelope == nullptr) return row_of(check, Findings{{&rules::kEnvelopeMissing, {}, {}}});
    if (expected_.key == nullptr) return not_judged(check, "no key to open it with");
    auto content = cms::open_envelope(*message().envelope, *expected_.key, expected_.certificate);
    if (!content.ok()) return row_of(check, Findings{content.error()});
    opened_.content = to_vector(content->view());
    return row_of(check, Findings(), std::to_string(opened_.content->size()) + " octets inside");
  }

  CheckRow certificates() {
    const Check& check = checks::kCertificates;
    if (!opened_.content) return not_judged(check, "the envelope is not open");
    auto bundle = cms::SignedData::parse(*opened_.content);
    if (!bundle.ok()) {
      return row_of(check, Findings{{&rules::kContentCertificates, {}, {{"reason", render_summary(bundle.error())}}}});
    }
    opened_.bundle = *std::move(bundle);
    Findings findings;
    for (const asn1::Element& element : opened_.bundle->outline().certificates) {
      auto certificate = x509::Certificate::parse(to_vector(element.whole));
      if (certificate.ok()) {
        opened_.certificates.push_back(*std::move(certificate));
      } else {
        Finding finding = std::move(certificate).error();
        finding.where.range = opened_.bundle->range(element.whole);
        findings.push_back(std::move(finding));
      }
    }
    const std::size_t count = opened_.certificates.size();
    return row_of(check, std::move(findings), std::to_string(count) + (count == 1 ? " certificate" : " certificates"));
  }

  CheckRow issued() {
    const Check& check = checks::kIssued;
    if (opened_.bundle == nullptr) return not_judged(check, "there are no certificates to look at");
    const ByteVector wanted = !expected_.requested_key.empty() || expected_.key == nullptr
                                  ? expected_.requested_key
                                  : expected_.key->public_key_der();
    for (const x509::CertificatePtr& certificate : opened_.certificates) {
      if (opened_.issued == nullptr && equal(certificate->public_key().whole, wanted)) opened_.issued = certificate;
    }
    if (opened_.issued == nullptr) {
      return row_of(
          check, Findings{{&rules::kReplyNoCertificate, {}, {{"count", std::to_string(opened_.certificates.size())}}}});
    }
    Findings findings;
    if (!expected_.authorities.empty() && !is_issued_by_authorities(*opened_.issued)) {
      findings.push_back({&rules::kReplyIssuer, {}, {}});
    }
    return row_of(check, std::move(findings), subject_text(*opened_.issued));
  }

  static std::string subject_text(const x509::Certificate& certificate) {
    return certificate.subject().empty() ? "(empty)" : x509::to_rfc4514(certificate.subject());
  }

  OpenedReply& opened_;
  const ReplyExpectation& expected_;
};

}  // namespace

Result<OpenedReply> open_reply(ByteVector message, const ReplyExpectation& expected) {
  OpenedReply opened;
  PKI_TRY(opened.message, read_message(std::move(message)));
  Device(opened, expected).run();
  return opened;
}

}  // namespace pki::scep
