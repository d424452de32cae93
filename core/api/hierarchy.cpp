#include "api/hierarchy.h"

#include <algorithm>
#include <map>

#include "api/rules.h"

namespace pki::api {
namespace {

using x509::Certificate;
using x509::CertificatePtr;

bool names_key_of(const Certificate& child, const Certificate& candidate) {
  const auto& authority = child.extensions().authority_key_identifier;
  const auto& subject = candidate.extensions().subject_key_identifier;
  return authority && authority->key_identifier.has_value() && subject &&
         equal(*authority->key_identifier, subject->key_identifier);
}

Time end_of(const Certificate& certificate) {
  return certificate.not_after().has_value() ? certificate.not_after()->time : Time{};
}

class Builder {
 public:
  explicit Builder(const std::vector<CertificatePtr>& certificates) : certificates_(certificates) {
    for (std::size_t i = 0; i < certificates.size(); ++i) by_subject_[certificates[i]->subject_key()].push_back(i);
    for (auto& [name, indices] : by_subject_) {
      std::stable_sort(indices.begin(), indices.end(), [&](std::size_t a, std::size_t b) {
        return end_of(*certificates[a]) > end_of(*certificates[b]);
      });
    }
  }

  Hierarchy build() {
    Hierarchy hierarchy;
    for (std::size_t i = 0; i < certificates_.size(); ++i) hierarchy.nodes.push_back(find_parent(i));
    break_circles(hierarchy.nodes);
    const bool stopped = std::any_of(hierarchy.nodes.begin(), hierarchy.nodes.end(),
                                     [](const HierarchyNode& node) { return node.how == Parentage::Unchecked; });
    if (stopped) {
      hierarchy.findings.push_back({&rules::kHierarchyLimit, {}, {{"limit", std::to_string(kMostSignatureChecks)}}});
    }
    return hierarchy;
  }

 private:
  bool signed_by(const Certificate& child, const Certificate& candidate) {
    ++checks_;
    return x509::verify_signed_by(child, candidate.public_key()).ok();
  }

  HierarchyNode find_parent(std::size_t child) {
    const Certificate& certificate = *certificates_[child];
    if (checks_ >= kMostSignatureChecks) return {std::nullopt, Parentage::Unchecked};
    if (certificate.self_issued() && signed_by(certificate, certificate)) {
      return {std::nullopt, Parentage::SelfSigned};
    }
    const auto candidates = by_subject_.find(certificate.issuer_key());
    if (candidates == by_subject_.end()) return {std::nullopt, Parentage::NotThere};
    bool others = false;
    for (const Parentage how : {Parentage::KeyIdentifier, Parentage::Signature}) {
      for (const std::size_t candidate : candidates->second) {
        const bool named = names_key_of(certificate, *certificates_[candidate]);
        if (candidate == child || named != (how == Parentage::KeyIdentifier)) continue;
        if (checks_ >= kMostSignatureChecks) return {std::nullopt, Parentage::Unchecked};
        others = true;
        if (signed_by(certificate, *certificates_[candidate])) return {candidate, how};
      }
    }
    return {std::nullopt, others ? Parentage::SignatureMismatch : Parentage::NotThere};
  }

  /// Follows each certificate's parents once; whoever would lead back to where it came from becomes an orphan.
  static void break_circles(std::vector<HierarchyNode>& nodes) {
    constexpr std::size_t kNever = static_cast<std::size_t>(-1);
    std::vector<std::size_t> seen_from(nodes.size(), kNever);
    for (std::size_t start = 0; start < nodes.size(); ++start) {
      std::size_t at = start;
      while (seen_from[at] == kNever) {
        seen_from[at] = start;
        if (!nodes[at].parent.has_value()) break;
        if (seen_from[*nodes[at].parent] == start) {
          nodes[at] = {std::nullopt, Parentage::Circle};
          break;
        }
        at = *nodes[at].parent;
      }
    }
  }

  const std::vector<CertificatePtr>& certificates_;
  std::map<std::string, std::vector<std::size_t>> by_subject_;  // those that end last first
  std::size_t checks_ = 0;
};

}  // namespace

std::string_view parentage_text(Parentage parentage) {
  switch (parentage) {
    case Parentage::SelfSigned:
      return "self-signed";
    case Parentage::KeyIdentifier:
      return "key identifier and signature";
    case Parentage::Signature:
      return "signature";
    case Parentage::SignatureMismatch:
      return "the issuer's name is here, but its key does not fit";
    case Parentage::NotThere:
      return "the issuer is not here";
    case Parentage::Circle:
      return "signed by a CA that it certifies itself";
    case Parentage::Unchecked:
      return "not checked";
  }
  return {};
}

Hierarchy build_hierarchy(const std::vector<CertificatePtr>& certificates) { return Builder(certificates).build(); }

}  // namespace pki::api
