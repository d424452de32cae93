#include "repository/virtual_repository.h"

#include <catch2/catch_test_macros.hpp>

namespace pki::repository {
namespace {

TEST_CASE("http URLs that mean the same have one normal form, and what is no http URL has none") {
  struct Case {
    std::string_view url;
    std::string_view normal;
  };
  constexpr Case kCases[] = {
      {"http://pki.lab.example/ca.cer", "http://pki.lab.example/ca.cer"},
      {"HTTP://PKI.Lab.Example/CA.cer", "http://pki.lab.example/CA.cer"},
      {"http://pki.lab.example:80/ca.cer", "http://pki.lab.example/ca.cer"},
      {"http://pki.lab.example:8080/ca.cer", "http://pki.lab.example:8080/ca.cer"},
      {"http://pki.lab.example", "http://pki.lab.example/"},
      {"http://pki.lab.example?ca=1", "http://pki.lab.example/?ca=1"},
      {"http://pki.lab.example/ca.cer#part", "http://pki.lab.example/ca.cer"},
      {"https://pki.lab.example/ca.cer", ""},
      {"ldap:///CN=CA?cACertificate", ""},
      {"http://", ""},
      {"http:///ca.cer", ""},
      {"http:", ""},
      {"", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.url);
    CHECK(normal_http_url(c.url).value_or("") == c.normal);
  }
}

TEST_CASE("One thing stands at a URL, however it is written") {
  VirtualRepository repository;
  CHECK(repository.empty());
  CHECK(repository.add("http://a.example/x", {1}));
  CHECK_FALSE(repository.add("HTTP://A.EXAMPLE:80/x", {2}));
  CHECK_FALSE(repository.add("ldap://a.example/x", {3}));
  REQUIRE(repository.find("http://A.example/x").has_value());
  CHECK(to_vector(*repository.find("http://A.example/x")) == ByteVector{1});
  CHECK_FALSE(repository.find("http://a.example/X").has_value());
  CHECK_FALSE(repository.find("https://a.example/x").has_value());
}

}  // namespace
}  // namespace pki::repository
