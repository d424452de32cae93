#include "api/scep_fields.h"

#include "api/describe_certificate.h"
#include "api/describe_name.h"
#include "api/help.h"
#include "api/texts.h"
#include "asn1/message_oids.h"
#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "base/encoding.h"
#include "base/text.h"
#include "scep/attributes.h"

namespace pki::api {
namespace {

namespace oids = asn1::oids;
using cms::EnvelopedData;
using cms::SignedData;
using cms::SignerInfo;

Field algorithm_field(std::string_view label, std::string text, const crypto::AlgorithmIdentifier& algorithm,
                      const Place& place) {
  Field field(label, text);
  return field.range(place, algorithm.whole).oid(algorithm.oid);
}

Field id_field(std::string_view label, const cms::CertificateId& id, const Place& place) {
  Field field(label, id.text());
  field.range(place, id.whole);
  if (id.key_id) return field.add(Field("Key identifier", octets_text(*id.key_id)).range(place, *id.key_id));
  Field issuer("Issuer", id.issuer.empty() ? "(empty)" : x509::to_rfc4514(id.issuer));
  issuer.range(place, id.issuer_whole).add(name_fields(id.issuer, place));
  return field.add(std::move(issuer))
      .add(Field("Serial number", serial_text(id.serial)).range(place, id.serial.octets));
}

// --- Attributes ------------------------------------------------------------------------------------------------------

/// "19 (PKCSReq: a first request …)": a number of the protocol, and what it stands for.
template <typename T>
std::string worded(const std::string& text, std::optional<T> value, std::string_view (*name)(T),
                   std::string_view (*meaning)(T)) {
  std::string out = printable(text);
  if (!value) return out + " (not known)";
  out += " (" + std::string(name(*value));
  if (meaning != nullptr) out += ": " + std::string(meaning(*value));
  return out + ")";
}

/// What SCEP's attributes say; empty for others, and where one could not be read.
std::string scep_text(asn1::Oid type, const scep::MessageAttributes& found) {
  if (type == oids::kScepMessageType && found.type_text) {
    return worded(*found.type_text, found.type, scep::message_type_name, scep::message_type_meaning);
  }
  if (type == oids::kScepPkiStatus && found.status_text) {
    return worded<scep::PkiStatus>(*found.status_text, found.status, scep::pki_status_name, nullptr);
  }
  if (type == oids::kScepFailInfo && found.fail_info_text) {
    return worded(*found.fail_info_text, found.fail_info, scep::fail_info_name, scep::fail_info_meaning);
  }
  return {};
}

std::string values_text(const cms::Attribute& attribute) {
  std::vector<std::string> texts;
  for (const asn1::Element& value : attribute.values) texts.push_back(element_text(value));
  return join(texts);
}

Field attribute_field(const cms::Attribute& attribute, const scep::MessageAttributes& found, const Place& place) {
  const std::string dotted = attribute.type.to_dotted();
  const HelpRow* help = find_help(dotted);
  std::string text = scep_text(attribute.type, found);
  if (text.empty()) text = values_text(attribute);
  Field field(help != nullptr ? std::string(help->label) : asn1::oid_name(attribute.type), text);
  field.range(place, attribute.whole).oid(attribute.type).help(dotted);
  if (const asn1::OidInfo* info = asn1::find_oid(attribute.type)) field.alias(info->name);
  return field;
}

Field attributes_field(std::string_view label, const std::vector<cms::Attribute>& attributes,
                       const scep::MessageAttributes& found, const Place& place) {
  Field field(label, count_text(attributes.size(), "attribute"));
  for (const cms::Attribute& attribute : attributes) field.add(attribute_field(attribute, found, place));
  return field;
}

// --- SignedData ------------------------------------------------------------------------------------------------------

Field signer_field(const SignedData& data, const SignerInfo& signer, std::size_t index) {
  const Place place(data.der());
  Findings unused;
  const scep::MessageAttributes found = scep::read_attributes(data, signer, unused);
  const std::string path = "signerInfos[" + std::to_string(index) + "]";
  Field field("Signer", signer.signer.text());
  field.range(place, signer.whole).path(path).help("cms.signer");
  field.add(Field("Version", std::to_string(signer.version)));
  field.add(id_field("Signer's certificate", signer.signer, place).path(path + ".sid"));
  field.add(
      algorithm_field("Digest algorithm", asn1::oid_name(signer.digest_algorithm.oid), signer.digest_algorithm, place)
          .path(path + ".digestAlgorithm"));
  if (!signer.signed_attributes_whole.empty()) {
    field.add(attributes_field("Signed attributes", signer.signed_attributes, found, place)
                  .range(place, signer.signed_attributes_whole)
                  .path(path + ".signedAttrs")
                  .help("cms.signed_attributes"));
  }
  field.add(algorithm_field("Signature algorithm",
                            crypto::signature_algorithm_name(signer.algorithm, signer.signature_algorithm),
                            signer.signature_algorithm, place)
                .path(path + ".signatureAlgorithm"));
  field.add(Field("Signature", octets_text(signer.signature)).range(place, signer.signature).path(path + ".signature"));
  if (!signer.unsigned_attributes.empty()) {
    field.add(attributes_field("Unsigned attributes", signer.unsigned_attributes, found, place));
  }
  return field;
}

Field certificates_field(const SignedData& data, const Place& place) {
  const auto& certificates = data.outline().certificates;
  Field field("Certificates", count_text(certificates.size(), "certificate"));
  field.path("certificates").help("cms.certificates");
  for (const asn1::Element& element : certificates) {
    const auto certificate = x509::Certificate::parse(to_vector(element.whole));
    field.add(Field(certificate.ok() ? certificate_title(**certificate) : "cannot be read",
                    certificate.ok() ? certificate_sentence(**certificate, std::nullopt) : "")
                  .range(place, element.whole));
  }
  return field;
}

Field content_field(const SignedData& data, const Place& place) {
  Field field("Content", asn1::oid_name(data.content_type()));
  field.range(place, data.outline().encapsulated).path("encapContentInfo").help("cms.content").oid(data.content_type());
  if (!data.has_content()) return field.add(Field("Octets", "(absent)"));
  return field.add(Field("Octets", count_text(data.content().size(), "octet")).range(place, data.content()));
}

Field digests_field(const SignedData& data, const Place& place) {
  std::vector<std::string> names;
  for (const SignerInfo& signer : data.signers()) names.push_back(asn1::oid_name(signer.digest_algorithm.oid));
  Field field("Digest algorithms", names.empty() ? "(none)" : join(names));
  return field.range(place, data.outline().digest_algorithms.whole).path("digestAlgorithms");
}

// --- EnvelopedData ---------------------------------------------------------------------------------------------------

Field recipient_field(const cms::Recipient& recipient, std::size_t index, const Place& place) {
  const std::string path = "recipientInfos[" + std::to_string(index) + "]";
  if (recipient.kind != cms::RecipientKind::KeyTransport) {
    return Field("Recipient", recipient_kind_name(recipient.kind)).range(place, recipient.whole).path(path);
  }
  Field field("Recipient", recipient.recipient.text());
  field.range(place, recipient.whole).path(path).help("cms.recipient");
  field.add(Field("Version", std::to_string(recipient.version)));
  field.add(id_field("Recipient's certificate", recipient.recipient, place).path(path + ".rid"));
  field.add(algorithm_field("Key encryption", crypto::key_transport_name(recipient.transport, recipient.algorithm),
                            recipient.algorithm, place)
                .path(path + ".keyEncryptionAlgorithm"));
  return field.add(Field("Encrypted key", octets_text(recipient.encrypted_key))
                       .range(place, recipient.encrypted_key)
                       .path(path + ".encryptedKey"));
}

Field cipher_field(const EnvelopedData& data, const Place& place) {
  const auto& algorithm = data.cipher_algorithm();
  const std::string name =
      data.cipher() ? std::string(crypto::cipher_name(*data.cipher())) : asn1::oid_name_and_dotted(algorithm.oid);
  Field field = algorithm_field("Content encryption", name, algorithm, place);
  field.path("encryptedContentInfo.contentEncryptionAlgorithm").help("cms.cipher");
  if (!data.iv().empty()) field.add(Field("Initialisation vector", octets_text(data.iv())).range(place, data.iv()));
  return field;
}

}  // namespace

FieldList signed_data_fields(const SignedData& data) {
  const Place place(data.der());
  FieldList fields;
  fields.push_back(Field("Version", std::to_string(data.outline().version))
                       .range(place, data.outline().version_whole)
                       .path("version"));
  fields.push_back(digests_field(data, place));
  fields.push_back(content_field(data, place));
  fields.push_back(certificates_field(data, place));
  if (const auto& crls = data.outline().crls; !crls.empty()) {
    Field field("Revocation lists", count_text(crls.size(), "list"));
    for (const asn1::Element& crl : crls) {
      field.add(Field("Revocation list", count_text(crl.whole.size(), "octet")).range(place, crl.whole));
    }
    fields.push_back(field.path("crls"));
  }
  for (std::size_t i = 0; i < data.signers().size(); ++i) fields.push_back(signer_field(data, data.signers()[i], i));
  return fields;
}

FieldList enveloped_data_fields(const EnvelopedData& data) {
  const Place place(data.der());
  FieldList fields;
  fields.push_back(Field("Version", std::to_string(data.version())).range(place, data.version_whole()).path("version"));
  for (std::size_t i = 0; i < data.recipients().size(); ++i) {
    fields.push_back(recipient_field(data.recipients()[i], i, place));
  }
  fields.push_back(Field("Content type", asn1::oid_name(data.content_type()))
                       .range(place, data.content_type_whole())
                       .oid(data.content_type())
                       .path("encryptedContentInfo.contentType"));
  fields.push_back(cipher_field(data, place));
  if (data.encrypted_content()) {
    fields.push_back(Field("Encrypted content", count_text(data.encrypted_content()->size(), "octet"))
                         .range(place, data.encrypted_content_whole())
                         .path("encryptedContentInfo.encryptedContent")
                         .help("cms.encrypted_content"));
  }
  return fields;
}

}  // namespace pki::api
