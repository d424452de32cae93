#pragma once
// How a message names a certificate: by issuer and serial number, or by subject key identifier (RFC
// 5652 5.3, 6.2.1, 10.2.4).

#include <optional>
#include <string>

#include "asn1/values.h"
#include "asn1/writer.h"
#include "x509/certificate.h"

namespace pki::cms {

/// How a certificate is to be named. The key identifier wants the certificate to have the extension.
enum class IdForm : std::uint8_t { IssuerAndSerial, SubjectKeyId };

/// A SignerIdentifier or RecipientIdentifier. Views alias the message.
struct CertificateId {
  Bytes whole;
  /// Where it is by issuer and serial number; the name is empty where it could not be read (then that was noted).
  x509::Name issuer;
  Bytes issuer_whole;
  asn1::Integer serial;
  /// Where it is by key identifier.
  std::optional<Bytes> key_id;

  IdForm form() const { return key_id ? IdForm::SubjectKeyId : IdForm::IssuerAndSerial; }
  /// True if it names this certificate.
  bool names(const x509::Certificate& certificate) const;
  /// "serial number 0a:1b of CN=Lab Root", "key identifier 0a:1b…": printable.
  std::string text() const;
};

/// The next element as a CertificateId. Rules: asn1.*.
Result<CertificateId> read_certificate_id(asn1::Reader& reader, std::string_view what);

/// Names `certificate`. Rule: cms.certificate.no_key_identifier.
Status write_certificate_id(asn1::Writer& writer, const x509::Certificate& certificate, IdForm form);

}  // namespace pki::cms
