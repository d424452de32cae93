// Chains with which others were once deceived, stopped or brought down: each by the number under which it was
// published. Beside most stands what is sound and must not be refused for that.

#include <catch2/catch_test_macros.hpp>
#include <functional>

#include "draft.h"
#include "path_support.h"
#include "support/constraint_extensions.h"
#include "support/files.h"

namespace pki::path::test {
namespace {

using namespace std::string_view_literals;

constexpr const char* kHost = "www.corp-site.com";

/// A chain root > issuing > leaf, a host that it is asked for, and what it refuses for: nothing where it is accepted.
struct Case {
  const char* cve;
  const char* what;
  std::function<PathQuestion()> question;
  std::set<std::string> rules;
};

CertificateSpec server_leaf(const Party& issuer = kIssuing) {
  CertificateSpec spec = leaf({"CN=www.corp-site.com", 4}, issuer);
  spec.key_purposes = {oids::kServerAuth};
  spec.names = {"DNS:www.corp-site.com"};
  return spec;
}

CertificateSpec without_names(CertificateSpec spec) {
  spec.names.clear();
  return spec;
}

/// With these general names, octet by octet.
CertificateSpec named(std::initializer_list<std::pair<std::uint8_t, std::string_view>> names) {
  return with(without_names(server_leaf()), make_extension(oids::kSubjectAltName, false, general_names(names)));
}

PathQuestion ask_for_host(const CertificateSpec& target, const CertificateSpec& issuing, std::string host = kHost) {
  PathQuestion question = ask(make(target), {make(issuing)}, {make(root(kRoot))});
  question.options.purpose = Purpose::TlsServer;
  if (!host.empty()) question.options.identities = {parse_reference_identity(host).value()};
  return question;
}
PathQuestion ask_for_host(const CertificateSpec& target, std::string host = kHost) {
  return ask_for_host(target, ca(kIssuing, kRoot), std::move(host));
}

/// A SubjectPublicKeyInfo on a curve that is written out.
ByteVector explicit_curve(ByteVector field, ByteVector curve, ByteVector generator, ByteVector point) {
  const ByteVector parameters =
      tlv(kSeq,
          {tlv(kInt, hex("01")), std::move(field), std::move(curve), tlv(0x04, generator),
           tlv(kInt, hex("00ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")), tlv(kInt, hex("01"))});
  const ByteVector ec_key = hex("06072a8648ce3d0201");
  ByteVector bits = {0x00};
  append(bits, point);
  return tlv(kSeq, {tlv(kSeq, {ec_key, parameters}), tlv(0x03, bits)});
}

/// P-256 by its numbers, with `point` as its generator.
ByteVector p256_with_generator(const ByteVector& point) {
  const ByteVector prime = hex("00ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
  const ByteVector a = hex("ffffffff00000001000000000000000000000000fffffffffffffffffffffffc");
  const ByteVector b = hex("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");
  return explicit_curve(tlv(kSeq, {hex("06072a8648ce3d0101"), tlv(kInt, prime)}),
                        tlv(kSeq, {tlv(0x04, a), tlv(0x04, b)}), point, point);
}

ByteVector point_of(const ByteVector& spki) {
  asn1::Context context(spki);
  return to_vector(crypto::read_public_key(spki, context).value().key_bits);
}

/// An RSA key with this modulus and 65537.
ByteVector rsa_spki(const ByteVector& modulus) {
  ByteVector number = {0x00};
  append(number, modulus);
  ByteVector bits = {0x00};
  append(bits, tlv(kSeq, {tlv(kInt, number), tlv(kInt, hex("010001"))}));
  return tlv(kSeq, {hex("300d06092a864886f70d0101010500"), tlv(0x03, bits)});
}

/// The modulus that tests/data/crypto/make-factorable made under this name.
ByteVector modulus_named(std::string_view name) {
  const std::string text = read_file(PKI_TEST_DATA_DIR "/crypto/factorable.tsv").value();
  const std::size_t row = text.find(std::string(name) + "\t");
  REQUIRE(row != std::string::npos);
  const std::size_t start = text.find('\t', text.find('\t', row) + 1) + 1;
  return hex(text.substr(start, text.find('\n', start) - start));
}

/// The certificate of `spec` for another key, signed as ever.
x509::CertificatePtr with_key(const CertificateSpec& spec, ByteVector public_key) {
  const crypto::PrivateKey& key = test_key(spec.issuer.key);
  const x509::CertificateInput input = {.serial = hex("0102030405060708"),
                                        .issuer = encode_test_name(spec.issuer.name),
                                        .not_before = spec.not_before,
                                        .not_after = spec.not_after,
                                        .subject = encode_test_name(spec.subject.name),
                                        .public_key = std::move(public_key),
                                        .extensions = make_extensions(spec)};
  return parse_certificate(x509::sign_certificate(input, key, key.default_signature_algorithm()).value());
}

PathQuestion ask_about(x509::CertificatePtr target) {
  PathQuestion question = ask_for_host(server_leaf());
  question.target = std::move(target);
  return question;
}

/// The leaf with this signature value instead of its own.
PathQuestion signed_with(std::string_view signature) {
  const x509::CertificatePtr good = make(server_leaf());
  const ByteVector inside = to_vector(good->tbs());
  ByteVector bits = {0x00};
  append(bits, hex(signature));
  return ask_about(parse_certificate(tlv(kSeq, {inside, to_vector(good->outer_algorithm().whole), tlv(0x03, bits)})));
}

/// The certificate number `number` of forged.pem under its root.
PathQuestion forged(std::size_t number) {
  const std::string text = read_file(PKI_TEST_DATA_DIR "/path/published/forged.pem").value();
  std::vector<x509::CertificatePtr> all;
  for (std::size_t at = 0; (at = text.find("-----BEGIN ", at)) != std::string::npos; ++at) {
    all.push_back(parse_certificate(first_pem_block(std::string_view(text).substr(at))));
  }
  REQUIRE(all.size() == 4);
  PathQuestion question = ask(all[number], {}, {all[0]});
  question.options.purpose = Purpose::TlsServer;
  question.options.identities = {parse_reference_identity(kHost).value()};
  return question;
}

PathQuestion leaf_as_ca(const CertificateSpec& between) {
  const Party forger{"CN=www.other-site.com", 7};
  PathQuestion question = ask_for_host(server_leaf(forger));
  question.pool.push_back(make(between));
  return question;
}

/// The policy 1.2.3.4 is demanded of the leaf, whose policies are `value`.
PathQuestion policies_of_leaf(const ByteVector& value, Purpose purpose) {
  const CertificateSpec issuing =
      with(ca(kIssuing, kRoot), make_extension(oids::kCertificatePolicies, false, hex("3007300506032a0304")));
  PathQuestion question =
      ask_for_host(with(server_leaf(), make_extension(oids::kCertificatePolicies, false, value)), issuing);
  question.options.purpose = purpose;
  question.options.policies.explicit_policy = policy::ExplicitPolicy::Required;
  return question;
}

/// A CA with these name constraints, octet by octet, and a leaf with these names.
PathQuestion constrained(const ByteVector& constraints,
                         std::initializer_list<std::pair<std::uint8_t, std::string_view>> names) {
  return ask_for_host(named(names),
                      with(ca(kIssuing, kRoot), make_extension(oids::kNameConstraints, true, constraints)), "");
}
/// permittedSubtrees of one general name.
ByteVector permit(std::uint8_t tag, std::string_view base) {
  return tlv(kSeq, {tlv(0xA0, {tlv(kSeq, {tlv(tag, base)})})});
}
PathQuestion excluding(const std::string& subtree, std::string_view name) {
  return ask_for_host(named({{0x82, name}}), with(ca(kIssuing, kRoot), name_constraints_extension({}, {subtree})), "");
}

/// otherName, its type-id, its value.
std::string other_name(asn1::Oid id, const ByteVector& value) {
  ByteVector contents = oid_der(id);
  append(contents, tlv(0xA0, {value}));
  return {contents.begin(), contents.end()};
}

const std::vector<Case>& cases() {
  static const std::vector<Case> kCases = {
      {"", "the chain that the others are made from", [] { return ask_for_host(server_leaf()); }, {}},

      // Who is a CA.
      {"CVE-2002-0862, CVE-2011-0228",
       "a server's certificate issues another",
       [] {
         return leaf_as_ca(leaf({"CN=www.other-site.com", 7}, kIssuing));
       },
       {"path.basic_constraints.missing", "path.key_usage.no_cert_sign"}},
      {"CVE-2009-5138, CVE-2014-1959",
       "a certificate of version 1 issues another",
       [] {
         CertificateSpec between = leaf({"CN=www.other-site.com", 7}, kIssuing);
         between.key_usage.reset();
         between.key_ids = KeyIds::None;
         return leaf_as_ca(between);
       },
       {"path.basic_constraints.version"}},
      {"CVE-2015-1793",
       "the same where the CA above has a second certificate, whose path is tried next",
       [] {
         PathQuestion question = leaf_as_ca(leaf({"CN=www.other-site.com", 7}, kIssuing));
         question.pool.push_back(make(ca(kIssuing, kOtherRoot)));
         return question;
       },
       {"path.basic_constraints.missing", "path.key_usage.no_cert_sign"}},
      {"CVE-2021-3450",
       "a strict check of a curve does not take the place of the check of who is a CA",
       [] {
         PathQuestion question = leaf_as_ca(leaf({"CN=www.other-site.com", 7}, kIssuing));
         question.options.issuer_rules = Reaction::Refuse;
         return question;
       },
       {"path.basic_constraints.missing", "path.key_usage.no_cert_sign"}},

      // Keys and signatures.
      {"CVE-2020-0601",
       "a CA of a trusted name and public key, on a curve made for that",
       [] {
         const x509::CertificatePtr impostor = with_key(root(kRoot), p256_with_generator(point_of(test_public_key(1))));
         PathQuestion question = ask_for_host(server_leaf());
         question.pool = {};
         question.target = make(server_leaf(kRoot));
         question.anchors = {};
         question.anchors.add(impostor);
         return question;
       },
       {"path.strength.curve", "path.signature.unsupported"}},
      {"CVE-2022-0778",
       "a curve over a number that is no prime, with a compressed point",
       [] {
         return ask_about(with_key(
             server_leaf(),
             explicit_curve(tlv(kSeq, {hex("06072a8648ce3d0101"), tlv(kInt, hex("02b9"))}),
                            tlv(kSeq, {tlv(0x04, hex("17")), tlv(0x04, hex("0105"))}), hex("020008"), hex("020008"))));
       },
       {"path.strength.curve"}},
      {"CVE-2024-29857",
       "a curve over a field of two to a huge power",
       [] {
         const ByteVector basis =
             tlv(kSeq, {tlv(kInt, hex("7fffffff")), hex("06092a8648ce3d01020302"), tlv(kInt, hex("01"))});
         return ask_about(with_key(
             server_leaf(),
             explicit_curve(tlv(kSeq, {hex("06072a8648ce3d0102"), basis}),
                            tlv(kSeq, {tlv(0x04, hex("17")), tlv(0x04, hex("0105"))}), hex("020008"), hex("020008"))));
       },
       {"path.strength.curve"}},
      {"CVE-2024-24783",
       "a key of an algorithm that nobody knows",
       [] { return ask_about(with_key(server_leaf(), hex("300e300806062a03040506070302000f"))); },
       {"path.strength.key_unknown"}},
      {"CVE-2017-15361",
       "a key whose primes a smart card made (ROCA)",
       [] { return ask_about(with_key(server_leaf(), rsa_spki(modulus_named("ROCA, 2048 bits")))); },
       {"path.strength.factorable"}},
      {"CVE-2022-26320",
       "a key of neighbouring primes",
       [] { return ask_about(with_key(server_leaf(), rsa_spki(modulus_named("neighbouring primes")))); },
       {"path.strength.factorable"}},
      {"",
       "a sound RSA key",
       [] { return ask_about(with_key(server_leaf(), rsa_spki(modulus_named("sound, 2048 bits")))); },
       {}},
      {"", "the exponent 3 is no fault by itself", [] { return forged(1); }, {}},
      {"CVE-2006-4339",
       "a signature that was made without the key: octets behind the digest",
       [] { return forged(2); },
       {"path.signature.invalid"}},
      {"CVE-2006-4340",
       "the same: octets in the parameters of the hash",
       [] { return forged(3); },
       {"path.signature.invalid"}},
      {"CVE-2022-21449",
       "an ECDSA signature of two zeros",
       [] { return signed_with("3006020100020100"); },
       {"path.signature.invalid"}},
      {"CVE-2021-20305",
       "an ECDSA signature whose numbers are the order of the curve",
       [] {
         return signed_with(
             "3046022100ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"
             "022100ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
       },
       {"path.signature.invalid"}},
      {"CVE-2008-5077",
       "a signature that is no structure at all",
       [] { return signed_with("0500"); },
       {"path.signature.invalid"}},
      {"CVE-2014-8275",
       "the algorithm outside has other parameters than the one that is signed",
       [] {
         const x509::CertificatePtr good = make(server_leaf());
         ByteVector bits = {0x00};
         append(bits, good->signature().octets);
         return ask_about(parse_certificate(
             tlv(kSeq, {to_vector(good->tbs()), hex("300c06082a8648ce3d0403020500"), tlv(0x03, bits)})));
       },
       {"path.algorithm.mismatch"}},

      // Who it is for.
      {"CVE-2009-2408",
       "a name that goes on behind a NUL",
       [] {
         return ask_for_host(named({{0x82, "www.corp-site.com\0.other-site.com"sv}}));
       },
       {"path.identity.mismatch"}},
      {"CVE-2021-44532",
       "a name that looks like two where it is printed",
       [] {
         return ask_for_host(named({{0x82, "www.other-site.com, DNS:www.corp-site.com"}}));
       },
       {"path.identity.mismatch"}},
      {"CVE-2021-44531",
       "a URI with the host is no name of the host",
       [] {
         return ask_for_host(named({{0x86, "https://www.corp-site.com/"}}));
       },
       {"path.identity.no_names"}},
      {"CVE-2014-0139",
       "a wildcard does not stand for a part of an address",
       [] {
         return ask_for_host(named({{0x82, "*.0.2.1"}}), "192.0.2.1");
       },
       {"path.identity.mismatch"}},
      {"CVE-2024-6119",
       "an otherName that is no string, where an address is asked for",
       [] {
         return ask_for_host(named({{0xA0, other_name(oids::kSmtpUtf8Mailbox, hex("0101ff"))}}),
                             "email:ann@corp-site.com");
       },
       {"path.identity.no_names"}},

      // Name constraints.
      {"CVE-2025-61727",
       "a wildcard that covers what is excluded",
       [] { return excluding("DNS:test.corp-site.com", "*.corp-site.com"); },
       {"path.name_constraints.excluded"}},
      {"",
       "a wildcard in another domain than the one that is excluded (golang/go#76935)",
       [] { return excluding("DNS:test", "*.corp-site.com"); },
       {}},
      {"CVE-2024-45341",
       "a URI whose host is an address with a zone, where hosts are permitted",
       [] {
         return constrained(permit(0x86, ".corp-site.com"), {{0x86, "https://[fe80::1%25.corp-site.com]/"}});
       },
       {"path.name_constraints.name_malformed"}},
      {"CVE-2023-0286, CVE-2020-1971",
       "forms of names that are constrained and not compared",
       [] {
         return constrained(permit(0xA3, "\x30\x00"sv), {{0xA3, "\x30\x00"sv}});
       },
       {"path.name_constraints.form_unknown"}},
      {"CVE-2020-1971",
       "an ediPartyName that is constrained to itself",
       [] {
         return constrained(permit(0xA5, "\xa1\x03\x0c\x01\x61"sv), {{0xA5, "\xa1\x03\x0c\x01\x61"sv}});
       },
       {"path.name_constraints.form_unknown"}},
      {"CVE-2022-3602, CVE-2022-3786",
       "a mailbox in a domain of thousands of Punycode digits",
       [] {
         const std::string domain = "ann@xn--" + std::string(5000, 'a') + std::string(5000, '.') + "com";
         ByteVector mailbox = tlv(kUtf8, domain);
         return constrained(permit(0x81, ".corp-site.com"), {{0xA0, other_name(oids::kSmtpUtf8Mailbox, mailbox)}});
       },
       {"path.name_constraints.name_malformed"}},

      // Policies.
      {"CVE-2023-0465",
       "policies that cannot be read are not the same as none asked for",
       [] { return policies_of_leaf(hex("3007300506032a03"), Purpose::TlsServer); },
       {"path.encoding.extension_malformed"}},
      {"CVE-2025-22874",
       "that any purpose will do does not mean that any policy does",
       [] { return policies_of_leaf(hex("3007300506032a0305"), Purpose::Any); },
       {"path.policies.explicit_required"}},
      {"", "the policy that the CA has", [] { return policies_of_leaf(hex("3007300506032a0304"), Purpose::Any); }, {}},

      // Circles.
      {"CVE-2024-0567",
       "CAs that certify each other in a circle, with a way out",
       [] {
         PathQuestion question = ask_for_host(server_leaf(kLower));
         question.pool.push_back(make(ca(kLower, kIssuing)));
         question.pool.push_back(make(ca(kIssuing, kLower)));
         question.pool.push_back(make(ca(kLower, kLower)));
         question.pool.push_back(make(ca(kRoot, kLower)));
         question.pool.push_back(make(ca(kRoot, kIssuing)));
         return question;
       },
       {}},
  };
  return kCases;
}

std::set<std::string> refused_for(const Report& report) {
  std::set<std::string> rules;
  for (const std::string& failure : failures(report.paths.front())) rules.insert(failure.substr(0, failure.find('@')));
  return rules;
}

}  // namespace

TEST_CASE("Chains of published faults are refused for what is wrong with them, and sound ones are not") {
  for (const Case& c : cases()) {
    CAPTURE(c.cve, c.what);
    const Report report = check_paths(c.question());
    REQUIRE(!report.paths.empty());
    CHECK(refused_for(report) == c.rules);
    CHECK(report.accepted == c.rules.empty());
    // No other path of the pool is better.
    for (const CandidatePath& path : report.paths) CHECK((c.rules.empty() || !failures(path).empty()));
  }
}

}  // namespace pki::path::test
