#include "relying/first_issuer.h"

#include <catch2/catch_test_macros.hpp>

#include "support/chain_builder.h"

using namespace pki;
using namespace pki::test;

namespace {

const Party kRoot{"CN=Root,O=Lab", 1};
const Party kIssuing{"CN=Issuing,O=Lab", 2};
const Party kImpostor{"CN=Issuing,O=Lab", 7};
const Party kLeaf{"CN=leaf.example.com", 4};
const Party kNobody{"CN=Nobody trusts me", 9};

path::PathQuestion question(const CertificateSpec& target, const std::vector<CertificateSpec>& pool) {
  path::PathQuestion asked{.target = make(target), .pool = {}, .anchors = {}, .options = {}};
  for (const CertificateSpec& spec : pool) asked.pool.push_back(make(spec));
  asked.anchors.add(make(root(kRoot)));
  asked.options.at = kNow;
  relying::take_first_issuers(asked);
  return asked;
}

CertificateSpec without_key_ids(CertificateSpec spec) {
  spec.key_ids = KeyIds::None;
  return spec;
}

}  // namespace

TEST_CASE("the path and nothing else is left in the pool") {
  const auto asked = question(leaf(kLeaf, kIssuing), {ca(kNobody, kNobody), ca(kIssuing, kRoot)});
  CHECK(asked.pool.size() == 2);
  CHECK(path::check_paths(asked).accepted);
}

TEST_CASE("where nothing tells them apart the first of a name is taken, though its key does not fit") {
  const CertificateSpec target = without_key_ids(leaf(kLeaf, kIssuing));
  const CertificateSpec wrong = without_key_ids(ca(kImpostor, kRoot));
  const CertificateSpec right = without_key_ids(ca(kIssuing, kRoot));
  CHECK(!path::check_paths(question(target, {wrong, right})).accepted);
  CHECK(path::check_paths(question(target, {right, wrong})).accepted);
}

TEST_CASE("the key identifier tells them apart") {
  const auto asked = question(leaf(kLeaf, kIssuing), {ca(kImpostor, kRoot), ca(kIssuing, kRoot)});
  CHECK(path::check_paths(asked).accepted);
}

TEST_CASE("one that is valid is taken before one that has expired") {
  CertificateSpec old = ca(kIssuing, kRoot);
  old.not_after = Time{kNow.seconds - 1};
  CHECK(path::check_paths(question(leaf(kLeaf, kIssuing), {old, ca(kIssuing, kRoot)})).accepted);
}

TEST_CASE("CAs that only certify one another end the walk") {
  const auto asked = question(leaf(kLeaf, kIssuing), {ca(kIssuing, kNobody), ca(kNobody, kIssuing)});
  CHECK(asked.pool.size() == 2);
  CHECK(!path::check_paths(asked).accepted);
}
