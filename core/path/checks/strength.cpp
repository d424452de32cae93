#include "path/checks/strength.h"

#include <iterator>

#include "path/describe.h"
#include "path/strength.h"

namespace pki::path::checks {
namespace {

void add(Findings& to, Findings from, const x509::Certificate& certificate, Bytes part, std::string_view field) {
  for (Finding& finding : from) {
    finding.where.range = range_within(certificate.der(), part);
    finding.where.field = field;
  }
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

Judgement judge_strength(const Subject& subject) {
  const x509::Certificate& certificate = subject.certificate;
  const StrengthPolicy& policy = subject.options.strength;
  const std::string algorithm =
      crypto::signature_algorithm_name(certificate.signature_algorithm(), certificate.outer_algorithm());
  Findings findings;
  add(findings, judge_key(certificate.public_key(), policy), certificate, certificate.public_key().whole,
      "tbsCertificate.subjectPublicKeyInfo");
  add(findings, judge_signature_algorithm(certificate.signature_algorithm(), algorithm, policy), certificate,
      certificate.outer_algorithm().whole, "signatureAlgorithm");
  return weighed(std::move(findings), subject.options.weak,
                 {{"key", crypto::public_key_name(certificate.public_key())}, {"algorithm", algorithm}});
}

}  // namespace pki::path::checks
