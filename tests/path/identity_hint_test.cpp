// What is said where a certificate nearly has the name that was asked for.

#include "path/identity_hint.h"

#include <catch2/catch_test_macros.hpp>

#include "identity_support.h"

namespace pki::path::test {
namespace {

bool says(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// What is said where nothing is near.
std::string general() { return hint(presenting(kDnsName, "other.example"), "www.example.com"); }

}  // namespace

TEST_CASE("A near miss is told, and quotes the name") {
  struct Row {
    const char* name;
    std::uint8_t kind;
    const char* presented;
    const char* reference;
    const char* part;
  };
  constexpr Row kRows[] = {
      {"two labels below a wildcard", kDnsName, "*.example.com", "a.b.example.com",
       "\"*.example.com\" covers one label"},
      {"the domain of a wildcard", kDnsName, "*.example.com", "example.com", "is not for example.com itself"},
      {"a wildcard for a top-level domain", kDnsName, "*.com", "example.com",
       "\"*.com\" would speak for a whole top-level"},
      {"a part of a label", kDnsName, "w*.example.com", "www.example.com", "\"w*.example.com\" has an asterisk"},
      {"a trailing dot", kDnsName, "www.example.com.", "www.example.com", "\"www.example.com.\" ends with a dot"},
      {"letters of its own", kDnsName,
       "b\xC3\xBC"
       "cher.example",
       "b\u00FCcher.example", "it must be xn--bcher-kva.example"},
      {"an address as a DNS name", kDnsName, "192.0.2.1", "192.0.2.1", "iPAddress"},
      {"the case of a local part", kEmailName, "Ann@example.com", "email:ann@example.com",
       "\"Ann@example.com\" differs in the case"},
      {"another scheme", kUriName, "http://www.example.com/", "URI:https://www.example.com/",
       "the same host and another scheme"},
      {"an e-mail address for a UPN", kEmailName, "ann@example.com", "UPN:ann@example.com",
       "as an e-mail address only"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.name);
    CHECK(says(hint(presenting(row.kind, row.presented), row.reference), row.part));
  }
  CHECK(says(hint(presenting_upn("ann@example.com"), "email:ann@example.com"), "as a user principal name only"));
  CHECK(says(hint(presenting_service("_pop3.example.com"), "SRV:_imap.example.com"),
             "\"_pop3.example.com\" is for another service"));
  CHECK(says(hint(presenting_common_name("www.example.com"), "www.example.com"), "in the common name"));
  CHECK(says(hint(presenting_common_name("192.0.2.1"), "192.0.2.1"), "in the common name"));
}

TEST_CASE("What is not near is not taken for a near miss") {
  struct Row {
    const char* name;
    std::uint8_t kind;
    const char* presented;
    const char* reference;
  };
  constexpr Row kRows[] = {
      {"a wildcard of another domain", kDnsName, "*.example.com", "www.example.org"},
      {"another address as a DNS name", kDnsName, "192.0.2.1", "192.0.2.2"},
      {"a part of a label in another domain", kDnsName, "w*.example.com", "www.example.org"},
      {"letters of its own in another name", kDnsName,
       "b\xC3\xBC"
       "cher.example",
       "www.example.com"},
      {"a wildcard of a mailbox's host", kDnsName, "*.example.com", "email:ann@a.b.example.com"},
      {"a part of a label without a domain", kDnsName, "w*", "www"},
      {"another mailbox of the host", kEmailName, "bob@example.com", "email:ann@example.com"},
      {"the mailbox at another host", kEmailName, "Ann@example.org", "email:ann@example.com"},
      {"what is no mailbox", kEmailName, "ann", "email:ann@example.com"},
      {"the e-mail address of another user", kEmailName, "bob@example.com", "UPN:ann@example.com"},
      {"an e-mail address that reads like the URI", kEmailName, "sip:ann@example.com", "URI:sip:ann@example.com"},
      {"another scheme of another host", kUriName, "http://www.example.org/", "URI:https://www.example.com/"},
      {"URIs without a host", kUriName, "urn:example:a", "URI:tag:example:a"},
      {"what is no URI", kUriName, "www.example.com", "URI:https://www.example.com/"},
      {"a URI for a user", kUriName, "http://www.example.com/", "UPN:https://www.example.com/"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.name);
    CHECK(hint(presenting(row.kind, row.presented), row.reference) == general());
  }
  CHECK(hint(presenting(0xA4, std::string_view("\x30\0", 2)), "www.example.com") == general());
  CHECK(hint(presenting_service("_pop3.example.org"), "SRV:_imap.example.com") == general());
  CHECK(hint(presenting_service("pop3.example.com"), "SRV:_imap.example.com") == general());
  CHECK(hint(presenting_service("_pop3.example.com"), "DNS:_imap.example.com") == general());
  CHECK(hint(presenting_upn("bob@example.com"), "email:ann@example.com") == general());
  CHECK(hint(presenting_upn("sip:ann@example.com"), "URI:sip:ann@example.com") == general());
  CHECK(hint(presenting_common_name("www.example.com"), "mail.example.com") == general());
  CHECK(hint(presenting_common_name("_imap.example.com"), "SRV:_imap.example.com") == general());
  CHECK(hint(presenting_common_name("192.0.2.1"), "192.0.2.2") == general());
}

TEST_CASE("Where nothing is near, what can be done is told") {
  CHECK(general().starts_with("Use a name that the certificate has"));
  CHECK(hint(presenting_common_name("x"), "www.example.com") == general());
}

TEST_CASE("A reference that is none matches nothing and is near to nothing") {
  const auto check = [](const x509::CertificatePtr& certificate, IdentityKind kind, std::string text) {
    const ReferenceIdentity reference{.kind = kind, .text = std::move(text)};
    CHECK_FALSE(match_identity(*certificate, reference, CommonNameUse::Never).matched);
    CHECK(identity_hint(*certificate, reference) == general());
  };
  check(presenting(kEmailName, "ann@example.com"), IdentityKind::Email, "ann");
  check(presenting(kUriName, "https://www.example.com/"), IdentityKind::Uri, "www.example.com");
  check(presenting_service("_imap.example.com"), IdentityKind::Srv, "imap");
  check(presenting_upn("ann@example.com"), IdentityKind::Upn, "\xFF");
}

}  // namespace pki::path::test
