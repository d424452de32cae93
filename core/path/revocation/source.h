#pragma once
// What a source of revocation information (CRLs, OCSP responses) is asked, and what it may answer. Another joins in by
// deriving from RevocationSource and a line in RevocationJudge.

#include <string>
#include <vector>

#include "path/options.h"
#include "path/report.h"
#include "x509/certificate.h"

namespace pki::path {

/// A certificate of a path that ends at an anchor, and its issuer as the path gives it.
struct RevocationQuery {
  const x509::Certificate& certificate;
  const crypto::PublicKey& issuer_key;
  /// Null where the issuer is a bare anchor.
  const x509::Certificate* issuer;
  /// The anchor of the path; not null.
  const TrustAnchorPtr& anchor;
  const CheckOptions& options;
};

enum class RevocationStatus : std::uint8_t {
  NotApplicable,  // the source holds nothing about certificates of this issuer
  Unknown,        // what it holds did not answer
  Good,           // not revoked, whatever the reason could be
  Revoked,
};

/// An answer.
struct RevocationAnswer {
  RevocationStatus status = RevocationStatus::NotApplicable;
  /// Revoked: the one finding that says so. Good: what warns. Unknown: empty.
  Findings findings = {};
  /// What did not answer, and why.
  Findings considered = {};
  /// What answered: {"crl", "0"}, {"number", "7"} ...
  std::vector<Param> values = {};
  /// Unknown: why, as a clause; empty where `considered` says it.
  std::string why = {};
};

/// A source; asked once for each certificate of each path.
class RevocationSource {
 public:
  RevocationSource() = default;
  RevocationSource(const RevocationSource&) = delete;
  RevocationSource& operator=(const RevocationSource&) = delete;
  virtual ~RevocationSource() = default;

  virtual RevocationAnswer ask(const RevocationQuery& query) = 0;
};

}  // namespace pki::path
