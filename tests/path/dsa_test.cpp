// RFC 5280 6.1.4 (d) to (f): a DSA key without parameters has those of the key that certified it.

#include <catch2/catch_test_macros.hpp>

#include "draft.h"
#include "path/inherited_parameters.h"
#include "path/validator.h"
#include "path_support.h"
#include "support/files.h"

namespace pki::path::test {
namespace {

x509::CertificatePtr read(const std::string& name) {
  return parse_certificate(pki::test::read_test_pem("path/dsa/" + name + ".pem"));
}

PathQuestion ask_dsa(std::vector<x509::CertificatePtr> pool, const std::vector<x509::CertificatePtr>& anchors) {
  PathQuestion question = ask(read("leaf"), std::move(pool), anchors);
  question.options.at = read("leaf")->not_before()->time;
  question.options.strength = StrengthPolicy::legacy();
  return question;
}

}  // namespace

TEST_CASE("A DSA key without parameters is used with those of its issuer's key") {
  REQUIRE(read("issuing")->public_key().lacks_parameters());
  const Report report = check_paths(ask_dsa({read("issuing")}, {read("root")}));
  CHECK(failures(report.paths[0]).empty());
  CHECK(report.accepted);
}

TEST_CASE("Parameters of another issuer do not fit, and the search finds the path whose parameters do") {
  const Report wrong = check_paths(ask_dsa({read("issuing-by-other")}, {read("other-root")}));
  CHECK_FALSE(wrong.accepted);
  CHECK(failures(wrong.paths[0]).contains("path.signature.invalid@0"));

  const Report both =
      check_paths(ask_dsa({read("issuing-by-other"), read("issuing")}, {read("other-root"), read("root")}));
  REQUIRE(both.accepted);
  CHECK(equal(both.paths[0].anchor->certificate()->fingerprint(), read("root")->fingerprint()));
}

TEST_CASE("Without anyone to inherit from, a key without parameters checks nothing") {
  const Report report = check_paths(ask_dsa({}, {read("issuing")}));
  CHECK_FALSE(report.accepted);
  CHECK(failures(report.paths[0]).contains("path.signature.unsupported@0"));
}

TEST_CASE("Parameters are inherited through further keys without parameters, and each set comes once") {
  const x509::CertificatePtr anchor = read("root");
  const auto below = [](const std::string& subject, ByteVector issuer) {
    Draft draft = clean_ca();
    draft.subject = encode_test_name(subject);
    draft.issuer = std::move(issuer);
    draft.public_key = to_vector(read("issuing")->public_key().whole);
    return draft.parse();
  };
  const auto middle = below("CN=Middle", to_vector(anchor->subject().der()));
  const auto again = below("CN=Again", to_vector(anchor->subject().der()));
  const auto issuing = below("CN=Issuing", encode_test_name("CN=Middle"));
  const auto by_again = below("CN=Issuing", encode_test_name("CN=Again"));
  Draft target = clean_leaf();
  target.issuer = encode_test_name("CN=Issuing");
  const auto keys = [&](const std::vector<x509::CertificatePtr>& anchors) {
    const PathQuestion question = ask(target.parse(), {issuing, by_again, middle, again}, anchors);
    const IssuerGraph graph(question.target, question.pool, question.anchors, question.options);
    for (const GraphCertificate& item : graph.certificates()) {
      if (item.certificate == issuing) {
        std::vector<ByteVector> parameters;
        for (const crypto::PublicKey& key : keys_with_inherited_parameters(graph, item.entity)) {
          parameters.push_back(to_vector(key.dsa_parameters->whole));
        }
        return parameters;
      }
    }
    return std::vector<ByteVector>();
  };
  CHECK(keys({anchor}) == std::vector<ByteVector>{to_vector(anchor->public_key().dsa_parameters->whole)});
  CHECK(keys({}).empty());
}

TEST_CASE("DSA is refused by default") {
  PathQuestion question = ask_dsa({read("issuing")}, {read("root")});
  question.options.strength = {};
  CHECK(failures(check_paths(question).paths[0]).contains("path.strength.dsa@0"));
}

}  // namespace pki::path::test
