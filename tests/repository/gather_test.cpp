#include "repository/gather.h"

#include <catch2/catch_test_macros.hpp>

#include "formats/pkcs7.h"
#include "support/chain_builder.h"
#include "support/crl_builder.h"
#include "support/findings.h"
#include "x509/extensions/access_info.h"
#include "x509/extensions/distribution_points.h"

namespace pki::repository {
namespace {

using namespace pki::test;

const Party kRoot{"CN=Root,O=Lab", 1};
const Party kPolicy{"CN=Policy,O=Lab", 2};
const Party kIssuing{"CN=Issuing,O=Lab", 3};
constexpr std::string_view kIssuingUrl = "http://pki.lab.example/issuing.cer";
constexpr std::string_view kPolicyUrl = "http://pki.lab.example/policy.cer";
constexpr std::string_view kCrlUrl = "http://pki.lab.example/issuing.crl";

x509::ExtensionInput ca_issuers(std::initializer_list<std::string_view> urls) {
  std::vector<x509::AccessInput> access;
  for (const std::string_view url : urls) {
    access.push_back({asn1::OwnedOid(asn1::oids::kCaIssuers), std::string(url)});
  }
  return make_extension(asn1::oids::kAuthorityInfoAccess, false, unwrap(x509::encode_access_info(access)));
}

x509::ExtensionInput distribution_point(std::string_view url) {
  return make_extension(asn1::oids::kCrlDistributionPoints, false,
                        unwrap(x509::encode_distribution_points({{std::string(url)}})));
}

CertificateSpec with_more(CertificateSpec spec, x509::ExtensionInput extension) {
  spec.more.push_back(std::move(extension));
  return spec;
}

path::PathQuestion ask(const x509::CertificatePtr& target) {
  path::PathQuestion question;
  question.target = target;
  question.anchors.add(make(root(kRoot)));
  question.options.at = kNow;
  return question;
}

/// What a gathering says, in short: "issuer found http://...".
std::vector<std::string> told(const Gathered& gathered) {
  std::vector<std::string> lines;
  for (const Fetch& fetch : gathered.fetches) {
    lines.push_back(std::string(fetch_reason_name(fetch.why)) + " " + std::string(fetch_outcome_name(fetch.outcome)) +
                    " " + fetch.url);
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST_CASE("Issuers are followed link by link, up to the anchor") {
  const auto leaf_ = make(with_more(leaf({"CN=www", 9}, kIssuing), ca_issuers({kIssuingUrl})));
  const auto issuing = make(with_more(ca(kIssuing, kPolicy), ca_issuers({kPolicyUrl})));
  const auto policy = make(with_more(ca(kPolicy, kRoot), ca_issuers({"http://pki.lab.example/root.cer"})));
  VirtualRepository repository;
  repository.add(kIssuingUrl, to_vector(issuing->der()));
  repository.add(kPolicyUrl, to_vector(policy->der()));
  const path::PathQuestion question = ask(leaf_);
  CHECK_FALSE(path::check_paths(question).accepted);
  const Gathered gathered = gather(question, {.repository = repository, .follow = Follow::Issuers});
  // The root is at hand as anchor, and not fetched.
  CHECK(told(gathered) == Lines{"issuer found " + std::string(kIssuingUrl), "issuer found " + std::string(kPolicyUrl)});
  CHECK(gathered.certificates.size() == 2);
  CHECK(path::check_paths(with_gathered(question, gathered)).accepted);
}

TEST_CASE("Nothing is fetched where it is off, or where a path holds with what is at hand") {
  const auto leaf_ = make(with_more(leaf({"CN=www", 9}, kIssuing), ca_issuers({kIssuingUrl})));
  const auto issuing = make(ca(kIssuing, kRoot));
  VirtualRepository repository;
  repository.add(kIssuingUrl, to_vector(issuing->der()));
  path::PathQuestion question = ask(leaf_);
  CHECK(gather(question, {.repository = repository, .follow = Follow::Off}).fetches.empty());
  CHECK(gather(question, {.repository = repository, .follow = Follow::Crls}).fetches.empty());
  question.pool = {issuing};
  CHECK(gather(question, {.repository = repository, .follow = Follow::All}).fetches.empty());
}

TEST_CASE("A p7b, a PEM and a DER are all read; a CRL or rubbish is not what was looked for") {
  const auto issuing = make(ca(kIssuing, kRoot));
  const std::vector<ByteVector> ders = {to_vector(issuing->der())};
  const ByteVector p7b = formats::write_pkcs7({.certificates = ders});
  struct Case {
    ByteVector data;
    FetchOutcome outcome;
  };
  const Case cases[] = {
      {to_vector(issuing->der()), FetchOutcome::Found},
      {p7b, FetchOutcome::Found},
      {make_crl_der({.issuer = kRoot}), FetchOutcome::Unreadable},
      {{}, FetchOutcome::Unreadable},
      {ByteVector(3000, 0xFF), FetchOutcome::Unreadable},
  };
  for (const Case& c : cases) {
    VirtualRepository repository;
    repository.add(kIssuingUrl, c.data);
    const auto leaf_ = make(with_more(leaf({"CN=www", 9}, kIssuing), ca_issuers({kIssuingUrl})));
    const Gathered gathered = gather(ask(leaf_), {.repository = repository, .follow = Follow::All});
    REQUIRE(gathered.fetches.size() == 1);
    CHECK(gathered.fetches[0].outcome == c.outcome);
    CHECK(gathered.fetches[0].certificates.size() == (c.outcome == FetchOutcome::Found ? 1 : 0));
    CHECK(gathered.fetches[0].detail.empty() == (c.outcome == FetchOutcome::Found));
  }
}

TEST_CASE("https and ldap are told and not followed, and what is missing is told") {
  const auto leaf_ = make(
      with_more(leaf({"CN=www", 9}, kIssuing),
                ca_issuers({"ldap:///CN=Issuing?cACertificate", "https://pki.lab.example/issuing.cer", kIssuingUrl})));
  const Gathered gathered = gather(ask(leaf_), {.repository = VirtualRepository(), .follow = Follow::Issuers});
  CHECK(told(gathered) == Lines{"issuer not-http ldap:///CN=Issuing?cACertificate",
                                "issuer not-http https://pki.lab.example/issuing.cer",
                                "issuer missing " + std::string(kIssuingUrl)});
  CHECK(gathered.empty());
}

TEST_CASE("Circles end: two CAs that certify one another and each say where the other is") {
  const Party a{"CN=A", 4};
  const Party b{"CN=B", 5};
  VirtualRepository repository;
  repository.add("http://x/a", make_der(with_more(ca(a, b), ca_issuers({"http://x/b"}))));
  repository.add("http://x/b", make_der(with_more(ca(b, a), ca_issuers({"http://x/a"}))));
  const auto leaf_ = make(with_more(leaf({"CN=www", 9}, a), ca_issuers({"http://x/a", "HTTP://X:80/a"})));
  const Gathered gathered = gather(ask(leaf_), {.repository = repository, .follow = Follow::All});
  CHECK(gathered.fetches.size() == 2);
  CHECK(gathered.certificates.size() == 2);
}

TEST_CASE("Bounds hold: fetches, depth, octets, objects, and it is said") {
  VirtualRepository repository;
  // A line of CAs without end.
  for (unsigned i = 0; i < 30; ++i) {
    const Party subject{"CN=" + std::to_string(i), 1};
    const Party issuer{"CN=" + std::to_string(i + 1), 1};
    repository.add("http://x/" + std::to_string(i),
                   make_der(with_more(ca(subject, issuer), ca_issuers({"http://x/" + std::to_string(i + 1)}))));
  }
  const auto leaf_ = make(with_more(leaf({"CN=www", 9}, {"CN=0", 1}), ca_issuers({"http://x/0"})));
  const path::PathQuestion question = ask(leaf_);
  Source source{.repository = repository, .follow = Follow::Issuers};
  source.limits.max_fetches = 5;
  Gathered gathered = gather(question, source);
  CHECK(gathered.fetches.size() == 5);
  CHECK(has_rule(gathered.findings, "repository.limit.fetches"));

  source.limits = {};
  gathered = gather(question, source);
  CHECK(gathered.fetches.size() == source.limits.max_depth + 1);
  CHECK(has_rule(gathered.findings, "repository.limit.depth"));

  source.limits = {};
  source.limits.max_issuer_octets = 100;
  gathered = gather(question, source);
  REQUIRE(gathered.fetches.size() == 1);
  CHECK(gathered.fetches[0].outcome == FetchOutcome::Unreadable);

  source.limits = {};
  source.limits.max_name_octets = 5;
  CHECK(gather(question, source).fetches[0].outcome == FetchOutcome::Unreadable);

  VirtualRepository crowd;
  std::vector<ByteVector> many;
  for (unsigned i = 0; i < 10; ++i) many.push_back(make_der(ca({"CN=0", i}, kRoot)));
  crowd.add("http://x/0", formats::write_pkcs7({.certificates = many}));
  Source crowded{.repository = crowd, .follow = Follow::Issuers};
  crowded.limits.max_objects = 3;
  CHECK(gather(question, crowded).fetches[0].certificates.size() == 3);
}

TEST_CASE("CRLs are fetched where revocation is judged: of the chain, or of the target alone") {
  const auto leaf_ = make(with_more(leaf({"CN=www", 9}, kIssuing), distribution_point(kCrlUrl)));
  const auto issuing = make(with_more(ca(kIssuing, kRoot), distribution_point("http://pki.lab.example/root.crl")));
  VirtualRepository repository;
  repository.add(kCrlUrl, make_crl_der({.issuer = kIssuing}));
  repository.add("http://pki.lab.example/root.crl", make_crl_der({.issuer = kRoot}));
  path::PathQuestion question = ask(leaf_);
  question.pool = {issuing};
  const Source source{.repository = repository, .follow = Follow::All};
  CHECK(gather(question, source).fetches.empty());
  question.options.revocation.mode = path::RevocationMode::HardFail;
  CHECK_FALSE(path::check_paths(question).accepted);
  const Gathered gathered = gather(question, source);
  CHECK(told(gathered) == Lines{"crl found " + std::string(kCrlUrl), "crl found http://pki.lab.example/root.crl"});
  CHECK(path::check_paths(with_gathered(question, gathered)).accepted);
  CHECK(gather(question, {.repository = repository, .follow = Follow::Issuers}).fetches.empty());

  question.options.revocation.scope = path::RevocationScope::Target;
  CHECK(told(gather(question, source)) == Lines{"crl found " + std::string(kCrlUrl)});
}

TEST_CASE("What is at hand already is not gathered again") {
  const auto issuing = make(ca(kIssuing, kRoot));
  const auto leaf_ = make(with_more(leaf({"CN=www", 9}, kIssuing), ca_issuers({kIssuingUrl})));
  VirtualRepository repository;
  repository.add(kIssuingUrl, to_vector(issuing->der()));
  path::PathQuestion question = ask(leaf_);
  question.pool = {issuing};
  question.options.at = *from_iso8601("2050-01-01");  // so that no path holds
  const Gathered gathered = gather(question, {.repository = repository, .follow = Follow::Issuers});
  REQUIRE(gathered.fetches.size() == 1);
  CHECK(gathered.fetches[0].certificates.size() == 1);
  CHECK(gathered.certificates.empty());
}

}  // namespace
}  // namespace pki::repository
