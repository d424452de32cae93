#pragma once
// The names in a certificate that name constraints are about (RFC 5280 4.2.1.10).

#include <string>
#include <string_view>
#include <vector>

#include "path/name_constraints/pattern.h"
#include "path/service_identity.h"
#include "x509/certificate.h"

namespace pki::path::name_constraints {

/// One name of a certificate, of which everything is a view.
struct CertifiedName {
  Point point;
  /// form_key() of the form as which it is judged.
  std::string form;
  /// Its octets in the certificate.
  Bytes place;
  /// "subjectAltName", "subject".
  std::string_view field;
  /// The alternative name; null for what stands in the subject.
  const x509::GeneralName* general = nullptr;
  /// The attribute of the subject, and how it is called ("emailAddress", "CN"); null for the subject as a whole.
  const x509::Attribute* attribute = nullptr;
  std::string_view source = {};
};

/// All of them: the subject unless it is empty; the alternative names (a SmtpUTF8Mailbox as an e-mail address, RFC
/// 9598, and as the otherName that it is); each emailAddress of the subject where no alternative name is an e-mail
/// address; and, where the relying party takes a common name for a host and no alternative name is one, the common name
/// as a DNS name or IP address, if it can be one.
std::vector<CertifiedName> find_certified_names(const x509::Certificate& certificate, CommonNameUse common_name);

/// "DNS:www.example.com", "DirName:CN=x", "emailAddress:ann@example.com": one printable line, cut where it is long.
std::string text_of(const CertifiedName& name, const x509::Certificate& certificate);
/// The same for the base of a subtree.
std::string text_of(const x509::GeneralSubtree& subtree);

}  // namespace pki::path::name_constraints
