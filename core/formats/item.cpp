#include "formats/item.h"

namespace pki::formats {
namespace {

struct KindText {
  std::string_view word;
  std::string_view phrase;
};

KindText text_of(ItemKind kind) {
  switch (kind) {
    case ItemKind::Certificate:
      return {"certificate", "a certificate"};
    case ItemKind::CertificateRequest:
      return {"certificate_request", "a certificate request"};
    case ItemKind::Crl:
      return {"crl", "a certificate revocation list"};
    case ItemKind::Pkcs7:
      return {"pkcs7", "a PKCS#7 message"};
    case ItemKind::PrivateKey:
      return {"private_key", "a private key (PKCS#8)"};
    case ItemKind::EncryptedPrivateKey:
      return {"encrypted_private_key", "an encrypted private key (PKCS#8)"};
    case ItemKind::Pkcs1PrivateKey:
      return {"pkcs1_private_key", "an RSA private key (PKCS#1)"};
    case ItemKind::Sec1PrivateKey:
      return {"sec1_private_key", "an EC private key (SEC 1)"};
    case ItemKind::LegacyEncryptedKey:
      return {"legacy_encrypted_key", "a private key encrypted in the old PEM way"};
    case ItemKind::PublicKey:
      return {"public_key", "a public key"};
    case ItemKind::Pkcs1PublicKey:
      return {"pkcs1_public_key", "an RSA public key (PKCS#1)"};
    case ItemKind::Pkcs12:
      return {"pkcs12", "a PKCS#12 file"};
    case ItemKind::OcspResponse:
      return {"ocsp_response", "an OCSP response"};
    case ItemKind::OtherDer:
      return {"other_der", "another ASN.1 object"};
  }
  return {"other_der", "another ASN.1 object"};
}

}  // namespace

std::string_view kind_word(ItemKind kind) { return text_of(kind).word; }

std::string_view kind_phrase(ItemKind kind) { return text_of(kind).phrase; }

bool holds_secret(ItemKind kind) {
  return kind == ItemKind::PrivateKey || kind == ItemKind::Pkcs1PrivateKey || kind == ItemKind::Sec1PrivateKey;
}

}  // namespace pki::formats
