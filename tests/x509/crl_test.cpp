#include "x509/crl.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "asn1/oids.h"
#include "support/crl_builder.h"
#include "support/files.h"
#include "support/findings.h"
#include "support/mutation.h"

namespace pki::x509 {
namespace {

namespace oids = asn1::oids;
using namespace pki::test;

const Party kIssuer{"CN=Issuing,O=Lab", 2};

std::string key_of_name(const std::string& text) {
  const ByteVector der = encode_test_name(text);
  asn1::Context context(der);
  return comparison_key(read_name(der, context).value());
}

std::optional<CrlEntry> find(const CrlPtr& crl, const ByteVector& serial, const std::string& issuer = kIssuer.name) {
  return crl->find(serial, key_of_name(issuer)).entry;
}

// A v2 CRL whose list of entries and everything after nextUpdate is `rest`, not signed by anyone.
ByteVector crl_with(Bytes rest, bool version2 = true) {
  asn1::Writer tbs;
  const crypto::SignatureAlgorithm algorithm = test_key(2).default_signature_algorithm();
  tbs.sequence([&](asn1::Writer& w) {
    if (version2) w.integer(1);
    crypto::write_signature_algorithm(w, algorithm);
    w.raw(encode_test_name(kIssuer.name));
    w.time(kLastWeek);
    w.time(kNextWeek);
    w.raw(rest);
  });
  return wrap_bogus(tbs.take(), algorithm);
}

ByteVector from_text(std::string_view hex) { return *from_hex(hex); }

}  // namespace

TEST_CASE("a CRL that OpenSSL made is read in full") {
  const CrlPtr crl = parse_crl(read_test_pem("x509/crl.pem"));
  const CertificatePtr ca = parse_certificate(read_test_pem("x509/crl-ca.pem"));
  CHECK(crl->version() == 2);
  CHECK(crl->findings().empty());
  CHECK(crl->issuer_key() == ca->subject_key());
  CHECK(to_iso8601(crl->this_update()->time) == "2026-04-01T00:00:00Z");
  CHECK(to_iso8601(crl->next_update()->time) == "2026-05-01T00:00:00Z");
  CHECK(to_text(*crl->extensions().crl_number) == "42");
  CHECK(crl->extensions().issuing_distribution_point->only_contains_user_certs);
  CHECK(crl->extensions().issuer_alt_name->names.size() == 1);
  CHECK(equal(*crl->extensions().authority_key_identifier->key_identifier,
              ca->extensions().subject_key_identifier->key_identifier));
  CHECK(verify_signed_by(*crl, ca->public_key()).ok());
  CHECK_FALSE(verify_signed_by(*crl, make(root(kIssuer))->public_key()).ok());

  REQUIRE(crl->entry_count() == 4);
  const auto compromised = crl->find(from_text("1001"), ca->subject_key()).entry;
  REQUIRE(compromised.has_value());
  CHECK(*compromised->extensions.reason_code == CrlReason::KeyCompromise);
  CHECK(to_iso8601(compromised->extensions.invalidity_date->time) == "2026-02-25T00:00:00Z");
  CHECK(to_iso8601(compromised->revocation_date->time) == "2026-03-01T12:00:00Z");
  const auto held = crl->find(from_text("00ff"), ca->subject_key()).entry;
  REQUIRE(held.has_value());
  CHECK(*held->extensions.reason_code == CrlReason::CertificateHold);
  CHECK(held->extensions.hold_instruction->code.to_dotted() == "1.2.840.10040.2.3");
  CHECK(crl->find(from_text("7f01020304050607080910"), ca->subject_key()).entry.has_value());
  CHECK_FALSE(crl->find(from_text("1002"), ca->subject_key()).entry.has_value());
  CHECK(crl->find(from_text("1002"), ca->subject_key()).scanned == 4);
}

TEST_CASE("serial numbers are found by their value, whatever their sign, size and encoding") {
  const CrlPtr crl = make_crl(
      {.issuer = kIssuer,
       .entries = {
           {.serial = {0x00, 0x01}}, {.serial = {0xFB}}, {.serial = {0x00, 0xFB}}, {.serial = ByteVector(30, 0x11)}}});
  CHECK(find(crl, {0x01})->index == 0);
  CHECK(find(crl, {0xFB})->index == 1);
  CHECK(find(crl, {0xFF, 0xFB})->index == 1);
  CHECK(find(crl, {0x00, 0xFB})->index == 2);
  CHECK(find(crl, ByteVector(30, 0x11))->index == 3);
  CHECK_FALSE(find(crl, ByteVector(29, 0x11)).has_value());
  CHECK_FALSE(find(crl, {0x01}, "CN=Other").has_value());
  CHECK_FALSE(find(crl, {}).has_value());
  CHECK(rule_ids(crl->findings()) ==
        std::vector<std::string>{"asn1.integer.not_minimal", "x509.crl.entry_serial", "x509.crl.entry_serial"});
}

TEST_CASE("the issuer of an entry of an indirect CRL holds for those after it") {
  const CrlPtr crl = make_crl({.issuer = kIssuer,
                               .entries = {{.serial = {1}},
                                           {.serial = {2}, .issuer = "CN=Other"},
                                           {.serial = {3}},
                                           {.serial = {4}, .issuer = "CN=Third"},
                                           {.serial = {5}, .issuer = kIssuer.name},
                                           {.serial = {6}}},
                               .point = IssuingDistributionPointInput{.kind = CrlKind::Indirect}});
  CHECK(crl->findings().empty());
  CHECK(crl->has_entry_issuers());
  CHECK(find(crl, {1}).has_value());
  CHECK_FALSE(find(crl, {2}).has_value());
  CHECK(find(crl, {2}, "CN=Other").has_value());
  CHECK(find(crl, {3}, "cn=OTHER").has_value());
  CHECK_FALSE(find(crl, {4}, "CN=Other").has_value());
  CHECK(find(crl, {4}, "CN=Third").has_value());
  CHECK(find(crl, {6}).has_value());
  CHECK_FALSE(find(crl, {6}, "CN=Third").has_value());
}

TEST_CASE("an entry with another issuer in a CRL that is not indirect is noted") {
  const CrlPtr crl = make_crl({.issuer = kIssuer, .entries = {{.serial = {1}}, {.serial = {2}, .issuer = "CN=Other"}}});
  REQUIRE(rule_ids(crl->findings()) == std::vector<std::string>{"x509.crl.entry_issuer_in_direct_crl"});
  CHECK(crl->findings()[0].param("entry") == "1");
}

TEST_CASE("what a CRL says against RFC 5280 section 5 is noted, and it loads all the same") {
  struct Case {
    const char* name;
    CrlSpec spec;
    std::string_view rule;
  };
  const auto extension = [](asn1::Oid id, bool critical, ByteVector value) {
    return make_extension(id, critical, std::move(value));
  };
  const ByteVector number = encode_crl_number(1);
  const ByteVector point = encode_distribution_points({{"http://lab.example/delta.crl"}}).value();
  const Case cases[] = {
      {"no nextUpdate", {.issuer = kIssuer, .next_update = {}}, "x509.crl.next_update_missing"},
      {"nextUpdate before thisUpdate",
       {.issuer = kIssuer, .this_update = kNextWeek, .next_update = kLastWeek},
       "x509.crl.update_order"},
      {"no number", {.issuer = kIssuer, .number = {}}, "x509.crl.extension_missing"},
      {"no key identifier", {.issuer = kIssuer, .key_ids = KeyIds::None}, "x509.crl.extension_missing"},
      {"a critical number",
       {.issuer = kIssuer, .number = {}, .more = {extension(oids::kCrlNumber, true, number)}},
       "x509.crl.criticality"},
      {"a base that is not critical",
       {.issuer = kIssuer, .more = {extension(oids::kDeltaCrlIndicator, false, number)}},
       "x509.crl.criticality"},
      {"the freshest CRL of a delta CRL",
       {.issuer = kIssuer, .base = 3, .more = {extension(oids::kFreshestCrl, false, point)}},
       "x509.crl.freshest_in_delta"},
      {"a malformed number",
       {.issuer = kIssuer, .number = {}, .more = {extension(oids::kCrlNumber, false, {0x05, 0x00})}},
       "x509.extension.malformed"},
      {"two numbers",
       {.issuer = kIssuer, .more = {extension(oids::kCrlNumber, false, number)}},
       "x509.extensions.duplicate"},
      {"a removal from a complete CRL",
       {.issuer = kIssuer, .entries = {{.serial = {1}, .reason = CrlReason::RemoveFromCrl}}},
       "x509.crl.remove_in_complete_crl"},
      {"a critical reason",
       {.issuer = kIssuer,
        .entries = {{.serial = {1}, .more = {extension(oids::kReasonCode, true, {0x0A, 0x01, 0x01})}}}},
       "x509.crl.criticality"},
      {"an unknown reason",
       {.issuer = kIssuer,
        .entries = {{.serial = {1}, .more = {extension(oids::kReasonCode, false, {0x0A, 0x01, 0x07})}}}},
       "x509.extension.malformed"},
      {"two reasons",
       {.issuer = kIssuer,
        .entries = {{.serial = {1},
                     .reason = CrlReason::Superseded,
                     .more = {extension(oids::kReasonCode, false, {0x0A, 0x01, 0x01})}}}},
       "x509.extensions.duplicate"},
  };
  for (const Case& item : cases) {
    CAPTURE(item.name);
    const CrlPtr crl = make_crl(item.spec);
    CHECK(rule_ids(crl->findings()) == std::vector<std::string>{std::string(item.rule)});
    for (const Finding& finding : crl->findings()) {
      if (finding.where.range) CHECK(finding.where.range->end() <= crl->der().size());
    }
  }
  CHECK(make_crl({.issuer = kIssuer, .base = 3})->findings().empty());
}

TEST_CASE("a CRL of version 1 has no extensions, and an empty list must be left out") {
  const auto noted = [](std::string_view rest, bool version2) {
    return rule_ids(parse_crl(crl_with(from_text(rest), version2))->findings());
  };
  using Ids = std::vector<std::string>;
  const std::string missing = "x509.crl.extension_missing";
  CHECK(noted("", true) == Ids{missing, missing});
  CHECK(noted("", false) == Ids{missing, missing});
  CHECK(noted("3000", true) == Ids{"x509.crl.entries_empty", missing, missing});
  CHECK(noted("a00d300b30090603551d1404020500", true) == Ids{"x509.extension.malformed", missing});
  CHECK(noted("a00e300c300a0603551d140403020105", false) == Ids{"x509.crl.extensions_in_v1", missing});
  // An entry's extensions in version 1.
  CHECK(noted("30223020020101170d3236303130313030303030305a300c300a0603551d1504030a0101", false) ==
        Ids{"x509.crl.extensions_in_v1", missing, missing});
  CHECK(noted("a0023000", true) == Ids{"x509.extensions.empty", missing, missing});
  // version 3
  const ByteVector der = crl_with({});
  ByteVector odd = der;
  const ByteVector version = from_text("020101");
  const auto at = std::search(odd.begin(), odd.end(), version.begin(), version.end());
  REQUIRE(at != odd.end());
  at[2] = 2;
  const CrlPtr crl = parse_crl(odd);
  CHECK(crl->version() == 3);
  CHECK(has_rule(crl->findings(), "x509.crl.version"));
}

TEST_CASE("an entry that cannot be read is named, and those around it are found") {
  const std::string good1 = "3012020101170d3236303130313030303030305a";
  const std::string good2 = "3012020102170d3236303130313030303030305a";
  const auto bad =
      GENERATE("3003020109", "3000", "0500", "30050201090500", "30110200170d3236303130313030303030305a",
               "3014020109170d3236303130313030303030305a0500",
               "3019020109170d3236303130313030303030305a300530030603 55", "3012020109170d3236313330313030303030305a");
  CAPTURE(bad);
  const ByteVector entries = from_text(good1 + bad + good2);
  const CrlPtr crl = parse_crl(crl_with(asn1::encode_element(asn1::tags::kSequence, entries)));
  CHECK(crl->has_unreadable_entries());
  CHECK(crl->entry_count() == 3);
  CHECK(find(crl, {1}).has_value());
  CHECK(find(crl, {2}).has_value());
  REQUIRE_FALSE(crl->findings().empty());
  CHECK(crl->findings()[0].where.range.has_value());
  CHECK(crl->findings()[0].where.field == "tbsCertList.revokedCertificates");
}

TEST_CASE("an entry without an end ends the list") {
  const CrlPtr crl = parse_crl(crl_with(from_text("30193012020101170d3236303130313030303030305a3084010203")));
  CHECK(crl->has_unreadable_entries());
  CHECK(crl->entry_count() == 2);
  CHECK(find(crl, {1}).has_value());
  CHECK(has_rule(crl->findings(), "x509.crl.entry_malformed"));
}

TEST_CASE("findings about entries are bounded") {
  CrlSpec spec{.issuer = kIssuer};
  for (int i = 0; i < 250; ++i) spec.entries.push_back({.serial = {0xFF}});
  spec.entries.push_back({.serial = {0x00, 0x01}});
  const CrlPtr crl = make_crl(spec);
  CHECK(crl->findings().size() == Crl::kMaxEntryFindings + 2);
  CHECK(has_rule(crl->findings(), "asn1.integer.not_minimal"));
  const Finding* left_out = find_rule(crl->findings(), "x509.crl.findings_left_out");
  REQUIRE(left_out != nullptr);
  CHECK(left_out->param("count") == "150");
}

TEST_CASE("the first unknown critical extension of an entry is kept") {
  const ExtensionInput unknown = make_extension(asn1::make_oid<1, 2, 3, 4>(), true, {0x05, 0x00});
  const CrlPtr crl = make_crl({.issuer = kIssuer, .entries = {{.serial = {1}}, {.serial = {2}, .more = {unknown}}}});
  REQUIRE(crl->unknown_critical_entry_extension().has_value());
  CHECK(crl->unknown_critical_entry_extension()->id.to_dotted() == "1.2.3.4");
  CHECK(crl->range(crl->unknown_critical_entry_extension()->whole).length > 0);
}

TEST_CASE("what is no CRL fails") {
  CHECK_FALSE(Crl::parse({}).ok());
  CHECK_FALSE(Crl::parse({0x30, 0x00}).ok());
  CHECK_FALSE(Crl::parse(make_der(root(kIssuer))).ok());
  ByteVector longer = make_crl_der({.issuer = kIssuer});
  longer.push_back(0);
  CHECK_FALSE(Crl::parse(longer).ok());
}

TEST_CASE("a damaged CRL fails or keeps its places") {
  CrlSpec spec{.issuer = kIssuer, .point = IssuingDistributionPointInput{.kind = CrlKind::Indirect}};
  for (std::uint8_t i = 1; i < 20; ++i) {
    spec.entries.push_back({.serial = {i}, .reason = CrlReason::Superseded, .issuer = i % 3 == 0 ? "CN=Other" : ""});
  }
  Mutator mutator(make_crl_der(spec));
  for (int i = 0; i < 3000; ++i) {
    const auto crl = Crl::parse(mutator.next());
    if (!crl) continue;
    for (const Finding& finding : (*crl)->findings()) {
      if (finding.where.range) REQUIRE(finding.where.range->end() <= (*crl)->der().size());
    }
    CHECK((*crl)->find(ByteVector{0x42}, (*crl)->issuer_key()).scanned <= (*crl)->entry_count());
  }
}

TEST_CASE("a million entries are read and searched with no room but for their octets") {
  constexpr std::uint32_t kEntries = 1'000'000;
  asn1::Writer entries;
  for (std::uint32_t i = 0; i < kEntries; ++i) {
    const ByteVector serial = {0x01, static_cast<std::uint8_t>(i >> 16), static_cast<std::uint8_t>(i >> 8),
                               static_cast<std::uint8_t>(i)};
    write_crl_entry(entries, {.serial = serial, .revocation_date = kLongAgo});
  }
  const CrlPtr crl = parse_crl(crl_with(asn1::encode_element(asn1::tags::kSequence, entries.view())));
  CHECK(crl->entry_count() == kEntries);
  CHECK(crl->entries().size() == entries.view().size());
  CHECK(crl->findings().size() == 2);
  const CrlLookup last = crl->find(from_text("010f423f"), crl->issuer_key());
  CHECK(last.entry->index == kEntries - 1);
  CHECK(last.scanned == kEntries);
  const CrlLookup first = crl->find(from_text("01000000"), crl->issuer_key());
  CHECK(first.entry->index == 0);
  CHECK(first.scanned == 1);
  CHECK(crl->find(from_text("02000000"), crl->issuer_key()).scanned == kEntries);
}

}  // namespace pki::x509
