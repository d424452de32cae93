// Revocation: what is counted, and the bounds on CRLs, their entries and their issuers.

#include <catch2/catch_test_macros.hpp>

#include "revocation_support.h"

namespace pki::path::test {

TEST_CASE("Entries and signatures are counted and bounded") {
  Chain chain;
  CrlSpec spec{.issuer = kIssuing};
  for (int i = 0; i < 100; ++i) spec.entries.push_back({.serial = {0x7F, static_cast<std::uint8_t>(i), 1}});
  chain.crls = {make_crl(spec)};
  const Report report = chain.check();
  CHECK(report.accepted);
  CHECK(report.work.crl_entries == 100);
  CHECK(report.work.crl_signature_checks == 1);
  PathQuestion question = chain.question();
  question.options.limits.max_crl_entries = 99;
  const Report stopped = check_paths(question);
  CHECK(answer_of(stopped) == unknown({"crl_not_searched"}));
  CHECK(has_finding(stopped.findings, "path.limit.crl_entries"));
}

TEST_CASE("A CRL whose signature was not checked for the bound on checks does not answer") {
  Chain chain;
  chain.crls = {make_crl({.issuer = kIssuing, .number = 5}), make_crl({.issuer = kIssuing, .number = 7, .base = 4})};
  PathQuestion question = chain.question();
  question.options.limits.max_crl_signature_checks = 2;
  CHECK(answer_of(check_paths(question)) == kGood);
  question.options.limits.max_crl_signature_checks = 1;
  CHECK(answer_of(check_paths(question)) == Answer{Outcome::Pass, {}, {"crl_signature_unchecked"}});
  question.options.limits.max_crl_signature_checks = 0;
  CHECK(answer_of(check_paths(question)).considered.contains("crl_signature_unchecked"));
  CHECK(answer_of(check_paths(question)).outcome == Outcome::Fail);
}

TEST_CASE("One certificate is looked for in a thousand CRLs, and that there are more is told") {
  const Chain chain;
  // Newer than the one that tells, and about another distribution point.
  std::vector<CrlSpec> specs;
  for (std::uint64_t i = 0; i < 999; ++i) {
    specs.push_back({.issuer = kIssuing,
                     .this_update = kNow,
                     .number = 1000 + i,
                     .point = for_uri("http://lab.example/2.crl"),
                     .signature = Signature::Bogus});
  }
  specs.push_back(listing(chain));
  CHECK(ask_crls(chain, specs).findings == std::set<std::string>{"revoked"});
  specs.push_back(specs.front());
  specs.back().number = 1;
  CHECK(ask_crls(chain, specs) == unknown({"crl_other_point", "crl_not_searched"}));
}

TEST_CASE("No more than fifty reasons are kept for one certificate") {
  Chain chain;
  for (std::uint64_t i = 0; i < 51; ++i) {
    chain.crls.push_back(
        make_crl({.issuer = kIssuing, .next_update = kLastWeek, .number = i, .signature = Signature::Bogus}));
  }
  const Report report = chain.check();
  CHECK(find_step(*report.best(), checks::kRevocation, 0)->considered.size() == 50);
}

TEST_CASE("The hundred latest delta CRLs are looked at for one complete CRL") {
  const Chain chain;
  std::vector<CrlSpec> specs = {{.issuer = kIssuing, .number = 5}};
  specs.push_back(listing(chain, {.issuer = kIssuing, .number = 7, .base = 4}));
  // Newer, and to another base.
  for (std::uint64_t i = 0; i < 99; ++i) {
    specs.push_back(
        {.issuer = kIssuing, .this_update = kNow, .number = 1000 + i, .base = 6, .signature = Signature::Bogus});
  }
  CHECK(ask_crls(chain, specs).findings == std::set<std::string>{"revoked"});
  specs.push_back(specs.back());
  specs.back().number = 2000;
  CHECK(ask_crls(chain, specs) == Answer{Outcome::Pass, {}, {"delta_without_base"}});
}

TEST_CASE("The first hundred distribution points of a certificate are looked at") {
  const std::string here = "http://lab.example/1.crl";
  std::vector<DistributionPointInput> list;
  for (int i = 0; i < 99; ++i) list.push_back(at_uri("http://lab.example/other/" + std::to_string(i)));
  list.push_back(at_uri(here));
  const CrlSpec of_here{.issuer = kIssuing, .point = for_uri(here)};
  CHECK(ask_crls(Chain({points(list)}), {of_here}) == kGood);
  list.insert(list.begin(), at_uri("http://lab.example/other/99"));
  CHECK(ask_crls(Chain({points(list)}), {of_here}) == unknown({"crl_other_point"}));
}

TEST_CASE("Sixteen certificates of a CRL issuer's name are tried for one CRL") {
  Chain chain;
  CertificateSpec signer = pki::test::leaf(kIssuingCrlKey, kRoot);
  signer.key_usage = kCrlSign;
  // Beside the issuing CA itself. Without key identifiers none of them is likelier than the others.
  for (unsigned key = 20; key < 34; ++key) chain.more.push_back(make(pki::test::leaf({kIssuing.name, key}, kRoot)));
  chain.more.push_back(make(signer));
  const std::vector<CrlSpec> crls = {{.issuer = kIssuingCrlKey, .key_ids = KeyIds::None}, {.issuer = kRoot}};
  CHECK(ask_crls(chain, crls) == kGood);
  for (unsigned key = 34; key < 37; ++key) {
    chain.more.insert(chain.more.begin(), make(pki::test::leaf({kIssuing.name, key}, kRoot)));
    CHECK(ask_crls(chain, crls) == unknown({"crl_issuer_limit"}));
  }
  for (const CrlSpec& spec : crls) chain.crls.push_back(make_crl(spec));
  CHECK(has_finding(chain.check().findings, "path.limit.crl_issuers"));
}

TEST_CASE("A million entries cost one look each") {
  constexpr std::uint32_t kEntries = 1'000'000;
  Chain chain;
  x509::CrlInput input{.issuer = encode_test_name(kIssuing.name), .this_update = kLastWeek, .next_update = kNextWeek};
  asn1::Writer entries;
  for (std::uint32_t i = 0; i < kEntries; ++i) {
    const ByteVector serial = {0x01, static_cast<std::uint8_t>(i >> 16), static_cast<std::uint8_t>(i >> 8),
                               static_cast<std::uint8_t>(i), 0x01};
    x509::write_crl_entry(entries, {.serial = serial, .revocation_date = kLongAgo});
  }
  x509::write_crl_entry(entries, {.serial = serial_of(chain.leaf), .revocation_date = kLongAgo});
  input.entries = entries.take();
  const crypto::PrivateKey& key = test_key(kIssuing.key);
  chain.crls = {parse_crl(unwrap(x509::sign_crl(input, key, key.default_signature_algorithm())))};
  const Report report = chain.check();
  CHECK(answer_of(report) == kRevoked);
  CHECK(report.work.crl_entries == kEntries + 1);
}

}  // namespace pki::path::test
