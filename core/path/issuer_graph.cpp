#include "path/issuer_graph.h"

#include <deque>
#include <set>
#include <utility>

#include "path/checks/anchor.h"
#include "path/describe.h"
#include "path/rules.h"
#include "path/validator.h"

namespace pki::path {
namespace {

constexpr std::size_t kMostNameMismatches = 8;

std::optional<std::string_view> key_id_of(const x509::Certificate& certificate) {
  const auto& identifier = certificate.extensions().subject_key_identifier;
  if (!identifier) return std::nullopt;
  return as_text(identifier->key_identifier);
}

// RFC 5280 4.2.1.9: whatever the path, `below` intermediate certificates that count stand between an issuer and the
// target at least.
std::optional<Finding> find_path_length_fault(const x509::Certificate& certificate, std::uint32_t below,
                                              const CheckReactions& reactions) {
  if (is_softened(reactions, checks::kPathLength, PathPart::Cas)) return std::nullopt;
  const auto& constraints = certificate.extensions().basic_constraints;
  if (!constraints || !constraints->path_length || *constraints->path_length >= below) {
    return std::nullopt;
  }
  return finding_at(rules::kPathLength, certificate, constraints.extension->whole, "basicConstraints.pathLenConstraint",
                    {{"subject", "The next CA"}, {"limited_by", title(certificate)}});
}

}  // namespace

// Everything that was given, once each, by subject.
struct IssuerGraph::Sources {
  std::multimap<std::string_view, x509::CertificatePtr> certificates;
  std::multimap<std::string_view, TrustAnchorPtr> anchors;
  // Names to add, each with the least number of intermediate certificates between its entities and the target.
  std::deque<std::pair<std::string_view, std::uint32_t>> names;
};

void IssuerGraph::index_sources(Sources& sources, const PathSources& from, const CheckOptions& options) {
  std::set<std::string_view> seen;
  std::set<std::pair<std::string_view, std::string_view>> seen_bare;
  for (const TrustAnchorPtr& anchor : from.store.anchors()) {
    const x509::CertificatePtr& certificate = anchor->certificate();
    if (options.anchor_form == AnchorForm::SelfSigned && certificate && !is_root(*certificate)) continue;
    const bool fresh = certificate ? seen.insert(as_text(certificate->fingerprint())).second
                                   : seen_bare.emplace(anchor->name_key(), as_text(anchor->public_key().whole)).second;
    if (!fresh) continue;
    sources.anchors.emplace(anchor->name_key(), anchor);
    if (!certificate) continue;
    if (equal(certificate->fingerprint(), from.target->fingerprint())) target_anchor_ = anchor;
    if (const auto id = key_id_of(*certificate)) by_key_id_.emplace(*id, NameMismatch{certificate, anchor});
  }
  seen.insert(as_text(from.target->fingerprint()));
  const auto add = [&](const x509::CertificatePtr& certificate) {
    if (!seen.insert(as_text(certificate->fingerprint())).second) return;
    sources.certificates.emplace(certificate->subject_key(), certificate);
    if (const auto id = key_id_of(*certificate)) by_key_id_.emplace(*id, NameMismatch{certificate, nullptr});
  };
  for (const TrustAnchorPtr& anchor : from.store.anchors()) {
    if (anchor->certificate()) add(anchor->certificate());  // those that may end no path
  }
  for (const x509::CertificatePtr& certificate : from.pool) add(certificate);
}

EntityIndex IssuerGraph::entity_of(NameIndex name, const crypto::PublicKey& key) {
  const auto [place, fresh] =
      entity_index_.try_emplace(std::pair(name, as_text(key.whole)), static_cast<EntityIndex>(entities_.size()));
  if (fresh) {
    entities_.push_back({.name = name, .key = &key});
    entities_by_name_[name].push_back(place->second);
  }
  return place->second;
}

void IssuerGraph::add_certificate(const x509::CertificatePtr& certificate, EntityIndex entity) {
  entities_[entity].certificates.push_back(static_cast<CertificateIndex>(certificates_.size()));
  certificates_.push_back({.certificate = certificate, .entity = entity});
}

// Adds the entities that bear this name, and notes the names of their issuers.
void IssuerGraph::add_name(std::string_view name_key, std::uint32_t depth, Sources& sources,
                           const CheckOptions& options) {
  const auto [place, fresh] = names_.try_emplace(name_key, static_cast<NameIndex>(entities_by_name_.size()));
  if (!fresh) return;
  const NameIndex name = place->second;
  entities_by_name_.emplace_back();
  const x509::Certificate& target = *certificates_[kTarget].certificate;
  const auto [first_anchor, last_anchor] = sources.anchors.equal_range(name_key);
  for (auto anchor = first_anchor; anchor != last_anchor; ++anchor) {
    const EntityIndex entity = entity_of(name, anchor->second->public_key());
    entities_[entity].anchors.push_back(static_cast<AnchorIndex>(anchors_.size()));
    anchors_.push_back({anchor->second, entity, checks::find_anchor_faults(*anchor->second, target, options)});
  }
  const auto [first, last] = sources.certificates.equal_range(name_key);
  for (auto item = first; item != last; ++item) {
    const x509::CertificatePtr& certificate = item->second;
    add_certificate(certificate, entity_of(name, certificate->public_key()));
    GraphCertificate& added = certificates_.back();
    added.faults = find_lone_faults({*certificate, Role::Issuer, options});
    if (auto fault = find_path_length_fault(*certificate, depth, options.reactions)) {
      added.faults.push_back(std::move(*fault));
    }
    sources.names.emplace_back(certificate->issuer_key(), depth + 1);
  }
}

bool is_root(const x509::Certificate& certificate) {
  if (!certificate.self_issued()) return false;
  const auto& authority = certificate.extensions().authority_key_identifier;
  const auto& subject = certificate.extensions().subject_key_identifier;
  if (!authority || !authority->key_identifier || !subject) return true;
  return equal(*authority->key_identifier, subject->key_identifier);
}

IssuerGraph::IssuerGraph(const x509::CertificatePtr& target, const std::vector<x509::CertificatePtr>& pool,
                         const TrustStore& store, const CheckOptions& options) {
  Sources sources;
  index_sources(sources, {target, pool, store}, options);
  certificates_.push_back({.certificate = target, .faults = find_lone_faults({*target, Role::Target, options})});
  // Breadth first, so that each name is met first at its least depth. A self-issued certificate adds no name.
  sources.names.emplace_back(target->issuer_key(), 0);
  while (!sources.names.empty()) {
    const auto [name, depth] = sources.names.front();
    sources.names.pop_front();
    add_name(name, depth, sources, options);
  }
  for (GraphCertificate& item : certificates_) {
    const NameIndex name = names_.find(item.certificate->issuer_key())->second;
    if (!entities_by_name_[name].empty()) item.issuer_name = name;
  }
}

std::vector<NameMismatch> IssuerGraph::find_name_mismatches(const x509::Certificate& child) const {
  std::vector<NameMismatch> found;
  const auto& authority = child.extensions().authority_key_identifier;
  if (!authority || !authority->key_identifier) return found;
  const auto [first, last] = by_key_id_.equal_range(as_text(*authority->key_identifier));
  std::size_t looked_at = 0;
  for (auto item = first; item != last && looked_at < kMostNameMismatches; ++item, ++looked_at) {
    if (item->second.certificate->subject_key() != child.issuer_key()) {
      found.push_back(item->second);
    }
  }
  return found;
}

}  // namespace pki::path
