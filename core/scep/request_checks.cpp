// What the registration authority checks of a request: open_request_message.

#include "asn1/message_oids.h"
#include "asn1/oid_registry.h"
#include "base/encoding.h"
#include "base/text.h"
#include "cms/envelope.h"
#include "scep/request.h"
#include "scep/rules.h"
#include "x509/object_reader.h"

namespace pki::scep {
namespace {

namespace oids = asn1::oids;

/// A request on its way through the checks.
class Desk {
 public:
  Desk(OpenedRequest& opened, const AuthorityInput& authority) : opened_(opened), authority_(authority) {}

  void run() {
    add(row_of(checks::kSignature, check_signature(message())));
    add(row_of(checks::kAlgorithms, find_weak_algorithms(message())));
    add(message_type());
    add(transaction_id());
    add(sender_nonce());
    add(envelope());
    add(content());
    add(proof());
    add(requester());
    add(challenge());
    add(renewal());
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

  bool carries_request() const {
    return attributes().type == MessageType::PkcsReq || attributes().type == MessageType::RenewalReq;
  }

  CheckRow message_type() const {
    const Check& check = checks::kMessageType;
    const auto& text = attributes().type_text;
    if (!text) return row_of(check, Findings{missing(oids::kScepMessageType)});
    const auto type = attributes().type;
    if (!type)
      return row_of(check, Findings{{&rules::kTypeUnknown, {attributes_range()}, {{"value", printable(*text)}}}});
    const std::string note(message_type_name(*type));
    if (carries_request() || type == MessageType::CertPoll) return row_of(check, Findings(), note);
    return row_of(check, Findings{{&rules::kTypeUnexpected,
                                   {attributes_range()},
                                   {{"found", note}, {"expected", "PKCSReq, RenewalReq or CertPoll"}}}});
  }

  CheckRow transaction_id() const {
    const auto& id = attributes().transaction_id;
    if (!id) return row_of(checks::kTransactionId, Findings{missing(oids::kScepTransactionId)});
    Findings findings;
    if (id->empty()) findings.push_back({&rules::kTransactionEmpty, {attributes_range()}, {}});
    return row_of(checks::kTransactionId, std::move(findings), printable(*id));
  }

  CheckRow sender_nonce() const {
    const auto& nonce = attributes().sender_nonce;
    if (!nonce) return row_of(checks::kSenderNonce, Findings{missing(oids::kScepSenderNonce)});
    Findings findings;
    if (nonce->size() != kNonceSize) {
      findings.push_back(
          {&rules::kNonceLength,
           {.range = message().signed_data->range(*nonce), .field = "signedAttrs"},
           {{"attribute", asn1::oid_name(oids::kScepSenderNonce)}, {"octets", std::to_string(nonce->size())}}});
    }
    return row_of(checks::kSenderNonce, std::move(findings), to_hex(nonce->first(std::min(nonce->size(), kNonceSize))));
  }

  CheckRow envelope() {
    const Check& check = checks::kEnvelope;
    if (message().envelope == nullptr) {
      return row_of(check, Findings{{&rules::kEnvelopeMissing, {}, {}}});
    }
    if (authority_.key == nullptr) return not_judged(check, "no key to open it with");
    auto content = cms::open_envelope(*message().envelope, *authority_.key, authority_.certificate);
    if (!content.ok()) return row_of(check, Findings{content.error()});
    opened_.content = to_vector(content->view());
    return row_of(check, Findings(), std::to_string(opened_.content->size()) + " octets inside");
  }

  CheckRow content() {
    const Check& check = checks::kRequest;
    if (!opened_.content) return not_judged(check, "the envelope is not open");
    if (attributes().type == MessageType::CertPoll) return poll_content();
    if (!carries_request()) return not_judged(check, "a message of this type holds none");
    auto request = x509::Request::parse(*opened_.content);
    if (!request.ok()) {
      return row_of(check, Findings{{&rules::kContentRequest, {}, {{"reason", render_summary(request.error())}}}});
    }
    opened_.request = *std::move(request);
    return row_of(check, Findings(), subject_text(opened_.request->subject()));
  }

  CheckRow poll_content() {
    const auto read = read_issuer_and_subject();
    if (!read.ok()) {
      return row_of(checks::kRequest, Findings{{&rules::kContentPoll, {}, {{"reason", render_summary(read.error())}}}});
    }
    opened_.poll = *read;
    return row_of(checks::kRequest, Findings(), subject_text(read->subject));
  }

  Result<IssuerAndSubject> read_issuer_and_subject() const {
    asn1::Context context(*opened_.content);
    PKI_TRY(const asn1::Element sequence,
            asn1::read_single(*opened_.content, asn1::tags::kSequence, "IssuerAndSubject", context));
    asn1::Reader reader(sequence.value, context);
    PKI_TRY(x509::NameField issuer, x509::take_name(reader, "issuer"));
    PKI_TRY(x509::NameField subject, x509::take_name(reader, "subject"));
    PKI_CHECK(reader.finish("IssuerAndSubject"));
    return IssuerAndSubject{std::move(issuer.name), std::move(subject.name)};
  }

  static std::string subject_text(const x509::Name& name) { return name.empty() ? "(empty)" : x509::to_rfc4514(name); }

  CheckRow proof() const {
    if (opened_.request == nullptr) return not_judged(checks::kProof, "there is no request to look at");
    return row_of(checks::kProof, x509::verify_proof_of_possession(*opened_.request));
  }

  bool is_self_signed() const {
    return message().signer_certificate != nullptr && x509::is_self_signed(*message().signer_certificate);
  }

  CheckRow requester() const {
    const Check& check = checks::kRequester;
    if (opened_.request == nullptr || message().signer_certificate == nullptr) {
      return not_judged(check, "there is no request, or no certificate, to look at");
    }
    if (!is_self_signed()) return not_judged(check, "the message is signed with a certificate of a CA");
    const x509::Certificate& signer = *message().signer_certificate;
    Findings findings;
    if (!equal(signer.public_key().whole, opened_.request->public_key().whole)) {
      findings.push_back({&rules::kKeyDiffers, {}, {}});
    }
    if (!x509::names_match(signer.subject(), opened_.request->subject())) {
      findings.push_back({&rules::kSubjectDiffers, {}, {}});
    }
    return row_of(check, std::move(findings));
  }

  CheckRow challenge() const {
    const Check& check = checks::kChallenge;
    if (opened_.request == nullptr) return not_judged(check, "there is no request to look at");
    const auto& found = opened_.request->challenge_password();
    if (authority_.challenge) {
      if (!found) return row_of(check, Findings{{&rules::kChallengeMissing, {}, {}}});
      if (*found != *authority_.challenge) return row_of(check, Findings{{&rules::kChallengeDiffers, {}, {}}});
      return row_of(check, Findings(), "the one that is expected");
    }
    if (found) return row_of(check, Findings(), "there is one; whoever issues judges it");
    if (attributes().type == MessageType::RenewalReq) {
      return not_judged(check, "a renewal is authenticated by the current certificate");
    }
    return row_of(check, Findings{{&rules::kChallengeAbsent, {}, {}}});
  }

  CheckRow renewal() const {
    const Check& check = checks::kRenewal;
    if (attributes().type != MessageType::RenewalReq) return not_judged(check, "this is no renewal");
    if (message().signer_certificate == nullptr) return not_judged(check, "there is no certificate to look at");
    const x509::Certificate& signer = *message().signer_certificate;
    if (is_self_signed()) return row_of(check, Findings{{&rules::kRenewalSelfSigned, {}, {}}});
    Findings findings;
    if (!authority_.issuers.empty() && !is_issued_here(signer)) findings.push_back({&rules::kRenewalIssuer, {}, {}});
    if (auto outdated = check_validity(signer)) findings.push_back(*std::move(outdated));
    if (findings.empty() && authority_.issuers.empty())
      return not_judged(check, "no CA is given that may have issued it");
    return row_of(check, std::move(findings), subject_text(signer.subject()));
  }

  bool is_issued_here(const x509::Certificate& certificate) const {
    for (const x509::CertificatePtr& issuer : authority_.issuers) {
      if (x509::names_match(certificate.issuer(), issuer->subject()) &&
          x509::verify_signed_by(certificate, issuer->public_key()).ok()) {
        return true;
      }
    }
    return false;
  }

  std::optional<Finding> check_validity(const x509::Certificate& certificate) const {
    const auto& from = certificate.not_before();
    const auto& to = certificate.not_after();
    const bool valid = from && to && from->time <= authority_.now && authority_.now <= to->time;
    if (valid) return std::nullopt;
    return Finding{&rules::kRenewalValidity,
                   {},
                   {{"not_before", from ? to_iso8601(from->time) : "an unreadable time"},
                    {"not_after", to ? to_iso8601(to->time) : "an unreadable time"},
                    {"now", to_iso8601(authority_.now)}}};
  }

  OpenedRequest& opened_;
  const AuthorityInput& authority_;
};

}  // namespace

FailInfo OpenedRequest::fail_info() const {
  const CheckRow* failed = first_failure(checks);
  return failed == nullptr ? FailInfo::BadRequest : failed->check->fail_info;
}

Result<OpenedRequest> open_request_message(ByteVector message, const AuthorityInput& authority) {
  OpenedRequest opened;
  PKI_TRY(opened.message, read_message(std::move(message)));
  Desk(opened, authority).run();
  return opened;
}

}  // namespace pki::scep
