#pragma once
// Who signed whom, in a pile of certificates: proved by the signatures, not by names.

#include <optional>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "x509/certificate.h"

namespace pki::api {

/// How the issuer of a certificate was told.
enum class Parentage : std::uint8_t {
  SelfSigned,         // its own key fits: it has no parent
  KeyIdentifier,      // the signature fits, and the key identifiers say the same
  Signature,          // the signature fits
  SignatureMismatch,  // somebody has the issuer's name, but nobody's key fits
  NotThere,           // nobody here has the issuer's name
  Circle,             // whoever signed it stands below it
  Unchecked,          // the bound on signature checks was reached
};
/// "self-signed", "key identifier and signature", ...
std::string_view parentage_text(Parentage parentage);

/// Where one certificate stands.
struct HierarchyNode {
  std::optional<std::size_t> parent;  // index of the certificate that signed it
  Parentage how = Parentage::NotThere;
};

struct Hierarchy {
  std::vector<HierarchyNode> nodes;  // one for each certificate, in their order
  Findings findings;                 // api.hierarchy.*
};

/// How many signatures are checked at most: a pile of certificates of one name would ask for its square.
inline constexpr std::size_t kMostSignatureChecks = 5000;

/// Finds each certificate's parent. Where several keys of one name fit (a CA with several certificates), the one whose
/// key identifier is named comes first, then the one that ends last. Parents never form a circle (two CAs that certify
/// each other): one of its certificates then has none.
Hierarchy build_hierarchy(const std::vector<x509::CertificatePtr>& certificates);

}  // namespace pki::api
