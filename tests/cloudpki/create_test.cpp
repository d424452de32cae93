// Kinds of CA, what the form allows and refuses, and what the certificates contain. The name of a test that shows a
// fact of core/cloudpki/facts.cpp begins with the fact's id.

#include <algorithm>

#include "asn1/oid_registry.h"
#include "cloudpki/tenant/allowed.h"
#include "cloudpki/tenant/urls.h"
#include "lab.h"
#include "x509/extensions/access_info.h"

namespace pki::test {

namespace oids = asn1::oids;
using crypto::KeySpec;

namespace {

const x509::Certificate& certificate_of(const tenant::Ca& ca) { return *tenant::active_version(ca)->certificate; }

std::int64_t years_of(const x509::Certificate& certificate) {
  const Time from = certificate.not_before()->time;
  const Time to = certificate.not_after()->time;
  for (int years = 1; years < 100; ++years) {
    if (add_calendar(from, 12 * years, 0) == to) return years;
  }
  return 0;
}

std::vector<std::string> subject_types(const x509::Certificate& certificate) {
  std::vector<std::string> types;
  for (const x509::Rdn& rdn : certificate.subject().rdns()) {
    types.emplace_back(asn1::find_oid(rdn.attributes.front().type)->short_name);
  }
  return types;
}

std::vector<std::string> uris_of(const x509::DistributionPoints& points) {
  std::vector<std::string> uris;
  for (const auto& point : points.points) {
    for (const x509::GeneralName& name : point.full_name) uris.push_back(x509::value_text(name));
  }
  return uris;
}

std::vector<std::string> extension_names(const x509::Certificate& certificate) {
  std::vector<std::string> names;
  for (const x509::Extension& extension : certificate.extensions().all) {
    names.push_back((extension.critical ? "critical " : "") + asn1::oid_name(extension.id));
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("tenant.kinds: a root, an issuing CA under it, and a BYOCA can be created") {
  Tenant in = new_tenant();
  CHECK(create(in, root_order()).kind == CaKind::Root);
  CHECK(create(in, issuing_order()).kind == CaKind::Issuing);
  CHECK(create(in, byoca_order()).kind == CaKind::Byoca);
}

TEST_CASE("tenant.two_tiers: an issuing CA cannot be under an issuing CA") {
  Pair pair = new_pair();
  tenant::CaOrder order = issuing_order("Third tier");
  order.root = pair.issuing;
  CHECK(refusal(pair.tenant, std::move(order)) == "cloudpki.tenant.not_a_root");
}

TEST_CASE("tenant.root_first: without a root no issuing CA is created") {
  Tenant in = new_tenant();
  CHECK(refusal(in, issuing_order()) == "cloudpki.tenant.no_root_yet");
  create(in, byoca_order());
  CHECK(refusal(in, issuing_order()) == "cloudpki.tenant.no_root_yet");
  create(in, root_order());
  CHECK(refusal(in, issuing_order()) == "");
}

TEST_CASE("tenant.side_by_side: several roots, several issuing CAs under one, and BYOCA") {
  Tenant in = new_tenant();
  const std::string first = create(in, root_order("First")).id;
  const std::string second = create(in, root_order("Second")).id;
  CHECK(refusal(in, issuing_order("Whose")) == "cloudpki.tenant.no_such_ca");  // of two it must be said which
  for (const char* name : {"A", "B"}) {
    tenant::CaOrder order = issuing_order(name);
    order.root = first;
    CHECK(create(in, std::move(order)).root == first);
  }
  tenant::CaOrder order = issuing_order("C");
  order.root = second;
  CHECK(create(in, std::move(order)).root == second);
  create(in, byoca_order());
  CHECK(in.cas.size() == 6);
}

TEST_CASE("tenant.external_root: a BYOCA's root common name is External root CA") {
  Pair pair = new_pair();
  tenant::Ca& byoca = create(pair.tenant, byoca_order());
  CHECK(tenant::root_common_name(pair.tenant, byoca) == "External root CA");
  CHECK(tenant::root_common_name(pair.tenant, pair.issuing_ca()) == "Root CN");
}

TEST_CASE("tenant.root_years: a root has one of five validity periods, to the second") {
  for (const int years : {5, 10, 15, 20, 25}) {
    Tenant in = new_tenant();
    tenant::CaOrder order = root_order();
    order.validity_years = years;
    CHECK(years_of(certificate_of(create(in, std::move(order)))) == years);
  }
  for (const int years : {0, 1, 4, 6, 26, 100}) {
    Tenant in = new_tenant();
    tenant::CaOrder order = root_order();
    order.validity_years = years;
    CHECK(refusal(in, std::move(order)) == "cloudpki.tenant.root_validity");
  }
}

TEST_CASE("tenant.issuing_years: an issuing CA has one of five validity periods") {
  Pair pair = new_pair();
  for (const int years : {2, 4, 6}) {
    tenant::CaOrder order = issuing_order(std::to_string(years));
    order.validity_years = years;
    CHECK(years_of(certificate_of(create(pair.tenant, std::move(order)))) == years);
  }
  for (const int years : {1, 3, 5, 11, 25}) {
    tenant::CaOrder order = issuing_order("odd");
    order.validity_years = years;
    CHECK(refusal(pair.tenant, std::move(order)) == "cloudpki.tenant.issuing_validity");
  }
}

TEST_CASE("tenant.within_root: an issuing CA does not outlive its root") {
  Tenant in = new_tenant();
  tenant::CaOrder root = root_order();
  root.validity_years = 5;
  create(in, std::move(root));
  tenant::CaOrder order = issuing_order();
  order.validity_years = 6;
  CHECK(refusal(in, std::move(order)) == "cloudpki.tenant.beyond_root");
  tenant::CaOrder shorter = issuing_order();
  shorter.validity_years = 4;
  CHECK(refusal(in, std::move(shorter)) == "");
}

TEST_CASE("tenant.custom_years: through Graph other periods can be had, within the root's") {
  Tenant in = new_tenant();
  tenant::CaOrder root = root_order();
  root.validity_years = 7;
  root.via = tenant::Via::Graph;
  CHECK(years_of(certificate_of(create(in, std::move(root)))) == 7);
  tenant::CaOrder order = issuing_order();
  order.validity_years = 8;
  order.via = tenant::Via::Graph;
  CHECK(refusal(in, std::move(order)) == "cloudpki.tenant.beyond_root");
}

TEST_CASE("tenant.byoca_years: the form of a BYOCA has no validity") {
  Tenant in = new_tenant();
  tenant::CaOrder order = byoca_order();
  order.validity_years = 5;
  CHECK(refusal(in, std::move(order)) == "cloudpki.tenant.no_validity_here");
}

TEST_CASE("tenant.purposes_from_root: an issuing CA has purposes of its root, and at least one") {
  Pair pair = new_pair();
  tenant::CaOrder more = issuing_order("More");
  more.purposes = purposes({oids::kClientAuth, oids::kCodeSigning});
  CHECK(refusal(pair.tenant, std::move(more)) == "cloudpki.tenant.purpose_not_on_root");
  tenant::CaOrder none = issuing_order("None");
  none.purposes.clear();
  CHECK(refusal(pair.tenant, std::move(none)) == "cloudpki.tenant.purpose_missing");
  tenant::CaOrder twice = issuing_order("Twice");
  twice.purposes = purposes({oids::kClientAuth, oids::kClientAuth});
  CHECK(refusal(pair.tenant, std::move(twice)) == "cloudpki.tenant.purpose_twice");
}

TEST_CASE("tenant.no_any_purpose: Any Purpose is refused with every kind") {
  Pair pair = new_pair();
  for (const CaKind kind : {CaKind::Root, CaKind::Issuing, CaKind::Byoca}) {
    tenant::CaOrder order = kind == CaKind::Root      ? root_order("X")
                            : kind == CaKind::Issuing ? issuing_order("X")
                                                      : byoca_order("X");
    order.purposes = purposes({oids::kAnyExtendedKeyUsage});
    CHECK(refusal(pair.tenant, std::move(order)) == "cloudpki.tenant.any_purpose");
  }
}

TEST_CASE("tenant.name_and_common_name: both are required") {
  Tenant in = new_tenant();
  tenant::CaOrder nameless = root_order();
  nameless.name.clear();
  CHECK(refusal(in, std::move(nameless)) == "cloudpki.tenant.name_missing");
  tenant::CaOrder common = root_order();
  common.subject.common_name.clear();
  CHECK(refusal(in, std::move(common)) == "cloudpki.tenant.common_name_missing");
}

TEST_CASE("tenant.country_two: a country of three letters is refused") {
  Tenant in = new_tenant();
  tenant::CaOrder order = root_order();
  order.subject.country = "DEU";
  CHECK(refusal(in, std::move(order)) == "cloudpki.tenant.country");
}

TEST_CASE("tenant.keys: key sizes go with their hashes") {
  const std::pair<KeySpec, std::string_view> pairs[] = {{KeySpec::Rsa2048, "sha256WithRSAEncryption"},
                                                        {KeySpec::Rsa3072, "sha384WithRSAEncryption"},
                                                        {KeySpec::Rsa4096, "sha512WithRSAEncryption"}};
  for (const auto& [key, name] : pairs) {
    Tenant in = new_tenant();
    tenant::CaOrder order = root_order();
    order.key = key;
    const x509::Certificate& root = certificate_of(create(in, std::move(order)));
    CHECK(crypto::signature_algorithm_name(root.signature_algorithm()) == name);
    CHECK(crypto::hash_name(root.signature_algorithm().hash) == crypto::hash_name(tenant::ca_hash(key)));
  }
  Tenant in = new_tenant();
  tenant::CaOrder order = root_order();
  order.key = KeySpec::P256;
  CHECK(refusal(in, std::move(order)) == "cloudpki.tenant.key_size");
}

TEST_CASE("tenant.issuing_key: the issuing CA's key is as long as its root's, and its form has none") {
  Tenant in = new_tenant();
  tenant::CaOrder root = root_order();
  root.key = KeySpec::Rsa3072;
  create(in, std::move(root));
  CHECK(create(in, issuing_order()).key == KeySpec::Rsa3072);
  CHECK(certificate_of(in.cas.back()).public_key().bits == 3072);
  tenant::CaOrder order = issuing_order("With key");
  order.key = KeySpec::Rsa2048;
  CHECK(refusal(in, std::move(order)) == "cloudpki.tenant.no_key_here");
}

TEST_CASE("tenant.byoca_key: a BYOCA has RSA of three sizes") {
  for (const KeySpec key : {KeySpec::Rsa2048, KeySpec::Rsa3072, KeySpec::Rsa4096}) {
    Tenant in = new_tenant();
    tenant::CaOrder order = byoca_order();
    order.key = key;
    CHECK(create(in, std::move(order)).key == key);
  }
  Tenant in = new_tenant();
  tenant::CaOrder order = byoca_order();
  order.key = KeySpec::P384;
  CHECK(refusal(in, std::move(order)) == "cloudpki.tenant.key_size");
}

TEST_CASE("a key that was made before must have the size that was asked for") {
  Tenant in = new_tenant();
  tenant::CaOrder order = root_order();
  order.key = KeySpec::Rsa4096;
  order.made_key = ready_key(KeySpec::Rsa2048);
  CHECK(refusal(in, std::move(order)) == "cloudpki.tenant.key_mismatch");
}

TEST_CASE("tenant.immutable: scope tags are set again, and nothing else of a CA can be") {
  Pair pair = new_pair();
  const ByteVector before = to_vector(certificate_of(pair.root_ca()).der());
  REQUIRE(tenant::set_scope_tags(pair.tenant, pair.root_ca(), {"Berlin"}).ok());
  CHECK(pair.root_ca().scope_tags == std::vector<std::string>{"Berlin"});
  CHECK(equal(certificate_of(pair.root_ca()).der(), before));
}

TEST_CASE("tenant.same_subject: the same subject twice is a warning") {
  Tenant in = new_tenant();
  create(in, root_order());
  tenant::CaOrder order = issuing_order("Other name");
  order.subject = root_order().subject;
  order.made_key = ready_key();
  const auto created = tenant::create_ca(in, std::move(order));
  REQUIRE(created.ok());
  CHECK(ids(created->findings) == std::vector<std::string>{"cloudpki.tenant.same_subject"});
}

TEST_CASE("tenant.cap_3: a fourth CA is refused, of whatever kind") {
  auto made = tenant::make_tenant("Contoso", {}, start());
  REQUIRE(made.ok());
  create(*made, root_order());
  create(*made, issuing_order());
  create(*made, byoca_order());
  for (const bool root : {true, false}) {
    CHECK(refusal(*made, root ? root_order("X") : byoca_order("X")) == "cloudpki.tenant.cap");
  }
}

TEST_CASE("tenant.cap_6: with the cap of 2024 there are six") {
  Tenant in = new_tenant();
  for (int i = 0; i < 6; ++i) create(in, byoca_order(std::to_string(i)));
  CHECK(refusal(in, byoca_order("7")) == "cloudpki.tenant.cap");
}

TEST_CASE("tenant.platform: keys of a trial are software keys, also after the licence was bought") {
  auto made = tenant::make_tenant("Trial", {.licence = tenant::Licence::Trial}, start());
  REQUIRE(made.ok());
  tenant::CaOrder order = root_order();
  order.made_key = ready_key();
  const auto created = tenant::create_ca(*made, std::move(order));
  REQUIRE(created.ok());
  CHECK(ids(created->findings) == std::vector<std::string>{"cloudpki.tenant.trial_key"});
  made->settings.licence = tenant::Licence::Licensed;
  create(*made, issuing_order());
  CHECK(made->cas[0].platform == tenant::KeyPlatform::Software);
  CHECK(made->cas[1].platform == tenant::KeyPlatform::Hardware);
}

TEST_CASE("tenant.root_certificate: as it was seen in a real tenant") {
  Pair pair = new_pair();
  const x509::Certificate& root = certificate_of(pair.root_ca());
  CHECK(extension_names(root) == std::vector<std::string>{"authorityKeyIdentifier", "critical basicConstraints",
                                                          "critical keyUsage", "extKeyUsage", "subjectKeyIdentifier"});
  const auto& extensions = root.extensions();
  CHECK(extensions.basic_constraints->path_length == 1);
  CHECK(extensions.key_usage->bits == 0x61);  // digitalSignature, keyCertSign, cRLSign
  CHECK(equal(*extensions.authority_key_identifier->key_identifier, extensions.subject_key_identifier->key_identifier));
  CHECK(root.serial().magnitude().size() >= 15);
  CHECK(root.not_before()->time == start());
  CHECK(root.self_issued());
}

TEST_CASE("tenant.subject_order: C, ST, L, OU, O, CN") {
  Tenant in = new_tenant();
  tenant::CaOrder order = root_order();
  order.subject = {.common_name = "Root",
                   .organization = "Contoso",
                   .organizational_unit = "IT",
                   .country = "DE",
                   .state = "Berlin",
                   .locality = "Berlin"};
  const x509::Certificate& root = certificate_of(create(in, std::move(order)));
  CHECK(subject_types(root) == std::vector<std::string>{"C", "ST", "L", "OU", "O", "CN"});
}

TEST_CASE("tenant.issuing_certificate: path length 0, its root's key identifier and certificate URL") {
  Pair pair = new_pair();
  const x509::Certificate& issuing = certificate_of(pair.issuing_ca());
  const auto& extensions = issuing.extensions();
  CHECK(extensions.basic_constraints->path_length == 0);
  CHECK(extensions.key_usage->bits == 0x61);
  CHECK(extensions.extended_key_usage->purposes.size() == 1);
  CHECK(equal(*extensions.authority_key_identifier->key_identifier,
              certificate_of(pair.root_ca()).extensions().subject_key_identifier->key_identifier));
  REQUIRE(extensions.authority_info_access.present());
  CHECK(x509::value_text(extensions.authority_info_access->descriptions.front().location) ==
        tenant::certificate_url(pair.tenant, pair.root_ca(), 1));
}

TEST_CASE("tenant.issuing_cdp: the setting says whether the issuing CA names its root's CRL") {
  Pair pair = new_pair();
  CHECK(uris_of(*certificate_of(pair.issuing_ca()).extensions().crl_distribution_points) ==
        std::vector<std::string>{tenant::crl_url(pair.tenant, pair.root_ca(), 1)});
  pair.tenant.settings.issuing_ca_crl_url = tenant::Written::No;
  const tenant::Ca& without = create(pair.tenant, issuing_order("Without"));
  CHECK_FALSE(certificate_of(without).extensions().crl_distribution_points.present());
}

TEST_CASE("tenant.permissions: without the permission to create nothing is created") {
  Tenant in = new_tenant();
  in.settings.permissions.create = false;
  CHECK(refusal(in, root_order()) == "cloudpki.tenant.not_permitted");
}

}  // namespace pki::test
