#pragma once
// What the files of the pack are made of: the scene of the estate, and every certificate and CRL under the name that it
// has throughout the pack.

#include <string>
#include <vector>

#include "estate/pack/pack.h"
#include "estate/scene.h"

namespace pki::estate::pack {

/// A CA certificate of the pack.
struct PackedCertificate {
  x509::CertificatePtr certificate;
  /// The common name, or the whole subject where it has none. Text of anybody.
  std::string title;
  /// "Contoso-Root.cer": below certificates/, and below every other folder that it is copied to.
  std::string file;
};

/// A CRL of the pack.
struct PackedCrl {
  x509::CrlPtr crl;
  /// Whose it is. Text of anybody.
  std::string title;
  /// Where it is published. Text of anybody.
  std::vector<std::string> urls;
  /// "Contoso-Root.crl": below crls/.
  std::string file;
};

/// Aliases the tenant, the estate and the options that it was made from, which must outlive it.
struct Stock {
  const cloudpki::tenant::Tenant& tenant;
  const Estate& estate;
  const PackOptions& options;
  Scene scene;
  /// The chains of the tenant's issuing CAs, that of the servers, and whatever else somebody holds; each once.
  std::vector<PackedCertificate> certificates;
  /// What is published, each once; a CRL that has lapsed in the place of the one that should be there.
  std::vector<PackedCrl> crls;

  /// The same certificate of the pack. It must be one of those that the tenant and the estate name.
  const PackedCertificate& packed(const x509::Certificate& certificate) const;
};

/// Rules: those of publish_all.
Result<Stock> make_stock(const cloudpki::tenant::Tenant& tenant, const Estate& estate, const PackOptions& options);

/// "Contoso Root", or the subject where it has no common name. Text of anybody.
std::string title_of(const x509::Certificate& certificate);
/// The fingerprint in upper-case hex with colons, as products show it.
std::string shown_fingerprint(crypto::HashAlgorithm algorithm, const x509::Certificate& certificate);
/// The SHA-1 fingerprint in upper-case hex: what Windows calls the thumbprint.
std::string thumbprint_of(const x509::Certificate& certificate);
/// The first http URL of the CRL; empty where it has none.
std::string http_url_of(const PackedCrl& crl);
/// "2026-11-22", or "?" where the certificate's time cannot be read.
std::string shown_date(const std::optional<x509::TimeField>& time);

}  // namespace pki::estate::pack
