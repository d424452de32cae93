// The Web PKI profile, one flaw a row: the rule that it breaks is found, and no other.

#include <catch2/catch_test_macros.hpp>

#include "draft.h"
#include "path/web_pki/judge.h"
#include "path_support.h"

namespace pki::path::test {
namespace {

ByteVector purposes(std::initializer_list<asn1::Oid> list) {
  ByteVector contents;
  for (const asn1::Oid& oid : list) append(contents, oid_der(oid));
  return tlv(kSeq, contents);
}

// An RSA key: a modulus of so many octets with these ends, and an exponent.
ByteVector rsa_key(std::size_t octets, std::uint8_t first, std::uint8_t last, ByteVector exponent) {
  ByteVector modulus(octets, 0x5A);
  modulus.front() = first;
  modulus.back() = last;
  if ((first & 0x80) != 0) modulus.insert(modulus.begin(), 0);
  ByteVector key = {0};
  append(key, tlv(kSeq, {tlv(kInt, modulus), tlv(kInt, exponent)}));
  return tlv(kSeq, {hex("300d06092a864886f70d0101010500"), tlv(0x03, key)});
}

void set_san(Draft& draft, std::uint8_t tag, std::string_view name) {
  draft.subject = hex("3000");
  draft.set(oids::kSubjectAltName, true, general_names({{tag, name}}));
}

void add_attribute(Draft& draft, asn1::Oid type, std::string_view value) {
  const std::string_view one = as_text(draft.subject);
  const ByteVector other = attribute_name(type, kUtf8, value);
  draft.subject = tlv(kSeq, std::string(one.substr(2)) + std::string(as_text(other).substr(2)));
}

void set_validity(Draft& draft, std::string_view from, std::string_view until) {
  draft.not_before = tlv(0x17, from);
  draft.not_after = tlv(0x17, until);
}

// RSASSA-PSS: the last octet of the hash's identifier, the same for MGF1, and the salt's length.
ByteVector pss(const std::string& hash, const std::string& mask, const std::string& salt) {
  return hex("304106092a864886f70d01010a3034a00f300d06096086480165030402" + hash +
             "0500a11c301a06092a864886f70d010108300d06096086480165030402" + mask + "0500a2030201" + salt);
}

Draft clean_root() {
  Draft draft = clean_ca();
  draft.issuer = draft.subject;
  for (const asn1::Oid& id : {oids::kExtendedKeyUsage, oids::kCertificatePolicies}) draft.remove(id);
  return draft;
}

const FlawRow kRows[] = {
    {"a clean leaf", clean_leaf, [](Draft&) {}, ""},
    {"a clean subordinate CA", clean_ca, [](Draft&) {}, ""},
    {"a clean root", clean_root, [](Draft&) {}, ""},
    {"398 days, before March 2026", clean_leaf, [](Draft& d) { set_validity(d, "250101000000Z", "260202235959Z"); },
     ""},
    {"398 days and a second", clean_leaf, [](Draft& d) { set_validity(d, "250101000000Z", "260203000000Z"); },
     "validity"},
    {"200 days, from March 2026 on", clean_leaf, [](Draft& d) { set_validity(d, "260315000000Z", "260930235959Z"); },
     ""},
    {"201 days", clean_leaf, [](Draft& d) { set_validity(d, "260315000000Z", "261001000000Z"); }, "validity"},
    {"101 days, from March 2027 on", clean_leaf, [](Draft& d) { set_validity(d, "270315000000Z", "270623000000Z"); },
     "validity"},
    {"48 days, from March 2029 on", clean_leaf, [](Draft& d) { set_validity(d, "290315000000Z", "290501000000Z"); },
     "validity"},
    {"no alternative name", clean_leaf, [](Draft& d) { d.remove(oids::kSubjectAltName); }, "names_missing"},
    {"an e-mail address", clean_leaf, [](Draft& d) { set_san(d, 0x81, "ann@corp-site.com"); }, "name_form"},
    {"a name with an underscore", clean_leaf, [](Draft& d) { set_san(d, 0x82, "a_b.corp-site.com"); }, "dns_name"},
    {"a wildcard in the midst", clean_leaf, [](Draft& d) { set_san(d, 0x82, "a.*.corp-site.com"); }, "dns_name"},
    {"a wildcard", clean_leaf, [](Draft& d) { set_san(d, 0x82, "*.corp-site.com"); }, ""},
    {"a name of one label", clean_leaf, [](Draft& d) { set_san(d, 0x82, "mail"); }, "internal_name"},
    {"a name under .local", clean_leaf, [](Draft& d) { set_san(d, 0x82, "mail.lab.LOCAL"); }, "internal_name"},
    {"a public IPv4 address", clean_leaf, [](Draft& d) { set_san(d, 0x87, as_text(Bytes(hex("08080808")))); }, ""},
    {"a private IPv4 address", clean_leaf, [](Draft& d) { set_san(d, 0x87, as_text(Bytes(hex("ac1fffff")))); },
     "reserved_address"},
    {"a unique local IPv6 address", clean_leaf,
     [](Draft& d) { set_san(d, 0x87, as_text(Bytes(hex("fd000000000000000000000000000001")))); }, "reserved_address"},
    {"a common name that is not an alternative name", clean_leaf,
     [](Draft& d) { d.subject = attribute_name(oids::kCommonName, kUtf8, "corp-site.com"); }, "common_name"},
    {"a common name in capitals", clean_leaf,
     [](Draft& d) { d.subject = attribute_name(oids::kCommonName, kUtf8, "WWW.corp-site.com"); }, ""},
    {"an organizational unit", clean_leaf, [](Draft& d) { add_attribute(d, oids::kOrganizationalUnit, "x"); },
     "organizational_unit"},
    {"an organizational unit before September 2022", clean_leaf,
     [](Draft& d) {
       add_attribute(d, oids::kOrganizationalUnit, "x");
       set_validity(d, "220801000000Z", "220901000000Z");
     },
     ""},
    {"a common name twice", clean_leaf, [](Draft& d) { add_attribute(d, oids::kCommonName, "www.corp-site.com"); },
     "attribute_twice"},
    {"an organization under the policy of domain validation", clean_leaf,
     [](Draft& d) { add_attribute(d, oids::kOrganization, "Lab"); }, "subject_forbidden"},
    {"organization validation without a country", clean_leaf,
     [](Draft& d) {
       add_attribute(d, oids::kOrganization, "Lab");
       d.set(oids::kCertificatePolicies, false, hex("300a3008060667810c010202"));
     },
     "subject_lacks"},
    {"a title of a hyphen", clean_leaf, [](Draft& d) { add_attribute(d, oids::kTitle, "-"); }, "value_meaningless"},
    {"a title with a control character", clean_leaf, [](Draft& d) { add_attribute(d, oids::kTitle, "a\x01"); },
     "value_meaningless"},
    {"a title with DEL", clean_leaf, [](Draft& d) { add_attribute(d, oids::kTitle, "a\x7F"); }, "value_meaningless"},
    {"a title with the last control of C1", clean_leaf, [](Draft& d) { add_attribute(d, oids::kTitle, "a\u009F"); },
     "value_meaningless"},
    {"a title beyond ASCII", clean_leaf, [](Draft& d) { add_attribute(d, oids::kTitle, "\u00A0\u00FC"); }, ""},
    {"no purposes", clean_leaf, [](Draft& d) { d.remove(oids::kExtendedKeyUsage); }, "purposes_missing"},
    {"no serverAuth", clean_leaf,
     [](Draft& d) { d.set(oids::kExtendedKeyUsage, false, purposes({oids::kClientAuth})); }, "server_auth"},
    {"any purpose", clean_leaf,
     [](Draft& d) {
       d.set(oids::kExtendedKeyUsage, false, purposes({oids::kServerAuth, oids::kAnyExtendedKeyUsage}));
     },
     "purpose_forbidden"},
    {"a purpose of its own", clean_leaf,
     [](Draft& d) {
       d.set(oids::kExtendedKeyUsage, false, purposes({oids::kServerAuth, oids::kIpsecIke}));
     },
     "purpose_unusual"},
    {"critical purposes", clean_leaf, [](Draft& d) { d[oids::kExtendedKeyUsage].critical = true; },
     "purposes_critical"},
    {"basic constraints that are not critical", clean_leaf,
     [](Draft& d) { d.set(oids::kBasicConstraints, false, hex("3000")); }, "leaf_basic_constraints"},
    {"cRLSign in a leaf", clean_leaf, [](Draft& d) { d.set(oids::kKeyUsage, true, hex("03020182")); },
     "leaf_key_usage"},
    {"an EC key without digitalSignature", clean_leaf, [](Draft& d) { d.set(oids::kKeyUsage, true, hex("03020308")); },
     "leaf_digital_signature"},
    {"name constraints in a leaf", clean_leaf, [](Draft& d) { d.set(oids::kNameConstraints, true, hex("3000")); },
     "leaf_name_constraints"},
    {"a subject key identifier in a leaf", clean_leaf,
     [](Draft& d) { d.set(oids::kSubjectKeyIdentifier, false, tlv(0x04, "a")); }, "leaf_key_identifier"},
    {"no reserved policy", clean_leaf,
     [](Draft& d) { d.set(oids::kCertificatePolicies, false, hex("3006300406022a03")); }, "policy_reserved"},
    {"anyPolicy besides", clean_leaf,
     [](Draft& d) {
       d.set(oids::kCertificatePolicies, false,
             tlv(kSeq, {hex("3008060667810c010201"), tlv(kSeq, {oid_der(oids::kAnyPolicy)})}));
     },
     "policy_any"},
    {"critical policies", clean_leaf, [](Draft& d) { d[oids::kCertificatePolicies].critical = true; },
     "policies_critical"},
    {"no access information", clean_leaf, [](Draft& d) { d.remove(oids::kAuthorityInfoAccess); }, "access_missing"},
    {"access information by HTTPS", clean_leaf,
     [](Draft& d) {
       d.set(oids::kAuthorityInfoAccess, false,
             tlv(kSeq, {tlv(kSeq, {oid_der(oids::kOcsp), tlv(0x86, "https://ocsp.corp-site.com")})}));
     },
     "access_form"},
    {"neither CRL nor OCSP", clean_leaf, [](Draft& d) { d.remove(oids::kCrlDistributionPoints); },
     "revocation_missing"},
    {"neither, and short-lived", clean_leaf,
     [](Draft& d) {
       d.remove(oids::kCrlDistributionPoints);
       set_validity(d, "260401000000Z", "260407235959Z");
     },
     ""},
    {"a CRL by LDAP", clean_leaf,
     [](Draft& d) {
       d.set(oids::kCrlDistributionPoints, false,
             tlv(kSeq, {tlv(kSeq, {tlv(0xA0, {tlv(0xA0, {tlv(0x86, "ldap://crl.corp-site.com/a")})})})}));
     },
     "crl_point_form"},
    {"a serial number of 7 octets", clean_leaf, [](Draft& d) { d.serial = ByteVector(7, 0x11); }, "serial_short"},
    {"a key on secp256k1", clean_leaf,
     [](Draft& d) {
       d.public_key = tlv(kSeq, {hex("301006072a8648ce3d020106052b8104000a"), hex("03020004")});
     },
     "key_kind"},
    {"a key on P-384", clean_leaf, [](Draft& d) { d.public_key = test_public_key(kP384Keys); }, ""},
    {"a key on P-521", clean_leaf,
     [](Draft& d) {
       crypto::FixedRandom random(1);
       crypto::ScopedRandom scope(random);
       d.public_key = crypto::PrivateKey::generate(crypto::KeySpec::P521)->public_key_der();
     },
     ""},
    {"an RSA key of 2048 bits", clean_leaf,
     [](Draft& d) {
       d.public_key = rsa_key(256, 0xC0, 0x4F, {1, 0, 1});
     },
     ""},
    {"an RSA key of 2047 bits", clean_leaf,
     [](Draft& d) {
       d.public_key = rsa_key(256, 0x60, 0x43, {1, 0, 1});
     },
     "rsa_size"},
    {"an RSA key with an even modulus", clean_leaf,
     [](Draft& d) {
       d.public_key = rsa_key(256, 0xC0, 0x66, {1, 0, 1});
     },
     "rsa_modulus"},
    {"the exponent 1", clean_leaf, [](Draft& d) { d.public_key = rsa_key(256, 0xC0, 0x4F, {1}); }, "rsa_exponent"},
    {"the exponent 3", clean_leaf, [](Draft& d) { d.public_key = rsa_key(256, 0xC0, 0x4F, {3}); },
     "rsa_exponent_range"},
    {"SHA-1", clean_leaf, [](Draft& d) { d.algorithm = hex("300906072a8648ce3d0401"); }, "signature_algorithm"},
    {"RSA-PSS with SHA-256 throughout", clean_leaf, [](Draft& d) { d.algorithm = pss("01", "01", "20"); }, ""},
    {"RSA-PSS with SHA-384 throughout", clean_leaf, [](Draft& d) { d.algorithm = pss("02", "02", "30"); }, ""},
    {"RSA-PSS with SHA-224", clean_leaf, [](Draft& d) { d.algorithm = pss("04", "04", "1c"); }, "signature_algorithm"},
    {"RSA-PSS with two hashes", clean_leaf, [](Draft& d) { d.algorithm = pss("01", "02", "20"); },
     "signature_algorithm"},
    {"RSA-PSS with a longer salt", clean_leaf, [](Draft& d) { d.algorithm = pss("01", "01", "21"); },
     "signature_algorithm"},
    {"DSA with SHA-256", clean_leaf, [](Draft& d) { d.algorithm = hex("300b0609608648016503040302"); },
     "signature_algorithm"},
    {"a signature algorithm that is not known", clean_leaf, [](Draft& d) { d.algorithm = hex("300506032a0304"); },
     "signature_algorithm"},
    {"no authority key identifier", clean_leaf, [](Draft& d) { d.remove(oids::kAuthorityKeyIdentifier); },
     "authority_key_identifier"},
    {"an authority key identifier of issuer and serial number", clean_leaf,
     [](Draft& d) {
       ByteVector parts = hex("800101");
       append(parts, tlv(0xA1, {tlv(0xA4, {attribute_name(oids::kCommonName, kUtf8, "x")})}));
       append(parts, hex("820101"));
       d.set(oids::kAuthorityKeyIdentifier, false, tlv(kSeq, parts));
     },
     "authority_key_identifier"},
    {"a CA's basic constraints that are not critical", clean_ca,
     [](Draft& d) { d[oids::kBasicConstraints].critical = false; }, "ca_basic_constraints"},
    {"a CA without cRLSign", clean_ca, [](Draft& d) { d.set(oids::kKeyUsage, true, hex("03020204")); }, "ca_key_usage"},
    {"a CA with keyEncipherment", clean_ca, [](Draft& d) { d.set(oids::kKeyUsage, true, hex("03020126")); },
     "ca_key_usage"},
    {"a CA without policies", clean_ca, [](Draft& d) { d.remove(oids::kCertificatePolicies); }, "ca_policies"},
    {"a CA without a country", clean_ca, [](Draft& d) { d.subject = encode_test_name("CN=Issuing,O=Lab"); },
     "ca_subject"},
    {"a CA without a CRL", clean_ca, [](Draft& d) { d.remove(oids::kCrlDistributionPoints); }, "ca_crl_points"},
    {"a CA's name constraints that are not critical", clean_ca,
     [](Draft& d) { d.set(oids::kNameConstraints, false, hex("3000")); }, "ca_name_constraints"},
    {"a root with a path length", clean_root,
     [](Draft& d) { d.set(oids::kBasicConstraints, true, hex("30060101ff020100")); }, "root_path_length"},
    {"a root with purposes", clean_root,
     [](Draft& d) { d.set(oids::kExtendedKeyUsage, false, purposes({oids::kServerAuth})); }, "root_purposes"},
    {"a root with policies", clean_root, [](Draft& d) { d.set(oids::kCertificatePolicies, false, kDvPolicy); },
     "root_policies"},
};

}  // namespace

TEST_CASE("Each flaw that the Baseline Requirements forbid is found by its rule, and by no other") {
  std::set<std::string> covered;
  for (const FlawRow& row : kRows) {
    CAPTURE(row.name);
    Draft draft = row.clean();
    row.spoil(draft);
    const std::set<std::string> expected =
        row.rule.empty() ? std::set<std::string>() : std::set<std::string>{"path.web_pki." + row.rule};
    CHECK(rule_ids(web_pki::find_faults(*draft.parse())) == expected);
    covered.merge(std::set<std::string>(expected));
  }
  // RFC 5280's version 1 has no extensions to judge the rest by.
  covered.insert("path.web_pki.version");
  for (const Rule* rule : web_pki::all_rules()) {
    CAPTURE(rule->id);
    CHECK(covered.contains(std::string(rule->id)));
  }
}

TEST_CASE("A certificate of version 1 is not for the Web") {
  const ByteVector tbs = tlv(kSeq, {tlv(kInt, ByteVector(8, 1)), clean_leaf().algorithm, clean_leaf().issuer,
                                    tlv(kSeq, {clean_leaf().not_before, clean_leaf().not_after}), clean_leaf().subject,
                                    clean_leaf().public_key});
  const auto certificate =
      parse_certificate(tlv(kSeq, {tbs, clean_leaf().algorithm, tlv(0x03, clean_leaf().signature)}));
  CHECK(rule_ids(web_pki::find_faults(*certificate)).contains("path.web_pki.version"));
}

TEST_CASE("The validity that is allowed goes by the day of issue") {
  const auto days = [](const char* day) { return web_pki::max_validity_days(*from_iso8601(day)); };
  CHECK(days("2029-03-15") == 47);
  CHECK(days("2029-03-14") == 100);
  CHECK(days("2027-03-14") == 200);
  CHECK(days("2026-03-14") == 398);
  CHECK(days("2020-08-31") == 825);
  CHECK(days("2018-02-28") == 1188);
  CHECK(days("2014-01-01") == 1827);
}

TEST_CASE("The profile is off by default, warns or refuses where asked") {
  const auto with = [](Reaction reaction) {
    PathQuestion question = ask(make(leaf(kLeaf, kRoot)), {}, {make(root(kRoot))});
    question.options.web_pki = reaction;
    return check_paths(question);
  };
  const std::string found = "path.web_pki.names_missing@0";
  CHECK(with(Reaction::Ignore).accepted);
  CHECK(find_step(with(Reaction::Ignore).paths[0], checks::kWebPki, 0)->outcome == Outcome::Skipped);
  CHECK(with(Reaction::Warn).accepted);
  CHECK(warnings(with(Reaction::Warn).paths[0]).contains(found));
  CHECK(failures(with(Reaction::Refuse).paths[0]).contains(found));
}

}  // namespace pki::path::test
