#pragma once
// Making a request (CSR): of a leaf, or of an issuing CA that another CA shall sign (".req" of a BYOCA round).

#include <string>

#include "ca/issue_input.h"

namespace pki::ca {

/// Which extensions a request asks for: those that the profile would write, or none (some CAs mind any).
enum class RequestedExtensions : std::uint8_t { AsInProfile, None };

struct CsrInput {
  const Profile* profile = nullptr;  // never null
  x509::NameInput subject;
  std::vector<x509::GeneralNameInput> alternative_names;
  ExtensionOptions extensions;
  RequestedExtensions requested = RequestedExtensions::AsInProfile;
  /// Empty: no such attribute.
  std::string challenge_password;
  /// Nothing: the default of the key.
  std::optional<crypto::SignatureAlgorithm> algorithm;
};

struct MadeRequest {
  ByteVector der;
  Findings findings;
};

/// A request for the public half of `key`, signed by it. What belongs to the issuer (the authority key identifier) is
/// not asked for; addresses and policies only where the options have them; a subject key identifier only for a CA.
/// Rules: ca.*, x509.*, crypto.*.
Result<MadeRequest> make_request(const CsrInput& input, const crypto::PrivateKey& key);

}  // namespace pki::ca
