#pragma once
// Revocation of one certificate of a path (RFC 5280 6.1.3 (a)(3)): asks every source, and weighs the answers.
//
// One that says revoked counts, whatever the others say. Otherwise one that says good is enough. Where none answers,
// the mode says whether the path is refused (hard fail) or only a warning stays (soft fail).

#include <cstddef>
#include <map>
#include <tuple>
#include <vector>

#include "path/builder.h"
#include "path/revocation/crl_source.h"
#include "path/revocation/ocsp_source.h"
#include "path/revocation/source.h"
#include "path/signature_cache.h"

namespace pki::path {

/// What revocation cost.
struct RevocationWork {
  std::size_t crl_entries = 0;
  std::size_t crl_issuer_searches = 0;
};

class RevocationJudge {
 public:
  /// Both must outlive this.
  RevocationJudge(const PathQuestion& question, SignatureCache& signatures);
  RevocationJudge(const RevocationJudge&) = delete;
  RevocationJudge& operator=(const RevocationJudge&) = delete;

  /// Judges one certificate; the mode is not Off. Rules: path.revocation.revoked, .on_hold, .undetermined,
  /// .crl_expired_tolerated. Equal queries are asked once.
  Judgement judge(const RevocationQuery& query);

  RevocationWork work() const;
  /// Bounds that were hit: path.limit.crl_entries, path.limit.crl_issuers.
  Findings limit_findings() const;

 private:
  /// Certificate, issuer's key and certificate, anchor.
  using Key = std::tuple<const x509::Certificate*, std::string_view, const x509::Certificate*, const TrustAnchor*>;

  Judgement make_judgement(const RevocationQuery& query);
  Judgement undetermined(const RevocationQuery& query, Findings considered, std::string why) const;

  const PathQuestion& question_;
  CrlSource crls_;
  OcspSource ocsp_;
  /// In the order in which they are asked.
  std::vector<RevocationSource*> sources_;
  std::map<Key, Judgement> known_;
};

}  // namespace pki::path
