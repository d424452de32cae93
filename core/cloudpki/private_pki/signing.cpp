#include "cloudpki/private_pki/signing.h"

#include <algorithm>
#include <array>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "asn1/pem.h"
#include "ca/issue.h"
#include "cloudpki/private_pki/rules.h"
#include "cms/certificates_only.h"

namespace pki::cloudpki::private_pki {
namespace {

namespace oids = asn1::oids;

constexpr std::array kMistakes = {
    MistakeRow{Mistake::EkuLost, "eku-lost", "The CA does not take the extended key usage from requests"},
    MistakeRow{Mistake::EkuNarrowed, "eku-narrowed", "Only the first extended key usage is written"},
    MistakeRow{Mistake::AnyPurpose, "any-purpose", "Any Purpose is written instead of the purposes"},
    MistakeRow{Mistake::UserTemplate, "user-template", "Signed with the template User: it is no CA"},
    MistakeRow{Mistake::NoCrlSign, "no-crl-sign", "The key usage lacks cRLSign"},
    MistakeRow{Mistake::PathLengthSpent, "path-length-spent", "Signed by a CA whose path length leaves no room"},
    MistakeRow{Mistake::OtherKey, "other-key", "An older request was signed: the key is another one"},
    MistakeRow{Mistake::OtherSubject, "other-subject", "The subject was typed anew"},
    MistakeRow{Mistake::TooLong, "too-long", "It outlives the CA that signed it"},
    MistakeRow{Mistake::Expired, "expired", "It is an old answer that has expired"},
    MistakeRow{Mistake::LdapOnly, "ldap-only", "AIA and CDP are ldap URLs, as AD CS has them by default"},
    MistakeRow{Mistake::NoPointers, "no-pointers", "Neither AIA nor CDP"},
    MistakeRow{Mistake::ChainWithoutRoot, "chain-without-root", "The chain lacks the root"},
    MistakeRow{Mistake::ChainWithStray, "chain-with-stray", "A certificate of somebody else is in the chain"},
    MistakeRow{Mistake::AnswerAsP7b, "answer-as-p7b", "The answer is saved as .p7b"},
};

constexpr std::string_view kLdapBase =
    "CN=AIA,CN=Public%20Key%20Services,CN=Services,CN=Configuration,DC=corp,DC=example";

struct Signing {
  const PrivatePki& pki;
  std::size_t index;
  const x509::Request& request;
  const SigningOrder& order;
  Time now;
  /// The certificate of each CA, as it is used here.
  std::vector<x509::CertificatePtr> certificates;

  const x509::CertificatePtr& certificate() const { return certificates[index]; }
  const PrivateCa& ca() const { return pki.cas[index]; }
  bool made(Mistake mistake) const {
    return std::find(order.mistakes.begin(), order.mistakes.end(), mistake) != order.mistakes.end();
  }
};

bool takes(const Signing& signing, asn1::Oid extension) {
  if (signing.made(Mistake::EkuLost) && extension == oids::kExtendedKeyUsage) return false;
  const auto& list = signing.ca().settings.request_extensions;
  return std::any_of(list.begin(), list.end(), [&](const asn1::OwnedOid& id) { return id.view() == extension; });
}

// The extended key usage: the request's, if the CA takes it; the template has none.
std::vector<asn1::OwnedOid> purposes_of(const Signing& signing, Findings& findings) {
  if (signing.made(Mistake::AnyPurpose)) return {asn1::OwnedOid(oids::kAnyExtendedKeyUsage)};
  if (signing.made(Mistake::UserTemplate)) {
    return {asn1::OwnedOid(oids::kClientAuth), asn1::OwnedOid(oids::kEmailProtection)};
  }
  const auto& asked = signing.request.extensions().extended_key_usage;
  std::vector<asn1::OwnedOid> purposes;
  if (!asked) return purposes;
  if (!takes(signing, oids::kExtendedKeyUsage)) {
    findings.push_back({&rules::kExtensionDropped,
                        {},
                        {{"ca", signing.ca().name},
                         {"extension", asn1::oid_name(oids::kExtendedKeyUsage)},
                         {"oid", oids::kExtendedKeyUsage.to_dotted()}}});
    return purposes;
  }
  for (const asn1::Oid purpose : asked->purposes) purposes.emplace_back(purpose);
  if (signing.made(Mistake::EkuNarrowed) && purposes.size() > 1) purposes.resize(1);
  return purposes;
}

std::string ldap_url(std::string_view name, std::string_view attribute) {
  std::string escaped;
  for (const char c : name) escaped += c == ' ' ? std::string("%20") : std::string(1, c);
  return "ldap:///CN=" + escaped + "," + std::string(kLdapBase) + "?" + std::string(attribute);
}

void set_pointers(const Signing& signing, ca::ExtensionOptions& options) {
  Pointers pointers = signing.ca().settings.pointers;
  if (signing.made(Mistake::LdapOnly)) pointers = Pointers::Ldap;
  if (signing.made(Mistake::NoPointers)) pointers = Pointers::None;
  if (pointers == Pointers::Ldap || pointers == Pointers::Both) {
    options.aia_uris.push_back(ldap_url(signing.ca().name, "cACertificate"));
    options.crl_uris.push_back(ldap_url(signing.ca().name, "certificateRevocationList"));
  }
  if (pointers == Pointers::Http || pointers == Pointers::Both) {
    options.aia_uris.push_back(certificate_url(signing.pki, signing.index));
    options.crl_uris.push_back(crl_url(signing.pki, signing.index));
  }
}

// The smallest of the template's period, the CA's registry value, and the CA's own end.
void set_validity(const Signing& signing, ca::ValidityInput& validity, Findings& findings) {
  const CaSettings& settings = signing.ca().settings;
  const auto& end = signing.certificate()->not_after();
  const Time ca_end = end ? end->time : kNoExpiry;
  validity.now = signing.now;
  if (signing.made(Mistake::Expired)) {
    validity.not_before = add_calendar(signing.now, -12, 0);
    validity.not_after = add_calendar(signing.now, 0, -1);
    return;
  }
  if (signing.made(Mistake::TooLong)) {
    validity.not_after = add_calendar(ca_end, 12, 0);
    return;
  }
  const Time by_template = add_calendar(signing.now, 12 * settings.template_years, 0);
  const Time by_registry = add_calendar(signing.now, 12 * settings.registry_years, 0);
  const Time ends = std::min({by_template, by_registry, ca_end});
  validity.not_after = ends;
  if (ends == by_template) return;
  const std::string why = ends == ca_end ? "that is the end of " + signing.ca().name
                                         : "ValidityPeriod of " + signing.ca().name + " is " +
                                               std::to_string(settings.registry_years) + " years";
  findings.push_back({&rules::kValidityCut, {}, {{"not_after", to_iso8601(ends)}, {"why", why}}});
}

Result<x509::CertificatePtr> issue_answer(const Signing& signing, Findings& findings) {
  const bool leaf = signing.made(Mistake::UserTemplate);
  ca::IssueInput input;
  input.profile = ca::find_profile(leaf ? "tls-client" : "subordinate-ca");
  PKI_ASSERT(input.profile != nullptr);
  input.subject = x509::to_input(signing.request.subject());
  if (signing.made(Mistake::OtherSubject)) {
    input.subject = {{{.type = asn1::OwnedOid(oids::kCommonName), .text = "Cloud Issuing CA (typed anew)"}}};
  }
  input.public_key = to_vector(signing.request.public_key().whole);
  if (signing.made(Mistake::OtherKey)) {
    PKI_TRY(const crypto::PrivateKey other, crypto::PrivateKey::generate(crypto::KeySpec::Rsa2048));
    input.public_key = other.public_key_der();
  }
  if (!leaf) input.extensions.path_length = ca::PathLength{signing.ca().settings.template_path_length};
  if (signing.made(Mistake::NoCrlSign)) {
    x509::KeyUsage usage;
    usage.set(x509::KeyUsageBit::DigitalSignature);
    usage.set(x509::KeyUsageBit::KeyCertSign);
    input.extensions.key_usage = usage;
  }
  input.extensions.purposes = purposes_of(signing, findings);
  set_pointers(signing, input.extensions);
  set_validity(signing, input.validity, findings);
  input.issuer_faults = ca::IssuerFaults::Keep;
  PKI_TRY(const crypto::PrivateKey key, crypto::PrivateKey::from_pkcs8(signing.ca().private_key.view()));
  PKI_TRY(ca::IssuedCertificate issued, ca::issue(input, {.key = key, .certificate = signing.certificate().get()}));
  return x509::Certificate::parse(std::move(issued.der));
}

ByteVector encoded(const x509::Certificate& certificate, Encoding encoding) {
  if (encoding == Encoding::Der) return to_vector(certificate.der());
  return to_vector(as_bytes(asn1::write_pem("CERTIFICATE", certificate.der())));
}

ByteVector as_p7b(const std::vector<x509::CertificatePtr>& certificates) {
  std::vector<ByteVector> ders;
  for (const x509::CertificatePtr& certificate : certificates) ders.push_back(to_vector(certificate->der()));
  return cms::write_certificates_only({.certificates = ders});
}

// A CA of nobody here.
Result<x509::CertificatePtr> make_stray(Time now) {
  PKI_TRY(PrivatePki other, make_private_pki({.name = "Fabrikam", .tiers = 1, .settings = {}}, now));
  return other.cas.front().certificate;
}

// The CA again, with the same name and key, and a path length that leaves no room below.
Result<x509::CertificatePtr> certificate_without_room(const PrivatePki& pki, std::size_t index, Time now) {
  const PrivateCa& ca = pki.cas[index];
  const PrivateCa& issuer = pki.cas[index == 0 ? 0 : index - 1];
  PKI_TRY(const crypto::PrivateKey key, crypto::PrivateKey::from_pkcs8(issuer.private_key.view()));
  ca::IssueInput input;
  input.profile = ca::find_profile(index == 0 ? "root-ca" : "subordinate-ca");
  PKI_ASSERT(input.profile != nullptr);
  input.subject = x509::to_input(ca.certificate->subject());
  input.public_key = to_vector(ca.certificate->public_key().whole);
  input.extensions.path_length = ca::PathLength{0};
  if (index > 0) {
    input.extensions.aia_uris = {certificate_url(pki, index - 1)};
    input.extensions.crl_uris = {crl_url(pki, index - 1)};
  }
  input.validity.now = now;
  if (const auto& start = ca.certificate->not_before()) input.validity.not_before = start->time;
  if (const auto& end = ca.certificate->not_after()) input.validity.not_after = end->time;
  input.issuer_faults = ca::IssuerFaults::Keep;
  PKI_TRY(ca::IssuedCertificate issued,
          ca::issue(input, {.key = key, .certificate = index == 0 ? nullptr : issuer.certificate.get()}));
  return x509::Certificate::parse(std::move(issued.der));
}

Status save(const Signing& signing, Answer& answer) {
  std::vector<x509::CertificatePtr> chain;
  for (std::size_t i = signing.index + 1; i > 0; --i) {
    const bool without_root = signing.made(Mistake::ChainWithoutRoot) && i == 1;
    if (!without_root) chain.push_back(signing.certificates[i - 1]);
  }
  if (signing.made(Mistake::ChainWithStray)) {
    PKI_TRY(x509::CertificatePtr stray, make_stray(signing.now));
    chain.push_back(std::move(stray));
  }
  if (signing.made(Mistake::AnswerAsP7b)) {
    std::vector<x509::CertificatePtr> all = {answer.certificate};
    all.insert(all.end(), chain.begin(), chain.end());
    answer.signed_certificate.push_back({"certnew.p7b", as_p7b(all)});
  } else {
    answer.signed_certificate.push_back({"certnew.cer", encoded(*answer.certificate, signing.order.encoding)});
  }
  if (signing.order.chain_as_p7b) {
    answer.chain.push_back({"fullChain.p7b", as_p7b(chain)});
    return {};
  }
  for (std::size_t i = 0; i < chain.size(); ++i) {
    answer.chain.push_back({"chain-" + std::to_string(i + 1) + ".cer", encoded(*chain[i], signing.order.encoding)});
  }
  return {};
}

}  // namespace

std::span<const MistakeRow> mistakes() { return kMistakes; }

Result<Answer> sign(const PrivatePki& pki, const x509::Request& request, const SigningOrder& order, Time now) {
  if (pki.cas.empty()) return Finding{&rules::kNoSuchCa, {}, {{"ca", "at all"}}};
  const std::size_t index = order.ca.value_or(pki.cas.size() - 1);
  if (index >= pki.cas.size()) return Finding{&rules::kNoSuchCa, {}, {{"ca", std::to_string(index + 1)}}};
  Signing signing{pki, index, request, order, now, {}};
  for (const PrivateCa& ca : pki.cas) signing.certificates.push_back(ca.certificate);
  if (!signing.ca().settings.sub_ca_published && !signing.made(Mistake::UserTemplate)) {
    return Finding{&rules::kTemplateMissing, {}, {{"ca", signing.ca().name}}};
  }
  Answer answer;
  if (signing.made(Mistake::PathLengthSpent)) {
    PKI_TRY(signing.certificates[index], certificate_without_room(pki, index, now));
  }
  PKI_TRY(answer.certificate, issue_answer(signing, answer.findings));
  PKI_CHECK(save(signing, answer));
  for (const MistakeRow& row : kMistakes) {
    if (signing.made(row.mistake))
      answer.findings.push_back({&rules::kMistake, {}, {{"mistake", std::string(row.title)}}});
  }
  return answer;
}

Status revoke(PrivatePki& pki, const x509::Certificate& certificate, Time now) {
  for (PrivateCa& ca : pki.cas) {
    if (!x509::names_match(ca.certificate->subject(), certificate.issuer())) continue;
    ca.revoked.push_back({.serial = to_vector(certificate.serial().octets), .date = now});
    ++ca.crl_number;
    return {};
  }
  return Finding{&rules::kNoSuchCa, {}, {{"ca", x509::to_rfc4514(certificate.issuer())}}};
}

}  // namespace pki::cloudpki::private_pki
