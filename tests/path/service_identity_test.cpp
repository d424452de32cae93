#include "path/service_identity.h"

#include <catch2/catch_test_macros.hpp>

#include "asn1/oids.h"
#include "identity_support.h"
#include "path/identity_names.h"
#include "path_support.h"
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
  for (const char* bad :
       {"", ".", "*.example.com", "www..example.com", "a b", "\xFF.example", "www.\xE1\xBA\x9E.example", "-a.example",
        "192.0.2", "192.0.2.256", "www.example.com/x", "[::1"}) {
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
  // Where it counts, it must be the name all the same.
  CHECK_FALSE(matches(without, "mail.example.com", CommonNameUse::WithoutAlternativeNames));
  CHECK_FALSE(matches(named({}, "CN=192.0.2.1"), "192.0.2.2", CommonNameUse::WithoutAlternativeNames));
  CHECK_FALSE(matches(named({}, "CN=www.example.com"), "192.0.2.1", CommonNameUse::WithoutAlternativeNames));
}

TEST_CASE("What the certificate presents is told") {
  const auto certificate = named({"DNS:a.example", "IP:192.0.2.1", "email:x@a.example"});
  const IdentityMatch match =
      match_identity(*certificate, parse_reference_identity("b.example").value(), CommonNameUse::Never);
  CHECK(match.presented == std::vector<std::string>{"DNS:a.example", "IP Address:192.0.2.1"});
}

TEST_CASE("A host name with letters beyond ASCII becomes A-labels") {
  struct Case {
    const char* written;
    const char* ascii;
  };
  constexpr Case kCases[] = {
      {"b\u00FCcher.example", "xn--bcher-kva.example"},
      {"B\u00DCCHER.Example.", "xn--bcher-kva.example"},
      {"b\u00FCcher\u3002example", "xn--bcher-kva.example"},
      // UTS 46, non-transitional: these two are kept.
      {"fa\u00DF.de", "xn--fa-hia.de"},
      {"\u03B2\u03CC\u03BB\u03BF\u03C2.com", "xn--nxasmm1c.com"},
      {"xn--BCHER-kva.example", "xn--bcher-kva.example"},
      {"\u043F\u0440\u0438\u043C\u0435\u0440.example", "xn--e1afmkfd.example"},
      // The Kelvin sign is a letter of ASCII once it is folded.
      {"\u212Aelvin.example", "kelvin.example"},
  };
  for (const Case& item : kCases) {
    CAPTURE(item.written);
    CHECK(to_ascii_host(item.written) == item.ascii);
  }
  CHECK(matches(named({"DNS:xn--bcher-kva.example"}), "b\u00FCcher.example"));
  CHECK(matches(named({"DNS:*.example.com"}), "b\u00FCcher.example.com"));
  CHECK_FALSE(matches(named({"DNS:fass.de"}), "fa\u00DF.de"));
  CHECK_FALSE(to_ascii_host(std::string(2000, 'a')));
}

TEST_CASE("A reference's kind is told by its prefix") {
  struct Case {
    const char* text;
    IdentityKind kind;
  };
  constexpr Case kCases[] = {
      {"DNS:www.example.com", IdentityKind::Dns},     {"dns:www.example.com", IdentityKind::Dns},
      {"IP:192.0.2.1", IdentityKind::IpAddress},      {"ip:[2001:db8::1]", IdentityKind::IpAddress},
      {"email:ann@example.com", IdentityKind::Email}, {"URI:sip:voice.example.com", IdentityKind::Uri},
      {"SRV:_imap.example.com", IdentityKind::Srv},   {"UPN:ann@corp.example", IdentityKind::Upn},
  };
  for (const Case& item : kCases) {
    CAPTURE(item.text);
    const auto identity = parse_reference_identity(item.text);
    REQUIRE(identity);
    CHECK(identity->kind == item.kind);
  }
  for (const char* bad :
       {"IP:www.example.com", "email:www.example.com", "email:@example.com", "email:a b@example.com",
        "URI:www.example.com", "URI:https://", "SRV:imap.example.com", "SRV:_.example.com", "SRV:_imap",
        "SRV:_imap-.example.com", "UPN:", "UPN:\xFF", "DNS:", "email:\"a b\"@example.com"}) {
    CAPTURE(bad);
    const auto identity = parse_reference_identity(bad);
    REQUIRE_FALSE(identity);
    CHECK(identity.error().id() == "path.identity.reference");
  }
}

TEST_CASE("Every kind of name is compared by its own rules") {
  struct Case {
    const char* name;
    const char* presented;
    const char* reference;
    bool matched;
  };
  constexpr Case kCases[] = {
      {"an e-mail address", "email:ann@example.com", "email:ann@example.com", true},
      {"the host's case does not count", "email:ann@Example.COM", "email:ann@example.com", true},
      {"the local part's case does", "email:Ann@example.com", "email:ann@example.com", false},
      {"another host", "email:ann@mail.example.com", "email:ann@example.com", false},
      {"no wildcards in e-mail", "email:ann@*.example.com", "email:ann@mail.example.com", false},
      {"an e-mail address is no UPN", "email:ann@example.com", "UPN:ann@example.com", false},
      {"a UPN is no e-mail address", "UPN:ann@example.com", "email:ann@example.com", false},
      {"a UPN in any case", "UPN:Ann@Corp.Example", "UPN:ann@corp.example", true},
      {"another UPN", "UPN:ann@corp.example", "UPN:bob@corp.example", false},
      {"a mailbox with letters of its own", "otherName:1.3.6.1.5.5.7.8.9;UTF8:j\u00F6rg@example.com",
       "email:j\u00F6rg@example.com", true},
      {"the host of a mailbox as A-label", "otherName:1.3.6.1.5.5.7.8.9;UTF8:j\u00F6rg@xn--bcher-kva.example",
       "email:j\u00F6rg@b\u00FCcher.example", true},
      {"another mailbox", "otherName:1.3.6.1.5.5.7.8.9;UTF8:jorg@example.com", "email:j\u00F6rg@example.com", false},
      {"scheme and host of a URI", "URI:https://www.example.com/a", "URI:HTTPS://WWW.example.com:8443/b?c", true},
      {"another scheme", "URI:http://www.example.com/", "URI:https://www.example.com/", false},
      {"another host of a URI", "URI:https://www.example.com/", "URI:https://example.com/", false},
      {"no wildcards in URIs", "URI:https://*.example.com/", "URI:https://www.example.com/", false},
      {"a SIP URI", "URI:sip:voice.example.com", "URI:sip:ann@voice.example.com;transport=tls", true},
      {"an address in a URI", "URI:https://192.0.2.1/", "URI:https://192.0.2.1:8443/", true},
      {"an IPv6 address in a URI", "URI:https://[2001:db8::1]/", "URI:https://[2001:0db8::1]:8443/", true},
      {"a URI without a host, as a whole", "URI:urn:example:a", "URI:URN:example:a", true},
      {"another URI without a host", "URI:urn:example:a", "URI:urn:example:b", false},
      {"another scheme of a URI without a host", "URI:urn:example:a", "URI:tag:example:a", false},
      {"a shorter scheme of a URI without a host", "URI:urn:a", "URI:ur:na", false},
      {"a URI is no host", "URI:https://www.example.com/", "www.example.com", false},
      {"a host is no URI", "DNS:www.example.com", "URI:https://www.example.com/", false},
      {"an address is no DNS name", "IP:192.0.2.1", "DNS:www.example.com", false},
  };
  for (const Case& item : kCases) {
    CAPTURE(item.name);
    CHECK(matches(named({item.presented}), item.reference) == item.matched);
  }
}

namespace {

x509::CertificatePtr with_srv(const std::string& service, const asn1::Tag& tag) {
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& names) {
    names.wrap(asn1::tags::context_constructed(0), [&](asn1::Writer& other) {
      other.oid(asn1::oids::kDnsSrv);
      other.wrap(asn1::tags::context_constructed(0), [&](asn1::Writer& value) { value.string(tag, service); });
    });
  });
  test::CertificateSpec spec = test::leaf({"O=Lab", 1}, {"CN=Root", 1});
  spec.more = {test::make_extension(asn1::oids::kSubjectAltName, false, writer.take())};
  return test::make(spec);
}

}  // namespace

TEST_CASE("A service name is compared by service and domain") {
  const auto imap = with_srv("_imap.example.com", asn1::tags::kIa5String);
  CHECK(matches(imap, "SRV:_IMAP.Example.com"));
  CHECK_FALSE(matches(imap, "SRV:_imaps.example.com"));
  CHECK_FALSE(matches(imap, "SRV:_imap.mail.example.com"));
  CHECK_FALSE(matches(imap, "example.com"));
  CHECK_FALSE(matches(with_srv("_imap.*.com", asn1::tags::kIa5String), "SRV:_imap.example.com"));
  // RFC 4985 2: an IA5String.
  CHECK_FALSE(matches(with_srv("_imap.example.com", asn1::tags::kUtf8String), "SRV:_imap.example.com"));
}

TEST_CASE("The emailAddress of the subject counts where there is no other address") {
  CHECK(matches(named({}, "emailAddress=ann@example.com"), "email:ann@example.com"));
  CHECK(matches(named({"DNS:www.example.com"}, "emailAddress=ann@example.com"), "email:ann@example.com"));
  CHECK_FALSE(matches(named({"email:bob@example.com"}, "emailAddress=ann@example.com"), "email:ann@example.com"));
}

TEST_CASE("A reference that cannot be read is told with the kind that it should be of") {
  const std::pair<IdentityKind, const char*> kKinds[] = {
      {IdentityKind::Dns, "DNS name"},         {IdentityKind::IpAddress, "IP address"},
      {IdentityKind::Email, "e-mail address"}, {IdentityKind::Uri, "URI"},
      {IdentityKind::Srv, "service name"},     {IdentityKind::Upn, "user principal name"}};
  for (const auto& [kind, name] : kKinds) {
    const Result<ReferenceIdentity> identity = parse_reference_identity(kind, "");
    REQUIRE_FALSE(identity);
    CHECK(identity.error().param("kind") == name);
  }
}

TEST_CASE("Of a URI the scheme and the host are read (RFC 3986 3, RFC 3261 19.1)") {
  struct Case {
    const char* uri;
    const char* scheme;
    const char* host;
  };
  constexpr Case kCases[] = {
      {"https://ann@www.example.com:8443/b?c#d", "https", "www.example.com"},
      {"https://192.0.2.1:8443/", "https", "c0000201"},
      {"https://[2001:db8::1]/", "https", "20010db8000000000000000000000001"},
      {"https://[2001:db8::1]:8443/", "https", "20010db8000000000000000000000001"},
      {"sip:ann@voice.example.com;transport=tls", "sip", "voice.example.com"},
      {"SIPS:ann@voice.example.com", "sips", "voice.example.com"},
      {"ms-app2+x.y://www.example.com", "ms-app2+x.y", "www.example.com"},
      {"urn:example:a", "urn", ""},
  };
  for (const Case& item : kCases) {
    CAPTURE(item.uri);
    const auto uri = read_uri_name(item.uri);
    REQUIRE(uri.has_value());
    CHECK(uri->scheme == item.scheme);
    CHECK(uri->host == item.host);
  }
  for (const char* bad :
       {"https:", "www.example.com", "://www.example.com", "1https://www.example.com/", "ht_tps://www.example.com/",
        "https://www.example.com:http/", "https://[2001:db8::1/", "https://[2001:db8::1]8443/",
        "https://[2001:db8::1]:http/", "https://[192.0.2.1]/", "https://[www.example.com]/"}) {
    CAPTURE(bad);
    CHECK_FALSE(read_uri_name(bad));
  }
}

TEST_CASE("A service name has a label for the service and one for the domain at least") {
  REQUIRE(read_service_name("_a.example"));
  CHECK(read_service_name("_a.example")->service == "_a");
  CHECK(read_service_name("_Imap.Example.COM")->host == "example.com");
  for (const char* bad :
       {"_imap", "_.example.com", "imap.example.com", "_imap-.example.com", "_im ap.example.com", "_imap.*.com"}) {
    CAPTURE(bad);
    CHECK_FALSE(read_service_name(bad));
  }
}

TEST_CASE("What matched is told, where the subject stands in too") {
  const auto matched = [](const x509::CertificatePtr& certificate, std::string_view reference) {
    return match_identity(*certificate, parse_reference_identity(reference).value(),
                          CommonNameUse::WithoutAlternativeNames);
  };
  CHECK(matched(named({"DNS:a.example", "DNS:b.example"}), "b.example").by == "DNS:b.example");
  CHECK(matched(named({}, "CN=www.example.com"), "www.example.com").by == "CN=www.example.com");
  CHECK(matched(named({}, "emailAddress=ann@example.com"), "email:ann@example.com").by ==
        "emailAddress=ann@example.com");
  const IdentityMatch other = matched(named({}, "CN=mail.example.com"), "www.example.com");
  CHECK(other.by.empty());
  CHECK(other.presented == std::vector<std::string>{"CN=mail.example.com"});
}

TEST_CASE("A name that is malformed matches nothing") {
  CHECK_FALSE(matches(test::presenting(test::kEmailName, "ann"), "email:ann@example.com"));
  CHECK_FALSE(matches(test::presenting(test::kUriName, "www.example.com"), "URI:https://www.example.com/"));
  CHECK_FALSE(matches(test::presenting_service("imap"), "SRV:_imap.example.com"));
  const auto presented = [](const x509::CertificatePtr& certificate, std::string_view reference) {
    return match_identity(*certificate, parse_reference_identity(reference).value(), CommonNameUse::Never).presented;
  };
  CHECK(presented(test::presenting_upn("ann@example.com"), "UPN:ann@example.com").size() == 1);
  CHECK(presented(test::presenting_upn("\xFF@example.com"), "UPN:ann@example.com").empty());
  CHECK(presented(test::presenting_service("_imap.example.com"), "SRV:_imap.example.com").size() == 1);
  CHECK(presented(test::presenting_service("_im\xE4p.example.com"), "SRV:_imap.example.com").empty());
}

TEST_CASE("No more than eight names are listed, and how many more there are is said") {
  std::vector<std::string> names;
  for (char c = 'a'; c < 'a' + 8; ++c) names.push_back(std::string("DNS:") + c + ".example");
  const auto presented = [&] {
    test::CertificateSpec spec = test::leaf(test::kLeaf, test::kRoot);
    spec.names = names;
    PathQuestion question = test::ask(test::make(spec), {}, {test::make(test::root(test::kRoot))});
    question.options.identities = {parse_reference_identity("www.example.com").value()};
    return std::string(check_paths(question).headline.value().param("presented"));
  };
  CHECK(presented().ends_with("DNS:h.example"));
  names.insert(names.end(), {"DNS:i.example", "DNS:j.example"});
  CHECK(presented().ends_with("DNS:h.example and 2 more"));
}

TEST_CASE("A host name has labels of 63 octets and 253 in all, and its last one is no number") {
  const std::string label(63, 'a');
  const std::string longest = label + "." + label + "." + label + "." + std::string(61, 'a');
  for (const std::string& good : {std::string("a0.z9.example"), label + ".example", longest, std::string("1.a1")}) {
    CAPTURE(good);
    CHECK(is_dns_name(good));
    CHECK(to_ascii_host(good) == good);
  }
  for (const std::string& bad :
       {std::string(), std::string("a/.example"), std::string("a:.example"), std::string("a`.example"),
        std::string("a{.example"), label + "a.example", longest + "a", std::string("a.1")}) {
    CAPTURE(bad);
    CHECK_FALSE(is_dns_name(bad));
    CHECK_FALSE(to_ascii_host(bad));
  }
  CHECK_FALSE(to_ascii_host("a\x01.example"));
  // Soft hyphens are dropped, but the work for them is bounded.
  std::string hyphens = "b\u00FCcher";
  while (hyphens.size() < 1004) hyphens += "\u00AD";
  CHECK(hyphens.size() == 1005);
  CHECK(to_ascii_host(hyphens + ".abcdef") == "xn--bcher-kva.abcdef");
  CHECK_FALSE(to_ascii_host(hyphens + ".abcdefg"));
}

TEST_CASE("Joiners of letters are kept (UTS 46, non-transitional)") {
  CHECK(to_ascii_host("\u0915\u094D\u200D\u0937.example") == "xn--11b2ezcw70k.example");
  CHECK(to_ascii_host("\u0915\u094D\u200C\u0937.example") == "xn--11b2ezcs70k.example");
}

TEST_CASE("An address in brackets is told without them, and half a bracket is none") {
  CHECK(parse_reference_identity("[2001:db8::1]")->text == "2001:db8::1");
  for (const char* bad :
       {"[]", "12001:db8::1]", "IP:12001:db8::1]", "IP:[2001:db8::1", "IP:192.0.2.1/24", "IP:192.0.2.01"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_reference_identity(bad));
  }
}

TEST_CASE("What nobody may present so matches nothing") {
  // An address without octets, letters beyond ASCII in an rfc822Name, a wildcard before what is no name.
  CHECK_FALSE(matches(test::presenting(0x87, ""), "www.example.com"));
  CHECK_FALSE(matches(test::presenting(test::kEmailName, "j\u00F6rg@example.com"), "email:j\u00F6rg@example.com"));
  CHECK_FALSE(matches_dns_name("*.a..example", "x.a..example"));
  // The common name of a URI, and that beside alternative names that cannot be read.
  const auto allowed = CommonNameUse::WithoutAlternativeNames;
  CHECK_FALSE(matches(named({}, "CN=https://www.example.com/"), "URI:https://www.example.com/", allowed));
  test::Draft draft = test::clean_leaf();
  draft.subject = test::attribute_name(asn1::oids::kCommonName, test::kUtf8, "www.example.com");
  draft.remove(asn1::oids::kSubjectAltName);
  CHECK(matches(draft.parse(), "www.example.com", allowed));
  draft.set(asn1::oids::kSubjectAltName, false, {0x05, 0x00});
  CHECK_FALSE(matches(draft.parse(), "www.example.com", allowed));
}

TEST_CASE("Of several names that match the first is told") {
  const auto match = match_identity(*named({"DNS:*.example.com", "DNS:www.example.com"}),
                                    parse_reference_identity("www.example.com").value(), CommonNameUse::Never);
  CHECK(match.by == "DNS:*.example.com");
}

}  // namespace pki::path
