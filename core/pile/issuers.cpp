#include "pile/issuers.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "crypto/rules.h"
#include "pile/rules.h"

namespace pki::pile {
namespace {

using x509::Certificate;
using x509::CertificatePtr;

// CAs of one name that are ranked for one certificate: beyond, only the one that its key identifier names is found.
constexpr std::size_t kMostRanked = 256;

/// How a certificate's authority key identifier and a candidate's subject key identifier relate, the best first.
enum class KeyIdMatch : std::uint8_t { Match, Absent, Mismatch };

KeyIdMatch match_key_ids(const Certificate& child, const Certificate& candidate) {
  const auto& authority = child.extensions().authority_key_identifier;
  const auto& subject = candidate.extensions().subject_key_identifier;
  if (!authority || !authority->key_identifier || !subject) return KeyIdMatch::Absent;
  return equal(*authority->key_identifier, subject->key_identifier) ? KeyIdMatch::Match : KeyIdMatch::Mismatch;
}

class Finder {
 public:
  Finder(const std::vector<CertificatePtr>& certificates, const Limits& limits)
      : certificates_(certificates), limits_(limits) {
    for (std::size_t i = 0; i < certificates.size(); ++i) add(i);
  }

  IssuerTable run() {
    for (std::size_t i = 0; i < certificates_.size(); ++i) table_.issuers.push_back(find(i));
    if (unchecked_ > 0) {
      table_.findings.push_back(
          {&rules::kLimitSignatures,
           {},
           {{"limit", std::to_string(limits_.max_signature_checks)}, {"unchecked", std::to_string(unchecked_)}}});
    }
    if (crowded_ > 0) {
      table_.findings.push_back(
          {&rules::kLimitKeys, {}, {{"limit", std::to_string(limits_.max_keys)}, {"count", std::to_string(crowded_)}}});
    }
    return std::move(table_);
  }

 private:
  /// The CAs of one name, by their places in IssuerTable::cas.
  struct NameGroup {
    std::vector<std::size_t> cas;
    std::unordered_map<std::string, std::size_t> by_key_id;  // subject key identifier: the first CA that has it
  };

  void add(std::size_t index) {
    const Certificate& certificate = *certificates_[index];
    NameGroup& group = names_[certificate.subject_key()];
    std::string name_and_key = std::to_string(certificate.subject_key().size()) + ':' + certificate.subject_key();
    name_and_key += as_text(certificate.public_key().whole);
    const auto [found, added] = by_name_and_key_.emplace(std::move(name_and_key), table_.cas.size());
    if (added) {
      group.cas.push_back(found->second);
      table_.cas.emplace_back();
    }
    table_.cas[found->second].push_back(index);
    table_.ca_of.push_back(found->second);
    const auto& id = certificate.extensions().subject_key_identifier;
    if (id) group.by_key_id.emplace(as_text(id->key_identifier), found->second);
  }

  const Certificate& first_of(std::size_t ca) const { return *certificates_[table_.cas[ca].front()]; }

  /// The CAs to try, best first: the one whose key identifier is named, then those of which it says nothing, then the
  /// others; a certificate that may be self-signed begins with itself.
  std::vector<std::size_t> rank(std::size_t child, const NameGroup& group) const {
    const Certificate& certificate = *certificates_[child];
    std::vector<std::pair<KeyIdMatch, std::size_t>> ranked;
    const auto add_first = [&](std::size_t ca) { ranked.emplace_back(KeyIdMatch::Match, ca); };
    if (certificate.self_issued() && match_key_ids(certificate, certificate) != KeyIdMatch::Mismatch) {
      add_first(table_.ca_of[child]);
    }
    const auto& authority = certificate.extensions().authority_key_identifier;
    if (authority && authority->key_identifier) {
      const auto named = group.by_key_id.find(std::string(as_text(*authority->key_identifier)));
      if (named != group.by_key_id.end()) add_first(named->second);
    }
    for (std::size_t i = 0; i < std::min(group.cas.size(), kMostRanked); ++i) {
      ranked.emplace_back(match_key_ids(certificate, first_of(group.cas[i])), group.cas[i]);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::size_t> order;
    for (const auto& [match, ca] : ranked) {
      if (std::find(order.begin(), order.end(), ca) == order.end()) order.push_back(ca);
      if (order.size() == limits_.max_keys) break;
    }
    return order;
  }

  Issuer find(std::size_t child) {
    const Certificate& certificate = *certificates_[child];
    const auto found = names_.find(certificate.issuer_key());
    if (found == names_.end()) return {.search = IssuerSearch::NotThere};
    const std::vector<std::size_t> order = rank(child, found->second);
    bool unsupported = false;
    for (const std::size_t ca : order) {
      if (table_.signature_checks == limits_.max_signature_checks) {
        ++unchecked_;
        return {.search = IssuerSearch::Unchecked};
      }
      ++table_.signature_checks;
      const Status fits = x509::verify_signed_by(certificate, first_of(ca).public_key());
      if (!fits.ok()) {
        unsupported = unsupported || fits.error().rule == &crypto::rules::kSignatureUnsupported;
        continue;
      }
      if (ca == table_.ca_of[child]) return {.search = IssuerSearch::SelfSigned};
      return {.search = IssuerSearch::Found, .ca = ca};
    }
    if (found->second.cas.size() > order.size()) {
      ++crowded_;
      return {.search = IssuerSearch::Unchecked};
    }
    if (unsupported) return {.search = IssuerSearch::Unchecked};
    const bool alone = order.size() == 1 && order.front() == table_.ca_of[child];
    return {.search = alone ? IssuerSearch::NotThere : IssuerSearch::OtherKey};
  }

  const std::vector<CertificatePtr>& certificates_;
  const Limits& limits_;
  IssuerTable table_;
  std::unordered_map<std::string, NameGroup> names_;  // by comparison key
  std::unordered_map<std::string, std::size_t> by_name_and_key_;
  std::size_t unchecked_ = 0;
  std::size_t crowded_ = 0;
};

}  // namespace

IssuerTable find_issuers(const std::vector<CertificatePtr>& certificates, const Limits& limits) {
  return Finder(certificates, limits).run();
}

}  // namespace pki::pile
