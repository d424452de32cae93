#include "cms/signed_data.h"

#include <algorithm>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "cms/rules.h"
#include "x509/object_reader.h"

namespace pki::cms {
namespace {

using asn1::Context;
using asn1::Element;
using asn1::Reader;
namespace tags = asn1::tags;

/// The elements of a SET, or of what stands in its place.
Result<std::vector<Element>> read_elements(Bytes contents, Context& context) {
  std::vector<Element> elements;
  Reader reader(contents, context);
  while (!reader.at_end()) {
    PKI_TRY(elements.emplace_back(), reader.next());
  }
  return elements;
}

/// certificates [0] or crls [1] IMPLICIT: the SEQUENCEs; other choices have tags of their own (RFC 5652 10.2).
Status read_choices(Reader& reader, std::uint32_t number, std::vector<Element>& proper, std::vector<Element>& others) {
  PKI_TRY(const auto set, reader.optional(tags::context_constructed(number)));
  if (!set) return {};
  PKI_TRY(const std::vector<Element> elements, read_elements(set->value, reader.context()));
  for (const Element& element : elements) (element.tag == tags::kSequence ? proper : others).push_back(element);
  return {};
}

/// encapContentInfo ::= SEQUENCE { eContentType, eContent [0] EXPLICIT OCTET STRING OPTIONAL }. PKCS#7 1.5 has content
/// of any type there (RFC 5652 5.2.1).
Status read_encapsulated(Reader& reader, SignedDataOutline& outline) {
  PKI_TRY(const Element sequence, reader.expect(tags::kSequence, "encapContentInfo"));
  outline.encapsulated = sequence.whole;
  Reader inside(sequence.value, reader.context());
  PKI_TRY(const Element type, inside.expect(tags::kOid, "eContentType"));
  PKI_TRY(outline.content_type, asn1::read_oid(type, reader.context()));
  PKI_TRY(const auto wrapped, inside.optional(tags::context_constructed(0)));
  if (wrapped) {
    Reader around(wrapped->value, reader.context());
    PKI_TRY(outline.content, around.next());
    PKI_CHECK(around.finish("eContent"));
  }
  return inside.finish("encapContentInfo");
}

Result<std::vector<Attribute>> read_attributes(const Element& set, Context& context) {
  PKI_TRY(const std::vector<Element> elements, read_elements(set.value, context));
  PKI_CHECK(check_count(elements.size(), kMaxAttributes, "attributes"));
  PKI_CHECK(asn1::check_set_order(set, context));
  std::vector<Attribute> attributes;
  for (const Element& element : elements) {
    PKI_TRY(Attribute attribute, x509::read_request_attribute(element, context));
    attributes.push_back(std::move(attribute));
  }
  return attributes;
}

void note_repeated(const std::vector<Attribute>& attributes, Context& context) {
  for (auto at = attributes.begin(); at != attributes.end(); ++at) {
    const auto same = [&](const Attribute& other) { return other.type == at->type; };
    if (std::any_of(attributes.begin(), at, same)) {
      context.note(rules::kAttributeRepeated, at->whole, {{"attribute", asn1::oid_name(at->type)}});
    }
  }
}

/// RFC 3370 3.2: the signature algorithm may be rsaEncryption alone; the hash is the digest's then.
crypto::SignatureAlgorithm algorithm_of(const SignerInfo& signer, Context& context) {
  if (signer.signature_algorithm.oid == asn1::oids::kRsaEncryption) {
    if (!signer.digest) return {};
    return {.kind = crypto::SignatureKind::RsaPkcs1, .hash = *signer.digest};
  }
  const crypto::SignatureAlgorithm algorithm = x509::note_signature_algorithm(signer.signature_algorithm, context);
  if (algorithm.kind != crypto::SignatureKind::Unknown && signer.digest && algorithm.hash != *signer.digest) {
    context.note(rules::kDigestsDiffer, signer.signature_algorithm.whole,
                 {{"digest", std::string(crypto::hash_name(*signer.digest))},
                  {"signature", std::string(crypto::hash_name(algorithm.hash))}});
  }
  return algorithm;
}

Result<SignerInfo> read_signer(const Element& element, Context& context) {
  SignerInfo signer;
  signer.whole = element.whole;
  Reader outer(element.whole, context);
  PKI_TRY(Reader reader, outer.enter(tags::kSequence, "SignerInfo"));
  PKI_TRY(const Element version, reader.expect(tags::kInteger, "version"));
  PKI_TRY(signer.version, asn1::read_unsigned(version, context));
  PKI_TRY(signer.signer, read_certificate_id(reader, "sid"));
  PKI_TRY(signer.digest_algorithm, crypto::read_algorithm_identifier(reader, "digestAlgorithm"));
  signer.digest = crypto::hash_from_oid(signer.digest_algorithm.oid);
  PKI_TRY(const auto signed_attributes, reader.optional(tags::context_constructed(0)));
  if (signed_attributes) {
    signer.signed_attributes_whole = signed_attributes->whole;
    PKI_TRY(signer.signed_attributes, read_attributes(*signed_attributes, context));
    note_repeated(signer.signed_attributes, context);
  }
  PKI_TRY(signer.signature_algorithm, crypto::read_algorithm_identifier(reader, "signatureAlgorithm"));
  signer.algorithm = algorithm_of(signer, context);
  PKI_TRY(const Element signature, reader.expect(tags::kOctetString, "signature"));
  signer.signature = signature.value;
  PKI_TRY(const auto unsigned_attributes, reader.optional(tags::context_constructed(1)));
  if (unsigned_attributes) {
    PKI_TRY(signer.unsigned_attributes, read_attributes(*unsigned_attributes, context));
  }
  PKI_CHECK(reader.finish("SignerInfo"));
  return signer;
}

}  // namespace

const Attribute* SignerInfo::find(asn1::Oid type) const {
  for (const Attribute& attribute : signed_attributes) {
    if (attribute.type == type) return &attribute;
  }
  return nullptr;
}

Result<SignedDataOutline> read_signed_data_outline(Reader reader) {
  SignedDataOutline outline;
  PKI_TRY(const Element version, reader.expect(tags::kInteger, "version"));
  outline.version_whole = version.whole;
  const auto number = asn1::read_unsigned(version, reader.context());
  outline.version = number.ok() ? *number : 0;
  PKI_TRY(outline.digest_algorithms, reader.expect(tags::kSet, "digestAlgorithms"));
  PKI_CHECK(read_encapsulated(reader, outline));
  PKI_CHECK(read_choices(reader, 0, outline.certificates, outline.others));
  PKI_CHECK(read_choices(reader, 1, outline.crls, outline.others));
  PKI_TRY(const Element signer_infos, reader.expect(tags::kSet, "signerInfos"));
  PKI_TRY(outline.signer_infos, read_elements(signer_infos.value, reader.context()));
  PKI_CHECK(reader.finish("SignedData"));
  return outline;
}

Result<SignedDataPtr> SignedData::parse(ByteVector message) {
  PKI_TRY(MessageOctets octets, message_octets(std::move(message)));
  std::shared_ptr<SignedData> data(new SignedData);
  data->der_ = std::move(octets.der);
  data->converted_ = octets.converted;
  Context context(data->der_);
  PKI_TRY(const ContentInfo info, read_content_info(data->der_, context));
  PKI_TRY(Reader reader, enter_content(info, asn1::oids::kPkcs7SignedData, "SignedData", context));
  PKI_TRY(data->outline_, read_signed_data_outline(reader));
  const SignedDataOutline& outline = data->outline_;
  PKI_CHECK(check_count(outline.signer_infos.size(), kMaxSigners, "signers"));
  PKI_CHECK(check_count(outline.certificates.size() + outline.others.size(), kMaxCertificates, "certificates"));
  for (const Element& element : outline.signer_infos) {
    auto signer = read_signer(element, context);
    if (signer.ok()) {
      data->signers_.push_back(*std::move(signer));
    } else {
      context.note(std::move(signer).error());
    }
  }
  data->findings_ = context.take_findings();
  if (octets.converted) data->findings_.push_back({&rules::kMessageBer, {}, {}});
  return SignedDataPtr(std::move(data));
}

}  // namespace pki::cms
