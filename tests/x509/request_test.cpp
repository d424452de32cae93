#include "x509/request.h"

#include <catch2/catch_test_macros.hpp>
#include <functional>

#include "asn1/oids.h"
#include "asn1/writer.h"
#include "crypto/random.h"
#include "support/files.h"
#include "support/findings.h"
#include "support/mutation.h"
#include "x509/builder.h"

namespace pki::x509 {
namespace {

using asn1::Writer;
using test::has_rule;
using test::Mutator;
using test::read_test_pem;
using test::rule_ids;
namespace oids = asn1::oids;
namespace tags = asn1::tags;

RequestPtr parse(ByteVector der) {
  auto request = Request::parse(std::move(der));
  REQUIRE(request.ok());
  return *request;
}

RequestPtr load(std::string_view name) {
  const ByteVector der = read_test_pem("x509/" + std::string(name) + ".pem");
  REQUIRE(!der.empty());
  return parse(der);
}

// The DER of what `body` writes.
ByteVector der_of(const std::function<void(Writer&)>& body) {
  Writer writer;
  body(writer);
  return writer.take();
}

// UTF-16, big endian, of ASCII.
std::string bmp(std::string_view ascii) {
  std::string octets;
  for (const char c : ascii) {
    octets += '\0';
    octets += c;
  }
  return octets;
}

void attribute(Writer& set, asn1::Oid type, const std::function<void(Writer&)>& values) {
  set.sequence([&](Writer& w) {
    w.oid(type);
    w.set_of(values);
  });
}

// A request whose fields are composed by the tests, signed by a fixed key.
struct Composed {
  std::uint64_t version = 0;
  bool attributes_present = true;
  std::function<void(Writer&)> attributes = [](Writer&) {};
  bool keep_order = false;  // attributes in the order written, not in DER's

  ByteVector der() const {
    crypto::FixedRandom random(7);
    const crypto::ScopedRandom scope(random);
    const auto key = crypto::PrivateKey::generate(crypto::KeySpec::P256);
    REQUIRE(key.ok());
    const ByteVector info = der_of([&](Writer& w) {
      w.sequence([&](Writer& fields) {
        fields.integer(version);
        fields.sequence([](Writer& name) {
          name.set_of([](Writer& rdn) {
            rdn.sequence([](Writer& a) {
              a.oid(oids::kCommonName);
              a.string(tags::kUtf8String, "Contoso Issuing CA");
            });
          });
        });
        fields.raw(key->public_key_der());
        if (attributes_present) fields.raw(attribute_set());
      });
    });
    const crypto::SignatureAlgorithm algorithm = key->default_signature_algorithm();
    const auto signature = key->sign(algorithm, info);
    REQUIRE(signature.ok());
    return der_of([&](Writer& w) {
      w.sequence([&](Writer& request) {
        request.raw(info);
        crypto::write_signature_algorithm(request, algorithm);
        request.bit_string(*signature);
      });
    });
  }

 private:
  ByteVector attribute_set() const {
    Writer writer;
    if (keep_order) {
      writer.wrap(tags::kSet, attributes);
    } else {
      writer.set_of(attributes);
    }
    ByteVector set = writer.take();
    set[0] = 0xA0;
    return set;
  }
};

void write_extension(Writer& list, asn1::Oid id, bool critical, const std::function<void(Writer&)>& value) {
  list.sequence([&](Writer& w) {
    w.oid(id);
    if (critical) w.boolean(true);
    w.octet_string_of(value);
  });
}

void write_ca_extensions(Writer& values) {
  values.sequence([](Writer& list) {
    write_extension(list, oids::kMsCertificateTemplateName, false,
                    [](Writer& w) { w.string(tags::kBmpString, bmp("SubCA")); });
    write_extension(list, oids::kMsCertificateTemplate, false, [](Writer& w) {
      w.sequence([](Writer& t) {
        t.oid(asn1::make_oid<1, 3, 6, 1, 4, 1, 311, 21, 8, 1, 2, 3>());
        t.integer(100);
        t.integer(4);
      });
    });
    write_extension(list, oids::kKeyUsage, true, [](Writer& w) { w.named_bits(0x61); });
    write_extension(list, oids::kBasicConstraints, true,
                    [](Writer& w) { w.sequence([](Writer& b) { b.boolean(true); }); });
  });
}

// What certreq -new writes, after the ASN.1 of MS-WCCE 2.2.2.7.
void write_certreq_attributes(Writer& set) {
  attribute(set, oids::kMsOsVersion, [](Writer& w) { w.string(tags::kIa5String, "10.0.20348.2"); });
  attribute(set, oids::kMsRequestClientInfo, [](Writer& w) {
    w.sequence([](Writer& info) {
      info.integer(9);
      info.string(tags::kUtf8String, "CA01.corp.example");
      info.string(tags::kUtf8String, "CORP\\administrator");
      info.string(tags::kUtf8String, "certreq.exe");
    });
  });
  attribute(set, oids::kMsEnrollmentCsp, [](Writer& w) {
    w.sequence([](Writer& csp) {
      csp.integer(2);
      csp.string(tags::kBmpString, bmp("Microsoft Software Key Storage Provider"));
      csp.bit_string({});
    });
  });
  attribute(set, oids::kMsEnrollmentNameValue, [](Writer& w) {
    w.sequence([](Writer& pair) {
      pair.string(tags::kBmpString, bmp("CertificateTemplate"));
      pair.string(tags::kBmpString, bmp("SubCA"));
    });
  });
  attribute(set, oids::kExtensionRequest, write_ca_extensions);
}

TEST_CASE("A plain request by OpenSSL has a subject, a key and a fitting signature") {
  const RequestPtr request = load("request-plain");
  CHECK(rule_ids(request->findings()).empty());
  CHECK(request->version() == 1);
  CHECK(to_rfc4514(request->subject()) == "CN=plain,O=Lab");
  CHECK(request->attributes().empty());
  CHECK(request->extensions().all.empty());
  CHECK_FALSE(request->challenge_password());
  CHECK(verify_proof_of_possession(*request).ok());
  CHECK(request->fingerprint().size() == 32);
}

TEST_CASE("A router's request carries its password, its name and its serial number") {
  const RequestPtr request = load("request-router");
  CHECK(rule_ids(request->findings()).empty());
  CHECK(request->challenge_password() == "s3cret-otp");
  CHECK(request->attributes().size() == 2);
  CHECK(request->subject().last(oids::kSerialNumber) == "FOC1234X56Y");
  CHECK(request->extensions().all.empty());
  CHECK(verify_proof_of_possession(*request).ok());
}

TEST_CASE("Requested extensions are read, for RSA and for EC keys") {
  for (const auto* name : {"request-rsa", "request-ec"}) {
    const RequestPtr request = load(name);
    CHECK(rule_ids(request->findings()).empty());
    CHECK(request->extensions().all.size() == 4);
    CHECK(request->extensions().key_usage.critical());
    CHECK(request->extensions().extended_key_usage->has(oids::kClientAuth));
    REQUIRE(request->extensions().subject_alt_name);
    CHECK(to_text(request->extensions().subject_alt_name->names.at(1)) == "IP Address:192.0.2.7");
    CHECK(verify_proof_of_possession(*request).ok());
  }
}

TEST_CASE("A request with a key of an unknown kind loads, and its proof cannot be checked") {
  const RequestPtr request = load("request-ed25519");
  CHECK(request->public_key().kind == crypto::KeyKind::Unknown);
  const Status proof = verify_proof_of_possession(*request);
  REQUIRE_FALSE(proof.ok());
  CHECK(proof.error().id() == "crypto.signature.unsupported");
}

TEST_CASE("Everything that certreq writes is understood") {
  Composed composed;
  composed.attributes = write_certreq_attributes;
  const RequestPtr request = parse(composed.der());
  CHECK(rule_ids(request->findings()).empty());
  CHECK(request->attributes().size() == 5);
  CHECK(request->microsoft().os_version == "10.0.20348.2");
  REQUIRE(request->microsoft().csp);
  CHECK(request->microsoft().csp->key_spec == 2);
  CHECK(request->microsoft().csp->provider == "Microsoft Software Key Storage Provider");
  REQUIRE(request->microsoft().client);
  CHECK(request->microsoft().client->client_id == 9);
  CHECK(request->microsoft().client->machine == "CA01.corp.example");
  CHECK(request->microsoft().client->user == "CORP\\administrator");
  CHECK(request->microsoft().client->process == "certreq.exe");
  REQUIRE(request->microsoft().name_values.size() == 1);
  CHECK(request->microsoft().name_values[0].first == "CertificateTemplate");
  CHECK(request->microsoft().name_values[0].second == "SubCA");
  CHECK(request->extensions().ms_template_name->name == "SubCA");
  CHECK(request->extensions().ms_template->major_version == 100U);
  CHECK(request->extensions().basic_constraints->ca);
  CHECK(verify_proof_of_possession(*request).ok());
}

TEST_CASE("Microsoft's own attribute for extensions counts like the standard one") {
  Composed composed;
  composed.attributes = [](Writer& set) { attribute(set, oids::kMsCertExtensions, write_ca_extensions); };
  const RequestPtr request = parse(composed.der());
  CHECK(request->extensions().basic_constraints->ca);
}

TEST_CASE("Of two extension requests the first counts, and it is said so") {
  Composed composed;
  composed.keep_order = true;
  composed.attributes = [](Writer& set) {
    attribute(set, oids::kExtensionRequest, write_ca_extensions);
    attribute(set, oids::kMsCertExtensions, [](Writer& values) {
      values.sequence([](Writer& list) {
        write_extension(list, oids::kSubjectKeyIdentifier, false, [](Writer& w) {
          w.octet_string(ByteVector{1, 2, 3});
        });
      });
    });
  };
  const RequestPtr request = parse(composed.der());
  CHECK(has_rule(request->findings(), "x509.request.extensions_twice"));
  CHECK(request->extensions().all.size() == 4);
  CHECK_FALSE(request->extensions().subject_key_identifier.present());
}

TEST_CASE("Attributes out of DER's order are noted and read") {
  Composed composed;
  composed.keep_order = true;
  composed.attributes = [](Writer& set) {
    attribute(set, oids::kExtensionRequest, write_ca_extensions);
    attribute(set, oids::kMsOsVersion, [](Writer& w) { w.string(tags::kIa5String, "6.1"); });
  };
  const RequestPtr request = parse(composed.der());
  CHECK(has_rule(request->findings(), "asn1.set.order"));
  CHECK(request->microsoft().os_version == "6.1");
}

TEST_CASE("An attribute with no value or several is noted, and the first value counts") {
  Composed composed;
  composed.attributes = [](Writer& set) {
    attribute(set, oids::kChallengePassword, [](Writer& w) {
      w.string(tags::kUtf8String, "first");
      w.string(tags::kUtf8String, "second");
    });
    attribute(set, oids::kMsOsVersion, [](Writer&) {});
  };
  const RequestPtr request = parse(composed.der());
  CHECK(request->challenge_password() == "first");
  CHECK(rule_ids(request->findings()) ==
        std::vector<std::string>{"x509.request.attribute_values", "x509.request.attribute_values"});
}

TEST_CASE("A malformed attribute is a finding with its place, and the others are read") {
  Composed composed;
  composed.attributes = [](Writer& set) {
    attribute(set, oids::kMsEnrollmentCsp, [](Writer& w) { w.integer(5); });
    attribute(set, oids::kMsRequestClientInfo, [](Writer& w) { w.sequence([](Writer& info) { info.integer(9); }); });
    set.integer(3);
    attribute(set, oids::kChallengePassword, [](Writer& w) { w.null(); });
    attribute(set, oids::kMsOsVersion, [](Writer& w) { w.string(tags::kIa5String, "10.0"); });
  };
  const RequestPtr request = parse(composed.der());
  CHECK(request->findings().size() == 4);
  CHECK(request->findings().front().where.field.starts_with("certificationRequestInfo.attributes["));
  CHECK(request->microsoft().os_version == "10.0");
  CHECK_FALSE(request->microsoft().csp);
  CHECK_FALSE(request->microsoft().client);
  CHECK_FALSE(request->challenge_password());
}

TEST_CASE("A malformed list of requested extensions is a finding") {
  Composed composed;
  composed.attributes = [](Writer& set) {
    attribute(set, oids::kExtensionRequest, [](Writer& w) { w.octet_string({}); });
  };
  const RequestPtr request = parse(composed.der());
  CHECK(has_rule(request->findings(), "asn1.element.unexpected"));
  CHECK(request->extensions().all.empty());
}

TEST_CASE("A version other than v1 is noted") {
  Composed composed;
  composed.version = 2;
  const RequestPtr request = parse(composed.der());
  CHECK(request->version() == 3);
  CHECK(has_rule(request->findings(), "x509.request.version"));
}

TEST_CASE("A missing attributes field is noted") {
  Composed composed;
  composed.attributes_present = false;
  const RequestPtr request = parse(composed.der());
  CHECK(has_rule(request->findings(), "x509.request.attributes_missing"));
  CHECK(verify_proof_of_possession(*request).ok());
}

TEST_CASE("A request that was changed after it was signed fails its proof of possession") {
  ByteVector der = read_test_pem("x509/request-plain.pem");
  const std::size_t at = as_text(der).find("plain");
  REQUIRE(at != std::string_view::npos);
  der[at] = 'P';
  const Status proof = verify_proof_of_possession(*parse(der));
  REQUIRE_FALSE(proof.ok());
  CHECK(proof.error().id() == "crypto.signature.invalid");
}

TEST_CASE("What is no request fails with a fatal finding") {
  const ByteVector cases[] = {{}, {0x30, 0x00}, read_test_pem("x509/rsa-root.pem"), ByteVector(10'000'000, 0)};
  for (const ByteVector& der : cases) {
    const auto parsed = Request::parse(der);
    REQUIRE_FALSE(parsed.ok());
    CHECK(parsed.error().severity() == Severity::Fatal);
  }
}

TEST_CASE("Mutations of real requests fail or parse and never crash") {
  Composed certreq;
  certreq.attributes = write_certreq_attributes;
  const ByteVector originals[] = {read_test_pem("x509/request-rsa.pem"), read_test_pem("x509/request-router.pem"),
                                  certreq.der()};
  for (const ByteVector& original : originals) {
    Mutator mutator(original);
    for (int i = 0; i < 1000; ++i) {
      const ByteVector der = mutator.next();
      const auto parsed = Request::parse(der);
      if (!parsed) {
        CHECK(parsed.error().rule != nullptr);
        continue;
      }
      for (const Finding& finding : (*parsed)->findings()) {
        if (finding.where.range) CHECK(finding.where.range->end() <= der.size());
      }
      CHECK((*parsed)->range((*parsed)->info()).end() <= der.size());
    }
  }
}

}  // namespace
}  // namespace pki::x509
