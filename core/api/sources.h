#pragma once
// Source, Key: objects that a request hands in (docs/api.md). Where one object is wanted and something else comes, the
// finding says what came instead.

#include <vector>

#include "crypto/private_key.h"
#include "json/reader.h"
#include "x509/certificate.h"
#include "x509/request.h"

namespace pki::api {

/// What a Source holds, and what it is called. `data` are the octets of a text or a file as they are.
struct SourceData {
  ByteVector data;
  std::string name;
};

/// Reads a Source: a text, or {data, name} with the file in base64. Rules: api.param.*, api.source.base64.
Result<SourceData> read_source(const json::Value& value);

/// Exactly one certificate. Rules: those of read_source; api.source.none, api.source.several, api.source.private_key,
/// api.source.wrong_kind; asn1.*, pem.* where it cannot be read.
Result<x509::CertificatePtr> read_certificate(const json::Value& value);
/// Exactly one request. Rules as read_certificate.
Result<x509::RequestPtr> read_request(const json::Value& value);
/// The DER of exactly one SubjectPublicKeyInfo. Rules as read_certificate.
Result<ByteVector> read_public_key(const json::Value& value);

/// All certificates of a list of Sources, in order; those that stand there twice once. A source without any is an error.
Result<std::vector<x509::CertificatePtr>> read_certificates(const json::Value& value);

/// A Key: PEM, or {pem, password}. Rules: those of read_certificate; crypto.key.*, api.key.password_missing.
Result<crypto::PrivateKey> read_key(const json::Value& value);

}  // namespace pki::api
