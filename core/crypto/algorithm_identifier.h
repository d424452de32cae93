#pragma once
// AlgorithmIdentifier (RFC 5280 4.1.1.2) and the signature algorithms that it can name.

#include <optional>
#include <string>
#include <string_view>

#include "asn1/reader.h"
#include "asn1/values.h"
#include "asn1/writer.h"
#include "crypto/hash.h"

namespace pki::crypto {

/// A view of an AlgorithmIdentifier. Aliases the DER that it was read from.
struct AlgorithmIdentifier {
  asn1::Oid oid;
  /// The whole element of the parameters; nothing where they are absent.
  std::optional<asn1::Element> parameters;
  Bytes whole;
};

/// Reads the next element as an AlgorithmIdentifier. Rules: asn1.*.
Result<AlgorithmIdentifier> read_algorithm_identifier(asn1::Reader& reader, std::string_view what);
/// The same from an element that has been read already; a tag other than SEQUENCE is a bug of the caller.
Result<AlgorithmIdentifier> read_algorithm_identifier(const asn1::Element& sequence, std::string_view what,
                                                      asn1::Context& context);

/// Dsa is for reading; nothing is signed with it.
enum class SignatureKind : std::uint8_t { RsaPkcs1, RsaPss, Ecdsa, Dsa, Unknown };

/// What an AlgorithmIdentifier says of a signature.
struct SignatureAlgorithm {
  SignatureKind kind = SignatureKind::Unknown;
  HashAlgorithm hash = HashAlgorithm::Sha256;
  /// RSASSA-PSS only (RFC 4055 3.1): the hash of MGF1 and the salt's length in octets.
  HashAlgorithm mgf_hash = HashAlgorithm::Sha256;
  std::uint32_t salt_length = 0;

  friend bool operator==(const SignatureAlgorithm&, const SignatureAlgorithm&) = default;
};

/// Reads what `identifier` says. An algorithm that is not known gives kind Unknown and is no error; parameters that
/// its specification forbids are noted as crypto.algorithm.parameters (RFC 4055 2.1 and 5: NULL for RSA; RFC 5758
/// 3.1 and 3.2: absent for DSA and ECDSA) and read on; PSS parameters that cannot be read fail with
/// crypto.algorithm.pss_parameters.
Result<SignatureAlgorithm> read_signature_algorithm(const AlgorithmIdentifier& identifier, asn1::Context& context);

/// Writes the AlgorithmIdentifier of a known signature algorithm (kind Unknown is a bug of the caller).
void write_signature_algorithm(asn1::Writer& writer, const SignatureAlgorithm& algorithm);

/// "sha256WithRSAEncryption", "rsassaPss (SHA-256, MGF1 SHA-256, salt 32)", "ecdsa-with-SHA384"; "unknown".
std::string signature_algorithm_name(const SignatureAlgorithm& algorithm);
/// The same; for Unknown the name or the dotted form of the OID.
std::string signature_algorithm_name(const SignatureAlgorithm& algorithm, const AlgorithmIdentifier& identifier);

}  // namespace pki::crypto
