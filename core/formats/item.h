#pragma once
// What a dropped file holds, one object at a time.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/finding.h"

namespace pki::formats {

/// What an object is, told from its structure.
enum class ItemKind : std::uint8_t {
  Certificate,          // RFC 5280 4.1
  CertificateRequest,   // RFC 2986 4
  Crl,                  // RFC 5280 5.1
  Pkcs7,                // RFC 5652 3; its certificates and CRLs are items of their own
  PrivateKey,           // PKCS#8: RFC 5958 2
  EncryptedPrivateKey,  // PKCS#8: RFC 5958 3
  Pkcs1PrivateKey,      // RFC 8017 A.1.2
  Sec1PrivateKey,       // RFC 5915 3
  LegacyEncryptedKey,   // PEM with "Proc-Type: 4,ENCRYPTED" (RFC 1421 4.6.1.1); `der` is ciphertext
  PublicKey,            // SubjectPublicKeyInfo: RFC 5280 4.1.2.7
  Pkcs1PublicKey,       // RFC 8017 A.1.1
  Pkcs12,               // RFC 7292 4
  OcspResponse,         // RFC 6960 4.2.1
  OtherDer,             // an ASN.1 object of another kind
};

/// "certificate", "certificate_request", "crl" ...: the kind as a word for programs.
std::string_view kind_word(ItemKind kind);

/// "a certificate", "a certificate request", "a PKCS#7 message" ...: the kind as a phrase for findings.
std::string_view kind_phrase(ItemKind kind);

/// True for the kinds whose `der` is, or holds, a private key that is not encrypted.
bool holds_secret(ItemKind kind);

/// One object of a file. Its octets are its own.
struct Item {
  ItemKind kind = ItemKind::OtherDer;
  /// The PEM label that the object, or what held it, came with; "DER" where there was none.
  std::string label;
  ByteVector der;
  /// Where it stands in the file: the PEM block, the text or the octets that it was decoded from. An object from
  /// within a PKCS#7 message has its own range where the file holds the message as plain DER, else the message's.
  ByteRange source;
  /// How it was wrapped, from the outside in: "pem", "der/pkcs7", "utf-16/pem", "base64" ...
  std::string origin_hint;
};

/// The objects of a file, in its order, and what was found on the way. Ranges count from the file's first octet.
struct Dropped {
  std::vector<Item> items;
  Findings findings;
};

}  // namespace pki::formats
