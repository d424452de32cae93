#include "crypto/algorithm_identifier.h"

#include <algorithm>
#include <array>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "base/assert.h"
#include "crypto/pss_parameters.h"

namespace pki::crypto {
namespace {

/// OIW's sha1WithRSASignature, which Microsoft's makecert wrote.
constexpr asn1::Oid kOiwSha1WithRsa = asn1::make_oid<1, 3, 14, 3, 2, 29>();

struct SignatureRow {
  asn1::Oid oid;
  SignatureKind kind;
  HashAlgorithm hash;
};

/// Where two rows mean the same, the first is the one that is written.
constexpr std::array<SignatureRow, 15> kSignatures = {{
    {asn1::oids::kMd5WithRsa, SignatureKind::RsaPkcs1, HashAlgorithm::Md5},
    {asn1::oids::kSha1WithRsa, SignatureKind::RsaPkcs1, HashAlgorithm::Sha1},
    {kOiwSha1WithRsa, SignatureKind::RsaPkcs1, HashAlgorithm::Sha1},
    {asn1::oids::kSha224WithRsa, SignatureKind::RsaPkcs1, HashAlgorithm::Sha224},
    {asn1::oids::kSha256WithRsa, SignatureKind::RsaPkcs1, HashAlgorithm::Sha256},
    {asn1::oids::kSha384WithRsa, SignatureKind::RsaPkcs1, HashAlgorithm::Sha384},
    {asn1::oids::kSha512WithRsa, SignatureKind::RsaPkcs1, HashAlgorithm::Sha512},
    {asn1::oids::kEcdsaWithSha1, SignatureKind::Ecdsa, HashAlgorithm::Sha1},
    {asn1::oids::kEcdsaWithSha224, SignatureKind::Ecdsa, HashAlgorithm::Sha224},
    {asn1::oids::kEcdsaWithSha256, SignatureKind::Ecdsa, HashAlgorithm::Sha256},
    {asn1::oids::kEcdsaWithSha384, SignatureKind::Ecdsa, HashAlgorithm::Sha384},
    {asn1::oids::kEcdsaWithSha512, SignatureKind::Ecdsa, HashAlgorithm::Sha512},
    {asn1::oids::kDsaWithSha1, SignatureKind::Dsa, HashAlgorithm::Sha1},
    {asn1::oids::kDsaWithSha224, SignatureKind::Dsa, HashAlgorithm::Sha224},
    {asn1::oids::kDsaWithSha256, SignatureKind::Dsa, HashAlgorithm::Sha256},
}};

/// The row that names this algorithm, or null: PSS has none, and DSA and ECDSA have none with MD5.
const SignatureRow* find_row(const SignatureAlgorithm& algorithm) {
  const auto found = std::find_if(kSignatures.begin(), kSignatures.end(), [&](const SignatureRow& row) {
    return row.kind == algorithm.kind && row.hash == algorithm.hash;
  });
  return found == kSignatures.end() ? nullptr : &*found;
}

}  // namespace

Result<AlgorithmIdentifier> read_algorithm_identifier(asn1::Reader& reader, std::string_view what) {
  PKI_TRY(const asn1::Element sequence, reader.expect(asn1::tags::kSequence, what));
  return read_algorithm_identifier(sequence, what, reader.context());
}

Result<AlgorithmIdentifier> read_algorithm_identifier(const asn1::Element& sequence, std::string_view what,
                                                      asn1::Context& context) {
  PKI_ASSERT(sequence.tag == asn1::tags::kSequence);
  asn1::Reader inner(sequence.value, context);
  PKI_TRY(const asn1::Element oid, inner.expect(asn1::tags::kOid, "algorithm"));
  AlgorithmIdentifier identifier{.oid = {}, .parameters = {}, .whole = sequence.whole};
  PKI_TRY(identifier.oid, asn1::read_oid(oid, context));
  if (!inner.at_end()) {
    PKI_TRY(identifier.parameters, inner.next());
  }
  PKI_CHECK(inner.finish(what));
  return identifier;
}

Result<SignatureAlgorithm> read_signature_algorithm(const AlgorithmIdentifier& identifier, asn1::Context& context) {
  if (identifier.oid == asn1::oids::kRsassaPss) return read_pss_parameters(identifier, context);
  for (const SignatureRow& row : kSignatures) {
    if (row.oid != identifier.oid) continue;
    // RFC 3279 2.2.1, RFC 4055 5: NULL with RSA. RFC 3279 2.2.2, 2.2.3, RFC 5758 3: absent with DSA and ECDSA.
    check_parameters(identifier,
                     row.kind == SignatureKind::RsaPkcs1 ? ExpectedParameters::Null : ExpectedParameters::Absent,
                     context);
    return SignatureAlgorithm{.kind = row.kind, .hash = row.hash};
  }
  return SignatureAlgorithm{};
}

void write_signature_algorithm(asn1::Writer& writer, const SignatureAlgorithm& algorithm) {
  writer.sequence([&](asn1::Writer& w) {
    if (algorithm.kind == SignatureKind::RsaPss) {
      w.oid(asn1::oids::kRsassaPss);
      write_pss_parameters(w, algorithm);
      return;
    }
    const SignatureRow* row = find_row(algorithm);
    PKI_ASSERT(row != nullptr);
    w.oid(row->oid);
    if (row->kind == SignatureKind::RsaPkcs1) w.null();
  });
}

std::string signature_algorithm_name(const SignatureAlgorithm& algorithm) {
  if (algorithm.kind == SignatureKind::RsaPss) {
    return "rsassaPss (" + std::string(hash_name(algorithm.hash)) + ", MGF1 " +
           std::string(hash_name(algorithm.mgf_hash)) + ", salt " + std::to_string(algorithm.salt_length) + ")";
  }
  const SignatureRow* row = find_row(algorithm);
  return row == nullptr ? "unknown" : asn1::oid_name(row->oid);
}

std::string signature_algorithm_name(const SignatureAlgorithm& algorithm, const AlgorithmIdentifier& identifier) {
  return algorithm.kind == SignatureKind::Unknown ? asn1::oid_name(identifier.oid)
                                                  : signature_algorithm_name(algorithm);
}

}  // namespace pki::crypto
