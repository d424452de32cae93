#pragma once
// The answers in an OCSP response that are about one certificate, and whether they are in force (RFC
// 6960 3.2, 4.2.2.1).

#include <optional>
#include <vector>

#include "path/revocation/ocsp_record.h"
#include "x509/certificate.h"

namespace pki::path {

/// How long an answer is used that does not say until when it is good (no nextUpdate), in seconds: RFC 6960 leaves that
/// to the relying party. BoringSSL and Firefox use about as much.
inline constexpr std::int64_t kOcspAgeLimit = 7 * kSecondsPerDay;

/// An answer about the certificate in question.
struct OcspMatch {
  const x509::OcspSingleResponse* single = nullptr;
  /// Its place among the answers of its response.
  std::size_t index = 0;
};

/// What a response says about a certificate.
struct OcspMatches {
  std::vector<OcspMatch> matches;
  /// An answer for its serial number that is not about it: path.revocation.ocsp_other_issuer, .ocsp_hash_unknown.
  std::optional<Finding> near_miss = {};
};

/// The answers whose CertID is that of `certificate`, issued with `issuer_key` (4.1.1): same hash of the issuer's name
/// (as the certificate has it), of the issuer's key, and same serial number, with any hash that is known.
OcspMatches find_matches(const OcspRecord& record, const x509::Certificate& certificate,
                         const crypto::PublicKey& issuer_key);

/// Why this answer cannot be used for `certificate` at the time; nothing where it can. Rules: path.revocation.ocsp_*.
std::optional<Finding> find_answer_fault(const OcspRecord& record, const OcspMatch& match,
                                         const x509::Certificate& certificate, Time at);

}  // namespace pki::path
