#pragma once
// GetCACert (RFC 8894 4.2): the certificates of the CA, and of its registration authority where it has one.

#include <span>
#include <string_view>
#include <vector>

#include "x509/certificate.h"

namespace pki::scep {

/// How an answer came: a certificate by itself (4.2.1.1), or a certs-only message (4.2.1.2).
enum class CaAnswerForm : std::uint8_t { Certificate, CertificatesOnly };
/// The media type of the form: "application/x-x509-ca-cert", "application/x-x509-ca-ra-cert".
std::string_view ca_answer_media_type(CaAnswerForm form);

/// What an answer holds.
struct CaCertificates {
  CaAnswerForm form = CaAnswerForm::Certificate;
  /// In the order of the answer.
  std::vector<x509::CertificatePtr> certificates;
  /// For whom requests are encrypted: choose_recipient().
  x509::CertificatePtr recipient;
  /// scep.ca.*, and why a certificate could not be read.
  Findings findings;
};

/// Reads an answer. Fails where no certificate can be read: scep.ca.answer.
Result<CaCertificates> read_ca_certificates(ByteVector answer);

/// The certificate that requests are encrypted for: with an RSA key, and a key usage that has keyEncipherment or is
/// absent; a registration authority's before a CA's, of a chain the lowest CA's. Where there is none, the first with an
/// RSA key, though its key usage forbids it: many clients do so. Null where there is no RSA key.
x509::CertificatePtr choose_recipient(std::span<const x509::CertificatePtr> certificates);

/// An answer to be sent.
struct CaAnswer {
  ByteVector octets;
  CaAnswerForm form = CaAnswerForm::Certificate;
};
/// One certificate by itself, several as a certs-only message; at least one.
CaAnswer make_ca_answer(std::span<const x509::CertificatePtr> certificates);

}  // namespace pki::scep
