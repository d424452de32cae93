#pragma once
// The pool as a graph. Its nodes are entities: a name and a key (RFC 4158 1.1: what a CA is). Its edges are
// certificates: from the entity that a certificate is about to the entities that may have issued it, which are those
// that bear the issuer's name. Certificates that have no part in any path of the target, by names, are left out.

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "path/options.h"
#include "path/trust_store.h"
#include "x509/certificate.h"

namespace pki::path {

/// Indices into IssuerGraph's lists.
using NameIndex = std::uint32_t;
using EntityIndex = std::uint32_t;
using CertificateIndex = std::uint32_t;
using AnchorIndex = std::uint32_t;
inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

/// A name and a key.
struct Entity {
  NameIndex name = kNone;
  const crypto::PublicKey* key = nullptr;
  /// Certificates that are about it, without those that are anchors.
  std::vector<CertificateIndex> certificates = {};
  /// Anchors that are this name and key.
  std::vector<AnchorIndex> anchors = {};
};

/// A certificate of the pool, or the target.
struct GraphCertificate {
  x509::CertificatePtr certificate;
  EntityIndex entity = kNone;
  /// The issuer's name; kNone where no entity bears it.
  NameIndex issuer_name = kNone;
  /// Why it would fail in its part, as an issuer or the target, in any path of the target.
  Findings faults = {};
};

struct GraphAnchor {
  TrustAnchorPtr anchor;
  EntityIndex entity = kNone;
  /// Why every path that ends here would fail.
  Findings faults;
};

/// A certificate that has the key identifier that is looked for, under another name.
struct NameMismatch {
  x509::CertificatePtr certificate;
  TrustAnchorPtr anchor;  // set where it is an anchor's certificate
};

/// True if the certificate is its own issuer by name and key identifiers: what AnchorForm::SelfSigned asks of an
/// anchor. Where either identifier is missing, the name decides.
bool is_root(const x509::Certificate& certificate);

class IssuerGraph {
 public:
  /// The target's certificate.
  static constexpr CertificateIndex kTarget = 0;

  /// Duplicates are merged: equal certificates, and anchors of equal certificates or of equal bare names and keys.
  /// Work: n log n in the size of pool and anchors.
  IssuerGraph(const x509::CertificatePtr& target, const std::vector<x509::CertificatePtr>& pool,
              const TrustStore& store, const CheckOptions& options);

  const std::vector<GraphCertificate>& certificates() const { return certificates_; }
  const std::vector<GraphAnchor>& anchors() const { return anchors_; }
  const std::vector<Entity>& entities() const { return entities_; }
  std::size_t name_count() const { return entities_by_name_.size(); }
  /// The entities that bear a name.
  const std::vector<EntityIndex>& entities_named(NameIndex name) const { return entities_by_name_[name]; }
  /// The anchor whose certificate the target is, or null.
  const TrustAnchorPtr& target_anchor() const { return target_anchor_; }
  /// Certificates of the whole pool whose subject key identifier is what `child` asks for but whose subject is not its
  /// issuer; a few at most.
  std::vector<NameMismatch> find_name_mismatches(const x509::Certificate& child) const;

 private:
  struct Sources;
  struct PathSources {
    const x509::CertificatePtr& target;
    const std::vector<x509::CertificatePtr>& pool;
    const TrustStore& store;
  };
  void index_sources(Sources& sources, const PathSources& from, const CheckOptions& options);
  void add_name(std::string_view name_key, std::uint32_t depth, Sources& sources, const CheckOptions& options);
  EntityIndex entity_of(NameIndex name, const crypto::PublicKey& key);
  void add_certificate(const x509::CertificatePtr& certificate, EntityIndex entity);

  std::vector<GraphCertificate> certificates_;
  std::vector<GraphAnchor> anchors_;
  std::vector<Entity> entities_;
  std::vector<std::vector<EntityIndex>> entities_by_name_;
  std::map<std::string_view, NameIndex> names_;
  std::map<std::pair<NameIndex, std::string_view>, EntityIndex> entity_index_;
  std::multimap<std::string_view, NameMismatch> by_key_id_;
  TrustAnchorPtr target_anchor_;
};

}  // namespace pki::path
