#pragma once
// CRLs as a source of revocation information: RFC 5280 6.3.3.
//
// The RFC goes through the distribution points of the certificate, and for each through the CRLs that are at hand,
// until all reasons are accounted for. Here every CRL that is about the certificate is asked, also when no reason is
// left: one that lists the certificate counts, whichever comes first. Of several CRLs of one scope that the same key
// signed, the latest counts alone.
//
// Where a distribution point names a place that no CRL at hand has, nothing is fetched: the core reads what it is
// given.

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "path/revocation/crl_issuer.h"
#include "path/revocation/crl_set.h"
#include "path/revocation/source.h"

namespace pki::path {

class CrlSource final : public RevocationSource {
 public:
  /// The question's CRLs. What the tools refer to must outlive this.
  explicit CrlSource(const CrlIssuers::Tools& tools);

  RevocationAnswer ask(const RevocationQuery& query) override;

  const CrlSet& crls() const { return crls_; }
  const CrlIssuers& issuers() const { return issuers_; }

 private:
  struct Inquiry;

  void ask_point(Inquiry& inquiry, const ComparablePoint& point);
  void ask_crl(Inquiry& inquiry, const ComparablePoint& point, const CrlRecord& record);
  const CrlRecord* find_delta(Inquiry& inquiry, const CrlRecord& complete, const crypto::PublicKey& key);
  bool look_up(Inquiry& inquiry, const CrlRecord& record, const CrlRecord* delta);
  void report_idle_deltas(Inquiry& inquiry, const ComparablePoint& point);

  CrlSet crls_;
  CrlIssuers issuers_;
  SignatureCache& signatures_;
};

}  // namespace pki::path
