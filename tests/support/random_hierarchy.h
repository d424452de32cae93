#pragma once
// Random hierarchies with one planted fault or none: what a path builder must find its way through.

#include <algorithm>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "asn1/oids.h"
#include "support/chain_builder.h"
#include "support/constraint_extensions.h"

namespace pki::test {

/// Where a fault can be planted.
enum class Where : std::uint8_t { Anywhere, Cas, UpperCas, Target };
/// Which certificate the finding is about: the one with the fault, the one below it, the target, or the lowest CA.
enum class About : std::uint8_t { Itself, Below, Target, LowestCa };

/// A fault of one certificate, and the rule of the one finding that it must lead to.
struct PlantedFault {
  const char* name;
  const char* rule;
  Where where;
  About about;
  /// `place` is the certificate's in the trunk, the target's is 0.
  void (*plant)(CertificateSpec&, std::size_t place);

  bool fits(std::size_t place) const {
    switch (where) {
      case Where::Anywhere:
        return true;
      case Where::Cas:
        return place > 0;
      case Where::UpperCas:
        return place > 1;
      case Where::Target:
        break;
    }
    return place == 0;
  }
  /// The place that the finding is about.
  std::size_t found_at(std::size_t place) const {
    switch (about) {
      case About::Itself:
        return place;
      case About::Below:
        return place - 1;
      case About::Target:
        return 0;
      case About::LowestCa:
        break;
    }
    return 1;
  }
};

/// An extension that nobody knows.
inline asn1::Oid private_extension() { return asn1::make_oid<1, 3, 6, 1, 4, 1, 55555, 1>(); }

inline void constrain(CertificateSpec& ca, const std::vector<std::string>& permitted,
                      const std::vector<std::string>& excluded) {
  ca.more.push_back(name_constraints_extension(permitted, excluded));
}

/// The names of every target: one of each form that name constraints know.
inline const std::vector<std::string> kTargetNames = {"DNS:leaf.example.com", "IP:192.0.2.1",
                                                      "email:ann@mail.example.com", "URI:https://web.example.com/path"};

/// All that can be planted.
inline const PlantedFault kPlantedFaults[] = {
    {"expired", "path.validity.expired", Where::Anywhere, About::Itself,
     [](CertificateSpec& c, std::size_t) { c.not_after = Time{kNow.seconds - 1}; }},
    {"not yet valid", "path.validity.not_yet_valid", Where::Anywhere, About::Itself,
     [](CertificateSpec& c, std::size_t) { c.not_before = *from_iso8601("2034-01-01"); }},
    {"tampered", "path.signature.invalid", Where::Anywhere, About::Itself,
     [](CertificateSpec& c, std::size_t) { c.signature = Signature::Tampered; }},
    {"cA is FALSE", "path.basic_constraints.not_ca", Where::Cas, About::Itself,
     [](CertificateSpec& c, std::size_t) { c.basic_constraints = x509::BasicConstraints{}; }},
    {"no basic constraints", "path.basic_constraints.missing", Where::Cas, About::Itself,
     [](CertificateSpec& c, std::size_t) { c.basic_constraints.reset(); }},
    {"no keyCertSign", "path.key_usage.no_cert_sign", Where::Cas, About::Itself,
     [](CertificateSpec& c, std::size_t) { c.key_usage = kCrlSign; }},
    {"an unknown critical extension", "path.critical_extension.unknown", Where::Anywhere, About::Itself,
     [](CertificateSpec& c, std::size_t) {
       c.more.push_back(make_extension(private_extension(), true, {0x05, 0x00}));
     }},
    {"an extension twice", "path.encoding.extension_duplicate", Where::Anywhere, About::Itself,
     [](CertificateSpec& c, std::size_t) {
       for (int i = 0; i < 2; ++i) c.more.push_back(make_extension(private_extension(), false, {0x05, 0x00}));
     }},
    {"another purpose in a CA", "path.extended_key_usage.issuer", Where::Cas, About::Itself,
     [](CertificateSpec& c, std::size_t) { c.key_purposes = {asn1::oids::kCodeSigning}; }},
    {"another purpose", "path.extended_key_usage.purpose", Where::Target, About::Itself,
     [](CertificateSpec& c, std::size_t) { c.key_purposes = {asn1::oids::kCodeSigning}; }},
    {"a key usage that does not fit", "path.key_usage.purpose", Where::Target, About::Itself,
     [](CertificateSpec& c, std::size_t) { c.key_usage = kCrlSign; }},
    {"another host", "path.identity.mismatch", Where::Target, About::Itself,
     [](CertificateSpec& c, std::size_t) { c.names = {"DNS:other.example.com"}; }},
    {"a path length that is too short", "path.path_length.exceeded", Where::UpperCas, About::LowestCa,
     [](CertificateSpec& c, std::size_t place) {
       c.basic_constraints->path_length = static_cast<std::uint32_t>(place - 2);
     }},
    {"a host that is excluded", "path.name_constraints.excluded", Where::Cas, About::Target,
     [](CertificateSpec& c, std::size_t) { constrain(c, {}, {"DNS:example.com"}); }},
    {"a host that is not permitted", "path.name_constraints.not_permitted", Where::Cas, About::Target,
     [](CertificateSpec& c, std::size_t) { constrain(c, {"DNS:other.example"}, {}); }},
    {"an address that is excluded", "path.name_constraints.excluded", Where::Cas, About::Target,
     [](CertificateSpec& c, std::size_t) { constrain(c, {}, {"IP:192.0.2.0/24"}); }},
    {"an address that is not permitted", "path.name_constraints.not_permitted", Where::Cas, About::Target,
     [](CertificateSpec& c, std::size_t) { constrain(c, {"IP:198.51.100.0/24"}, {}); }},
    {"a mailbox that is excluded", "path.name_constraints.excluded", Where::Cas, About::Target,
     [](CertificateSpec& c, std::size_t) { constrain(c, {}, {"email:mail.example.com"}); }},
    {"a mailbox that is not permitted", "path.name_constraints.not_permitted", Where::Cas, About::Target,
     [](CertificateSpec& c, std::size_t) { constrain(c, {"email:bob@mail.example.com"}, {}); }},
    {"a URI that is excluded", "path.name_constraints.excluded", Where::Cas, About::Target,
     [](CertificateSpec& c, std::size_t) { constrain(c, {}, {"URI:.example.com"}); }},
    {"a URI that is not permitted", "path.name_constraints.not_permitted", Where::Cas, About::Target,
     [](CertificateSpec& c, std::size_t) { constrain(c, {"URI:example.com"}, {}); }},
    {"a subject that is excluded", "path.name_constraints.excluded", Where::Cas, About::Target,
     [](CertificateSpec& c, std::size_t) { constrain(c, {}, {"dirName:CN=leaf.example.com"}); }},
    {"an explicit policy that nobody has", "path.policies.explicit_required", Where::Cas, About::Below,
     [](CertificateSpec& c, std::size_t) { c.more.push_back(require_explicit_policy(0)); }},
};

/// What the anchor is: a self-signed certificate; or, as the seed wants it, that, the certificate of a CA that another
/// one issued, or a bare name and key.
enum class Anchors : std::uint8_t { Roots, OfEveryForm };

/// A trunk (target, CAs, trust anchor) and a pool around it: cross-certificates, renewed and expired CAs, CAs of the
/// same name, circles, strangers, duplicates. The same for the same seed. Nothing but the trunk leads to the anchor,
/// except what is added by add().
class RandomHierarchy {
 public:
  static constexpr std::size_t kMostCas = 5;

  explicit RandomHierarchy(unsigned seed, Anchors anchors = Anchors::Roots)
      : random_(seed), cas_(1 + random_() % kMostCas), anchors_(anchors) {
    // P-256 for all, or each CA with another kind of key.
    mixed_keys_ = choose(4) == 0;
    for (std::size_t i = 0; i <= cas_; ++i) {
      trunk_.push_back(i == 0 ? leaf({"CN=leaf.example.com", 4}, party(1)) : ca(party(i), party(i + 1)));
    }
    trunk_[0].key_purposes = {asn1::oids::kServerAuth};
    trunk_[0].names = kTargetNames;
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
      if (fault.fits(place)) fitting.push_back(&fault);
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
    form_ = anchors_ == Anchors::Roots ? 0 : choose(3);
    const Party top = party(cas_ + 1);
    anchor_ = make(form_ == 1 ? ca(top, {"CN=Above all", 250}) : root(top));
  }
  /// The target first, without the anchor.
  const std::vector<x509::CertificatePtr>& trunk_certificates() const { return trunk_certificates_; }
  const std::vector<x509::CertificatePtr>& pool() const { return pool_; }
  /// Of a bare name and key, the certificate that they are taken from.
  const x509::CertificatePtr& anchor() const { return anchor_; }
  bool anchor_is_bare() const { return form_ == 2; }

 private:
  Party party(std::size_t level) const {
    static constexpr unsigned kKinds[] = {100, kP384Keys, kRsaKeys};
    const unsigned kind = mixed_keys_ ? kKinds[level % 3] : 100;
    return {"CN=CA " + std::to_string(level), kind + static_cast<unsigned>(level)};
  }
  unsigned stranger() { return 200 + static_cast<unsigned>(choose(8)); }
  bool coin() { return choose(2) == 0; }

  std::mt19937 random_;
  std::size_t cas_;
  Anchors anchors_;
  bool mixed_keys_ = false;
  std::size_t form_ = 0;
  std::vector<CertificateSpec> trunk_;
  std::vector<x509::CertificatePtr> trunk_certificates_;
  std::vector<x509::CertificatePtr> pool_;
  x509::CertificatePtr anchor_;
};

}  // namespace pki::test
