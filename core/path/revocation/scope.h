#pragma once
// Distribution points and reasons: whether a CRL is about a certificate (RFC 5280 6.3.3 (b), (d)).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "x509/certificate.h"
#include "x509/crl.h"

namespace pki::path {

/// Reasons as a set: bit n of ReasonFlags (RFC 5280 4.2.1.13) is 1 << n.
using ReasonSet = std::uint32_t;
/// keyCompromise (1) to aACompromise (8).
inline constexpr ReasonSet kAllReasons = 0x1FE;

/// Nothing given means all reasons.
ReasonSet reasons_of(const std::optional<asn1::BitString>& bits);
/// "keyCompromise, cACompromise"; "none".
std::string reasons_text(ReasonSet reasons);

/// A distribution point, with names that can be compared: equal names have equal texts. Lists of names are sorted.
struct ComparablePoint {
  /// The names of the point; empty where it has none.
  std::vector<std::string> names = {};
  /// x509::comparison_key() of each directory name in cRLIssuer; the certificate's issuer where cRLIssuer is absent.
  std::vector<std::string> crl_issuers = {};
  /// The names in cRLIssuer as names of a point; empty where it is absent.
  std::vector<std::string> crl_issuer_names = {};
  ReasonSet reasons = kAllReasons;

  /// cRLIssuer is there: an indirect CRL is meant.
  bool indirect() const { return !crl_issuer_names.empty(); }
};

/// The distribution points of a certificate in order, and last the one that RFC 5280 6.3.3 takes for granted: all
/// reasons, the certificate's issuer as name and as issuer of the CRL. At most `limit` of the certificate's own.
std::vector<ComparablePoint> distribution_points_of(const x509::Certificate& certificate, std::size_t limit);

/// The names of a CRL's issuing distribution point, sorted; empty where it has none.
std::vector<std::string> point_names_of(const x509::Crl& crl);

/// Why the CRL is not about the certificate as far as `point` goes, by 6.3.3 (b): the rule, and its parameter `flag`.
struct ScopeFault {
  const Rule* rule = nullptr;
  std::string flag = {};
};
/// `crl_names` is point_names_of(crl), computed once. The CRL's issuer is one of the point's.
std::optional<ScopeFault> find_scope_fault(const x509::Crl& crl, const std::vector<std::string>& crl_names,
                                           const ComparablePoint& point, const x509::Certificate& certificate);

}  // namespace pki::path
