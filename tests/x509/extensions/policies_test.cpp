#include "x509/extensions/policies.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "../reading.h"
#include "../vectors.h"
#include "asn1/oids.h"

namespace pki::x509 {
namespace {

namespace oids = asn1::oids;

asn1::OwnedOid oid(std::string_view dotted) { return *asn1::OwnedOid::from_dotted(dotted); }

}  // namespace

TEST_CASE("certificate policies are written as OpenSSL writes them, and read again") {
  const ByteVector plain = openssl_octets("certificate_policies");
  CHECK(encode_certificate_policies({{oid("1.2.3.4"), ""}, {asn1::OwnedOid(oids::kAnyPolicy), ""}}) == plain);
  const ByteVector der = openssl_octets("certificate_policies.cps");
  CHECK(encode_certificate_policies({{oid("1.2.3.4"), ""}, {oid("1.2.3.5"), "https://example.com/cps"}}) == der);
  asn1::Context context(der);
  const auto read = read_certificate_policies(der, context);
  REQUIRE(read.ok());
  CHECK(context.findings().empty());
  REQUIRE(read->policies.size() == 2);
  CHECK(read->policies[0].policy.to_dotted() == "1.2.3.4");
  CHECK(read->policies[0].qualifiers.empty());
  REQUIRE(read->policies[1].qualifiers.size() == 1);
  CHECK(read->policies[1].qualifiers[0].id == oids::kCpsQualifier);
  CHECK(read->policies[1].qualifiers[0].text == "https://example.com/cps");
}

TEST_CASE("the text of a user notice is read") {
  const ByteVector der = openssl_octets("certificate_policies.notice");
  asn1::Context context(der);
  const auto read = read_certificate_policies(der, context);
  REQUIRE(read.ok());
  CHECK(context.findings().empty());
  CHECK(read->policies.at(0).qualifiers.at(0).text == "For the lab only");
}

TEST_CASE("what is questionable in certificate policies is noted") {
  const auto [hex, rule] = GENERATE(table<std::string_view, std::string_view>({
      {"3000", "x509.certificate_policies.empty"},
      {"300a300306012a300306012a", "x509.certificate_policies.duplicate"},
      // A CPS pointer that is a UTF8String, a user notice that is no sequence.
      {"3016301406012a300f300d06082b060105050702010c0161", "x509.certificate_policies.qualifier"},
      {"3016301406012a300f300d06082b060105050702020c0161", "x509.certificate_policies.qualifier"},
  }));
  CAPTURE(hex);
  CHECK(read_hex(read_certificate_policies, hex).failure.empty());
  CHECK(read_hex(read_certificate_policies, hex).noted == Ids{rule});
}

TEST_CASE("a qualifier that nobody knows is kept without a text") {
  const ByteVector der = bytes("300f300d06012a3008300606012a 020105");
  asn1::Context context(der);
  const auto read = read_certificate_policies(der, context);
  REQUIRE(read.ok());
  CHECK(context.findings().empty());
  CHECK(read->policies.at(0).qualifiers.at(0).text.empty());
  CHECK(equal(read->policies[0].qualifiers[0].value.whole, bytes("020105")));
}

TEST_CASE("certificate policies that are malformed fail") {
  const auto hex = GENERATE("", "0500", "30023000", "3005300306012a00", "3007300506012a0500", "3009300706012a30023000",
                            "300a300806012a3003 06012a");
  CAPTURE(hex);
  CHECK_FALSE(read_hex(read_certificate_policies, hex).failure.empty());
}

TEST_CASE("policy mappings are written as OpenSSL writes them, and read again") {
  const ByteVector der = openssl_octets("policy_mappings");
  CHECK(encode_policy_mappings({{oid("1.2.3.4"), oid("1.2.3.5")}, {oid("1.2.3.6"), oid("1.2.3.7")}}) == der);
  asn1::Context context(der);
  const auto read = read_policy_mappings(der, context);
  REQUIRE(read.ok());
  CHECK(context.findings().empty());
  REQUIRE(read->mappings.size() == 2);
  CHECK(read->mappings[1].issuer_domain.to_dotted() == "1.2.3.6");
  CHECK(read->mappings[1].subject_domain.to_dotted() == "1.2.3.7");
}

TEST_CASE("policy mappings that are empty or touch anyPolicy are noted, malformed ones fail") {
  CHECK(read_hex(read_policy_mappings, "3000").noted == Ids{"x509.policy_mappings.empty"});
  CHECK(read_hex(read_policy_mappings, "300b30090604551d200006012a").noted == Ids{"x509.policy_mappings.any_policy"});
  CHECK(read_hex(read_policy_mappings, "300b300906012a0604551d2000").noted == Ids{"x509.policy_mappings.any_policy"});
  CHECK_FALSE(read_hex(read_policy_mappings, "3005300306012a").failure.empty());
  CHECK_FALSE(read_hex(read_policy_mappings, "300b300906012a06012a06012a").failure.empty());
}

TEST_CASE("policy constraints are written as OpenSSL writes them, and read again") {
  const auto [vector, constraints] = GENERATE(table<std::string_view, PolicyConstraints>({
      {"policy_constraints", {0, 200}},
      {"policy_constraints.explicit", {3, {}}},
  }));
  CAPTURE(vector);
  const ByteVector der = openssl_octets(vector);
  CHECK(encode(constraints) == der);
  asn1::Context context(der);
  const auto read = read_policy_constraints(der, context);
  REQUIRE(read.ok());
  CHECK(context.findings().empty());
  CHECK(read->require_explicit_policy == constraints.require_explicit_policy);
  CHECK(read->inhibit_policy_mapping == constraints.inhibit_policy_mapping);
}

TEST_CASE("policy constraints that are empty are noted, malformed ones fail, large ones are held at 32 bits") {
  CHECK(read_hex(read_policy_constraints, "3000").noted == Ids{"x509.policy_constraints.empty"});
  CHECK(read_hex(read_policy_constraints, "30038001ff").failure == "asn1.integer.negative");
  CHECK(read_hex(read_policy_constraints, "30028000").failure == "asn1.integer.empty");
  CHECK(read_hex(read_policy_constraints, "3003820100").failure == "asn1.element.trailing");
  CHECK(read_hex(read_policy_constraints, "3006810100800100").failure == "asn1.element.trailing");
  const ByteVector der = bytes("30098007 7fffffffffffff");
  asn1::Context context(der);
  CHECK(read_policy_constraints(der, context)->require_explicit_policy == 0xFFFFFFFF);
}

TEST_CASE("inhibit anyPolicy is written as OpenSSL writes it, and read again") {
  const ByteVector der = openssl_octets("inhibit_any_policy");
  CHECK(encode(InhibitAnyPolicy{2}) == der);
  asn1::Context context(der);
  CHECK(read_inhibit_any_policy(der, context)->skip_certs == 2);
  CHECK(read_hex(read_inhibit_any_policy, "0201ff").failure == "asn1.integer.negative");
  CHECK(read_hex(read_inhibit_any_policy, "3000").failure == "asn1.element.unexpected");
}

}  // namespace pki::x509
