// Issuers that may not issue, and certificates that no one may accept.

#include "base/assert.h"
#include "base/encoding.h"
#include "examples/workshop.h"
#include "path/rules.h"
#include "x509/extensions/key_usage.h"

namespace pki::examples {
namespace {

constexpr std::string_view kHost = "www.lab.example";

Result<Question> make_not_a_ca(Time now) {
  const Workshop workshop(now);
  PKI_TRY(const ThreeTier three, make_three_tier(workshop, workshop.server(kHost)));
  PKI_TRY(const Party below, workshop.make(workshop.server("test.lab.example"), three.leaf));
  return Question{.target = below.der(),
                  .pool = ders({three.leaf.certificate, three.issuing.certificate}),
                  .anchors = {three.root.der()},
                  .purpose = path::Purpose::TlsServer};
}

Result<Question> make_no_cert_sign(Time now) {
  const Workshop workshop(now);
  ca::IssueInput issuing = workshop.issuing("CN=Lab Issuing CA,O=Lab");
  x509::KeyUsage usage;
  usage.set(x509::KeyUsageBit::DigitalSignature);
  usage.set(x509::KeyUsageBit::CrlSign);
  issuing.extensions.key_usage = usage;
  PKI_TRY(const ThreeTier three, make_three_tier(workshop, issuing, workshop.server(kHost)));
  return three.ask(path::Purpose::TlsServer);
}

Result<Question> make_unknown_critical(Time now) {
  const Workshop workshop(now);
  ca::IssueInput server = workshop.server(kHost);
  // An OID for documentation (RFC 5612), and a UTF8String.
  auto id = asn1::OwnedOid::from_dotted("1.3.6.1.4.1.32473.1.1");
  PKI_ASSERT(id.has_value());
  server.extensions.extra = {
      {.id = *std::move(id), .critical = true, .value = {0x0C, 0x08, 'r', 'o', 'o', 'm', ' ', 'B', '1', '2'}}};
  PKI_TRY(const ThreeTier three, make_three_tier(workshop, server));
  return three.ask(path::Purpose::TlsServer);
}

// An RSA key of 1024 bits, as a SubjectPublicKeyInfo; its private half was thrown away.
constexpr std::string_view kShortKey =
    "30819f300d06092a864886f70d010101050003818d00308189028181009c2d420a9128eedd4eb5f5b970e1f5059f03000526c11e19c242ef65"
    "bc3a0b6b26f2b5d1463063897628c28dcff61a556cd4dbefced9364a4f41bc05fad9b618ecb15e6483f4c2ff53632b5308431feda28fc4fc73"
    "204bfd8ae8286f6d5c6d8ce26b5f800a6c505943480cf4490125a1c949dcf763acc6edd4ff6b85fc01ae4b0203010001";

Result<Question> make_weak_key(Time now) {
  const Workshop workshop(now);
  ca::IssueInput server = workshop.server("old-switch.lab.example");
  auto key = from_hex(kShortKey);
  PKI_ASSERT(key.has_value());
  server.public_key = *std::move(key);
  PKI_TRY(const ThreeTier three, make_three_tier(workshop, server));
  return three.ask(path::Purpose::TlsServer);
}

constexpr Example kExamples[] = {
    {.id = "not-a-ca",
     .title = "Issued by a certificate that is no CA's",
     .story =
         "Somebody needed a certificate for test.lab.example in a hurry, and had the key of www.lab.example at hand. "
         "So that web server's certificate signed one.",
     .lesson = "Only a certificate whose basic constraints say CA may issue: otherwise every web server could.",
     .rule = &path::rules::kNoBasicConstraints,
     .make = make_not_a_ca},
    {.id = "no-cert-sign",
     .title = "The CA's key may not sign certificates",
     .story = "The certificate of the issuing CA says CA, but its key usage was ticked by hand, and keyCertSign was "
              "forgotten. Everything that it issues is refused.",
     .lesson = "A CA needs both: basic constraints that say CA, and a key usage with keyCertSign.",
     .rule = &path::rules::kNoCertSign,
     .make = make_no_cert_sign},
    {.id = "unknown-critical",
     .title = "An unknown critical extension",
     .story = "A vendor's CA writes an extension of its own into every certificate, and marks it critical. Its own "
              "software knows it; browsers do not.",
     .lesson = "Critical means: whoever does not know this extension must refuse the certificate.",
     .rule = &path::rules::kCriticalUnknown,
     .make = make_unknown_critical},
    {.id = "weak-key",
     .title = "The key is too short",
     .story =
         "An old switch can only make RSA keys of 1024 bits, and the CA signed what it asked for. The browser does "
         "not accept such a key.",
     .lesson = "Strength is the relying party's demand, not the CA's: today RSA starts at 2048 bits.",
     .rule = &path::rules::kStrengthRsaSize,
     .make = make_weak_key},
};

}  // namespace

std::span<const Example> issuer_examples() { return kExamples; }

}  // namespace pki::examples
