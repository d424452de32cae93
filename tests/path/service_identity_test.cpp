#include "path/service_identity.h"

#include <catch2/catch_test_macros.hpp>

#include "support/chain_builder.h"

namespace pki::path {
namespace {

x509::CertificatePtr named(std::vector<std::string> names, const std::string& subject = "O=Lab") {
  test::CertificateSpec spec = test::leaf({subject, 1}, {"CN=Root", 1});
  spec.names = std::move(names);
  return test::make(spec);
}

bool matches(const x509::CertificatePtr& certificate, std::string_view reference,
             CommonNameUse common_name = CommonNameUse::Never) {
  const Result<ReferenceIdentity> identity = parse_reference_identity(reference);
  REQUIRE(identity);
  return match_identity(*certificate, *identity, common_name).matched;
}

}  // namespace

TEST_CASE("A DNS name matches label by label, and a wildcard stands for one leftmost label") {
  struct Case {
    const char* presented;
    const char* reference;
    bool matched;
  };
  constexpr Case kCases[] = {
      {"www.example.com", "www.example.com", true},
      {"WWW.Example.COM", "www.example.com", true},
      {"www.example.com", "example.com", false},
      {"example.com", "www.example.com", false},
      {"*.example.com", "www.example.com", true},
      {"*.example.com", "example.com", false},
      {"*.example.com", "a.b.example.com", false},
      {"*.example.com", ".example.com", false},
      {"*.com", "example.com", false},
      {"*", "localhost", false},
      {"*", "example", false},
      {"w*.example.com", "www.example.com", false},
      {"*w.example.com", "www.example.com", false},
      {"www.*.com", "www.example.com", false},
      {"*.*.com", "www.example.com", false},
      {"www.example.com.", "www.example.com", false},
      {".example.com", "www.example.com", false},
      {"xn--bcher-kva.example", "xn--bcher-kva.example", true},
      {"*.example.com", "xn--bcher-kva.example.com", true},
      {"", "example.com", false},
      {"192.0.2.1", "192.0.2.1", false},
      {"a..example.com", "a..example.com", false},
      {"localhost", "localhost", true},
      {"_service.example.com", "_service.example.com", true},
  };
  for (const Case& item : kCases) {
    CAPTURE(item.presented, item.reference);
    CHECK(matches_dns_name(item.presented, item.reference) == item.matched);
  }
  const std::string with_nul("www.example.com\0.evil.example", 29);
  CHECK_FALSE(matches_dns_name(with_nul, "www.example.com"));
}

TEST_CASE("A reference is an address, or a host name in ASCII") {
  CHECK(parse_reference_identity("192.0.2.1")->kind == IdentityKind::IpAddress);
  CHECK(parse_reference_identity("2001:db8::1")->address.size() == 16);
  CHECK(parse_reference_identity("[2001:db8::1]")->address.size() == 16);
  CHECK(parse_reference_identity(" Www.Example.Com. ")->text == "www.example.com");
  for (const char* bad : {"", ".", "*.example.com", "www..example.com",
                          "b\xC3\xBC"
                          "cher.example",
                          "a b", "-a.example", "192.0.2", "192.0.2.256", "www.example.com/x", "[::1"}) {
    CAPTURE(bad);
    const Result<ReferenceIdentity> identity = parse_reference_identity(bad);
    REQUIRE_FALSE(identity);
    CHECK(identity.error().id() == "path.identity.reference");
  }
}

TEST_CASE("Names are compared with names, and addresses with addresses") {
  const auto both = named({"DNS:www.example.com", "IP:192.0.2.1", "IP:2001:db8::1", "email:www.example.org@x.example"});
  CHECK(matches(both, "www.example.com"));
  CHECK(matches(both, "192.0.2.1"));
  CHECK(matches(both, "2001:0db8:0::1"));
  CHECK_FALSE(matches(both, "192.0.2.2"));
  CHECK_FALSE(matches(both, "www.example.org"));
  CHECK_FALSE(matches(named({"DNS:192.0.2.1"}), "192.0.2.1"));
}

TEST_CASE("The common name counts only where it is allowed and nothing better is there") {
  const auto without = named({}, "CN=www.example.com");
  const auto with = named({"DNS:other.example"}, "CN=www.example.com");
  const auto only_email = named({"email:a@b.example"}, "CN=www.example.com");
  CHECK_FALSE(matches(without, "www.example.com"));
  CHECK(matches(without, "www.example.com", CommonNameUse::WithoutAlternativeNames));
  CHECK_FALSE(matches(with, "www.example.com", CommonNameUse::WithoutAlternativeNames));
  CHECK(matches(only_email, "www.example.com", CommonNameUse::WithoutAlternativeNames));
  CHECK(matches(named({}, "CN=192.0.2.1"), "192.0.2.1", CommonNameUse::WithoutAlternativeNames));
}

TEST_CASE("What the certificate presents is told") {
  const auto certificate = named({"DNS:a.example", "IP:192.0.2.1", "email:x@a.example"});
  const IdentityMatch match =
      match_identity(*certificate, parse_reference_identity("b.example").value(), CommonNameUse::Never);
  CHECK(match.presented == std::vector<std::string>{"DNS:a.example", "IP Address:192.0.2.1"});
}

}  // namespace pki::path
