#pragma once
// Who issued whom: by name and key identifier, proved by the signature. A name alone proves nothing.

#include <cstdint>
#include <optional>
#include <vector>

#include "base/finding.h"
#include "x509/certificate.h"

namespace pki::pile {

/// Bounds of the work, which would grow with the square of certificates of one name.
struct Limits {
  /// For comparison: sorting five thousand certificates of CAs that have names of their own takes as many.
  std::size_t max_signature_checks = 12'000;
  /// Different keys of the issuer's name that are tried for one certificate; those whose key identifier is named come
  /// first.
  std::size_t max_keys = 16;
  /// Chains that are listed, and certificates in one: OpenSSL's bound (X509_VERIFY_PARAM_set_depth).
  std::size_t max_chains = 5'000;
  std::size_t max_length = 100;
};

/// What became of the search for a certificate's issuer.
///   Found       a CA here has issued it
///   SelfSigned  its own key fits
///   NotThere    nobody here has the issuer's name
///   OtherKey    somebody has the issuer's name, and nobody's key fits
///   Unchecked   a bound was reached before anybody's key fitted, or this build cannot check such a signature
enum class IssuerSearch : std::uint8_t { Found, SelfSigned, NotThere, OtherKey, Unchecked };

/// The issuer of one certificate.
struct Issuer {
  IssuerSearch search = IssuerSearch::NotThere;
  /// Found only: an index into IssuerTable::cas.
  std::optional<std::size_t> ca = {};
};

/// The issuers of all certificates.
struct IssuerTable {
  /// For each certificate, in their order.
  std::vector<Issuer> issuers;
  /// For each certificate: which of `cas` it belongs to.
  std::vector<std::size_t> ca_of;
  /// Who has one name and one key: the indexes of all certificates for them, in their order.
  std::vector<std::vector<std::size_t>> cas;
  std::size_t signature_checks = 0;
  Findings findings = {};  // pile.limit.signatures, pile.limit.keys
};

/// Finds the issuers of every certificate (none is null) among them all.
IssuerTable find_issuers(const std::vector<x509::CertificatePtr>& certificates, const Limits& limits);

}  // namespace pki::pile
