#include "examples/workshop.h"

#include "base/assert.h"

namespace pki::examples {
namespace {

constexpr int kRootAge = 5 * 365;
constexpr int kCaAge = 2 * 365;
constexpr int kLeafAge = 30;
constexpr std::string_view kOrganization = ",O=Lab";

Result<Party> finish(Result<ca::IssuedCertificate> issued, crypto::PrivateKey key) {
  PKI_CHECK(issued);
  PKI_TRY(x509::CertificatePtr certificate, x509::Certificate::parse(std::move(issued->der)));
  return Party{std::move(key), std::move(certificate)};
}

}  // namespace

ca::IssueInput Workshop::input(std::string_view profile, std::string_view subject, int age_days) const {
  ca::IssueInput input;
  input.profile = ca::find_profile(profile);
  PKI_ASSERT(input.profile != nullptr);
  Result<x509::NameInput> name = x509::parse_name_text(subject);
  PKI_ASSERT(name.ok());
  input.subject = *std::move(name);
  input.validity.now = now_;
  input.validity.not_before = in_days(-age_days);
  input.issuer_faults = ca::IssuerFaults::Keep;
  return input;
}

ca::IssueInput Workshop::root(std::string_view subject) const {
  ca::IssueInput made = input("root-ca", subject, kRootAge);
  made.validity.duration = ca::CalendarSpan{.years = 15};
  return made;
}

ca::IssueInput Workshop::authority(std::string_view subject) const {
  ca::IssueInput made = input("subordinate-ca", subject, kCaAge);
  made.validity.duration = ca::CalendarSpan{.years = 7};
  return made;
}

ca::IssueInput Workshop::issuing(std::string_view subject) const {
  ca::IssueInput made = input("issuing-ca", subject, kCaAge);
  made.validity.duration = ca::CalendarSpan{.years = 7};
  return made;
}

ca::IssueInput Workshop::server(std::string_view host) const {
  return input("tls-server", "CN=" + std::string(host) + std::string(kOrganization), kLeafAge);
}

ca::IssueInput Workshop::client(std::string_view name) const {
  return input("tls-client", "CN=" + std::string(name) + std::string(kOrganization), kLeafAge);
}

Result<Party> Workshop::make(const ca::IssueInput& input) const {
  PKI_TRY(crypto::PrivateKey key, crypto::PrivateKey::generate(crypto::KeySpec::P256));
  Result<ca::IssuedCertificate> issued = ca::issue(input, {.key = key});
  return finish(std::move(issued), std::move(key));
}

Result<Party> Workshop::make(ca::IssueInput input, const Party& issuer) const {
  PKI_TRY(crypto::PrivateKey key, crypto::PrivateKey::generate(crypto::KeySpec::P256));
  if (input.public_key.empty()) input.public_key = key.public_key_der();
  Result<ca::IssuedCertificate> issued = ca::issue(input, issuer.signer());
  return finish(std::move(issued), std::move(key));
}

Result<x509::CertificatePtr> Workshop::certify(ca::IssueInput input, const crypto::PrivateKey& subject,
                                               const Party& issuer) const {
  input.public_key = subject.public_key_der();
  PKI_TRY(ca::IssuedCertificate issued, ca::issue(input, issuer.signer()));
  return x509::Certificate::parse(std::move(issued.der));
}

Question ThreeTier::ask(path::Purpose purpose) const {
  return {.target = leaf.der(), .pool = {issuing.der()}, .anchors = {root.der()}, .purpose = purpose};
}

Result<ThreeTier> make_three_tier(const Workshop& workshop, const ca::IssueInput& leaf) {
  return make_three_tier(workshop, workshop.issuing("CN=Lab Issuing CA,O=Lab"), leaf);
}

Result<ThreeTier> make_three_tier(const Workshop& workshop, const ca::IssueInput& issuing, const ca::IssueInput& leaf) {
  PKI_TRY(Party root, workshop.make(workshop.root("CN=Lab Root,O=Lab")));
  PKI_TRY(Party ca, workshop.make(issuing, root));
  PKI_TRY(Party end, workshop.make(leaf, ca));
  return ThreeTier{std::move(root), std::move(ca), std::move(end)};
}

std::vector<ByteVector> ders(std::initializer_list<x509::CertificatePtr> certificates) {
  std::vector<ByteVector> list;
  for (const x509::CertificatePtr& certificate : certificates) list.push_back(to_vector(certificate->der()));
  return list;
}

x509::GeneralNameInput general_name(std::string_view text) {
  Result<x509::GeneralNameInput> name = x509::parse_general_name_text(text);
  PKI_ASSERT(name.ok());
  return *std::move(name);
}

}  // namespace pki::examples
