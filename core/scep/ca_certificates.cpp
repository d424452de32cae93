#include "scep/ca_certificates.h"

#include "base/assert.h"
#include "cms/certificates_only.h"
#include "scep/rules.h"

namespace pki::scep {
namespace {

bool is_rsa(const x509::Certificate& certificate) { return certificate.public_key().kind == crypto::KeyKind::Rsa; }

bool may_encipher(const x509::Certificate& certificate) {
  const auto& usage = certificate.extensions().key_usage;
  return !usage || usage->has(x509::KeyUsageBit::KeyEncipherment);
}

bool is_ca(const x509::Certificate& certificate) {
  const auto& constraints = certificate.extensions().basic_constraints;
  return constraints && constraints->ca;
}

/// True if the list holds a certificate that this one's subject issued: of a chain the lowest CA is the one that is
/// asked.
bool issues_another(const x509::Certificate& certificate, std::span<const x509::CertificatePtr> certificates) {
  for (const x509::CertificatePtr& other : certificates) {
    if (!other->self_issued() && x509::names_match(other->issuer(), certificate.subject())) return true;
  }
  return false;
}

void judge(CaCertificates& answer) {
  answer.recipient = choose_recipient(answer.certificates);
  if (answer.recipient == nullptr) {
    answer.findings.push_back({&rules::kCaNoEncryption, {}, {}});
  } else if (!may_encipher(*answer.recipient)) {
    answer.findings.push_back({&rules::kCaKeyUsage, {}, {}});
  }
}

Result<CaCertificates> read_bundle(ByteVector octets) {
  PKI_TRY(const cms::SignedDataPtr data, cms::SignedData::parse(std::move(octets)));
  CaCertificates answer;
  answer.form = CaAnswerForm::CertificatesOnly;
  for (const asn1::Element& element : data->outline().certificates) {
    auto certificate = x509::Certificate::parse(to_vector(element.whole));
    if (certificate.ok()) {
      answer.certificates.push_back(*std::move(certificate));
    } else {
      Finding finding = std::move(certificate).error();
      finding.where.range = data->range(element.whole);
      answer.findings.push_back(std::move(finding));
    }
  }
  return answer;
}

Finding unreadable(std::string reason) { return {&rules::kCaAnswer, {}, {{"reason", std::move(reason)}}}; }

}  // namespace

std::string_view ca_answer_media_type(CaAnswerForm form) {
  return form == CaAnswerForm::Certificate ? "application/x-x509-ca-cert" : "application/x-x509-ca-ra-cert";
}

x509::CertificatePtr choose_recipient(std::span<const x509::CertificatePtr> certificates) {
  x509::CertificatePtr best;
  int best_rank = 0;
  for (const x509::CertificatePtr& certificate : certificates) {
    if (!is_rsa(*certificate)) continue;
    const int suits = !may_encipher(*certificate) ? 1 : is_ca(*certificate) ? 2 : 3;
    const int rank = 2 * suits + (issues_another(*certificate, certificates) ? 0 : 1);
    if (rank <= best_rank) continue;
    best = certificate;
    best_rank = rank;
  }
  return best;
}

Result<CaCertificates> read_ca_certificates(ByteVector octets) {
  CaCertificates answer;
  auto certificate = x509::Certificate::parse(octets);
  if (certificate.ok()) {
    answer.certificates.push_back(*std::move(certificate));
  } else {
    auto bundle = read_bundle(std::move(octets));
    if (!bundle.ok()) return unreadable(render_summary(bundle.error()));
    if (bundle->certificates.empty()) return unreadable("there is no certificate in the message");
    answer = *std::move(bundle);
  }
  judge(answer);
  return answer;
}

CaAnswer make_ca_answer(std::span<const x509::CertificatePtr> certificates) {
  PKI_ASSERT(!certificates.empty());
  if (certificates.size() == 1) return {to_vector(certificates.front()->der()), CaAnswerForm::Certificate};
  std::vector<ByteVector> ders;
  for (const x509::CertificatePtr& certificate : certificates) ders.push_back(to_vector(certificate->der()));
  return {cms::write_certificates_only({.certificates = ders}), CaAnswerForm::CertificatesOnly};
}

}  // namespace pki::scep
