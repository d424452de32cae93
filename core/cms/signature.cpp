#include "cms/signature.h"

#include "asn1/message_oids.h"
#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "cms/rules.h"

namespace pki::cms {
namespace {

namespace oids = asn1::oids;

/// The value of an attribute that must be there (RFC 5652 5.3).
Result<const asn1::Element*> required_value(const SignedData& data, const SignerInfo& signer, asn1::Oid type) {
  const Attribute* attribute = signer.find(type);
  if (attribute == nullptr) {
    return Finding{&rules::kAttributeMissing,
                   {.range = data.range(signer.signed_attributes_whole), .field = "signedAttrs"},
                   {{"attribute", asn1::oid_name(type)}}};
  }
  return single_value(data, *attribute);
}

Status check_attributes(const SignedData& data, const SignerInfo& signer) {
  asn1::Context context(data.der());
  // RFC 5652 5.3: no attribute type may stand twice, so that it cannot be said which of them counts.
  for (const asn1::Oid type : {oids::kContentType, oids::kMessageDigest}) {
    std::size_t count = 0;
    for (const Attribute& attribute : signer.signed_attributes) count += attribute.type == type ? 1 : 0;
    if (count > 1) {
      return Finding{&rules::kAttributeRepeated,
                     {.range = data.range(signer.signed_attributes_whole), .field = "signedAttrs"},
                     {{"attribute", asn1::oid_name(type)}}};
    }
  }
  PKI_TRY(const asn1::Element* type_value, required_value(data, signer, oids::kContentType));
  asn1::Reader reader(type_value->whole, context);
  PKI_TRY(const asn1::Element type_element, reader.expect(asn1::tags::kOid, "contentType"));
  PKI_TRY(const asn1::Oid type, asn1::read_oid(type_element, context));
  if (type != data.content_type()) {
    return context.finding(rules::kContentTypeDiffers, type_element.whole,
                           {{"said", asn1::oid_name(type)}, {"is", asn1::oid_name(data.content_type())}});
  }
  PKI_TRY(const asn1::Element* digest_value, required_value(data, signer, oids::kMessageDigest));
  asn1::Reader digest_reader(digest_value->whole, context);
  PKI_TRY(const asn1::Element said, digest_reader.expect(asn1::tags::kOctetString, "messageDigest"));
  if (!equal(said.value, crypto::digest(*signer.digest, data.content()))) {
    return context.finding(rules::kDigestMismatch, said.whole,
                           {{"digest", std::string(crypto::hash_name(*signer.digest))}});
  }
  return {};
}

}  // namespace

Result<const asn1::Element*> single_value(const SignedData& data, const Attribute& attribute) {
  if (attribute.values.size() == 1) return &attribute.values.front();
  return Finding{&rules::kAttributeValues,
                 {.range = data.range(attribute.whole), .field = "signedAttrs"},
                 {{"attribute", asn1::oid_name(attribute.type)}, {"values", std::to_string(attribute.values.size())}}};
}

ByteVector signed_octets(const SignedData& data, const SignerInfo& signer) {
  if (signer.signed_attributes_whole.empty()) return to_vector(data.content());
  // RFC 5652 5.4: the SET OF's own tag is signed, not the IMPLICIT [0] that stands in the message.
  ByteVector octets = to_vector(signer.signed_attributes_whole);
  octets[0] = asn1::encode_header(asn1::tags::kSet, 0)[0];
  return octets;
}

Status verify_signer(const SignedData& data, const SignerInfo& signer, const crypto::PublicKey& key) {
  if (!signer.digest) {
    return Finding{&rules::kDigestUnsupported,
                   {.range = data.range(signer.digest_algorithm.whole), .field = "digestAlgorithm"},
                   {{"algorithm", asn1::oid_name_and_dotted(signer.digest_algorithm.oid)}}};
  }
  if (!signer.signed_attributes_whole.empty()) PKI_CHECK(check_attributes(data, signer));
  Status status = crypto::verify_signature(key, signer.algorithm, signed_octets(data, signer), signer.signature);
  if (status.ok()) return status;
  Finding finding = std::move(status).error();
  finding.where = {.range = data.range(signer.signature), .field = "signature"};
  return finding;
}

}  // namespace pki::cms
