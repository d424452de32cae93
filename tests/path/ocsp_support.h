#pragma once
// A leaf, and OCSP responses about it.

#include <catch2/catch_test_macros.hpp>

#include "asn1/oids.h"
#include "path/revocation/ocsp_source.h"
#include "path_support.h"
#include "x509/ocsp_builder.h"

namespace pki::path::test {

namespace oids = asn1::oids;
using crypto::HashAlgorithm;
using x509::CrlReason;
using x509::OcspCertStatus;

inline const Party kResponder{"CN=Responder,O=Lab", 6};
inline const Party kStranger{"CN=Stranger,O=Lab", 7};

inline Time from_now(std::int64_t days) { return {kNow.seconds + days * kSecondsPerDay}; }

/// A root and a leaf of it.
struct Scenery {
  x509::CertificatePtr root = make(test::root(kRoot));
  x509::CertificatePtr leaf = make(test::leaf(kLeaf, kRoot));
  TrustAnchorPtr anchor = TrustAnchor::from_certificate(root);
};

inline const Scenery& scenery() {
  static const Scenery scenery;
  return scenery;
}

inline x509::OcspCertIdInput id_of_leaf(HashAlgorithm hash = HashAlgorithm::Sha1) {
  const Scenery& s = scenery();
  return x509::make_cert_id(hash, s.leaf->issuer().der(), s.root->public_key(), s.leaf->serial().octets);
}

enum class ById : std::uint8_t { Name, Key };

/// A response as it shall be: the defaults make a good one, signed by the CA.
struct OcspSpec {
  Party responder = kRoot;
  ById by = ById::Name;
  std::vector<x509::OcspSingleInput> singles = {
      {.id = id_of_leaf(), .this_update = from_now(-1), .next_update = from_now(1)}};
  Time produced_at = from_now(-1);
  std::vector<x509::ExtensionInput> extensions = {};
  std::vector<ByteVector> certificates = {};
  bool tampered = false;

  x509::OcspSingleInput& single() { return singles.front(); }
};

inline CertificateSpec delegate_spec() {
  CertificateSpec spec = leaf(kResponder, kRoot);
  spec.key_purposes = {oids::kOcspSigning};
  return spec;
}

/// Signed by a delegate.
inline OcspSpec delegated(const CertificateSpec& certificate = delegate_spec()) {
  OcspSpec spec;
  spec.responder = certificate.subject;
  spec.certificates = {make_der(certificate)};
  return spec;
}

inline x509::OcspResponsePtr parse_response(ByteVector der) {
  auto response = x509::OcspResponse::parse(std::move(der));
  REQUIRE(response.ok());
  return *response;
}

inline x509::OcspResponsePtr make_response(const OcspSpec& spec) {
  x509::OcspResponseInput input;
  if (spec.by == ById::Name) {
    input.responder_name = encode_test_name(spec.responder.name);
  } else {
    input.responder_key_hash = test_key_id(spec.responder.key);
  }
  input.produced_at = spec.produced_at;
  input.singles = spec.singles;
  input.extensions = spec.extensions;
  input.certificates = spec.certificates;
  const crypto::PrivateKey& key = test_key(spec.responder.key);
  auto der = x509::sign_ocsp_response(input, key, key.default_signature_algorithm());
  REQUIRE(der.ok());
  if (spec.tampered) {
    // The last octet of the signature, or of the certificates that come after it.
    der->back() ^= 0x01;
  }
  return parse_response(std::move(*der));
}

/// What came of a question about the leaf.
struct Asked {
  RevocationAnswer answer;
  std::set<std::string> considered = {};
  std::set<std::string> findings = {};
};

inline Asked ask_about(const x509::Certificate& certificate, const std::vector<x509::OcspResponsePtr>& responses,
                       const CheckOptions& options, const x509::Certificate& issuer,
                       std::size_t signature_limit = 100) {
  SignatureCache signatures(signature_limit);
  OcspSource source(responses, options, signatures);
  const TrustAnchorPtr& anchor = scenery().anchor;
  Asked asked{.answer = source.ask({certificate, issuer.public_key(), &issuer, anchor, options})};
  for (const Finding& finding : asked.answer.considered) asked.considered.emplace(finding.id());
  for (const Finding& finding : asked.answer.findings) asked.findings.emplace(finding.id());
  return asked;
}

inline Asked ask_leaf(const std::vector<x509::OcspResponsePtr>& responses, std::size_t signature_limit = 100) {
  return ask_about(*scenery().leaf, responses, CheckOptions{.at = kNow}, *scenery().root, signature_limit);
}

inline Asked ask_leaf(const OcspSpec& spec) { return ask_leaf({make_response(spec)}); }

using Ids = std::set<std::string>;
inline std::string ocsp_rule(std::string_view name) { return "path.revocation.ocsp_" + std::string(name); }

inline x509::ExtensionInput critical_stranger() {
  return make_extension(asn1::make_oid<1, 2, 3, 4>(), true, {0x05, 0x00});
}

inline ByteVector encode_time(Time time) {
  asn1::Writer writer;
  writer.generalized_time(time);
  return writer.take();
}

}  // namespace pki::path::test
