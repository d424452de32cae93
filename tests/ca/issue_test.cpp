#include "ca/issue.h"

#include "ca/subject_names.h"
#include "fixtures.h"
#include "x509/extensions/basic_constraints.h"

namespace pki::ca::test {
namespace {

TEST_CASE("A root signs itself, with key identifiers that agree, for exactly its years") {
  const IssueInput input = input_of("root-ca", "CN=Lab Root,O=Lab,C=DE");
  const crypto::PrivateKey key = make_key(1);
  const IssuedCertificate issued = issue_ok(input, {.key = key});
  CHECK(rule_ids(issued.findings).empty());
  const x509::CertificatePtr root = parse(issued.der);
  CHECK(x509::is_self_signed(*root));
  CHECK(equal(root->subject().der(), root->issuer().der()));
  CHECK(equal(*root->extensions().authority_key_identifier->key_identifier,
              root->extensions().subject_key_identifier->key_identifier));
  CHECK(to_vector(root->extensions().subject_key_identifier->key_identifier) ==
        crypto::key_identifier_sha1(root->public_key()));
  CHECK(root->not_before()->time == now());
  CHECK(root->not_after()->time == at("2046-11-22T12:00:00Z"));
  CHECK_FALSE(root->serial().negative());
  CHECK(root->serial().octets.size() <= 20);
}

TEST_CASE("A Cloud PKI root is what was seen of a real one") {
  const Authority root = make_root(input_of("cloud-pki-root", "CN=Contoso Root,O=Contoso,C=US"));
  const auto& extensions = root.certificate->extensions();
  CHECK(extensions.basic_constraints->path_length == 1U);
  // digitalSignature, keyCertSign, cRLSign: the octet 86.
  CHECK(to_hex(find_extension(extensions.all, oids::kKeyUsage)->value) == "03020186");
  CHECK(purposes_of(extensions).size() == 10);
  CHECK_FALSE(extensions.extended_key_usage.critical());
  CHECK_FALSE(extensions.crl_distribution_points.present());
  CHECK_FALSE(extensions.authority_info_access.present());
  CHECK(root.certificate->not_after()->time == at("2051-11-22T12:00:00Z"));
  CHECK(root.certificate->not_after()->element.tag == asn1::tags::kGeneralizedTime);
}

TEST_CASE("A chain of root, issuing CA and leaf holds together") {
  const Authority root = make_root();
  const Authority ca = issue_under(root, input_of("issuing-ca", "CN=Lab Issuing,O=Lab"), 2);
  const Authority leaf = issue_under(ca, input_of("tls-server", "CN=www.example"), 3);
  CHECK(x509::verify_signed_by(*ca.certificate, root.certificate->public_key()).ok());
  CHECK(x509::verify_signed_by(*leaf.certificate, ca.certificate->public_key()).ok());
  CHECK(equal(leaf.certificate->issuer().der(), ca.certificate->subject().der()));
  CHECK(equal(*leaf.certificate->extensions().authority_key_identifier->key_identifier,
              ca.certificate->extensions().subject_key_identifier->key_identifier));
  CHECK(ca.certificate->extensions().basic_constraints->path_length == 0U);
  CHECK(san_of(*leaf.certificate) == std::vector<std::string>{"DNS:www.example"});
}

TEST_CASE("The authority key identifier copies the issuer's, whatever method made that") {
  IssueInput odd = input_of("root-ca", "CN=Odd");
  odd.extensions.extra = {{asn1::OwnedOid(oids::kSubjectKeyIdentifier), false, *from_hex("040401020304")}};
  const crypto::PrivateKey key = make_key(1);
  const IssuedCertificate issued = issue_ok(odd, {.key = key});
  CHECK(rule_ids(issued.findings) == std::vector<std::string>{"ca.extension.replaced"});
  const Authority root{make_key(1), parse(issued.der)};
  const Authority leaf = issue_under(root, input_of("tls-client", "CN=ann"));
  CHECK(to_hex(*leaf.certificate->extensions().authority_key_identifier->key_identifier) == "01020304");
}

TEST_CASE("Names of the subject are repeated in the subject alternative name, and it is said so") {
  struct Case {
    std::string_view sentence;
    std::string_view profile;
    std::string_view subject;
    std::vector<std::string_view> asked;
    std::vector<std::string> expected;
    bool copied;
  };
  const Case cases[] = {
      {"a host name", "tls-server", "CN=www.example", {}, {"DNS:www.example"}, true},
      {"a wildcard", "tls-server", "CN=*.example.org", {}, {"DNS:*.example.org"}, true},
      {"an address", "tls-server", "CN=192.0.2.1", {}, {"IP Address:192.0.2.1"}, true},
      {"a host name that was asked for anyway",
       "tls-server",
       "CN=WWW.example",
       {"DNS:www.example"},
       {"DNS:www.example"},
       false},
      {"behind what was asked for",
       "server-and-client",
       "CN=a.example",
       {"DNS:b.example"},
       {"DNS:b.example", "DNS:a.example"},
       true},
      {"no host name", "tls-server", "CN=Our web server", {"DNS:b.example"}, {"DNS:b.example"}, false},
      {"not in this profile", "tls-client", "CN=host.example", {}, {}, false},
      {"an e-mail address", "email", "CN=Ann,emailAddress=ann@example.org", {}, {"email:ann@example.org"}, true},
  };
  const Authority root = make_root();
  for (const Case& c : cases) {
    INFO(c.sentence);
    IssueInput input = input_of(c.profile, c.subject);
    for (const auto text : c.asked) input.alternative_names.push_back(general_name(text));
    input.public_key = make_key(2).public_key_der();
    const IssuedCertificate issued = issue_ok(input, root.signer());
    CHECK(san_of(*parse(issued.der)) == c.expected);
    CHECK(has_rule(issued.findings, "ca.san.copied") == c.copied);
  }
}

TEST_CASE("A server without any name in the subject alternative name is warned of") {
  const Authority root = make_root();
  IssueInput input = input_of("tls-server", "CN=Our web server");
  input.public_key = make_key(2).public_key_der();
  CHECK(has_rule(issue_ok(input, root.signer()).findings, "ca.san.missing"));
}

TEST_CASE("With an empty subject the subject alternative name is critical; with neither it is refused") {
  const Authority root = make_root();
  IssueInput input = input_of("tls-client", "CN=x");
  input.subject.clear();
  input.public_key = make_key(2).public_key_der();
  const auto refused = issue(input, root.signer());
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().id() == "ca.subject.empty");

  input.alternative_names = {general_name("email:ann@example.org")};
  const x509::CertificatePtr leaf = parse(issue_ok(input, root.signer()).der);
  CHECK(leaf->subject().empty());
  CHECK(leaf->extensions().subject_alt_name.critical());

  input.profile = &profile("issuing-ca");
  const auto ca = issue(input, root.signer());
  REQUIRE_FALSE(ca.ok());
  CHECK(ca.error().id() == "ca.subject.empty");
}

TEST_CASE("Options replace what the profile has") {
  const Authority root = make_root();
  IssueInput input = input_of("subordinate-ca", "CN=Sub,O=Lab");
  input.public_key = make_key(2).public_key_der();
  input.serial = {0x01, 0x02};
  input.validity.not_before = at("2027-01-01");
  input.validity.duration = CalendarSpan{.years = 0, .months = 1, .days = 1};
  ExtensionOptions& options = input.extensions;
  options.path_length = PathLength{.limit = 2};
  options.key_usage = x509::KeyUsage{.bits = 0x60};
  options.purposes = {asn1::OwnedOid(oids::kClientAuth), asn1::OwnedOid(oids::kServerAuth)};
  options.crl_uris = {"http://crl.example/a.crl", "http://crl.example/b.crl"};
  options.aia_uris = {"http://aia.example/ca.cer"};
  options.ocsp_uris = {"http://ocsp.example/"};
  options.policies = {{*asn1::OwnedOid::from_dotted("1.2.3.4"), "https://cps.example/"}};
  options.permitted = {general_name("DNS:example")};
  options.excluded = {general_name("DNS:bad.example")};
  options.extra = {{*asn1::OwnedOid::from_dotted("1.2.3.4.5"), false, {0x05, 0x00}}};
  const x509::CertificatePtr ca = parse(issue_ok(input, root.signer()).der);
  CHECK(rule_ids(ca->findings()).empty());
  CHECK(to_hex(ca->serial().octets) == "0102");
  CHECK(ca->not_after()->time == at("2027-02-02"));
  const auto& extensions = ca->extensions();
  CHECK(extensions.basic_constraints->path_length == 2U);
  CHECK(extensions.key_usage->bits == 0x60);
  CHECK(purposes_of(extensions) == std::vector<std::string>{"1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.1"});
  CHECK(extensions.crl_distribution_points->points.size() == 2);
  CHECK(extensions.authority_info_access->descriptions.size() == 2);
  CHECK(extensions.certificate_policies->policies.size() == 1);
  CHECK(extensions.name_constraints.critical());
  CHECK(extensions.name_constraints->excluded.size() == 1);
  CHECK(extensions.all.size() == 10);
}

TEST_CASE("Options can leave an extension out; no empty list is ever written") {
  const Authority root = make_root();
  IssueInput input = input_of("tls-client", "CN=ann");
  input.public_key = make_key(2).public_key_der();
  input.extensions.key_usage = x509::KeyUsage{};
  input.extensions.purposes = std::vector<asn1::OwnedOid>{};
  const x509::CertificatePtr leaf = parse(issue_ok(input, root.signer()).der);
  CHECK_FALSE(leaf->extensions().key_usage.present());
  CHECK_FALSE(leaf->extensions().extended_key_usage.present());
}

TEST_CASE("A path length or name constraints in a leaf are refused") {
  const Authority root = make_root();
  IssueInput input = input_of("tls-client", "CN=ann");
  input.public_key = make_key(2).public_key_der();
  input.extensions.path_length = PathLength{.limit = 0};
  auto refused = issue(input, root.signer());
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().id() == "ca.extension.ca_only");
  input.extensions.path_length.reset();
  input.extensions.permitted = {general_name("DNS:example")};
  refused = issue(input, root.signer());
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().id() == "ca.extension.ca_only");
}

TEST_CASE("keyCertSign in a leaf is refused, and a CA without it is warned of") {
  const Authority root = make_root();
  IssueInput leaf = input_of("tls-client", "CN=ann");
  leaf.public_key = make_key(2).public_key_der();
  leaf.extensions.key_usage = x509::KeyUsage{.bits = 0x21};
  const auto refused = issue(leaf, root.signer());
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().id() == "ca.key_usage.cert_sign_without_ca");

  IssueInput ca = input_of("issuing-ca", "CN=CA");
  ca.public_key = leaf.public_key;
  ca.extensions.key_usage = x509::KeyUsage{.bits = 1};
  CHECK(has_rule(issue_ok(ca, root.signer()).findings, "ca.key_usage.ca_without_cert_sign"));
}

TEST_CASE("The same extension twice is refused") {
  IssueInput input = input_of("root-ca", "CN=R");
  const x509::ExtensionInput extra{*asn1::OwnedOid::from_dotted("1.2.3.4.5"), false, {0x05, 0x00}};
  input.extensions.extra = {extra, extra};
  auto refused = issue(input, {.key = make_key(1)});
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().id() == "ca.extension.twice");

  const x509::ExtensionInput usage{asn1::OwnedOid(oids::kKeyUsage), true, *from_hex("03020106")};
  input.extensions.extra = {usage, usage};
  refused = issue(input, {.key = make_key(1)});
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().id() == "ca.extension.twice");
}

TEST_CASE("Outliving the issuer is warned of, or clipped where asked, and never silent") {
  IssueInput short_root = input_of("root-ca", "CN=Short");
  short_root.validity.not_after = at("2027-06-01");
  const Authority root = make_root(short_root);
  IssueInput input = input_of("tls-client", "CN=ann");
  input.public_key = make_key(2).public_key_der();
  const IssuedCertificate warned = issue_ok(input, root.signer());
  CHECK(has_rule(warned.findings, "ca.validity.outlives_issuer"));
  CHECK(parse(warned.der)->not_after()->time == at("2027-11-22T12:00:00Z"));

  input.validity.beyond_issuer = BeyondIssuer::Clip;
  const IssuedCertificate clipped = issue_ok(input, root.signer());
  CHECK(rule_ids(clipped.findings) == std::vector<std::string>{"ca.validity.clipped"});
  CHECK(parse(clipped.der)->not_after()->time == at("2027-06-01"));

  input.validity.not_before = at("2026-01-01");
  CHECK(has_rule(issue_ok(input, root.signer()).findings, "ca.validity.before_issuer"));
}

TEST_CASE("An issuer that has expired is warned of, and clipping to it fails") {
  IssueInput past = input_of("root-ca", "CN=Past");
  past.validity.not_before = at("2020-01-01");
  past.validity.not_after = at("2021-01-01");
  const Authority root = make_root(past);
  IssueInput input = input_of("tls-client", "CN=ann");
  input.public_key = make_key(2).public_key_der();
  CHECK(has_rule(issue_ok(input, root.signer()).findings, "ca.issuer.not_valid_now"));
  input.validity.beyond_issuer = BeyondIssuer::Clip;
  const auto clipped = issue(input, root.signer());
  REQUIRE_FALSE(clipped.ok());
  CHECK(clipped.error().id() == "x509.validity.order");
}

TEST_CASE("An issuer that may not issue is refused, unless its faults are to be kept") {
  const Authority root = make_root();
  IssueInput no_sign = input_of("subordinate-ca", "CN=No sign");
  no_sign.extensions.key_usage = x509::KeyUsage{.bits = 1};
  struct Case {
    std::string_view sentence;
    Authority issuer;
    std::string_view profile;
    std::string_view rule;
  };
  const Case cases[] = {
      {"a leaf as issuer", issue_under(root, input_of("tls-client", "CN=leaf")), "tls-client", "ca.issuer.not_ca"},
      {"a CA below path length 0", issue_under(root, input_of("issuing-ca", "CN=Issuing")), "issuing-ca",
       "ca.issuer.path_length_exhausted"},
      {"an issuer without keyCertSign", issue_under(root, no_sign), "tls-client", "ca.issuer.key_cert_sign"},
  };
  for (const Case& c : cases) {
    INFO(c.sentence);
    IssueInput input = input_of(c.profile, "CN=below");
    input.public_key = make_key(5).public_key_der();
    const auto refused = issue(input, c.issuer.signer());
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().id() == c.rule);
    input.issuer_faults = IssuerFaults::Keep;
    CHECK(has_rule(issue_ok(input, c.issuer.signer()).findings, c.rule));
  }
}

TEST_CASE("A self-issued CA below path length 0 is not counted") {
  const Authority root = make_root();
  const Authority ca = issue_under(root, input_of("issuing-ca", "CN=Lab Issuing"));
  IssueInput rollover = input_of("issuing-ca", "CN=lab  issuing");
  rollover.public_key = make_key(6).public_key_der();
  CHECK_FALSE(has_rule(issue_ok(rollover, ca.signer()).findings, "ca.issuer.path_length_exhausted"));
}

TEST_CASE("A path length that the issuer's does not leave room for is warned of") {
  const Authority root = make_root(input_of("cloud-pki-root", "CN=Root"));
  IssueInput input = input_of("issuing-ca", "CN=CA");
  input.public_key = make_key(2).public_key_der();
  CHECK_FALSE(has_rule(issue_ok(input, root.signer()).findings, "ca.path_length.beyond_issuer"));
  input.extensions.path_length = PathLength{.limit = 1};
  CHECK(has_rule(issue_ok(input, root.signer()).findings, "ca.path_length.beyond_issuer"));
}

TEST_CASE("Purposes that the issuer lacks are warned of") {
  IssueInput bound = input_of("root-ca", "CN=Root");
  bound.extensions.purposes = {asn1::OwnedOid(oids::kServerAuth)};
  const Authority root = make_root(bound);
  IssueInput input = input_of("tls-client", "CN=ann");
  input.public_key = make_key(2).public_key_der();
  CHECK(has_rule(issue_ok(input, root.signer()).findings, "ca.issuer.purpose_not_nested"));
  input.profile = &profile("tls-server");
  CHECK_FALSE(has_rule(issue_ok(input, root.signer()).findings, "ca.issuer.purpose_not_nested"));

  bound.extensions.purposes = {asn1::OwnedOid(oids::kAnyExtendedKeyUsage)};
  const Authority any = make_root(bound);
  input.profile = &profile("tls-client");
  CHECK_FALSE(has_rule(issue_ok(input, any.signer()).findings, "ca.issuer.purpose_not_nested"));
}

TEST_CASE("A key that is not the issuer's is refused, faults kept or not") {
  const Authority root = make_root();
  const crypto::PrivateKey other = make_key(77);
  IssueInput input = input_of("tls-client", "CN=ann");
  input.public_key = make_key(2).public_key_der();
  input.issuer_faults = IssuerFaults::Keep;
  auto refused = issue(input, {.key = other, .certificate = root.certificate.get()});
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().id() == "ca.issuer.key_mismatch");
  refused = issue(input, {.key = other});
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().id() == "ca.issuer.own_key_mismatch");
}

TEST_CASE("What the profile has to say about key and subject is a warning") {
  const Authority root = make_root();
  IssueInput input = input_of("byoca-issuing-ca", "O=Contoso,2.5.4.97=NTRDE-1");
  input.public_key = make_key(2).public_key_der();
  const Findings findings = issue_ok(input, root.signer()).findings;
  CHECK(has_rule(findings, "ca.subject.attribute_missing"));
  CHECK(has_rule(findings, "ca.subject.attribute_unsupported"));
  CHECK(has_rule(findings, "ca.key.not_in_profile"));
}

TEST_CASE("A key whose factors anyone can find is a warning") {
  const Authority root = make_root();
  IssueInput input = input_of("tls-client", "CN=ann");
  const auto rsa_key = [](std::string_view modulus) {
    asn1::Writer writer;
    writer.sequence([&](asn1::Writer& key) {
      key.raw(from_hex("300d06092a864886f70d0101010500").value());
      key.bit_string_of([&](asn1::Writer& bits) {
        bits.sequence([&](asn1::Writer& numbers) {
          numbers.raw(from_hex(modulus).value());
          numbers.integer(65537);
        });
      });
    });
    return writer.take();
  };
  input.public_key = rsa_key("0203009923");  // 197 times 199
  CHECK(has_rule(issue_ok(input, root.signer()).findings, "ca.key.factorable"));
  input.public_key = make_key(2).public_key_der();
  CHECK_FALSE(has_rule(issue_ok(input, root.signer()).findings, "ca.key.factorable"));
}

TEST_CASE("A public key that is none is refused") {
  const Authority root = make_root();
  IssueInput input = input_of("tls-client", "CN=ann");
  input.public_key = {0x30, 0x00};
  CHECK_FALSE(issue(input, root.signer()).ok());
}

TEST_CASE("The signature algorithm follows the key unless one is asked for") {
  const crypto::PrivateKey key = make_key(1, crypto::KeySpec::P384);
  IssueInput input = input_of("root-ca", "CN=R");
  CHECK(parse(issue_ok(input, {.key = key}).der)->signature_algorithm().hash == crypto::HashAlgorithm::Sha384);
  input.algorithm =
      crypto::SignatureAlgorithm{.kind = crypto::SignatureKind::Ecdsa, .hash = crypto::HashAlgorithm::Sha512};
  CHECK(parse(issue_ok(input, {.key = key}).der)->signature_algorithm().hash == crypto::HashAlgorithm::Sha512);
}

TEST_CASE("The same input and the same random numbers give the same certificate") {
  const crypto::PrivateKey key = make_key(1);
  const IssueInput input = input_of("root-ca", "CN=R");
  const auto once = [&] {
    crypto::FixedRandom random(5);
    const crypto::ScopedRandom scope(random);
    return issue_ok(input, {.key = key}).der;
  };
  CHECK(once() == once());
}

TEST_CASE("Host names are told from other text") {
  for (const auto text : {"localhost", "a.example", "*.example.org", "xn--bcher-kva.example", "_dmarc.a"}) {
    CHECK(is_host_name(text));
  }
  for (const auto text : {"", ".", "a.", "a..b", "Our server", "-a.example", "a-.example", "*", "a.*.b",
                          "b\xC3\xBC"
                          "cher.example"}) {
    INFO(text);
    CHECK_FALSE(is_host_name(text));
  }
  CHECK_FALSE(is_host_name(std::string(64, 'a')));
  CHECK_FALSE(is_host_name(std::string(300, '.')));
}

}  // namespace
}  // namespace pki::ca::test
