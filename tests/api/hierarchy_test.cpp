#include <catch2/catch_test_macros.hpp>
#include <string>

#include "ask.h"
#include "crypto/random.h"

using pki::json::Json;
using pki::test::ask;
using pki::test::error_of;
using pki::test::parse_json;
using pki::test::result_of;

namespace {

/// A self-signed CA of this name: {certificate, private_key}.
Json create_ca(const std::string& name, std::uint64_t seed) {
  pki::crypto::FixedRandom random(seed);
  const pki::crypto::ScopedRandom scope(random);
  Json params = parse_json(R"({"now":"2026-11-22","key_spec":"p-256"})");
  params["subject"] = "CN=" + name;
  return result_of("ca.create", std::move(params));
}

Json pem_of(const Json& issued) { return issued["certificate"]["pem"]; }

/// `issuer` certifies `subject`: a certificate of the same name and key.
Json cross_certify(const Json& issuer, const Json& subject, const std::string& name) {
  Json key;
  key["key"] = subject["private_key"];
  Json params = parse_json(R"({"now":"2026-11-22","profile":"issuing-ca"})");
  params["issuer"]["certificate"] = pem_of(issuer);
  params["issuer"]["key"] = issuer["private_key"];
  params["subject"] = "CN=" + name;
  params["public_key"] = result_of("key.inspect", std::move(key))["key"]["public_key"]["pem"];
  return result_of("certificate.issue", std::move(params));
}

Json nodes_of(std::initializer_list<Json> certificates) {
  Json params;
  params["certificates"] = Json(certificates);
  return result_of("hierarchy", std::move(params))["nodes"];
}

}  // namespace

TEST_CASE("a certificate's parent is the one that signed it, whatever the order") {
  const Json root = create_ca("Root", 1);
  const Json issuing = cross_certify(root, create_ca("Issuing", 2), "Issuing");
  const Json nodes = nodes_of({pem_of(issuing), pem_of(root)});
  CHECK(nodes[0]["parent"] == 1);
  CHECK(nodes[1]["parent"].is_null());
  CHECK(nodes[1]["how"] == "self-signed");
}

TEST_CASE("a CA of the same name with another key is no parent") {
  const Json root = create_ca("Root", 1);
  const Json other = create_ca("Root", 3);
  const Json issuing = cross_certify(root, create_ca("Issuing", 2), "Issuing");
  const Json nodes = nodes_of({pem_of(other), pem_of(issuing)});
  CHECK(nodes[1]["parent"].is_null());
  CHECK(nodes_of({pem_of(other), pem_of(issuing), pem_of(root)})[1]["parent"] == 2);
}

TEST_CASE("two CAs that certify each other make no circle") {
  const Json a = create_ca("A", 1);
  const Json b = create_ca("B", 2);
  const Json nodes = nodes_of({pem_of(cross_certify(a, b, "B")), pem_of(cross_certify(b, a, "A"))});
  const bool first_is_orphan = nodes[0]["parent"].is_null();
  const bool second_is_orphan = nodes[1]["parent"].is_null();
  CHECK(first_is_orphan != second_is_orphan);
}

TEST_CASE("a bundle stands leaf first, whatever the order it came in") {
  const Json root = create_ca("Root", 1);
  const Json subordinate = create_ca("Issuing", 2);
  const Json issuing = cross_certify(root, subordinate, "Issuing");
  Json params = parse_json(R"({"format":"pem","order":"leaf-first"})");
  params["certificates"] = Json::array({pem_of(root), pem_of(issuing)});
  const Json titles = result_of("bundle.write", params)["certificates"];
  CHECK(titles[0] == "Issuing");
  CHECK(titles[1] == "Root");
  params["root"] = "drop";
  CHECK(result_of("bundle.write", std::move(params))["certificates"].size() == 1);
}

TEST_CASE("the same certificate twice is one") {
  const Json root = create_ca("Root", 1);
  CHECK(nodes_of({pem_of(root), pem_of(root)}).size() == 1);
}
