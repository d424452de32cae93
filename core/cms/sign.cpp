#include "cms/sign.h"

#include <algorithm>

#include "asn1/message_oids.h"
#include "asn1/oids.h"
#include "cms/certificates_only.h"

namespace pki::cms {
namespace {

namespace oids = asn1::oids;
namespace tags = asn1::tags;

void write_digest_algorithm(asn1::Writer& writer, crypto::HashAlgorithm hash) {
  // RFC 5754 2: the parameters of SHA-2 are left out.
  writer.sequence([&](asn1::Writer& algorithm) { algorithm.oid(crypto::hash_oid(hash)); });
}

template <typename WriteValue>
void write_attribute(asn1::Writer& writer, asn1::Oid type, WriteValue&& write_value) {
  writer.sequence([&](asn1::Writer& attribute) {
    attribute.oid(type);
    attribute.set_of(write_value);
  });
}

/// The signed attributes as they are signed: a DER SET OF (RFC 5652 5.4).
ByteVector attribute_set(const SignedDataInput& input, const SignerInput& signer) {
  const ByteVector digest = crypto::digest(signer.digest, input.content.value_or(Bytes()));
  asn1::Writer writer;
  writer.set_of([&](asn1::Writer& set) {
    write_attribute(set, oids::kContentType, [&](asn1::Writer& value) { value.oid(input.content_type); });
    write_attribute(set, oids::kMessageDigest, [&](asn1::Writer& value) { value.octet_string(digest); });
    for (const AttributeInput& attribute : signer.attributes) {
      write_attribute(set, attribute.type.view(), [&](asn1::Writer& value) { value.raw(attribute.value); });
    }
  });
  return writer.take();
}

crypto::SignatureAlgorithm algorithm_of(const SignerInput& signer) {
  crypto::SignatureAlgorithm algorithm = signer.key.default_signature_algorithm();
  // What a key of id-RSASSA-PSS is restricted to stays (RFC 4055 3.3).
  if (algorithm.kind != crypto::SignatureKind::RsaPss) algorithm.hash = signer.digest;
  return algorithm;
}

void write_signer_algorithm(asn1::Writer& writer, const crypto::SignatureAlgorithm& algorithm) {
  if (algorithm.kind != crypto::SignatureKind::RsaPkcs1) return crypto::write_signature_algorithm(writer, algorithm);
  writer.sequence([](asn1::Writer& identifier) {
    identifier.oid(oids::kRsaEncryption);
    identifier.null();
  });
}

Result<ByteVector> make_signer(const SignedDataInput& input, const SignerInput& signer) {
  const ByteVector attributes = attribute_set(input, signer);
  const crypto::SignatureAlgorithm algorithm = algorithm_of(signer);
  PKI_TRY(const ByteVector signature, signer.key.sign(algorithm, attributes));
  asn1::Writer id;
  PKI_CHECK(write_certificate_id(id, signer.certificate, signer.id));
  asn1::Context context(attributes);
  asn1::Reader reader(attributes, context);
  PKI_TRY(const asn1::Element set, reader.next());
  asn1::Writer writer;
  writer.sequence([&](asn1::Writer& info) {
    info.integer(signer.id == IdForm::SubjectKeyId ? 3 : 1);  // RFC 5652 5.3
    info.raw(id.view());
    write_digest_algorithm(info, signer.digest);
    info.element(tags::context_constructed(0), set.value);
    write_signer_algorithm(info, algorithm);
    info.octet_string(signature);
  });
  return writer.take();
}

/// RFC 5652 5.1: 3 where the content is something else than data, or a signer has version 3.
std::uint64_t version_of(const SignedDataInput& input) {
  if (input.content_type != oids::kPkcs7Data) return 3;
  for (const SignerInput& signer : input.signers) {
    if (signer.id == IdForm::SubjectKeyId) return 3;
  }
  return 1;
}

void write_digest_algorithms(asn1::Writer& writer, const SignedDataInput& input) {
  std::vector<crypto::HashAlgorithm> written;
  writer.set_of([&](asn1::Writer& set) {
    for (const SignerInput& signer : input.signers) {
      if (std::find(written.begin(), written.end(), signer.digest) != written.end()) continue;
      written.push_back(signer.digest);
      write_digest_algorithm(set, signer.digest);
    }
  });
}

}  // namespace

Result<ByteVector> make_signed_data(const SignedDataInput& input) {
  std::vector<ByteVector> signers;
  for (const SignerInput& signer : input.signers) {
    PKI_TRY(signers.emplace_back(), make_signer(input, signer));
  }
  return write_content_info(oids::kPkcs7SignedData, [&](asn1::Writer& content) {
    content.sequence([&](asn1::Writer& signed_data) {
      signed_data.integer(version_of(input));
      write_digest_algorithms(signed_data, input);
      signed_data.sequence([&](asn1::Writer& encapsulated) {
        encapsulated.oid(input.content_type);
        if (!input.content) return;
        encapsulated.wrap(tags::context_constructed(0), [&](asn1::Writer& w) { w.octet_string(*input.content); });
      });
      write_implicit_set(signed_data, 0, input.certificates);
      write_implicit_set(signed_data, 1, input.crls);
      signed_data.set_of([&](asn1::Writer& set) {
        for (const ByteVector& signer : signers) set.raw(signer);
      });
    });
  });
}

}  // namespace pki::cms
