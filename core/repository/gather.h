#pragma once
// Following the URLs in certificates: caIssuers (RFC 5280 4.2.2.1) and CRL distribution points (4.2.1.13), into a
// virtual repository. Breadth first, from the target by names up to the anchors; each URL once, so that circles end.
//
// As relying parties do it, what is at hand is tried first: issuers are fetched only where no path holds without them
// (revocation aside), and not for a certificate whose issuer has the name of a trust anchor; CRLs are fetched only
// where revocation is judged, for the certificates that it is judged of.

#include <cstdint>
#include <string>
#include <vector>

#include "path/builder.h"
#include "repository/virtual_repository.h"

namespace pki::repository {

/// Why a URL was followed.
enum class FetchReason : std::uint8_t { Issuer, Crl };
/// "issuer", "crl".
std::string_view fetch_reason_name(FetchReason reason);

/// What came of it.
///   Found       something that can be used
///   Missing     nothing stands there
///   Unreadable  something else than what was looked for, or too large
///   NotHttp     it was not followed, for it is no http URL
enum class FetchOutcome : std::uint8_t { Found, Missing, Unreadable, NotHttp };
/// "found", "missing", "unreadable", "not-http".
std::string_view fetch_outcome_name(FetchOutcome outcome);

/// One URL that was followed.
struct Fetch {
  std::string url;
  FetchReason why = FetchReason::Issuer;
  /// Whose URL it is (the first, where several have it).
  x509::CertificatePtr certificate = {};
  FetchOutcome outcome = FetchOutcome::Missing;
  /// What stood there.
  std::vector<x509::CertificatePtr> certificates = {};
  std::vector<x509::CrlPtr> crls = {};
  /// Of Unreadable: why, as part of a sentence.
  std::string detail = {};
};

/// Bounds of the work.
struct FetchLimits {
  std::size_t max_fetches = 64;
  /// Certificates above the target whose URLs are followed.
  std::size_t max_depth = 16;
  /// Octets of one answer with certificates; Chromium takes 64 KiB, here whole bundles may stand there.
  std::size_t max_issuer_octets = std::size_t{1} << 20;
  /// Octets of one certificate in it, and of a name in that.
  std::size_t max_certificate_octets = std::size_t{256} << 10;
  std::size_t max_name_octets = std::size_t{16} << 10;
  /// Octets of one answer with a CRL; Chromium takes 5 MiB.
  std::size_t max_crl_octets = std::size_t{32} << 20;
  /// Certificates (and CRLs) that are taken from one answer.
  std::size_t max_objects = 64;
  /// Certificates whose URLs are looked at.
  std::size_t max_certificates = 1000;
};

/// What was fetched.
struct Gathered {
  std::vector<Fetch> fetches;
  /// Each octets once; none that the question holds already.
  std::vector<x509::CertificatePtr> certificates;
  std::vector<x509::CrlPtr> crls;
  /// repository.limit.*.
  Findings findings;

  bool empty() const { return certificates.empty() && crls.empty(); }
};

/// Where to follow URLs, and which.
struct Source {
  const VirtualRepository& repository;
  Follow follow = Follow::Off;
  FetchLimits limits = {};
};

/// Follows the URLs of the certificates that `question` is about.
Gathered gather(const path::PathQuestion& question, const Source& source);

/// The question with what was fetched behind its own pool and CRLs.
path::PathQuestion with_gathered(path::PathQuestion question, const Gathered& gathered);

}  // namespace pki::repository
