#include "cms/certificate_id.h"

#include "base/encoding.h"
#include "cms/rules.h"
#include "x509/object_reader.h"

namespace pki::cms {

using asn1::Element;
using asn1::Reader;
namespace tags = asn1::tags;

bool CertificateId::names(const x509::Certificate& certificate) const {
  if (key_id) {
    const auto& extension = certificate.extensions().subject_key_identifier;
    return extension && equal(extension->key_identifier, *key_id);
  }
  if (!equal(serial.octets, certificate.serial().octets)) return false;
  return equal(issuer_whole, certificate.issuer().der()) ||
         (!issuer.empty() && x509::names_match(issuer, certificate.issuer()));
}

std::string CertificateId::text() const {
  if (key_id) return "key identifier " + to_hex(*key_id, ":");
  return "serial number " + to_hex(serial.octets, ":") + " of " +
         (issuer.empty() ? "(empty)" : x509::to_rfc4514(issuer));
}

Result<CertificateId> read_certificate_id(Reader& reader, std::string_view what) {
  CertificateId id;
  PKI_TRY(const auto key_id, reader.optional(tags::context(0)));
  if (key_id) {
    id.whole = key_id->whole;
    id.key_id = key_id->value;
    return id;
  }
  PKI_TRY(const Element sequence, reader.expect(tags::kSequence, what));
  id.whole = sequence.whole;
  Reader inside(sequence.value, reader.context());
  PKI_TRY(x509::NameField issuer, x509::take_name(inside, "issuer"));
  id.issuer = std::move(issuer.name);
  id.issuer_whole = issuer.whole;
  PKI_TRY(const Element serial, inside.expect(tags::kInteger, "serialNumber"));
  PKI_TRY(id.serial, asn1::read_integer(serial, reader.context()));
  PKI_CHECK(inside.finish("IssuerAndSerialNumber"));
  return id;
}

Status write_certificate_id(asn1::Writer& writer, const x509::Certificate& certificate, IdForm form) {
  if (form == IdForm::SubjectKeyId) {
    const auto& extension = certificate.extensions().subject_key_identifier;
    if (!extension) return Finding{&rules::kCertificateNoKeyId, {}, {}};
    writer.element(tags::context(0), extension->key_identifier);
    return {};
  }
  writer.sequence([&](asn1::Writer& id) {
    id.raw(certificate.issuer().der());
    id.integer_octets(certificate.serial().octets);
  });
  return {};
}

}  // namespace pki::cms
