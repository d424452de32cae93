#pragma once
// RSASSA-PSS-params (RFC 4055 3.1), and what RSAES-OAEP-params (4.1) share with them. Internal to core/crypto.

#include "crypto/algorithm_identifier.h"

namespace pki::crypto {

/// Notes crypto.algorithm.parameters unless `identifier`'s parameters are as `expected` says.
enum class ExpectedParameters : std::uint8_t { Null, Absent, NullOrAbsent };
void check_parameters(const AlgorithmIdentifier& identifier, ExpectedParameters expected, asn1::Context& context);

/// "absent", "NULL", or the tag of what stands there.
std::string describe_parameters(const AlgorithmIdentifier& identifier);

/// Reads the parameters of id-RSASSA-PSS. A hash or mask generation function that is not known gives kind Unknown.
/// Fails with crypto.algorithm.pss_parameters where they are absent or cannot be read.
Result<SignatureAlgorithm> read_pss_parameters(const AlgorithmIdentifier& identifier, asn1::Context& context);

/// Writes RSASSA-PSS-params, with what is DEFAULT left out (X.690 11.5).
void write_pss_parameters(asn1::Writer& writer, const SignatureAlgorithm& algorithm);

/// [number] EXPLICIT AlgorithmIdentifier OPTIONAL. Rules: asn1.*.
Result<std::optional<AlgorithmIdentifier>> optional_identifier(asn1::Reader& reader, std::uint32_t number,
                                                               std::string_view what);
/// The hash that `identifier` names; nothing where it is not known.
std::optional<HashAlgorithm> known_hash(const AlgorithmIdentifier& identifier, asn1::Context& context);
/// The hash of MGF1, whose identifier stands in its parameters (RFC 4055 2.2); nothing where it is not known.
Result<std::optional<HashAlgorithm>> known_mgf_hash(const AlgorithmIdentifier& identifier, asn1::Context& context);
/// Writes the AlgorithmIdentifier of a hash, and of MGF1 with a hash.
void write_hash(asn1::Writer& writer, HashAlgorithm hash);
void write_mgf1(asn1::Writer& writer, HashAlgorithm hash);

}  // namespace pki::crypto
