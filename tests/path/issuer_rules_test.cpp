// Rules for issuers (RFC 5280 4.1), one flaw a row: the rule that it breaks is found, and no other.

#include <catch2/catch_test_macros.hpp>

#include "draft.h"
#include "path/issuer_rules/judge.h"
#include "path_support.h"

namespace pki::path::test {
namespace {

const FlawRow kRows[] = {
    {"a clean leaf", clean_leaf, [](Draft&) {}, ""},
    {"a clean CA", clean_ca, [](Draft&) {}, ""},
    {"serial number zero", clean_leaf, [](Draft& d) { d.serial = {0}; }, "serial_not_positive"},
    {"a negative serial number", clean_leaf,
     [](Draft& d) {
       d.serial = {0x80, 1};
     },
     "serial_not_positive"},
    {"a serial number of 20 octets", clean_leaf, [](Draft& d) { d.serial = ByteVector(20, 0x11); }, ""},
    {"a serial number of 21 octets", clean_leaf, [](Draft& d) { d.serial = ByteVector(21, 0x11); }, "serial_too_long"},
    {"NULL parameters with ECDSA", clean_leaf, [](Draft& d) { d.algorithm = hex("300c06082a8648ce3d0403020500"); },
     "algorithm_parameters"},
    {"PSS with SHA-256 throughout", clean_leaf,
     [](Draft& d) {
       d.algorithm =
           hex("304106092a864886f70d01010a3034a00f300d06096086480165030402010500a11c301a06092a864886f70d0101"
               "08300d06096086480165030402010500a203020120");
     },
     ""},
    {"PSS with another salt length", clean_leaf,
     [](Draft& d) {
       d.algorithm =
           hex("304106092a864886f70d01010a3034a00f300d06096086480165030402010500a11c301a06092a864886f70d0101"
               "08300d06096086480165030402010500a203020121");
     },
     "pss_salt_length"},
    {"PSS with another hash for MGF1", clean_leaf,
     [](Draft& d) {
       d.algorithm =
           hex("304106092a864886f70d01010a3034a00f300d06096086480165030402010500a11c301a06092a864886f70d0101"
               "08300d06096086480165030402020500a203020120");
     },
     "pss_mask_hash"},
    {"a signature with unused bits", clean_leaf, [](Draft& d) { d.signature = hex("0430060201030201f0"); },
     "signature_unused_bits"},
    {"an issuer without a name", clean_leaf, [](Draft& d) { d.issuer = hex("3000"); }, "issuer_empty"},
    {"GeneralizedTime before 2050", clean_leaf, [](Draft& d) { d.not_after = tlv(0x18, "20491231235959Z"); },
     "generalized_time_early"},
    {"GeneralizedTime from 2050 on", clean_leaf, [](Draft& d) { d.not_after = tlv(0x18, "20500101000000Z"); }, ""},
    {"an end before the beginning", clean_leaf, [](Draft& d) { d.not_after = tlv(0x17, "251231235959Z"); },
     "validity_order"},
    {"a CA without a name", clean_ca, [](Draft& d) { d.subject = hex("3000"); }, "subject_empty_ca"},
    {"neither subject nor alternative name", clean_leaf,
     [](Draft& d) {
       d.subject = hex("3000");
       d.remove(oids::kSubjectAltName);
     },
     "subject_empty"},
    {"an empty subject and a critical alternative name", clean_leaf,
     [](Draft& d) {
       d.subject = hex("3000");
       d[oids::kSubjectAltName].critical = true;
     },
     ""},
    {"an empty subject and an alternative name that is not critical", clean_leaf,
     [](Draft& d) { d.subject = hex("3000"); }, "subject_alt_name_not_critical"},
    {"an issuer unique identifier", clean_leaf, [](Draft& d) { d.unique_ids = hex("81020055"); }, "unique_identifier"},
    {"a subject unique identifier", clean_leaf, [](Draft& d) { d.unique_ids = hex("82020055"); }, "unique_identifier"},
    {"cA FALSE spelled out", clean_leaf, [](Draft& d) { d.set(oids::kBasicConstraints, true, hex("3003010100")); },
     "default_encoded"},
    {"an empty attribute", clean_leaf, [](Draft& d) { d.subject = attribute_name(oids::kCommonName, kUtf8, ""); },
     "name_value_empty"},
    {"an attribute beyond its upper bound", clean_leaf,
     [](Draft& d) { d.subject = attribute_name(oids::kCommonName, kUtf8, std::string(65, 'a')); },
     "name_value_too_long"},
    {"a PrintableString with an asterisk", clean_leaf,
     [](Draft& d) { d.subject = attribute_name(oids::kCommonName, kPrintable, "*.corp-site.com"); }, "name_character"},
    {"a TeletexString", clean_leaf, [](Draft& d) { d.subject = attribute_name(oids::kCommonName, kTeletex, "x"); },
     "directory_string_type"},
    {"a BMPString in the issuer", clean_leaf,
     [](Draft& d) { d.issuer = attribute_name(oids::kOrganization, kBmp, std::string_view("\0x", 2)); },
     "directory_string_type"},
    {"a common name as IA5String", clean_leaf,
     [](Draft& d) { d.subject = attribute_name(oids::kCommonName, kIa5, "x"); }, "attribute_string_type"},
    {"a country as UTF8String", clean_leaf, [](Draft& d) { d.subject = attribute_name(oids::kCountry, kUtf8, "DE"); },
     "attribute_string_type"},
    {"a domain component as UTF8String", clean_leaf,
     [](Draft& d) { d.subject = attribute_name(oids::kDomainComponent, kUtf8, "corp"); }, "attribute_string_type"},
    {"a country of one letter", clean_leaf,
     [](Draft& d) { d.subject = attribute_name(oids::kCountry, kPrintable, "D"); }, "country_form"},
    {"a country in small letters", clean_leaf,
     [](Draft& d) { d.subject = attribute_name(oids::kCountry, kPrintable, "nz"); }, ""},
    {"a country of digits", clean_leaf, [](Draft& d) { d.subject = attribute_name(oids::kCountry, kPrintable, "49"); },
     "country_form"},
    {"an e-mail address in the subject alone", clean_leaf,
     [](Draft& d) { d.subject = attribute_name(oids::kEmailAddress, kIa5, "ann@corp-site.com"); },
     "email_only_in_subject"},
    {"an e-mail address in both places", clean_leaf,
     [](Draft& d) {
       d.subject = attribute_name(oids::kEmailAddress, kIa5, "ann@corp-site.com");
       d.set(oids::kSubjectAltName, false, general_names({{0x81, "ann@corp-site.com"}}));
     },
     ""},
};

}  // namespace

TEST_CASE("Each flaw in the basic fields is found by its rule, and by no other") {
  for (const FlawRow& row : kRows) {
    CAPTURE(row.name);
    Draft draft = row.clean();
    row.spoil(draft);
    const std::set<std::string> expected =
        row.rule.empty() ? std::set<std::string>() : std::set<std::string>{"path.issuer_rules." + row.rule};
    CHECK(rule_ids(issuer_rules::find_faults(*draft.parse())) == expected);
  }
}

TEST_CASE("A country that holds what is no letter is found, whatever its string type says of that") {
  for (const char* country : {"D~", "{E", "D-", "@E"}) {
    CAPTURE(country);
    Draft draft = clean_leaf();
    draft.subject = attribute_name(oids::kCountry, kPrintable, country);
    CHECK(rule_ids(issuer_rules::find_faults(*draft.parse())).contains("path.issuer_rules.country_form"));
  }
}

TEST_CASE("An e-mail address of the subject wants an e-mail address among the alternative names, not another mailbox") {
  const auto found = [](asn1::Oid type, std::string_view text) {
    Draft draft = clean_leaf();
    draft.subject = attribute_name(oids::kEmailAddress, kIa5, "ann@corp-site.com");
    draft.set(oids::kSubjectAltName, false, tlv(kSeq, {tlv(0xA0, {oid_der(type), tlv(0xA0, {tlv(kUtf8, text)})})}));
    return rule_ids(issuer_rules::find_faults(*draft.parse()));
  };
  using Ids = std::set<std::string>;
  CHECK(found(oids::kSmtpUtf8Mailbox, "\u00E4nn@corp-site.com") == Ids{});
  CHECK(found(oids::kUserPrincipalName, "ann@corp-site.com") == Ids{"path.issuer_rules.email_only_in_subject"});
}

TEST_CASE("An empty list of extensions is found") {
  Draft draft = clean_leaf();
  draft.extensions.clear();
  draft.unique_ids = hex("a3023000");
  CHECK(rule_ids(issuer_rules::find_faults(*draft.parse())).contains("path.issuer_rules.extensions_empty"));
}

TEST_CASE("A flaw that occurs a thousand times is named a few times") {
  Draft draft = clean_leaf();
  ByteVector names;
  for (int i = 0; i < 1000; ++i) append(names, tlv(0x82, "a b"));
  draft.set(oids::kSubjectAltName, false, tlv(kSeq, names));
  CHECK(issuer_rules::find_faults(*draft.parse()).size() == 4);
}

TEST_CASE("Rules for issuers warn by default, refuse where asked to be strict, and are silent where ignored") {
  const auto with = [](std::vector<x509::ExtensionInput> more, Reaction reaction) {
    CertificateSpec spec = leaf(kLeaf, kRoot);
    spec.more = std::move(more);
    const auto anchor = make(root(kRoot));
    PathQuestion question = ask(make(spec), {}, {anchor});
    question.options.issuer_rules = reaction;
    return check_paths(question);
  };
  const std::vector<x509::ExtensionInput> must = {make_extension(oids::kFreshestCrl, true, kUrlPoint)};
  const std::vector<x509::ExtensionInput> should = {
      make_extension(oids::kSubjectAltName, true, general_names({{0x82, "www.corp-site.com"}}))};
  const std::string found = "path.issuer_rules.freshest_crl_critical@0";
  CHECK(warnings(with(must, Reaction::Warn).paths[0]).contains(found));
  CHECK_FALSE(warnings(with(must, Reaction::Ignore).paths[0]).contains(found));
  CHECK(failures(with(must, Reaction::Refuse).paths[0]).contains(found));

  const Report advised = with(should, Reaction::Refuse);
  CHECK(failures(advised.paths[0]).empty());
  CHECK(warnings(advised.paths[0]).contains("path.issuer_rules.subject_alt_name_critical@0"));
}

TEST_CASE("What a rule says of a note of the parser is not said twice") {
  CertificateSpec spec = leaf(kLeaf, kRoot);
  spec.key_usage = 0;
  const Report report = check_paths(ask(make(spec), {}, {make(root(kRoot))}));
  const std::set<std::string> found = warnings(report.paths[0]);
  CHECK(found.contains("path.issuer_rules.key_usage_empty@0"));
  CHECK_FALSE(found.contains("path.issuer_rules.noted@0"));
}

}  // namespace pki::path::test
