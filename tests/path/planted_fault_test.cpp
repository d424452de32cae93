// Laws of the whole check, over random hierarchies: cross-certificates, renewed and expired CAs, CAs of the same name,
// circles, strangers and duplicates, in any order, with one planted fault or none.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "asn1/oids.h"
#include "path_support.h"

namespace pki::path::test {
namespace {

namespace oids = asn1::oids;

constexpr int kHierarchies = 60;
constexpr std::size_t kMostCas = 5;

// A fault of one certificate, and what is said of it.
struct Fault {
  const char* name;
  const char* rule;
  // Whether it can be planted in a CA's certificate, and in the target's.
  bool in_ca;
  bool in_target;
  void (*plant)(CertificateSpec&);
};

asn1::Oid private_extension() { return asn1::make_oid<1, 3, 6, 1, 4, 1, 55555, 1>(); }

const Fault kFaults[] = {
    {"expired", "path.validity.expired", true, true, [](CertificateSpec& c) { c.not_after = Time{kNow.seconds - 1}; }},
    {"not yet valid", "path.validity.not_yet_valid", true, true,
     [](CertificateSpec& c) { c.not_before = Time{kNow.seconds + 1}; }},
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
     [](CertificateSpec& c) { c.key_purposes = {oids::kCodeSigning}; }},
    {"another purpose", "path.extended_key_usage.purpose", false, true,
     [](CertificateSpec& c) { c.key_purposes = {oids::kCodeSigning}; }},
    {"a key usage that does not fit", "path.key_usage.purpose", false, true,
     [](CertificateSpec& c) { c.key_usage = kCrlSign; }},
    {"another host", "path.identity.mismatch", false, true,
     [](CertificateSpec& c) { c.names = {"DNS:other.example.com"}; }},
};

// The trunk (target, CAs, root), and a pool around it that holds no second good way.
class Hierarchy {
 public:
  explicit Hierarchy(unsigned seed) : random_(seed), cas_(1 + random_() % kMostCas) {
    for (std::size_t i = 0; i <= cas_; ++i) {
      trunk_.push_back(i == 0 ? leaf(kLeaf, party(1)) : ca(party(i), party(i + 1)));
    }
    trunk_[0].key_purposes = {oids::kServerAuth};
    trunk_[0].names = {"DNS:leaf.example.com"};
  }

  std::size_t cas() const { return cas_; }
  CertificateSpec& trunk(std::size_t i) { return trunk_[i]; }
  std::size_t choose(std::size_t count) { return random_() % count; }

  void add(const CertificateSpec& spec) { pool_.push_back(make(spec)); }

  // What is no way to the anchor: another root of no trust, other keys, other times, circles, strangers.
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

  Report check() {
    const x509::CertificatePtr target = make(trunk_[0]);
    for (std::size_t i = 1; i <= cas_; ++i) {
      trunk_certificates_.push_back(make(trunk_[i]));
      pool_.push_back(trunk_certificates_.back());
    }
    std::shuffle(pool_.begin(), pool_.end(), random_);
    const x509::CertificatePtr anchor = make(root(party(cas_ + 1)));
    PathQuestion question = ask(target, pool_, {anchor});
    question.options.purpose = Purpose::TlsServer;
    question.options.identities = {parse_reference_identity("leaf.example.com").value()};
    question.options.limits.max_paths = 1000;
    return check_paths(question);
  }

  /// The path of the report that is the trunk; null where there is none.
  const CandidatePath* find_trunk(const Report& report) const {
    for (const CandidatePath& path : report.paths) {
      if (path.certificates.size() != cas_ + 2) continue;
      bool same = true;
      for (std::size_t i = 1; i <= cas_; ++i)
        same &= std::ranges::equal(path.certificates[i]->der(), trunk_certificates_[i - 1]->der());
      if (same) return &path;
    }
    return nullptr;
  }

 private:
  Party party(std::size_t level) const {
    return {"CN=CA " + std::to_string(level), 100 + static_cast<unsigned>(level)};
  }
  unsigned stranger() { return 200 + random_() % 8; }
  bool coin() { return random_() % 2 == 0; }

  std::mt19937 random_;
  std::size_t cas_;
  std::vector<CertificateSpec> trunk_;
  std::vector<x509::CertificatePtr> trunk_certificates_;
  std::vector<x509::CertificatePtr> pool_;
};

// A fault for this certificate, drawn at random.
const Fault& draw_fault(Hierarchy& hierarchy, bool target) {
  std::vector<const Fault*> fitting;
  for (const Fault& fault : kFaults) {
    if (target ? fault.in_target : fault.in_ca) fitting.push_back(&fault);
  }
  return *fitting[hierarchy.choose(fitting.size())];
}

}  // namespace

TEST_CASE("In a random hierarchy without a fault the good path is found and is the best") {
  for (unsigned seed = 1; seed <= kHierarchies; ++seed) {
    CAPTURE(seed);
    Hierarchy hierarchy(seed);
    hierarchy.add_decoys();
    const Report report = hierarchy.check();
    CHECK(report.accepted);
    const CandidatePath* trunk = hierarchy.find_trunk(report);
    REQUIRE(trunk != nullptr);
    CHECK(failures(*trunk).empty());
    CHECK(report.best()->accepted);
  }
}

TEST_CASE("In a random hierarchy with one planted fault, the fault is found, nothing else, and nothing is accepted") {
  for (unsigned seed = 1; seed <= kHierarchies; ++seed) {
    Hierarchy hierarchy(seed);
    const std::size_t place = hierarchy.choose(hierarchy.cas() + 1);
    const Fault& fault = draw_fault(hierarchy, place == 0);
    CAPTURE(seed, place, fault.name);
    fault.plant(hierarchy.trunk(place));
    hierarchy.add_decoys();
    const Report report = hierarchy.check();
    CHECK_FALSE(report.accepted);
    REQUIRE(report.headline);
    const CandidatePath* trunk = hierarchy.find_trunk(report);
    REQUIRE(trunk != nullptr);
    CHECK(failures(*trunk) == std::set<std::string>{std::string(fault.rule) + "@" + std::to_string(place)});
    CHECK(trunk->near_miss());
    CHECK(report.best()->failures == 1);
  }
}

TEST_CASE("A good certificate beside the one with the fault saves the path, and the fault is still told") {
  for (unsigned seed = 1; seed <= kHierarchies; ++seed) {
    Hierarchy hierarchy(seed);
    const std::size_t place = 1 + hierarchy.choose(hierarchy.cas());
    const Fault& fault = draw_fault(hierarchy, false);
    CAPTURE(seed, place, fault.name);
    hierarchy.add(hierarchy.trunk(place));
    fault.plant(hierarchy.trunk(place));
    hierarchy.add_decoys();
    const Report report = hierarchy.check();
    CHECK(report.accepted);
    const CandidatePath* trunk = hierarchy.find_trunk(report);
    // A candidate whose signature does not fit is left out where another one's does.
    REQUIRE((trunk != nullptr || std::string_view(fault.rule) == "path.signature.invalid"));
    if (trunk != nullptr) CHECK_FALSE(trunk->accepted);
  }
}

}  // namespace pki::path::test
