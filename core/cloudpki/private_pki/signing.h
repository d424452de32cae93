#pragma once
// The private CA signs the request of a BYOCA.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cloudpki/private_pki/private_pki.h"

namespace pki::cloudpki::private_pki {

/// Mistakes that people make when they sign.
enum class Mistake : std::uint8_t {
  EkuLost,           // the CA does not take the extended key usage from requests
  EkuNarrowed,       // only the first of the purposes is written
  AnyPurpose,        // Any Purpose is written instead
  UserTemplate,      // a template of end entities was chosen: no CA comes out
  NoCrlSign,         // the key usage lacks cRLSign
  PathLengthSpent,   // signed by a CA whose path length leaves no room
  OtherKey,          // an older request was signed
  OtherSubject,      // somebody typed the subject anew
  TooLong,           // it outlives the CA that signed it
  Expired,           // it is an old answer
  LdapOnly,          // AIA and CDP are ldap URLs
  NoPointers,        // neither AIA nor CDP
  ChainWithoutRoot,  // the root is not among the files of the chain
  ChainWithStray,    // a certificate of somebody else is among them
  AnswerAsP7b,       // the answer is saved with its chain, as .p7b
};
/// One mistake: its word in JSON, and what it is called.
struct MistakeRow {
  Mistake mistake;
  std::string_view name;   // "eku-lost"
  std::string_view title;  // "Extended key usage lost"
};
/// All, in this order.
std::span<const MistakeRow> mistakes();

/// How the answer is saved: both are .cer.
enum class Encoding : std::uint8_t { Base64, Der };

struct SigningOrder {
  /// The CA that signs; nothing: the last tier.
  std::optional<std::size_t> ca = {};
  std::vector<Mistake> mistakes = {};
  Encoding encoding = Encoding::Base64;
  /// The chain as one .p7b, as "certutil -ca.chain" writes it; otherwise a .cer for each CA.
  bool chain_as_p7b = true;
};

/// A file that the private CA hands out.
struct AnswerFile {
  std::string name;
  ByteVector data;
};

struct Answer {
  x509::CertificatePtr certificate;
  std::vector<AnswerFile> signed_certificate;
  std::vector<AnswerFile> chain;
  /// What the CA did that one might not expect, and the mistakes: cloudpki.private.*.
  Findings findings;
};

/// Signs the request as AD CS does with the template Subordinate Certification Authority. `pki` learns nothing of it.
/// Rules: cloudpki.private.no_such_ca, .template_missing, ca.*, crypto.*.
Result<Answer> sign(const PrivatePki& pki, const x509::Request& request, const SigningOrder& order, Time now);

/// Puts a certificate on the CRL of the CA that signed it. Rule: cloudpki.private.no_such_ca.
Status revoke(PrivatePki& pki, const x509::Certificate& certificate, Time now);

}  // namespace pki::cloudpki::private_pki
