#pragma once
// The CRLs of a question: by issuer, judged by themselves, and searched. All of it is done once, when it is first asked
// for.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "path/options.h"
#include "path/revocation/scope.h"
#include "x509/crl.h"

namespace pki::path {

/// A CRL, and what can be said of it whatever certificate it is asked about.
struct CrlRecord {
  x509::CrlPtr crl;
  /// Its place in the question.
  std::size_t index = 0;
  /// Why it answers nothing: path.revocation.crl_malformed, .crl_not_yet_valid, .crl_expired, .crl_algorithm_mismatch,
  /// .crl_weak, .crl_critical_extension.
  std::optional<Finding> fault = {};
  /// It is past nextUpdate, and that is tolerated with a warning.
  bool expired_with_warning = false;
  std::vector<std::string> point_names = {};
  ReasonSet reasons = kAllReasons;

  bool is_delta() const { return crl->extensions().delta_crl_indicator.present(); }
};

/// A finding about a CRL: its parameters tell which one (`crl`, `number`, `crl_issuer`).
Finding finding_about(const Rule& rule, const CrlRecord& record, Bytes part = {}, std::vector<Param> params = {});
/// "7", or "of 2026-06-10T00:00:00Z" where the CRL has no number.
std::string number_text(const x509::Crl& crl);

/// True if `a` is from later than `b`: by thisUpdate, then by number.
bool is_newer(const CrlRecord& a, const CrlRecord& b);
/// Both have an issuing distribution point of the same octets, or none (RFC 5280 6.3.3 (c)(2)).
bool same_scope(const CrlRecord& a, const CrlRecord& b);

class CrlSet {
 public:
  /// `crls` and `options` must outlive the set. Equal CRLs count once.
  CrlSet(const std::vector<x509::CrlPtr>& crls, const CheckOptions& options);
  CrlSet(const CrlSet&) = delete;
  CrlSet& operator=(const CrlSet&) = delete;

  bool empty() const { return records_.empty(); }
  std::size_t size() const { return records_.size(); }
  /// The CRLs of one issuer, the latest first.
  struct Issued {
    std::vector<const CrlRecord*> complete = {};
    std::vector<const CrlRecord*> deltas = {};
  };
  /// The CRLs whose issuer has this comparison key.
  const Issued& by_issuer(std::string_view issuer_key) const;

  /// What came of a search.
  struct Search {
    const x509::CrlEntry* entry = nullptr;
    /// False: the bound was reached, and nobody looked.
    bool made = true;
  };
  /// Looks for `certificate` in the CRL. Each pair is looked for once.
  Search find(const CrlRecord& record, const x509::Certificate& certificate);
  /// How many entries were looked at.
  std::size_t scanned() const { return scanned_; }
  bool limit_hit() const { return limit_hit_; }

 private:
  const CheckOptions& options_;
  std::vector<CrlRecord> records_;
  std::map<std::string_view, Issued> by_issuer_;
  std::map<std::pair<const x509::Crl*, const x509::Certificate*>, std::optional<x509::CrlEntry>> known_;
  std::size_t scanned_ = 0;
  bool limit_hit_ = false;
};

}  // namespace pki::path
