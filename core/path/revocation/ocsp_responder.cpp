#include "path/revocation/ocsp_responder.h"

#include <algorithm>
#include <vector>

#include "path/checks/basic.h"
#include "path/checks/critical_extensions.h"
#include "path/checks/encoding.h"
#include "path/checks/issuer.h"
#include "path/checks/key_purpose.h"
#include "path/checks/strength.h"
#include "path/describe.h"
#include "path/revocation/ocsp_rules.h"

namespace pki::path {
namespace {

// What a delegate's certificate is asked, besides its issuer's signature and its extended key usage.
constexpr Judgement (*kDelegateChecks[])(const Subject&) = {
    checks::judge_encoding, checks::judge_version,   checks::judge_algorithm,
    checks::judge_validity, checks::judge_key_usage, checks::judge_critical_extensions,
    checks::judge_strength,
};

// ResponderID (RFC 6960 4.2.2.3): the name, or the SHA-1 of the key.
bool is_named(const x509::OcspResponse& response, const x509::Name& name, const crypto::PublicKey& key) {
  if (response.responder_name()) return x509::names_match(*response.responder_name(), name);
  return equal(response.responder_key_hash(), crypto::digest(crypto::HashAlgorithm::Sha1, key.key_bits));
}

// How far a candidate got: of several the reason of the one that got furthest is told.
enum class Progress : std::uint8_t { None, Signature, Issuer, Purpose, Fault };

class Search {
 public:
  Search(const OcspRecord& record, const OcspIssuer& issuer)
      : record_(record), response_(*record.response), issuer_(issuer) {}

  OcspResponder run() {
    if (is_named(response_, issuer_.name, issuer_.key) && signed_by(issuer_.key, responder_text(response_))) return {};
    std::size_t tried = 0;
    for (const x509::CertificatePtr& candidate : response_.certificates()) {
      if (!is_named(response_, candidate->subject(), candidate->public_key())) continue;
      if (++tried > kMostOcspDelegates) {
        note(Progress::Fault, finding(rules::kOcspResponderLimit, {{"limit", std::to_string(kMostOcspDelegates)}}));
        break;
      }
      if (may_answer(*candidate)) return {.delegate = candidate};
    }
    if (!fault_) fault_ = finding(rules::kOcspResponderUnknown);
    return {.fault = std::move(fault_)};
  }

 private:
  Finding finding(const Rule& rule, std::vector<Param> params = {}) const {
    params.push_back({"responder", responder_text(response_)});
    return finding_about(rule, record_, response_.responder(), std::move(params));
  }

  void note(Progress progress, Finding fault) {
    if (fault_ && progress <= progress_) return;
    progress_ = progress;
    fault_ = std::move(fault);
  }

  bool signed_by(const crypto::PublicKey& key, const std::string& who) {
    switch (issuer_.signatures.check(response_, key)) {
      case SignatureFit::Fits:
        return true;
      case SignatureFit::DoesNotFit:
        note(Progress::Signature,
             finding_about(rules::kOcspSignature, record_, response_.signature().octets, {{"responder", who}}));
        break;
      case SignatureFit::Unsupported:
        note(Progress::Signature,
             finding(rules::kOcspSignatureUnsupported,
                     {{"algorithm",
                       crypto::signature_algorithm_name(response_.signature_algorithm(), response_.algorithm())}}));
        break;
      case SignatureFit::NotChecked:
        note(Progress::Signature, finding(rules::kOcspSignatureUnchecked));
        break;
    }
    return false;
  }

  // Issued directly by the CA, and with the same key.
  bool issued_by_ca(const x509::Certificate& candidate) {
    const bool names_ca = x509::names_match(candidate.issuer(), issuer_.name);
    const SignatureFit fit = names_ca ? issuer_.signatures.check(candidate, issuer_.key) : SignatureFit::DoesNotFit;
    if (fit == SignatureFit::Fits) return true;
    const bool checked = fit != SignatureFit::NotChecked;
    note(Progress::Issuer, finding(checked ? rules::kOcspResponderNotIssued : rules::kOcspSignatureUnchecked));
    return false;
  }

  // RFC 6960 4.2.2.2: id-kp-OCSPSigning must be named; anyExtendedKeyUsage does not do.
  bool may_sign(const Subject& subject) {
    if (checks::judge_extended_key_usage(subject).outcome == Outcome::Pass) return true;
    note(Progress::Purpose, finding(rules::kOcspResponderPurpose));
    return false;
  }

  bool is_sound(const Subject& subject) {
    for (const auto check : kDelegateChecks) {
      const Judgement judgement = check(subject);
      if (judgement.outcome != Outcome::Fail) continue;
      const Finding& why = judgement.findings.front();
      note(Progress::Fault,
           finding(rules::kOcspResponderFault, {{"rule", std::string(why.id())}, {"detail", render_summary(why)}}));
      return false;
    }
    return true;
  }

  bool may_answer(const x509::Certificate& candidate) {
    CheckOptions options = issuer_.options;
    options.purpose = Purpose::OcspSigning;
    const Subject subject{candidate, Role::Target, options};
    return signed_by(candidate.public_key(), title(candidate)) && issued_by_ca(candidate) && may_sign(subject) &&
           is_sound(subject);
  }

  const OcspRecord& record_;
  const x509::OcspResponse& response_;
  const OcspIssuer& issuer_;
  Progress progress_ = Progress::None;
  std::optional<Finding> fault_;
};

}  // namespace

OcspResponder find_responder(const OcspRecord& record, const OcspIssuer& issuer) {
  return Search(record, issuer).run();
}

}  // namespace pki::path
