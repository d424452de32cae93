#include "pile/sort.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <chrono>

#include "support/chain_builder.h"
#include "support/findings.h"

namespace pki::pile {
namespace {

using namespace pki::test;

const Party kRoot{"CN=Root,O=Lab", 1};
const Party kIssuing{"CN=Issuing,O=Lab", 2};

x509::CertificatePtr leaf_of(const std::string& name, const Party& issuer, unsigned key = 3) {
  return make(leaf({"CN=" + name, key}, issuer));
}

using Indexes = std::vector<std::size_t>;

TEST_CASE("A chain is sorted leaf first, whatever the order of the pile") {
  std::vector<x509::CertificatePtr> certificates = {make(root(kRoot)), leaf_of("www", kIssuing),
                                                    make(ca(kIssuing, kRoot))};
  Indexes order = {0, 1, 2};
  do {
    Pile pile;
    for (const std::size_t i : order) pile.certificates.push_back(certificates[i]);
    const SortedPile sorted = sort(pile);
    REQUIRE(sorted.chains.size() == 1);
    const Chain& chain = sorted.chains.front();
    CHECK(chain.end == ChainEnd::SelfSigned);
    REQUIRE(chain.certificates.size() == 3);
    CHECK(pile.certificates[chain.certificates[0]] == certificates[1]);
    CHECK(pile.certificates[chain.certificates[1]] == certificates[2]);
    CHECK(pile.certificates[chain.certificates[2]] == certificates[0]);
    CHECK(sorted.strays.empty());
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("A CA of the same name is told apart by its key, with key identifiers and without") {
  for (const KeyIds ids : {KeyIds::Both, KeyIds::None, KeyIds::WrongAuthority}) {
    CAPTURE(static_cast<int>(ids));
    CertificateSpec www = leaf({"CN=www", 3}, kRoot);
    www.key_ids = ids;
    const Pile pile{.certificates = {make(root({kRoot.name, 7})), make(www), make(root(kRoot))}};
    const SortedPile sorted = sort(pile);
    REQUIRE(sorted.chains.size() == 1);
    CHECK(sorted.chains[0].certificates == Indexes{1, 2});
    REQUIRE(sorted.strays.size() == 1);
    CHECK(sorted.strays[0].index == 0);
    CHECK(sorted.strays[0].why == StrayReason::UnusedRoot);
  }
}

TEST_CASE("A name alone makes no issuer") {
  const Pile pile{.certificates = {leaf_of("www", kRoot), make(root({kRoot.name, 7}))}};
  const SortedPile sorted = sort(pile);
  REQUIRE(sorted.chains.size() == 1);
  CHECK(sorted.chains[0].certificates == Indexes{0});
  CHECK(sorted.chains[0].end == ChainEnd::OtherKey);
}

TEST_CASE("Root and issuing CA of one name make a chain all the same") {
  const Party issuing{kRoot.name, 2};
  const Pile pile{.certificates = {leaf_of("phone", issuing), make(ca(issuing, kRoot)), make(root(kRoot))}};
  const SortedPile sorted = sort(pile);
  REQUIRE(sorted.chains.size() == 1);
  CHECK(sorted.chains[0].certificates == Indexes{0, 1, 2});
  CHECK(sorted.chains[0].end == ChainEnd::SelfSigned);
}

TEST_CASE("The missing link is told where nobody has the issuer's name") {
  const Pile pile{.certificates = {leaf_of("www", kIssuing), make(root(kRoot))}};
  const SortedPile sorted = sort(pile);
  REQUIRE(sorted.chains.size() == 1);
  CHECK(sorted.chains[0].end == ChainEnd::NotThere);
  CHECK_FALSE(sorted.chains[0].complete());
  REQUIRE(sorted.strays.size() == 1);
  CHECK(sorted.strays[0].why == StrayReason::UnusedRoot);
}

TEST_CASE("Of a cross-signed CA the certificate that leads to an anchor is taken, though the way is longer") {
  const Party old_root{"CN=Old Root", 4};
  const Party above{"CN=Above", 5};
  Pile pile{.certificates = {leaf_of("www", kIssuing), make(ca(kIssuing, kRoot)), make(root(kRoot)),
                             make(ca(kRoot, above)), make(ca(above, old_root)), make(root(old_root))}};
  CHECK(sort(pile).chains[0].certificates == Indexes{0, 1, 2});
  pile.anchors = {5};
  const SortedPile sorted = sort(pile);
  REQUIRE(sorted.chains.size() == 1);
  CHECK(sorted.chains[0].certificates == Indexes{0, 1, 3, 4, 5});
  CHECK(sorted.chains[0].end == ChainEnd::Anchor);
  REQUIRE(sorted.strays.size() == 1);
  CHECK(sorted.strays[0].index == 2);
  CHECK(sorted.strays[0].why == StrayReason::OtherChosen);
  CHECK(sorted.strays[0].chosen == 3U);
}

TEST_CASE("Of two certificates of a CA the one that is valid now is taken, and of two valid ones the longer lived") {
  CertificateSpec expired = ca(kIssuing, kRoot);
  expired.not_after = *from_iso8601("2026-01-01");
  CertificateSpec shorter = ca(kIssuing, kRoot);
  shorter.not_after = *from_iso8601("2028-01-01");
  const Pile pile{.certificates = {leaf_of("www", kIssuing), make(expired), make(shorter), make(ca(kIssuing, kRoot)),
                                   make(root(kRoot))},
                  .now = kNow};
  CHECK(sort(pile).chains[0].certificates == Indexes{0, 3, 4});
  CertificateSpec future = ca(kIssuing, kRoot);
  future.not_before = *from_iso8601("2030-01-01");
  future.not_after = *from_iso8601("2040-01-01");
  const Pile other{.certificates = {leaf_of("www", kIssuing), make(future), make(shorter), make(root(kRoot))},
                   .now = kNow};
  CHECK(sort(other).chains[0].certificates == Indexes{0, 2, 3});
}

TEST_CASE("CAs that only certify one another end a chain, and nothing hangs") {
  const Party a{"CN=A", 4};
  const Party b{"CN=B", 5};
  const Pile pile{.certificates = {make(ca(a, b)), make(ca(b, a)), leaf_of("www", a)}};
  const SortedPile sorted = sort(pile);
  REQUIRE(sorted.chains.size() == 1);
  CHECK(sorted.chains[0].certificates.front() == 2);
  CHECK(sorted.chains[0].certificates.size() <= 3);
  CHECK(sorted.chains[0].end == ChainEnd::Circle);
}

TEST_CASE("A circle with a way out leads out") {
  const Party a{"CN=A", 4};
  const Party b{"CN=B", 5};
  const Pile pile{
      .certificates = {make(ca(a, b)), make(ca(b, a)), leaf_of("www", a), make(ca(b, kRoot)), make(root(kRoot))}};
  CHECK(sort(pile).chains[0].certificates == Indexes{2, 0, 3, 4});
}

TEST_CASE("An anchor behind the pile ends chains and is no stray") {
  const Pile pile{.certificates = {leaf_of("www", kIssuing), make(ca(kIssuing, kRoot)), make(root(kRoot)),
                                   make(root({"CN=Unused", 6}))},
                  .anchors = {2, 3},
                  .size = 2};
  const SortedPile sorted = sort(pile);
  REQUIRE(sorted.chains.size() == 1);
  CHECK(sorted.chains[0].certificates == Indexes{0, 1, 2});
  CHECK(sorted.strays.empty());
}

TEST_CASE("An issuing CA with nothing below it is a chain of its own, a root alone is a stray") {
  const Pile pile{.certificates = {make(ca(kIssuing, kRoot)), make(root(kRoot)), make(root({"CN=Alone", 6})),
                                   make(ca({"CN=Lost", 7}, {"CN=Nobody", 8}))}};
  const SortedPile sorted = sort(pile);
  REQUIRE(sorted.chains.size() == 1);
  CHECK(sorted.chains[0].certificates == Indexes{0, 1});
  REQUIRE(sorted.strays.size() == 2);
  CHECK(sorted.strays[0].why == StrayReason::UnusedRoot);
  CHECK(sorted.strays[1].why == StrayReason::UnusedCa);
}

TEST_CASE("A self-signed leaf is a chain of one") {
  CertificateSpec printer = leaf({"CN=printer", 3}, {"CN=printer", 3});
  const Pile pile{.certificates = {make(printer)}};
  const SortedPile sorted = sort(pile);
  REQUIRE(sorted.chains.size() == 1);
  CHECK(sorted.chains[0].end == ChainEnd::SelfSigned);
}

TEST_CASE("A tampered certificate has no issuer") {
  CertificateSpec forged = leaf({"CN=www", 3}, kRoot);
  forged.signature = Signature::Tampered;
  const Pile pile{.certificates = {make(forged), make(root(kRoot))}};
  CHECK(sort(pile).chains[0].end == ChainEnd::OtherKey);
}

TEST_CASE("Five thousand certificates of one name stay within the bounds of signature checks, and it is said") {
  Pile pile;
  for (unsigned i = 0; i < 5000; ++i) {
    CertificateSpec spec = ca({kRoot.name, i % 50}, {kRoot.name, 60});
    spec.signature = Signature::Bogus;
    spec.key_ids = KeyIds::None;
    pile.certificates.push_back(make(spec));
  }
  pile.limits.max_signature_checks = 200;
  const SortedPile sorted = sort(pile);
  CHECK(sorted.issuers.signature_checks == 200);
  CHECK(has_rule(sorted.findings, "pile.limit.signatures"));
  CHECK(sorted.chains.size() + sorted.strays.size() > 0);
}

TEST_CASE("Keys of one name beyond the bound are not tried, but the one that is named is found") {
  Pile pile;
  for (unsigned i = 10; i < 40; ++i) pile.certificates.push_back(make(root({kRoot.name, i})));
  pile.certificates.push_back(leaf_of("named", {kRoot.name, 39}));
  CertificateSpec unnamed = leaf({"CN=unnamed", 3}, {kRoot.name, 39});
  unnamed.key_ids = KeyIds::None;
  pile.certificates.push_back(make(unnamed));
  const SortedPile sorted = sort(pile);
  REQUIRE(sorted.chains.size() == 2);
  CHECK(sorted.chains[0].certificates == Indexes{30, 29});
  CHECK(sorted.chains[1].end == ChainEnd::Unchecked);
  CHECK(has_rule(sorted.findings, "pile.limit.keys"));
}

TEST_CASE("A chain longer than the bound is cut, and a list longer than the bound too") {
  Pile pile;
  for (unsigned i = 0; i < 12; ++i) {
    pile.certificates.push_back(make(ca({"CN=" + std::to_string(i), i}, {"CN=" + std::to_string(i + 1), i + 1})));
  }
  pile.certificates.push_back(leaf_of("a", {"CN=0", 0}));
  pile.certificates.push_back(leaf_of("b", {"CN=0", 0}, 4));
  pile.limits.max_length = 5;
  pile.limits.max_chains = 1;
  const SortedPile sorted = sort(pile);
  REQUIRE(sorted.chains.size() == 1);
  CHECK(sorted.chains[0].end == ChainEnd::TooLong);
  CHECK(sorted.chains[0].certificates.size() == 5);
  CHECK(has_rule(sorted.findings, "pile.limit.chains"));
  CHECK(std::any_of(sorted.strays.begin(), sorted.strays.end(),
                    [](const Stray& stray) { return stray.why == StrayReason::NotListed; }));
}

TEST_CASE("Every certificate of a pile is in a chain or a stray, never both") {
  Pile pile;
  for (unsigned i = 0; i < 60; ++i) {
    const Party issuer{"CN=" + std::to_string(i * 7 % 12), i * 5 % 8};
    const Party subject{"CN=" + std::to_string(i % 12), i % 8};
    pile.certificates.push_back(
        make(i % 3 == 0 ? leaf({"CN=leaf " + std::to_string(i), 9}, issuer) : ca(subject, issuer)));
  }
  const SortedPile sorted = sort(pile);
  std::vector<int> seen(pile.certificates.size(), 0);
  for (const Chain& chain : sorted.chains) {
    for (const std::size_t i : chain.certificates) seen[i] |= 1;
    for (std::size_t i = 0; i + 1 < chain.certificates.size(); ++i) {
      const auto& above = pile.certificates[chain.certificates[i + 1]];
      CHECK(x509::verify_signed_by(*pile.certificates[chain.certificates[i]], above->public_key()).ok());
      CHECK(pile.certificates[chain.certificates[i]]->issuer_key() == above->subject_key());
    }
  }
  for (const Stray& stray : sorted.strays) seen[stray.index] |= 2;
  for (const int how : seen) CHECK((how == 1 || how == 2));
}

}  // namespace
}  // namespace pki::pile
