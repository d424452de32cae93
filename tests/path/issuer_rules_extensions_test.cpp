// Rules for issuers (RFC 5280 4.2), one flaw a row: the rule that it breaks is found, and no other.

#include <catch2/catch_test_macros.hpp>

#include "draft.h"
#include "path/issuer_rules/judge.h"
#include "path/issuer_rules/syntax.h"

namespace pki::path::test {
namespace {

// Certificate policies with a user notice whose explicit text has this tag.
ByteVector notice(std::uint8_t tag, std::string_view text) {
  return tlv(kSeq,
             {tlv(kSeq, {hex("060667810c010201"),
                         tlv(kSeq, {tlv(kSeq, {oid_der(oids::kUserNoticeQualifier), tlv(kSeq, {tlv(tag, text)})})})})});
}

// The same with a NoticeReference alone.
ByteVector notice_reference() { return notice(kSeq, as_text(tlv(kUtf8, "Lab"))); }

ByteVector permitted(ByteVector base) { return tlv(kSeq, {tlv(0xA0, {tlv(kSeq, {std::move(base)})})}); }

void set_san(Draft& draft, std::uint8_t tag, std::string_view name) {
  draft.set(oids::kSubjectAltName, false, general_names({{tag, name}}));
}

void set_mailbox(Draft& draft, std::uint8_t tag, std::string_view text) {
  draft.set(oids::kSubjectAltName, false,
            tlv(kSeq, {tlv(0xA0, {oid_der(oids::kSmtpUtf8Mailbox), tlv(0xA0, {tlv(tag, text)})})}));
}

ByteVector mapping(asn1::Oid from, asn1::Oid to) { return tlv(kSeq, {tlv(kSeq, {oid_der(from), oid_der(to)})}); }
constexpr asn1::Oid kDv = asn1::make_oid<2, 23, 140, 1, 2, 1>();
constexpr asn1::Oid kOther = asn1::make_oid<1, 2, 3>();

// The key with another algorithm identifier: what it is does not matter, nothing reads it.
ByteVector key_of(asn1::Oid algorithm) { return tlv(kSeq, {tlv(kSeq, {oid_der(algorithm)}), hex("03020005")}); }

const FlawRow kKeyRows[] = {
    {"no authority key identifier", clean_leaf, [](Draft& d) { d.remove(oids::kAuthorityKeyIdentifier); },
     "authority_key_identifier_missing"},
    {"none in a self-signed certificate", clean_ca,
     [](Draft& d) {
       d.issuer = d.subject;
       d.remove(oids::kAuthorityKeyIdentifier);
     },
     ""},
    {"an authority key identifier without a key identifier", clean_leaf,
     [](Draft& d) { d.set(oids::kAuthorityKeyIdentifier, false, hex("3000")); },
     "authority_key_identifier_without_key"},
    {"a critical authority key identifier", clean_leaf,
     [](Draft& d) { d[oids::kAuthorityKeyIdentifier].critical = true; }, "authority_key_identifier_critical"},
    {"an authority's serial number without its issuer", clean_leaf,
     [](Draft& d) { d.set(oids::kAuthorityKeyIdentifier, false, hex("3006800101820101")); },
     "authority_key_identifier_incomplete"},
    {"a CA without a subject key identifier", clean_ca, [](Draft& d) { d.remove(oids::kSubjectKeyIdentifier); },
     "subject_key_identifier_missing"},
    {"a critical subject key identifier", clean_ca, [](Draft& d) { d[oids::kSubjectKeyIdentifier].critical = true; },
     "subject_key_identifier_critical"},
    {"a CA without key usage", clean_ca, [](Draft& d) { d.remove(oids::kKeyUsage); }, "key_usage_missing"},
    {"a key usage that is not critical", clean_leaf, [](Draft& d) { d[oids::kKeyUsage].critical = false; },
     "key_usage_not_critical"},
    {"keyCertSign without cA", clean_leaf, [](Draft& d) { d.set(oids::kKeyUsage, true, hex("03020284")); },
     "cert_sign_without_ca"},
    {"keyEncipherment with an EC key", clean_leaf, [](Draft& d) { d.set(oids::kKeyUsage, true, hex("030205a0")); },
     "key_usage_algorithm"},
    {"keyAgreement with an Ed25519 key", clean_leaf,
     [](Draft& d) {
       d.public_key = key_of(oids::kEd25519);
       d.set(oids::kKeyUsage, true, hex("03020388"));
     },
     "key_usage_algorithm"},
    {"encipherOnly without keyAgreement", clean_leaf, [](Draft& d) { d.set(oids::kKeyUsage, true, hex("03020081")); },
     "key_agreement_modifier"},
    {"encipherOnly with keyAgreement", clean_leaf, [](Draft& d) { d.set(oids::kKeyUsage, true, hex("03020089")); }, ""},
    {"an empty extended key usage", clean_leaf, [](Draft& d) { d.set(oids::kExtendedKeyUsage, false, hex("3000")); },
     "extended_key_usage_empty"},
    {"any purpose, critical", clean_leaf,
     [](Draft& d) { d.set(oids::kExtendedKeyUsage, true, tlv(kSeq, {oid_der(oids::kAnyExtendedKeyUsage)})); },
     "any_purpose_critical"},
    {"a critical OCSP no check", clean_leaf, [](Draft& d) { d.set(oids::kOcspNoCheck, true, hex("0500")); },
     "ocsp_no_check_critical"},
    {"code signing without digitalSignature", clean_leaf,
     [](Draft& d) {
       d.set(oids::kKeyUsage, true, hex("03020308"));
       d.set(oids::kExtendedKeyUsage, false, tlv(kSeq, {oid_der(oids::kCodeSigning)}));
     },
     "purpose_without_usage"},
};

const FlawRow kPolicyRows[] = {
    {"no policies", clean_leaf, [](Draft& d) { d.set(oids::kCertificatePolicies, false, hex("3000")); },
     "policies_empty"},
    {"a policy twice", clean_leaf,
     [](Draft& d) { d.set(oids::kCertificatePolicies, false, hex("30143008060667810c0102013008060667810c010201")); },
     "policy_twice"},
    {"an empty list of qualifiers", clean_leaf,
     [](Draft& d) { d.set(oids::kCertificatePolicies, false, hex("300c300a060667810c0102013000")); },
     "policy_qualifier"},
    {"anyPolicy with a qualifier of another kind", clean_ca,
     [](Draft& d) {
       d.set(
           oids::kCertificatePolicies, false,
           tlv(kSeq, {tlv(kSeq, {oid_der(oids::kAnyPolicy), tlv(kSeq, {tlv(kSeq, {oid_der(kOther), hex("0500")})})})}));
     },
     "any_policy_qualifier"},
    {"an explicit text", clean_leaf, [](Draft& d) { d.set(oids::kCertificatePolicies, false, notice(kUtf8, "hi")); },
     ""},
    {"an explicit text as IA5String", clean_leaf,
     [](Draft& d) { d.set(oids::kCertificatePolicies, false, notice(kIa5, "hi")); }, "explicit_text_ia5"},
    {"an explicit text as VisibleString", clean_leaf,
     [](Draft& d) { d.set(oids::kCertificatePolicies, false, notice(kVisible, "hi")); }, "explicit_text_type"},
    {"an explicit text of 200 characters", clean_leaf,
     [](Draft& d) { d.set(oids::kCertificatePolicies, false, notice(kUtf8, std::string(200, 'x'))); }, ""},
    {"an explicit text of 201 characters", clean_leaf,
     [](Draft& d) { d.set(oids::kCertificatePolicies, false, notice(kUtf8, std::string(201, 'x'))); },
     "explicit_text_long"},
    {"an explicit text with a line end", clean_leaf,
     [](Draft& d) { d.set(oids::kCertificatePolicies, false, notice(kUtf8, "a\nb")); }, "explicit_text_control"},
    {"an explicit text with DEL", clean_leaf,
     [](Draft& d) { d.set(oids::kCertificatePolicies, false, notice(kUtf8, "a\x7F")); }, "explicit_text_control"},
    {"an explicit text with the last control of C1", clean_leaf,
     [](Draft& d) { d.set(oids::kCertificatePolicies, false, notice(kUtf8, "a\u009F")); }, "explicit_text_control"},
    {"an explicit text with letters beyond C1", clean_leaf,
     [](Draft& d) { d.set(oids::kCertificatePolicies, false, notice(kUtf8, "\u00A0\u00FC")); }, ""},
    {"a notice reference", clean_leaf, [](Draft& d) { d.set(oids::kCertificatePolicies, false, notice_reference()); },
     "notice_reference"},
    {"mappings of an asserted policy", clean_ca,
     [](Draft& d) { d.set(oids::kPolicyMappings, true, mapping(kDv, kOther)); }, ""},
    {"no mappings", clean_ca, [](Draft& d) { d.set(oids::kPolicyMappings, true, hex("3000")); }, "mappings_empty"},
    {"mappings that are not critical", clean_ca,
     [](Draft& d) { d.set(oids::kPolicyMappings, false, mapping(kDv, kOther)); }, "mappings_not_critical"},
    {"a mapping of a policy that is not asserted", clean_ca,
     [](Draft& d) { d.set(oids::kPolicyMappings, true, mapping(kOther, kDv)); }, "mapping_not_asserted"},
    {"a mapping of anyPolicy", clean_ca,
     [](Draft& d) { d.set(oids::kPolicyMappings, true, mapping(oids::kAnyPolicy, kDv)); }, "mapping_any_policy"},
    {"a leaf with mappings", clean_leaf, [](Draft& d) { d.set(oids::kPolicyMappings, true, mapping(kDv, kOther)); },
     "for_cas_only"},
    {"empty policy constraints", clean_ca, [](Draft& d) { d.set(oids::kPolicyConstraints, true, hex("3000")); },
     "policy_constraints_empty"},
    {"policy constraints that are not critical", clean_ca,
     [](Draft& d) { d.set(oids::kPolicyConstraints, false, hex("3003800100")); }, "policy_constraints_not_critical"},
    {"a leaf with policy constraints", clean_leaf,
     [](Draft& d) { d.set(oids::kPolicyConstraints, true, hex("3003800100")); }, "for_cas_only"},
    {"inhibitAnyPolicy that is not critical", clean_ca,
     [](Draft& d) { d.set(oids::kInhibitAnyPolicy, false, hex("020100")); }, "inhibit_any_policy_not_critical"},
};

const FlawRow kNameRows[] = {
    {"basic constraints that are not critical", clean_ca, [](Draft& d) { d[oids::kBasicConstraints].critical = false; },
     "basic_constraints_not_critical"},
    {"a path length without cA", clean_leaf, [](Draft& d) { d.set(oids::kBasicConstraints, true, hex("3003020100")); },
     "path_length_without_ca"},
    {"a path length without keyCertSign", clean_ca,
     [](Draft& d) {
       d.set(oids::kBasicConstraints, true, hex("30060101ff020100"));
       d.set(oids::kKeyUsage, true, hex("03020780"));
     },
     "path_length_without_cert_sign"},
    {"a leaf with name constraints", clean_leaf,
     [](Draft& d) { d.set(oids::kNameConstraints, true, permitted(tlv(0x82, "corp-site.com"))); },
     "name_constraints_not_ca"},
    {"name constraints that are not critical", clean_ca,
     [](Draft& d) { d.set(oids::kNameConstraints, false, permitted(tlv(0x82, "corp-site.com"))); },
     "name_constraints_not_critical"},
    {"empty name constraints", clean_ca, [](Draft& d) { d.set(oids::kNameConstraints, true, hex("3000")); },
     "name_constraints_empty"},
    {"a subtree with a maximum", clean_ca,
     [](Draft& d) {
       d.set(oids::kNameConstraints, true,
             tlv(kSeq, {tlv(0xA0, {tlv(kSeq, {tlv(0x82, "corp-site.com"), hex("810105")})})}));
     },
     "subtree_minimum_maximum"},
    {"a subtree of registered identifiers", clean_ca,
     [](Draft& d) { d.set(oids::kNameConstraints, true, permitted(hex("88022a03"))); }, "subtree_form"},
    {"a DNS subtree with a leading dot", clean_ca,
     [](Draft& d) { d.set(oids::kNameConstraints, true, permitted(tlv(0x82, ".corp-site.com"))); }, "subtree_syntax"},
    {"a DNS subtree with a wildcard", clean_ca,
     [](Draft& d) { d.set(oids::kNameConstraints, true, permitted(tlv(0x82, "*.corp-site.com"))); }, "subtree_syntax"},
    {"the DNS subtree of everything", clean_ca,
     [](Draft& d) { d.set(oids::kNameConstraints, true, permitted(tlv(0x82, ""))); }, ""},
    {"an e-mail subtree of a domain", clean_ca,
     [](Draft& d) { d.set(oids::kNameConstraints, true, permitted(tlv(0x81, ".corp-site.com"))); }, ""},
    {"an e-mail subtree of a mailbox without a host", clean_ca,
     [](Draft& d) { d.set(oids::kNameConstraints, true, permitted(tlv(0x81, "ann@"))); }, "subtree_syntax"},
    {"a URI subtree that is a URI", clean_ca,
     [](Draft& d) { d.set(oids::kNameConstraints, true, permitted(tlv(0x86, "https://corp-site.com/"))); },
     "subtree_syntax"},
    {"an alternative name without names", clean_leaf,
     [](Draft& d) { d.set(oids::kSubjectAltName, false, hex("3000")); }, "names_empty"},
    {"an empty DNS name", clean_leaf, [](Draft& d) { set_san(d, 0x82, ""); }, "name_empty"},
    {"an empty directory name", clean_leaf, [](Draft& d) { set_san(d, 0xA4, std::string_view("\x30\0", 2)); },
     "name_empty"},
    {"a DNS name beyond ASCII", clean_leaf, [](Draft& d) { set_san(d, 0x82, "m\xC3\xBCller.com"); },
     "general_name_character"},
    {"a DNS name with a space", clean_leaf, [](Draft& d) { set_san(d, 0x82, "www corp.com"); }, "dns_name_space"},
    {"the DNS name \" \"", clean_leaf, [](Draft& d) { set_san(d, 0x82, " "); }, "dns_name_space"},
    {"a DNS name with an underscore", clean_leaf, [](Draft& d) { set_san(d, 0x82, "a_b.corp.com"); },
     "dns_name_syntax"},
    {"an e-mail address with a name", clean_leaf, [](Draft& d) { set_san(d, 0x81, "Ann <ann@corp-site.com>"); },
     "email_form"},
    {"a relative URI", clean_leaf, [](Draft& d) { set_san(d, 0x86, "/index.html"); }, "uri_form"},
    {"a mailbox beyond ASCII", clean_leaf, [](Draft& d) { set_mailbox(d, kUtf8, "m\xC3\xBC@corp-site.com"); }, ""},
    {"a mailbox in ASCII as SmtpUTF8Mailbox", clean_leaf, [](Draft& d) { set_mailbox(d, kUtf8, "ann@corp-site.com"); },
     "smtp_utf8_form"},
    {"a mailbox with U-labels", clean_leaf, [](Draft& d) { set_mailbox(d, kUtf8, "m\xC3\xBC@m\xC3\xBC.com"); },
     "smtp_utf8_form"},
    {"a mailbox as IA5String", clean_leaf, [](Draft& d) { set_mailbox(d, kIa5, "ann@corp-site.com"); },
     "smtp_utf8_form"},
    {"a critical alternative name beside a subject", clean_leaf,
     [](Draft& d) { d[oids::kSubjectAltName].critical = true; }, "subject_alt_name_critical"},
    {"a critical issuer alternative name", clean_leaf,
     [](Draft& d) {
       d.set(oids::kIssuerAltName, true, general_names({{0x82, "ca.corp-site.com"}}));
     },
     "issuer_alt_name_critical"},
    {"critical directory attributes", clean_leaf,
     [](Draft& d) {
       d.set(oids::kSubjectDirectoryAttributes, true, tlv(kSeq, {tlv(kSeq, {oid_der(kOther), hex("31020500")})}));
     },
     "directory_attributes_critical"},
    {"empty directory attributes", clean_leaf,
     [](Draft& d) { d.set(oids::kSubjectDirectoryAttributes, false, hex("3000")); }, "directory_attributes_empty"},
    {"critical CRL distribution points", clean_leaf, [](Draft& d) { d[oids::kCrlDistributionPoints].critical = true; },
     "crl_distribution_points_critical"},
    {"no CRL distribution points in the list", clean_leaf,
     [](Draft& d) { d.set(oids::kCrlDistributionPoints, false, hex("3000")); }, "distribution_points_empty"},
    {"a distribution point of reasons", clean_leaf,
     [](Draft& d) { d.set(oids::kCrlDistributionPoints, false, hex("3006300481020640")); },
     "distribution_point_reasons_only"},
    {"a distribution point without a URL", clean_leaf,
     [](Draft& d) {
       d.set(oids::kCrlDistributionPoints, false,
             tlv(kSeq,
                 {tlv(kSeq, {tlv(0xA0, {tlv(0xA0, {tlv(0xA4, {attribute_name(oids::kCommonName, kUtf8, "x")})})})})}));
     },
     "distribution_point_without_url"},
    {"a distribution point by HTTPS", clean_leaf,
     [](Draft& d) {
       d.set(oids::kCrlDistributionPoints, false,
             tlv(kSeq, {tlv(kSeq, {tlv(0xA0, {tlv(0xA0, {tlv(0x86, "https://crl.corp-site.com/a.crl")})})})}));
     },
     ""},
    {"a distribution point by LDAP", clean_leaf,
     [](Draft& d) {
       d.set(oids::kCrlDistributionPoints, false,
             tlv(kSeq, {tlv(kSeq, {tlv(0xA0, {tlv(0xA0, {tlv(0x86, "ldap://crl.corp-site.com/a")})})})}));
     },
     ""},
    {"a distribution point by LDAP with TLS", clean_leaf,
     [](Draft& d) {
       d.set(oids::kCrlDistributionPoints, false,
             tlv(kSeq, {tlv(kSeq, {tlv(0xA0, {tlv(0xA0, {tlv(0x86, "ldaps://crl.corp-site.com/a")})})})}));
     },
     ""},
    {"a distribution point by LDAP, of a host that the reader knows", clean_leaf,
     [](Draft& d) {
       d.set(oids::kCrlDistributionPoints, false,
             tlv(kSeq, {tlv(kSeq, {tlv(0xA0, {tlv(0xA0, {tlv(0x86, "ldap:///CN=a")})})})}));
     },
     ""},
    {"a distribution point by FTP", clean_leaf,
     [](Draft& d) {
       d.set(oids::kCrlDistributionPoints, false,
             tlv(kSeq, {tlv(kSeq, {tlv(0xA0, {tlv(0xA0, {tlv(0x86, "ftp://crl.corp-site.com/a.crl")})})})}));
     },
     "distribution_point_without_url"},
    {"a distribution point with a relative name", clean_leaf,
     [](Draft& d) {
       d.set(oids::kCrlDistributionPoints, false,
             tlv(kSeq,
                 {tlv(kSeq, {tlv(0xA0, {tlv(0xA1, {tlv(kSeq, {oid_der(oids::kCommonName), tlv(kUtf8, "x")})})})})}));
     },
     "distribution_point_relative_name"},
    {"a distribution point whose CRL issuer is the issuer", clean_leaf,
     [](Draft& d) {
       d.set(oids::kCrlDistributionPoints, false,
             tlv(kSeq, {tlv(kSeq, {tlv(0xA2, {tlv(0xA4, {clean_leaf().issuer})})})}));
     },
     "crl_issuer_itself"},
    {"a distribution point with another CRL issuer", clean_leaf,
     [](Draft& d) {
       d.set(oids::kCrlDistributionPoints, false,
             tlv(kSeq, {tlv(kSeq, {tlv(0xA2, {tlv(0xA4, {attribute_name(oids::kCommonName, kUtf8, "x")})})})}));
     },
     ""},
    {"a critical freshest CRL", clean_leaf, [](Draft& d) { d.set(oids::kFreshestCrl, true, kUrlPoint); },
     "freshest_crl_critical"},
    {"a critical authority information access", clean_leaf,
     [](Draft& d) { d[oids::kAuthorityInfoAccess].critical = true; }, "access_info_critical"},
    {"a critical subject information access", clean_ca,
     [](Draft& d) { d.set(oids::kSubjectInfoAccess, true, kIssuersUrl); }, "access_info_critical"},
    {"an empty authority information access", clean_leaf,
     [](Draft& d) { d.set(oids::kAuthorityInfoAccess, false, hex("3000")); }, "access_info_empty"},
    {"caIssuers without a URL", clean_leaf,
     [](Draft& d) {
       d.set(oids::kAuthorityInfoAccess, false,
             tlv(kSeq, {tlv(kSeq, {oid_der(oids::kCaIssuers), tlv(0x82, "aia.corp-site.com")})}));
     },
     "ca_issuers_without_url"},
};

template <std::size_t Size>
void check_rows(const FlawRow (&rows)[Size]) {
  for (const FlawRow& row : rows) {
    CAPTURE(row.name);
    Draft draft = row.clean();
    row.spoil(draft);
    const std::set<std::string> expected =
        row.rule.empty() ? std::set<std::string>() : std::set<std::string>{"path.issuer_rules." + row.rule};
    CHECK(rule_ids(issuer_rules::find_faults(*draft.parse())) == expected);
  }
}

}  // namespace

TEST_CASE("Each flaw in identifiers and usages of keys is found by its rule, and by no other") { check_rows(kKeyRows); }

TEST_CASE("Each flaw in policies is found by its rule, and by no other") { check_rows(kPolicyRows); }

TEST_CASE("Each flaw in constraints, names and locations is found by its rule, and by no other") {
  check_rows(kNameRows);
}

TEST_CASE("Host names in the preferred name syntax") {
  using issuer_rules::find_host_fault;
  using issuer_rules::Wildcards;
  const std::string label(63, 'a');
  for (const std::string& good :
       {std::string("a"), std::string("a.b-c.1"), label + "." + label, std::string("xn--a")}) {
    CAPTURE(good);
    CHECK_FALSE(find_host_fault(good, Wildcards::Refused));
  }
  for (const std::string& bad :
       {std::string(), std::string("."), std::string("a."), std::string(".a"), std::string("a..b"), std::string("-a"),
        std::string("a-"), std::string("a_b"), std::string("a b"), label + "a",
        label + "." + label + "." + label + "." + label, std::string("*.a")}) {
    CAPTURE(bad);
    CHECK(find_host_fault(bad, Wildcards::Refused));
  }
  CHECK_FALSE(find_host_fault("*.a", Wildcards::Leftmost));
  for (const char* bad : {"*", "a.*", "*a.b", "*.*.a", "*."}) {
    CAPTURE(bad);
    CHECK(find_host_fault(bad, Wildcards::Leftmost));
  }
}

TEST_CASE("What is wrong with a SmtpUTF8Mailbox is said") {
  const auto why = [](std::string_view text) {
    Draft draft = clean_leaf();
    set_mailbox(draft, kUtf8, text);
    const Findings findings = issuer_rules::find_faults(*draft.parse());
    return findings.size() == 1 ? std::string(findings[0].param("why")) : std::string();
  };
  CHECK(why("corp-site.com") == "it has no local part");
  CHECK(why("@corp-site.com") == "it has no local part");
  CHECK(why("\u00E4nn@corp site.com") == "its host is no host name");
  CHECK(why("\u00E4nn@Corp-site.com") == "its host has upper-case letters");
  CHECK(why("\u00E4nn@corp-site.com").empty());
}

TEST_CASE("Mailboxes and absolute URIs") {
  using issuer_rules::find_uri_fault;
  using issuer_rules::is_mailbox;
  for (const char* good :
       {"a@b", "a.b+c@d.example", "\"a b\"@c", "\"a\\\"b\"@c", "\"\"@c", "\" ~\"@c", "\"a\\\\\"@c", "a@[192.0.2.1]"}) {
    CAPTURE(good);
    CHECK(is_mailbox(good));
  }
  for (const char* bad : {"",
                          "a",
                          "@b",
                          "a@",
                          ".a@b",
                          "a.@b",
                          "a..b@c",
                          "a b@c",
                          "<a@b>",
                          "\"a\"b\"@c",
                          "\"a\\\"@c",
                          "a@b c",
                          "a@b@c",
                          "\"a@b",
                          "\"a\x1F\"@b",
                          "\"a\x7F\"@b",
                          "\"\"a\"@b",
                          "\"a\\\\\"b\"@c",
                          "a@[192.0.2.1",
                          "a@192.0.2.1]"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_mailbox(bad));
  }
  for (const char* good : {"https://a.b/c?d#e", "urn:a:b", "mailto:a@b", "http://u@a.b:80", "http://192.0.2.1/",
                           "http://[2001:db8::1]:8/x", "ldap:///CN=a?b", "spiffe://a.b/c", "a1+b-c.d:e"}) {
    CAPTURE(good);
    CHECK_FALSE(find_uri_fault(good));
  }
  for (const char* bad : {"", "a", "/a", "//a.b", "http:", "http://", "http:///x", "1a:b", "http://a", "http://a.b:x",
                          "http://[a]/", "http://[::1", "http://a_b.c/", "urn:a b", ":a", "a_b:c"}) {
    CAPTURE(bad);
    CHECK(find_uri_fault(bad));
  }
}

}  // namespace pki::path::test
