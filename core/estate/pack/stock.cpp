#include "estate/pack/stock.h"

#include <algorithm>

#include "asn1/oids.h"
#include "base/encoding.h"
#include "crypto/hash.h"
#include "estate/create.h"
#include "estate/pack/file_names.h"

namespace pki::estate::pack {
namespace {

using x509::CertificatePtr;

std::string title_of_name(const x509::Name& name) {
  auto common_name = name.last(asn1::oids::kCommonName);
  return common_name && !common_name->empty() ? *std::move(common_name) : x509::to_rfc4514(name);
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

class Collector {
 public:
  void add(const CertificatePtr& certificate) {
    if (certificate == nullptr || !known_.insert(fingerprint_of(*certificate)).second) return;
    std::string title = title_of(*certificate);
    std::string file = names_.take(title) + ".cer";
    list_.push_back({certificate, std::move(title), std::move(file)});
  }
  void add(const std::vector<CertificatePtr>& certificates) {
    for (const CertificatePtr& each : certificates) add(each);
  }
  std::vector<PackedCertificate> take() { return std::move(list_); }

 private:
  std::set<std::string> known_;
  FileNames names_;
  std::vector<PackedCertificate> list_;
};

std::vector<PackedCertificate> certificates_of(const cloudpki::tenant::Tenant& tenant, const Estate& estate) {
  Collector all;
  for (const ClientChain& chain : client_chains(tenant)) all.add(chain.certificates);
  all.add(server_chain(estate));
  for (const cloudpki::fleet::TrustedProfile& profile : tenant.fleet.trusted_profiles) all.add(profile.certificate);
  for (const cloudpki::fleet::DeviceState& state : tenant.fleet.states) {
    for (const cloudpki::fleet::InstalledCertificate& each : state.trusted) all.add(each.certificate);
  }
  for (const DeviceChange& change : estate.devices) {
    all.add(change.added.roots);
    all.add(change.added.intermediates);
  }
  for (const Service& service : estate.services) {
    all.add(service.store.roots);
    all.add(service.store.intermediates);
    all.add(service.nt_auth);
    for (std::size_t i = 1; i < service.sent.size(); ++i) all.add(service.sent[i]);
  }
  return all.take();
}

std::vector<PackedCrl> crls_of(const std::vector<repository::Entry>& entries) {
  std::vector<PackedCrl> all;
  FileNames names;
  for (const repository::Entry& entry : entries) {
    auto parsed = x509::Crl::parse(entry.data);
    if (!parsed.ok()) continue;
    const auto same = std::find_if(all.begin(), all.end(), [&](const PackedCrl& each) {
      return equal(each.crl->fingerprint(), (*parsed)->fingerprint());
    });
    if (same != all.end()) {
      same->urls.push_back(entry.url);
      continue;
    }
    std::string title = title_of_name((*parsed)->issuer());
    std::string file = names.take(title) + ".crl";
    all.push_back({*std::move(parsed), std::move(title), {entry.url}, std::move(file)});
  }
  return all;
}

}  // namespace

const PackedCertificate& Stock::packed(const x509::Certificate& certificate) const {
  const auto found = std::find_if(certificates.begin(), certificates.end(), [&](const PackedCertificate& each) {
    return equal(each.certificate->fingerprint(), certificate.fingerprint());
  });
  PKI_ASSERT(found != certificates.end());
  return *found;
}

Result<Stock> make_stock(const cloudpki::tenant::Tenant& tenant, const Estate& estate, const PackOptions& options) {
  PKI_TRY(const Publication publication, publish_all(tenant, estate));
  return Stock{.tenant = tenant,
               .estate = estate,
               .options = options,
               .scene = make_scene(tenant, estate, publication),
               .certificates = certificates_of(tenant, estate),
               .crls = crls_of(standing_entries(publication, estate))};
}

std::string title_of(const x509::Certificate& certificate) { return title_of_name(certificate.subject()); }

std::string shown_fingerprint(crypto::HashAlgorithm algorithm, const x509::Certificate& certificate) {
  return upper(to_hex(crypto::digest(algorithm, certificate.der()), ":"));
}

std::string thumbprint_of(const x509::Certificate& certificate) {
  return upper(to_hex(crypto::digest(crypto::HashAlgorithm::Sha1, certificate.der())));
}

std::string http_url_of(const PackedCrl& crl) {
  const auto http = std::find_if(crl.urls.begin(), crl.urls.end(),
                                 [](const std::string& url) { return repository::normal_http_url(url).has_value(); });
  return http == crl.urls.end() ? std::string() : *http;
}

std::string shown_date(const std::optional<x509::TimeField>& time) {
  constexpr std::size_t kDate = 10;
  return time ? to_iso8601(time->time).substr(0, kDate) : "?";
}

}  // namespace pki::estate::pack
