#pragma once
// Source: objects that a request hands in (docs/api.md), in any form that formats/ reads. Where one object is wanted
// and something else comes, the finding says what came instead; what is odd about its form (octets behind it, a wrong
// label) is noted, and the request goes on.

#include <string>
#include <vector>

#include "formats/item.h"
#include "json/reader.h"
#include "x509/certificate.h"
#include "x509/crl.h"
#include "x509/ocsp_response.h"
#include "x509/request.h"

namespace pki::api {

/// How large a certificate or a request may be, in octets. Real ones have some thousands, those of post-quantum
/// signatures some ten thousands; what is shown of one is many times as large.
inline constexpr std::size_t kMostOctets = std::size_t{256} << 10;
/// api.source.too_large where `der` is larger.
Status check_size(Bytes der);

/// How long a name in a certificate may be: it stands in every finding that tells of the certificate.
inline constexpr std::size_t kMostNameOctets = std::size_t{16} << 10;

/// Reads a certificate or a request that is no larger than this. Rules: api.source.too_large, asn1.*.
Result<x509::CertificatePtr> parse_certificate(ByteVector der);
Result<x509::RequestPtr> parse_request(ByteVector der);

/// A Source as it was handed in: the octets of a text, or of a file.
struct SourceData {
  ByteVector data;
  /// The file's name; empty where there is none.
  std::string name;
};

/// Reads a Source: a text, or {data, name} with the file in base64. Rules: api.param.*, api.source.base64.
Result<SourceData> read_source(const json::Value& value);

/// The DER of the one object of a Source, whatever it is. Rules: those of read_source, api.source.none,
/// api.source.several, formats.*, pem.*.
Result<ByteVector> read_der(const json::Value& value);

/// Exactly one certificate. Rules: those of read_der, api.source.private_key, api.source.wrong_kind; asn1.*, x509.*
/// where it cannot be read.
Result<x509::CertificatePtr> read_certificate(const json::Value& value);
/// Exactly one request. Rules as read_certificate.
Result<x509::RequestPtr> read_request(const json::Value& value);
/// Exactly one CRL. Rules as read_certificate.
Result<x509::CrlPtr> read_crl(const json::Value& value);
/// The DER of exactly one SubjectPublicKeyInfo. Rules as read_certificate.
Result<ByteVector> read_public_key(const json::Value& value);

/// How large a CRL may be, in octets: no larger than a request (docs/api.md) can hold.
inline constexpr std::size_t kMostCrlOctets = std::size_t{64} << 20;
/// Reads a CRL that is no larger than this. Rules: api.source.too_large, asn1.*.
Result<x509::CrlPtr> parse_crl(ByteVector der);

/// Reads an OCSP response that is no larger than a certificate may be. Rules: api.source.too_large, asn1.*.
Result<x509::OcspResponsePtr> parse_ocsp_response(ByteVector der);

/// What a list of Sources held.
struct CertificateList {
  /// In order; one that was there twice once.
  std::vector<x509::CertificatePtr> certificates;
  /// What could not be read, each with the pointer of its Source.
  Findings findings;
};
/// All certificates of a list of Sources. A Source without any is an error, as in read_certificate.
Result<CertificateList> read_certificates(const json::Value& value);

/// What a list of Sources held.
struct CrlList {
  /// In order; one that was there twice once.
  std::vector<x509::CrlPtr> crls;
  /// What could not be read, each with the pointer of its Source.
  Findings findings;
};
/// All CRLs of a list of Sources. A Source without any is an error.
Result<CrlList> read_crls(const json::Value& value);

/// What a list of Sources held.
struct OcspResponseList {
  /// In order; one that was there twice once.
  std::vector<x509::OcspResponsePtr> responses;
  /// What could not be read, each with the pointer of its Source.
  Findings findings;
};
/// All OCSP responses of a list of Sources. A Source without any is an error.
Result<OcspResponseList> read_ocsp_responses(const json::Value& value);

}  // namespace pki::api
