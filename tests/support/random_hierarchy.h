#pragma once
// Random hierarchies with one planted fault or none: what a path builder must find its way through.

#include <algorithm>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "asn1/oids.h"
#include "support/chain_builder.h"

namespace pki::test {

/// A fault of one certificate, and the rule of the finding that it must lead to.
struct PlantedFault {
  const char* name;
  const char* rule;
  /// Whether it can be planted in a CA's certificate, and in the target's.
  bool in_ca;
  bool in_target;
  void (*plant)(CertificateSpec&);
};

/// An extension that nobody knows.
inline asn1::Oid private_extension() { return asn1::make_oid<1, 3, 6, 1, 4, 1, 55555, 1>(); }

/// All that can be planted.
inline const PlantedFault kPlantedFaults[] = {
    {"expired", "path.validity.expired", true, true, [](CertificateSpec& c) { c.not_after = Time{kNow.seconds - 1}; }},
    {"not yet valid", "path.validity.not_yet_valid", true, true,
     [](CertificateSpec& c) { c.not_before = *from_iso8601("2034-01-01"); }},
    {"tampered", "path.signature.invalid", true, true, [](CertificateSpec& c) { c.signature = Signature::Tampered; }},
    {"cA is FALSE", "path.basic_constraints.not_ca", true, false,
     [](CertificateSpec& c) { c.basic_constraints = x509::BasicConstraints{}; }},
    {"no basic constraints", "path.basic_constraints.missing", true, false,
     [](CertificateSpec& c) { c.basic_constraints.reset(); }},
    {"no keyCertSign", "path.key_usage.no_cert_sign", true, false, [](CertificateSpec& c) { c.key_usage = kCrlSign; }},
    {"an unknown critical extension", "path.critical_extension.unknown", true, true,
     [](CertificateSpec& c) {
       c.more.push_back(make_extension(private_extension(), true, {0x05, 0x00}));
     }},
    {"an extension twice", "path.encoding.extension_duplicate", true, true,
     [](CertificateSpec& c) {
       for (int i = 0; i < 2; ++i) c.more.push_back(make_extension(private_extension(), false, {0x05, 0x00}));
     }},
    {"another purpose in a CA", "path.extended_key_usage.issuer", true, false,
     [](CertificateSpec& c) { c.key_purposes = {asn1::oids::kCodeSigning}; }},
    {"another purpose", "path.extended_key_usage.purpose", false, true,
     [](CertificateSpec& c) { c.key_purposes = {asn1::oids::kCodeSigning}; }},
    {"a key usage that does not fit", "path.key_usage.purpose", false, true,
     [](CertificateSpec& c) { c.key_usage = kCrlSign; }},
    {"another host", "path.identity.mismatch", false, true,
     [](CertificateSpec& c) { c.names = {"DNS:other.example.com"}; }},
};

/// A trunk (target, CAs, trust anchor) and a pool around it: cross-certificates, renewed and expired CAs, CAs of the
/// same name, circles, strangers, duplicates. The same for the same seed. Nothing but the trunk leads to the anchor,
/// except what is added by add().
class RandomHierarchy {
 public:
  static constexpr std::size_t kMostCas = 5;

  explicit RandomHierarchy(unsigned seed) : random_(seed), cas_(1 + random_() % kMostCas) {
    for (std::size_t i = 0; i <= cas_; ++i) {
      trunk_.push_back(i == 0 ? leaf({"CN=leaf.example.com", 4}, party(1)) : ca(party(i), party(i + 1)));
    }
    trunk_[0].key_purposes = {asn1::oids::kServerAuth};
    trunk_[0].names = {"DNS:leaf.example.com"};
  }

  /// How many CAs stand between the target and the anchor.
  std::size_t cas() const { return cas_; }
  /// Certificate `i` of the trunk, the target first, before it is made.
  CertificateSpec& trunk(std::size_t i) { return trunk_[i]; }
  /// A number below `count`, at random.
  std::size_t choose(std::size_t count) { return random_() % count; }
  /// A fault that can be planted in certificate `place` of the trunk, at random.
  const PlantedFault& draw_fault(std::size_t place) {
    std::vector<const PlantedFault*> fitting;
    for (const PlantedFault& fault : kPlantedFaults) {
      if (place == 0 ? fault.in_target : fault.in_ca) fitting.push_back(&fault);
    }
    return *fitting[choose(fitting.size())];
  }

  /// Puts a certificate into the pool.
  void add(const CertificateSpec& spec) { pool_.push_back(make(spec)); }

  /// Fills the pool with what is no way to the anchor.
  void add_decoys() {
    for (std::size_t i = 1; i <= cas_; ++i) {
      const CertificateSpec good = ca(party(i), party(i + 1));
      if (coin()) add(ca({good.subject.name, stranger()}, good.issuer));
      if (coin()) add(ca(good.subject, {"CN=Nobody trusts me", stranger()}));
      if (coin()) {
        CertificateSpec old = good;
        old.not_after = Time{kNow.seconds - 1000};
        add(old);
      }
      if (coin()) add(ca(party(i), party(1 + choose(i))));
      if (coin()) add(root({good.subject.name, stranger()}));
    }
    if (coin()) add(leaf({"CN=stranger.example.com", stranger()}, {"CN=Stranger", stranger()}));
    if (coin()) {
      const std::vector<x509::CertificatePtr> twice = pool_;
      pool_.insert(pool_.end(), twice.begin(), twice.end());
    }
  }

  /// Makes the trunk's certificates and mixes its CAs into the pool; afterwards the functions below have values.
  void finish() {
    for (const CertificateSpec& spec : trunk_) trunk_certificates_.push_back(make(spec));
    pool_.insert(pool_.end(), trunk_certificates_.begin() + 1, trunk_certificates_.end());
    std::shuffle(pool_.begin(), pool_.end(), random_);
    anchor_ = make(root(party(cas_ + 1)));
  }
  /// The target first, without the anchor.
  const std::vector<x509::CertificatePtr>& trunk_certificates() const { return trunk_certificates_; }
  const std::vector<x509::CertificatePtr>& pool() const { return pool_; }
  const x509::CertificatePtr& anchor() const { return anchor_; }

 private:
  static Party party(std::size_t level) {
    return {"CN=CA " + std::to_string(level), 100 + static_cast<unsigned>(level)};
  }
  unsigned stranger() { return 200 + static_cast<unsigned>(choose(8)); }
  bool coin() { return choose(2) == 0; }

  std::mt19937 random_;
  std::size_t cas_;
  std::vector<CertificateSpec> trunk_;
  std::vector<x509::CertificatePtr> trunk_certificates_;
  std::vector<x509::CertificatePtr> pool_;
  x509::CertificatePtr anchor_;
};

}  // namespace pki::test
