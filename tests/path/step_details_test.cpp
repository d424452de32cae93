// What steps and findings tell besides the rule: hints, values, and how much of a long list.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "draft.h"
#include "path_support.h"
#include "support/constraint_extensions.h"
#include "x509/extensions/policies.h"

namespace pki::path::test {
namespace {

struct Chain {
  CertificateSpec issuing = ca(kIssuing, kRoot);
  CertificateSpec leaf = test::leaf(kLeaf, kIssuing);

  Report check() const { return check_paths(ask(make(leaf), {make(issuing)}, {make(root(kRoot))})); }
};

// A value that the step compared; nothing where it has none of the name.
std::string value_of(const Step* step, std::string_view name) {
  REQUIRE(step != nullptr);
  const auto found =
      std::find_if(step->values.begin(), step->values.end(), [&](const Param& value) { return value.name == name; });
  return found == step->values.end() ? std::string() : found->value;
}

std::multiset<std::string> ids_of(const Step* step) {
  REQUIRE(step != nullptr);
  std::multiset<std::string> ids;
  for (const Finding& finding : step->findings) ids.emplace(finding.id());
  return ids;
}

ByteVector access(asn1::Oid method, std::uint8_t tag, std::string_view text) {
  return tlv(kSeq, {oid_der(method), tlv(tag, text)});
}

// A policy with qualifiers of these types.
ByteVector qualified(std::initializer_list<asn1::Oid> types) {
  ByteVector list;
  for (const asn1::Oid& type : types) append(list, tlv(kSeq, {oid_der(type), tlv(kIa5, "https://lab.example/cps")}));
  return tlv(kSeq, {oid_der(asn1::make_oid<1, 2, 3>()), tlv(kSeq, list)});
}

}  // namespace

TEST_CASE("Where the issuer is missing, the first address of its certificate is told") {
  CertificateSpec spec = leaf(kLeaf, kIssuing);
  const auto headline = [&](const ByteVector& descriptions) {
    spec.more = {make_extension(oids::kAuthorityInfoAccess, false, tlv(kSeq, descriptions))};
    return check_paths(ask(make(spec), {}, {make(root(kRoot))})).headline.value();
  };
  ByteVector all = access(oids::kOcsp, 0x86, "http://ocsp.lab.example/");
  append(all, access(oids::kCaIssuers, 0x82, "aia.lab.example"));
  const Finding without = headline(all);
  CHECK(without.id() == "path.build.no_issuer");
  CHECK(without.param("issuer") == kIssuing.name);
  CHECK(without.param("url").empty());
  append(all, access(oids::kCaIssuers, 0x86, "http://aia.lab.example/1.crt"));
  append(all, access(oids::kCaIssuers, 0x86, "http://aia.lab.example/2.crt"));
  const Finding with = headline(all);
  CHECK(with.param("url") == "http://aia.lab.example/1.crt");
  CHECK(std::count_if(with.params.begin(), with.params.end(), [](const Param& param) { return param.name == "url"; }) ==
        1);
}

TEST_CASE("An extension that is there several times is told once, and so is one that cannot be read") {
  const asn1::Oid sorts_first = asn1::make_oid<1, 2, 3, 4>();
  const asn1::Oid sorts_last = asn1::make_oid<2, 23, 140, 9>();
  Chain chain;
  for (const asn1::Oid& id : {sorts_last, sorts_first, sorts_last, sorts_first, sorts_last, sorts_first}) {
    chain.leaf.more.push_back(make_extension(id, false, {0x05, 0x00}));
  }
  const Step step = *find_step(*chain.check().best(), checks::kEncoding, 0);
  std::multiset<std::string> oids;
  for (const Finding& finding : step.findings) {
    CHECK(finding.id() == "path.encoding.extension_duplicate");
    oids.emplace(finding.param("oid"));
  }
  CHECK(oids == std::multiset<std::string>{"1.2.3.4", "2.23.140.9"});

  // The first counts, and only that one was read.
  chain.leaf.more = {make_extension(oids::kInhibitAnyPolicy, true, {0x05, 0x00}),
                     make_extension(oids::kInhibitAnyPolicy, true, {0x02, 0x01, 0x00})};
  const Report report = chain.check();
  CHECK(ids_of(find_step(*report.best(), checks::kEncoding, 0)) ==
        std::multiset<std::string>{"path.encoding.extension_duplicate", "path.encoding.extension_malformed"});
}

TEST_CASE("Critical application policies are understood beside an extended key usage, and not without") {
  Chain chain;
  chain.leaf.more = {
      make_extension(oids::kMsApplicationPolicies, true, tlv(kSeq, {tlv(kSeq, {oid_der(oids::kServerAuth)})}))};
  CHECK(failures(*chain.check().best()) == std::set<std::string>{"path.critical_extension.unknown@0"});
  chain.leaf.key_purposes = {oids::kServerAuth};
  CHECK(chain.check().accepted);
}

TEST_CASE("Qualifiers of critical policies must be known, and the first that is not is told") {
  const auto judged = [](std::initializer_list<asn1::Oid> types, bool critical) {
    Chain chain;
    chain.leaf.more = {make_extension(oids::kCertificatePolicies, critical, tlv(kSeq, {qualified(types)}))};
    const Report report = chain.check();
    return *find_step(*report.best(), checks::kPolicies, 0);
  };
  const asn1::Oid unknown = asn1::make_oid<1, 2, 3, 5>();
  CHECK(judged({oids::kCpsQualifier}, true).outcome == Outcome::Pass);
  CHECK(judged({oids::kUserNoticeQualifier}, true).outcome == Outcome::Pass);
  CHECK(judged({unknown}, false).outcome == Outcome::Pass);
  const Step step = judged({oids::kCpsQualifier, unknown, asn1::make_oid<1, 2, 3, 6>()}, true);
  REQUIRE(ids_of(&step) == std::multiset<std::string>{"path.policies.qualifier_unknown"});
  CHECK(step.findings[0].param("qualifier").find("1.2.3.5") != std::string_view::npos);
}

TEST_CASE("No more than eight policies are listed, and how many more there are is said") {
  const auto asserted = [](std::uint8_t count) {
    ByteVector list;
    for (std::uint8_t i = 1; i <= count; ++i) append(list, tlv(kSeq, {tlv(0x06, ByteVector{0x2A, i})}));
    Chain chain;
    chain.leaf.more = {make_extension(oids::kCertificatePolicies, false, tlv(kSeq, list))};
    const Report report = chain.check();
    return value_of(find_step(*report.best(), checks::kPolicies, 0), "asserted");
  };
  CHECK(asserted(8).ends_with("1.2.8"));
  CHECK(asserted(10).ends_with("1.2.8 and 2 more"));
}

TEST_CASE("No more than four names that were allowed are listed, and how many more there are is said") {
  const auto judged = [](int count) {
    Chain chain;
    chain.issuing.more = {name_constraints_extension({"DNS:lab.example"}, {})};
    for (int i = 0; i < count; ++i) chain.leaf.names.push_back("DNS:" + std::to_string(i) + ".lab.example");
    const Report report = chain.check();
    return *find_step(*report.best(), checks::kNameConstraints, 0);
  };
  const Step four = judged(4);
  const std::string allowed = value_of(&four, "allowed");
  CHECK(std::count(allowed.begin(), allowed.end(), ';') == 3);
  CHECK(allowed.find("of certificate 1; DNS:3.lab.example (") != std::string::npos);
  CHECK(value_of(&four, "allowed_more").empty());
  const Step six = judged(6);
  CHECK(value_of(&six, "allowed").find("DNS:4.lab.example") == std::string::npos);
  CHECK(value_of(&six, "allowed_more") == "2");
}

TEST_CASE("Below a CA whose name constraints cannot be read no name is judged: the CA is refused for them") {
  Chain chain;
  chain.issuing.more = {make_extension(oids::kNameConstraints, true, {0x04, 0x00})};
  const Report report = chain.check();
  CHECK(find_step(*report.best(), checks::kNameConstraints, 0)->outcome == Outcome::NotReached);
  CHECK(failures(*report.best()) == std::set<std::string>{"path.encoding.extension_malformed@1"});
}

}  // namespace pki::path::test
