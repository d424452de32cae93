// bounded [LARGEST]: how the work of a check grows with pools that are made to cost much: counted operations and
// seconds, a line for each size. LARGEST bounds the number of CAs in the complete graphs (a graph of N has N * (N - 1)
// certificates); the default is 300.

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "path/builder.h"
#include "support/chain_builder.h"
#include "support/constraint_extensions.h"
#include "x509/extensions/policies.h"

namespace {

using namespace pki;
using namespace pki::test;

const Party kRoot{"CN=Root,O=Lab", 1};
const Party kIssuing{"CN=Issuing,O=Lab", 2};
const Party kTarget{"CN=leaf.example.com", 4};

class Clock {
 public:
  double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

void print_head() {
  std::printf("%-90s %9s %9s %9s %7s %9s %s\n", "pool", "certs", "candidates", "signatures", "paths", "seconds",
              "verdict, bounds that were hit");
}

void measure(const std::string& title, const CertificateSpec& target, const std::vector<x509::CertificatePtr>& pool,
             const x509::CertificatePtr& anchor) {
  path::PathQuestion question{.target = make(target), .pool = pool, .anchors = {}, .options = {}};
  question.anchors.add(anchor);
  question.options.at = kNow;
  const Clock clock;
  const path::Report report = path::check_paths(question);
  std::string end = report.accepted ? "accepted" : "refused";
  for (const Finding& finding : report.findings) end += ", " + std::string(finding.id());
  std::printf("%-90s %9zu %9zu %9zu %7zu %9.3f %s\n", title.c_str(), pool.size(), report.work.candidates,
              report.work.signature_checks, report.work.paths, clock.seconds(), end.c_str());
  std::fflush(stdout);
}

CertificateSpec target_of(const Party& issuer) {
  CertificateSpec spec = leaf(kTarget, issuer);
  spec.names = {"DNS:leaf.example.com"};
  return spec;
}

Party numbered(unsigned number) { return {"CN=CA " + std::to_string(number), 100 + number % 16}; }

// A policy under 1.3.6.1.4.1.55555.2; 16,384 of them differ.
asn1::OwnedOid policy(unsigned number) {
  ByteVector octets = to_vector(asn1::make_oid<1, 3, 6, 1, 4, 1, 55555, 2>().content());
  for (const unsigned part : {number / 128 % 128, number % 128}) octets.push_back(static_cast<std::uint8_t>(part));
  return asn1::OwnedOid(std::move(octets));
}

x509::ExtensionInput policies(unsigned count) {
  std::vector<x509::PolicyInput> list;
  for (unsigned i = 0; i < count; ++i) list.push_back({.policy = policy(i), .cps_uri = {}});
  return make_extension(asn1::oids::kCertificatePolicies, false, x509::encode_certificate_policies(list));
}

// Each of so many policies is mapped to each: a tree of policies (RFC 3280) grows by that factor with each CA.
x509::ExtensionInput all_mappings(unsigned count) {
  std::vector<std::pair<asn1::OwnedOid, asn1::OwnedOid>> mappings;
  for (unsigned i = 0; i < count; ++i) {
    for (unsigned j = 0; j < count; ++j) mappings.emplace_back(policy(i), policy(j));
  }
  return make_extension(asn1::oids::kPolicyMappings, true, x509::encode_policy_mappings(mappings));
}

// Every CA certified by every other, with more extensions; the last one by the root as well.
std::vector<x509::CertificatePtr> complete_graph(unsigned count, Signature signature,
                                                 const std::vector<x509::ExtensionInput>& more = {}) {
  std::vector<x509::CertificatePtr> pool;
  for (unsigned i = 0; i < count; ++i) {
    for (unsigned j = 0; j < count; ++j) {
      if (i == j) continue;
      CertificateSpec spec = ca(numbered(i), numbered(j));
      spec.signature = signature;
      spec.more = more;
      pool.push_back(make(spec));
    }
  }
  CertificateSpec last = ca(numbered(count - 1), kRoot);
  last.more = more;
  pool.push_back(make(last));
  return pool;
}

void measure_graphs(unsigned largest) {
  for (const unsigned count : {10U, 30U, 100U, 300U, 1000U}) {
    if (count > largest) break;
    const std::string size = std::to_string(count) + " CAs that certify each other";
    if (count <= 30) {
      const auto good = complete_graph(count, Signature::Good);
      measure(size, target_of(numbered(0)), good, make(root(kRoot)));
      measure(size + ", the root excludes the name", target_of(numbered(0)), good,
              make(with(root(kRoot), name_constraints_extension({}, {"DNS:example.com"}))));
      measure(size + ", a policy is demanded, the target has none", target_of(numbered(0)), good,
              make(with(root(kRoot), require_explicit_policy(0))));
      measure(size + ", a policy is demanded, the CAs have none", with(target_of(numbered(0)), policies(1)), good,
              make(with(root(kRoot), require_explicit_policy(0))));
    }
    measure(size + ", all forged", target_of(numbered(0)), complete_graph(count, Signature::Bogus), make(root(kRoot)));
  }
}

void measure_crowds() {
  for (const unsigned count : {100U, 1000U, 10000U}) {
    std::vector<x509::CertificatePtr> same;
    std::vector<x509::CertificatePtr> constrained;
    std::vector<x509::CertificatePtr> forged;
    std::vector<x509::CertificatePtr> strangers;
    for (unsigned i = 0; i < count; ++i) {
      CertificateSpec spec = ca(kIssuing, kRoot);
      spec.not_before = Time{kLongAgo.seconds + i};
      if (i > 0 && count <= 1000) {
        same.push_back(make(with(spec, require_explicit_policy(0))));
        constrained.push_back(make(with(spec, name_constraints_extension({}, {"DNS:example.com"}))));
      } else if (i == 0) {
        same.push_back(make(spec));
        constrained.push_back(make(spec));
      }
      CertificateSpec other = ca({kIssuing.name, 200 + i % 64}, kRoot);
      other.signature = Signature::Bogus;
      other.key_ids = KeyIds::None;
      forged.push_back(make(other));
      CertificateSpec stranger = ca(numbered(i), numbered(i / 2));
      stranger.signature = Signature::Bogus;
      strangers.push_back(make(stranger));
    }
    strangers.push_back(make(ca(kIssuing, kRoot)));
    const std::string size = std::to_string(count);
    const auto anchor = make(root(kRoot));
    if (count <= 1000) {
      measure(size + " certificates of one CA, all but one want a policy", target_of(kIssuing), same, anchor);
      measure(size + " certificates of one CA, all but one exclude the name", target_of(kIssuing), constrained, anchor);
    }
    measure(size + " CAs of the issuer's name, no key identifiers", target_of(kIssuing), forged, anchor);
    measure(size + " strangers and one CA", target_of(kIssuing), strangers, anchor);
  }
}

// Policy-mapping bombs: a chain of CAs, and CAs that certify each other, of which each maps every policy to every one.
void measure_mappings() {
  const auto demanding = make(with(root(kRoot), require_explicit_policy(0)));
  for (const unsigned count : {10U, 50U, 100U}) {
    constexpr unsigned kDepth = 20;
    std::vector<x509::CertificatePtr> chain;
    for (unsigned i = 0; i < kDepth; ++i) {
      const CertificateSpec spec = ca(numbered(i), i + 1 < kDepth ? numbered(i + 1) : kRoot);
      chain.push_back(make(with(with(spec, policies(count)), all_mappings(count))));
    }
    const std::string size = std::to_string(count) + " policies, each mapped to each";
    measure(std::to_string(kDepth) + " CAs, " + size, with(target_of(numbered(0)), policies(count)), chain, demanding);
    if (count > 50) continue;
    const auto graph = complete_graph(10, Signature::Good, {policies(count), all_mappings(count)});
    measure("10 CAs that certify each other, " + size, with(target_of(numbered(0)), policies(count)), graph, demanding);
    measure("10 CAs that certify each other, " + size + ", the target has none", target_of(numbered(0)), graph,
            demanding);
  }
}

void measure_names() {
  for (const unsigned count : {100U, 1000U, 5000U}) {
    std::vector<std::string> subtrees;
    CertificateSpec target = leaf(kTarget, kIssuing);
    for (unsigned i = 0; i < count; ++i) {
      subtrees.push_back("DNS:d" + std::to_string(i) + ".example");
      target.names.push_back("DNS:www.d" + std::to_string(i) + ".example");
    }
    const std::vector<x509::CertificatePtr> pool = {
        make(with(ca(kIssuing, kRoot), name_constraints_extension(subtrees, {"DNS:other.example"})))};
    const std::string size = std::to_string(count);
    measure(size + " names against " + size + " subtrees", target, pool, make(root(kRoot)));
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto largest = argc > 1 ? static_cast<unsigned>(std::strtoul(argv[1], nullptr, 10)) : 300U;
  print_head();
  measure_graphs(largest);
  measure_crowds();
  measure_mappings();
  measure_names();
}
