// check_seeds FOLDER: writes the seeds of check_fuzzer, one a file: random hierarchies, every fourth with a fault;
// small ones with every kind of CRL and OCSP response; and some with policies. Signatures that hold are written as such
// that the fuzzer makes anew.

#include <cstdio>
#include <fstream>
#include <functional>

#include "check_input.h"
#include "support/crl_builder.h"
#include "support/random_hierarchy.h"
#include "toy_signature.h"
#include "x509/extensions/distribution_points.h"
#include "x509/ocsp_builder.h"

namespace {

using namespace pki;
using namespace pki::test;
namespace oids = asn1::oids;

constexpr unsigned kHierarchies = 16;
// How many limits the fuzzer reads (check_input.cpp).
constexpr std::size_t kLimits = 10;

const Party kRootParty{"CN=Root", 1};
const Party kIssuingParty{"CN=Issuing", 2};
const Party kTargetParty{"CN=leaf.example.com", 4};
const Party kCrlSigner{"CN=CRL signer", 5};
const Party kResponder{"CN=Responder", 6};

// A seed in the making.
class Seed {
 public:
  void add(char kind, const x509::CertificatePtr& certificate) {
    certificates_.push_back({entries_.size(), certificate});
    add_entry(kind, to_vector(certificate->der()));
  }
  void add(const x509::CrlPtr& crl) {
    crls_.push_back({entries_.size(), crl});
    add_entry('C', to_vector(crl->der()));
  }
  void add_response(const x509::CertificatePtr& signer, ByteVector der) {
    const auto item = std::find_if(certificates_.begin(), certificates_.end(),
                                   [&](const auto& entry) { return entry.second == signer; });
    add_entry('R', std::move(der));
    if (item != certificates_.end()) entries_.back().signer = static_cast<std::uint8_t>(item->first + 1);
  }
  void add_text(char kind, std::string_view text) { add_entry(kind, to_vector(as_bytes(text))); }
  void add_octets(char kind, ByteVector octets) { add_entry(kind, std::move(octets)); }

  void write(const std::string& path) {
    find_signers();
    ByteVector out;
    for (const Entry& entry : entries_) write_check_item(out, {entry.kind, entry.signer, entry.content});
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(out.data()), static_cast<std::streamsize>(out.size()));
  }

 private:
  struct Entry {
    std::uint8_t kind = 0;
    std::uint8_t signer = 0;
    ByteVector content;
  };

  void add_entry(char kind, ByteVector content) {
    entries_.push_back({.kind = static_cast<std::uint8_t>(kind), .content = std::move(content)});
  }

  // Whose signature holds.
  template <typename Object>
  void find_signer(std::size_t index, const Object& object) {
    for (const auto& [place, certificate] : certificates_) {
      if (object.issuer_key() != certificate->subject_key()) continue;
      if (!verify_signed_by(object, certificate->public_key()).ok()) continue;
      entries_[index].signer = static_cast<std::uint8_t>(place + 1);
      return;
    }
  }
  void find_signers() {
    for (const auto& [place, certificate] : certificates_) find_signer(place, *certificate);
    for (const auto& [place, crl] : crls_) find_signer(place, *crl);
  }

  std::vector<Entry> entries_;
  std::vector<std::pair<std::size_t, x509::CertificatePtr>> certificates_;
  std::vector<std::pair<std::size_t, x509::CrlPtr>> crls_;
};

// The switches, in the order in which the fuzzer reads them.
struct Switches {
  std::uint8_t purpose = 1;  // TLS server
  std::uint8_t common_name = 0;
  std::uint8_t eku_nesting = 1;
  std::uint8_t anchor_constraints = 1;
  std::uint8_t anchor_validity = 2;
  std::uint8_t target_anchor = 1;
  std::uint8_t weak = 2;
  std::uint8_t unknown_algorithms = 0;
  std::uint8_t issuer_rules = 1;
  std::uint8_t web_pki = 0;
  std::uint8_t extent = 0;
  std::uint8_t explicit_policy = 0;
  std::uint8_t policy_mapping = 0;
  std::uint8_t any_policy = 0;
  std::uint8_t revocation = 0;
  std::uint8_t scope = 1;
  std::uint8_t deltas = 1;
  std::uint8_t expired_crls = 2;
  std::uint8_t time = 0;
  // Limits, at their largest; then the form of anchors, tens of days, and reactions.
  std::vector<std::uint8_t> more = {};

  ByteVector octets() const {
    ByteVector all = {purpose,         common_name,   eku_nesting, anchor_constraints,
                      anchor_validity, target_anchor, weak,        unknown_algorithms,
                      issuer_rules,    web_pki,       extent,      explicit_policy,
                      policy_mapping,  any_policy,    revocation,  scope,
                      deltas,          expired_crls,  time};
    if (more.empty()) return all;
    all.insert(all.end(), kLimits, 255);
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
};

Seed make_hierarchy(unsigned number) {
  RandomHierarchy hierarchy(20'000 + number);
  if (number % 4 == 3) {
    const std::size_t place = hierarchy.choose(hierarchy.cas() + 1);
    hierarchy.draw_fault(place).plant(hierarchy.trunk(place), place);
  }
  if (number % 2 == 1) hierarchy.add_decoys();
  hierarchy.finish();
  Seed seed;
  seed.add('T', hierarchy.trunk_certificates()[0]);
  for (const x509::CertificatePtr& certificate : hierarchy.pool()) seed.add('P', certificate);
  seed.add(number % 3 == 0 ? 'B' : 'A', hierarchy.anchor());
  seed.add_text('N', kTargetNames[number % kTargetNames.size()]);
  // Each seed has another choice.
  const auto third = static_cast<std::uint8_t>(number % 3);
  const auto odd = static_cast<std::uint8_t>(number % 2);
  seed.add_octets('O', Switches{.common_name = odd,
                                .eku_nesting = third,
                                .anchor_constraints = odd,
                                .target_anchor = third,
                                .web_pki = third,
                                .extent = static_cast<std::uint8_t>(number / 2 % 2)}
                           .octets());
  return seed;
}

// Root, issuing CA and target, which may have more extensions; hard fail.
struct Chain {
  x509::CertificatePtr root = make(test::root(kRootParty));
  x509::CertificatePtr issuing = make(ca(kIssuingParty, kRootParty));
  x509::CertificatePtr target;
  Seed seed;

  explicit Chain(std::vector<x509::ExtensionInput> more = {}) {
    CertificateSpec spec = leaf(kTargetParty, kIssuingParty);
    spec.names = {"DNS:leaf.example.com"};
    spec.more = std::move(more);
    target = make(spec);
    seed.add('T', target);
    seed.add('P', issuing);
    seed.add('A', root);
    seed.add(make_crl({.issuer = kRootParty}));
  }
  Seed finish(std::uint8_t mode = 2) {
    seed.add_octets('O', Switches{.revocation = mode}.octets());
    return std::move(seed);
  }
};

x509::ExtensionInput distribution_points(const x509::DistributionPointInput& point, asn1::Oid id) {
  return make_extension(id, false, unwrap(x509::encode_distribution_point_list({point})));
}

Seed make_complete() {
  Chain chain;
  chain.seed.add(make_crl({.issuer = kIssuingParty,
                           .entries = {{.serial = {0x55}, .reason = x509::CrlReason::KeyCompromise},
                                       {.serial = {0x56}, .invalidity = kLongAgo}}}));
  return chain.finish();
}

Seed make_revoked() {
  Chain chain;
  chain.seed.add(
      make_crl({.issuer = kIssuingParty,
                .entries = {{.serial = serial_of(chain.target), .reason = x509::CrlReason::CertificateHold}}}));
  return chain.finish(1);
}

Seed make_delta() {
  Chain chain({distribution_points({.name = {.full_name = {uri("http://crl.example/delta")}}}, oids::kFreshestCrl)});
  chain.seed.add(make_crl({.issuer = kIssuingParty, .entries = {{.serial = serial_of(chain.target)}}}));
  chain.seed.add(make_crl({.issuer = kIssuingParty,
                           .entries = {{.serial = serial_of(chain.target), .reason = x509::CrlReason::RemoveFromCrl}},
                           .number = 8,
                           .base = 7}));
  return chain.finish();
}

Seed make_partitioned() {
  const x509::DistributionPointNameInput name{.full_name = {uri("http://crl.example/1")}};
  Chain chain({distribution_points({.name = name, .reasons = 0x06}, oids::kCrlDistributionPoints)});
  for (const std::uint32_t reasons : {0x06U, 0x1F8U}) {
    chain.seed.add(make_crl({.issuer = kIssuingParty,
                             .point = x509::IssuingDistributionPointInput{
                                 .name = name, .contents = x509::CrlContents::UserCerts, .reasons = reasons}}));
  }
  return chain.finish();
}

Seed make_indirect() {
  const x509::DistributionPointNameInput name{.full_name = {uri("http://crl.example/all")}};
  Chain chain({distribution_points({.name = name, .crl_issuer = {directory_name(kCrlSigner.name)}},
                                   oids::kCrlDistributionPoints)});
  CertificateSpec signer = leaf(kCrlSigner, kRootParty);
  signer.key_usage = kCrlSign;
  chain.seed.add('P', make(signer));
  chain.seed.add(
      make_crl({.issuer = kCrlSigner,
                .entries = {{.serial = {0x55}, .issuer = kRootParty.name},
                            {.serial = serial_of(chain.target), .issuer = kIssuingParty.name}},
                .point = x509::IssuingDistributionPointInput{.name = name, .kind = x509::CrlKind::Indirect}}));
  return chain.finish();
}

x509::OcspSingleInput answer_about(const Chain& chain, x509::OcspCertStatus status) {
  return {.id = x509::make_cert_id(crypto::HashAlgorithm::Sha256, chain.target->issuer().der(),
                                   chain.issuing->public_key(), chain.target->serial().octets),
          .status = status,
          .revocation_time = kLongAgo,
          .this_update = kLastWeek,
          .next_update = kNextWeek};
}

ByteVector sign_response(const x509::OcspResponseInput& input, const Party& signer) {
  const crypto::PrivateKey& key = test_key(signer.key);
  return unwrap(x509::sign_ocsp_response(input, key, key.default_signature_algorithm()));
}

Seed make_answered(x509::OcspCertStatus status) {
  Chain chain;
  chain.seed.add_response(chain.issuing, sign_response({.responder_name = to_vector(chain.issuing->subject().der()),
                                                        .responder_key_hash = {},
                                                        .produced_at = kLastWeek,
                                                        .singles = {answer_about(chain, status)}},
                                                       kIssuingParty));
  return chain.finish();
}

// The delegate's certificate comes along, with a toy signature of its own.
Seed make_delegated() {
  Chain chain;
  CertificateSpec spec = leaf(kResponder, kIssuingParty);
  spec.key_purposes = {oids::kOcspSigning};
  const x509::CertificatePtr delegate = make(spec);
  chain.seed.add('P', delegate);
  chain.seed.add_response(delegate, sign_response({.responder_name = {},
                                                   .responder_key_hash = test_key_id(kResponder.key),
                                                   .produced_at = kLastWeek,
                                                   .singles = {answer_about(chain, x509::OcspCertStatus::Good)},
                                                   .certificates = {sign_anew(*delegate, chain.issuing->public_key())}},
                                                  kResponder));
  return chain.finish();
}

asn1::OwnedOid policy(std::uint8_t number) { return asn1::OwnedOid(ByteVector{0x2A, 0x03, 0x04, number}); }

x509::ExtensionInput policies(const std::vector<asn1::OwnedOid>& list) {
  std::vector<x509::PolicyInput> inputs;
  for (const asn1::OwnedOid& oid : list) inputs.push_back({.policy = oid, .cps_uri = {}});
  return make_extension(oids::kCertificatePolicies, false, x509::encode_certificate_policies(inputs));
}

x509::ExtensionInput mappings(std::uint8_t from, std::uint8_t to) {
  return make_extension(oids::kPolicyMappings, true, x509::encode_policy_mappings({{policy(from), policy(to)}}));
}

// The root's side says 1, the issuing CA 1 for 2, the target 2; 1 is wanted.
Seed make_policies(std::uint8_t last, std::uint8_t skip_any) {
  const asn1::OwnedOid any(oids::kAnyPolicy);
  Seed seed;
  CertificateSpec target = leaf(kTargetParty, kIssuingParty);
  target.names = {"DNS:leaf.example.com"};
  seed.add('T', make(with(target, policies({policy(last)}))));
  CertificateSpec issuing = with(with(ca(kIssuingParty, kCrlSigner), policies({policy(1), any})), mappings(1, 2));
  seed.add('P', make(issuing));
  CertificateSpec upper = with(with(ca(kCrlSigner, kRootParty), policies({any})), require_explicit_policy(0));
  seed.add(
      'P',
      make(with(upper, make_extension(oids::kInhibitAnyPolicy, true, x509::encode(x509::InhibitAnyPolicy{skip_any})))));
  seed.add('A', make(root(kRootParty)));
  seed.add_octets('D', to_vector(policy(1).view().content()));
  seed.add_text('N', "leaf.example.com");
  seed.add_octets('O', Switches{.explicit_policy = 1}.octets());
  return seed;
}

std::uint8_t number_of(const path::Check& check) {
  const auto all = path::all_checks();
  return static_cast<std::uint8_t>(std::find(all.begin(), all.end(), &check) - all.begin());
}

// The CA demands a policy, and the target has none and another name; anchors are roots, the target lives for ten days
// at most. A warning comes of the one, nothing of the other.
Seed make_reactions() {
  Seed seed;
  CertificateSpec target = leaf(kTargetParty, kIssuingParty);
  target.names = {"DNS:other.example"};
  target.not_before = Time{kNow.seconds - 5 * 86'400};
  target.not_after = Time{kNow.seconds + 5 * 86'400 - 1};
  seed.add('T', make(target));
  seed.add('P', make(with(ca(kIssuingParty, kRootParty), require_explicit_policy(0))));
  seed.add('A', make(root(kRootParty)));
  seed.add_text('N', "leaf.example.com");
  const std::uint8_t policies = number_of(path::checks::kPolicies);
  const std::uint8_t identity = number_of(path::checks::kIdentity);
  seed.add_octets('O', Switches{.more = {1, 1, 2, policies, 0, 1, 0, 0, identity, 1, 0, 0, 0}}.octets());
  return seed;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: check_seeds FOLDER\n");
    return 2;
  }
  const std::string folder = std::string(argv[1]) + "/";
  for (unsigned number = 0; number < kHierarchies; ++number) {
    make_hierarchy(number).write(folder + "hierarchy-" + std::to_string(number) + ".bin");
  }
  make_complete().write(folder + "crl-complete.bin");
  make_revoked().write(folder + "crl-revoked.bin");
  make_delta().write(folder + "crl-delta.bin");
  make_partitioned().write(folder + "crl-partitioned.bin");
  make_indirect().write(folder + "crl-indirect.bin");
  make_answered(x509::OcspCertStatus::Good).write(folder + "ocsp-good.bin");
  make_answered(x509::OcspCertStatus::Revoked).write(folder + "ocsp-revoked.bin");
  make_delegated().write(folder + "ocsp-delegated.bin");
  make_policies(2, 5).write(folder + "policies-mapped.bin");
  make_policies(3, 0).write(folder + "policies-lost.bin");
  make_reactions().write(folder + "reactions.bin");
  return 0;
}
