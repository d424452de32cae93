#pragma once
// Whose key signed a CRL, and whether that key may (RFC 5280 6.3.3 (f), (g)).
//
// The issuer of the certificate, as the path has it, is tried first. Then every certificate of the CRL issuer's name,
// in pool and anchors, whose key fits: it must be allowed to sign CRLs, and have a good path of its own to the anchor
// of the path that is judged, revocation included. Such paths are found with the path builder.
//
// They may go in circles: the CRL that tells whether the CRL issuer's certificate was revoked may be signed by that
// same certificate's key (PKITS 4.14.30). A certificate whose path is being looked for already is taken to be good for
// the time being: where its own CRL lists it, its path fails all the same.

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "path/builder.h"
#include "path/revocation/crl_set.h"
#include "path/revocation/source.h"
#include "path/signature_cache.h"

namespace pki::path {

class RevocationJudge;

class CrlIssuers {
 public:
  /// What the search for paths needs; all must outlive this.
  struct Tools {
    const PathQuestion& question;
    SignatureCache& signatures;
    RevocationJudge& judge;
  };

  explicit CrlIssuers(const Tools& tools) : tools_(tools) {}
  CrlIssuers(const CrlIssuers&) = delete;
  CrlIssuers& operator=(const CrlIssuers&) = delete;

  /// The key that signed the CRL and may do so, or why there is none.
  struct Signer {
    const crypto::PublicKey* key = nullptr;
    std::optional<Finding> fault = {};
  };
  Signer find(const CrlRecord& record, const RevocationQuery& query);

  /// How many searches for paths were made.
  std::size_t searches() const { return searches_; }
  bool limit_hit() const { return limit_hit_; }
  /// True while the path of a CRL issuer is looked for: answers may rest on what is not known yet.
  bool searching() const { return !open_.empty(); }

 private:
  using PathKey = std::pair<const x509::Certificate*, const TrustAnchor*>;
  struct Candidate;
  struct Trial;

  void index_certificates();
  const std::vector<x509::CertificatePtr>& named_like(const CrlRecord& record);
  std::vector<Candidate> candidates_for(const CrlRecord& record, const RevocationQuery& query);
  Trial try_candidate(const CrlRecord& record, const RevocationQuery& query, const Candidate& candidate);
  std::optional<Finding> find_path_fault(const CrlRecord& record, const RevocationQuery& query,
                                         const x509::CertificatePtr& certificate);
  Report search(const RevocationQuery& query, const x509::CertificatePtr& certificate);

  Tools tools_;
  bool indexed_ = false;
  std::multimap<std::string_view, x509::CertificatePtr> by_subject_;
  /// The certificates that may be the CRL issuer's, the likeliest first.
  std::map<const CrlRecord*, std::vector<x509::CertificatePtr>> named_like_;
  /// Known results: nothing where the path is good, else its headline's text.
  std::map<PathKey, std::optional<std::string>> known_;
  /// Paths that are being looked for, outermost first.
  std::vector<PathKey> open_;
  /// The place in `open_` of the outermost one that was taken to be good since the innermost was opened.
  std::size_t assumed_ = static_cast<std::size_t>(-1);
  std::size_t searches_ = 0;
  bool limit_hit_ = false;
};

}  // namespace pki::path
