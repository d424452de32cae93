#pragma once
// What reading a certificate and reading a request have in common: take an element, note what is wrong inside it, and
// go on. Each reader here fails only where the element itself is not there.

#include "asn1/values.h"
#include "crypto/algorithm_identifier.h"
#include "crypto/public_key.h"
#include "x509/name.h"

namespace pki::x509 {

/// A Name, and whether it could be read.
struct NameField {
  Name name;
  Bytes whole;  // the element, also where the Name could not be read
  bool readable = false;
};

/// The next element as a Name. One that is malformed inside is noted, and stays empty and not readable.
Result<NameField> take_name(asn1::Reader& reader, std::string_view what);

/// The comparison_key() of a name; of one that could not be read, a key that no name has.
std::string key_of(const NameField& field);

/// The next element as an AlgorithmIdentifier. One that is malformed inside is noted; then only `whole` is set.
Result<crypto::AlgorithmIdentifier> take_algorithm(asn1::Reader& reader, std::string_view what);

/// What the identifier says; parameters that cannot be read are noted, and the kind is Unknown.
crypto::SignatureAlgorithm note_signature_algorithm(const crypto::AlgorithmIdentifier& identifier,
                                                    asn1::Context& context);

/// The next element as a SubjectPublicKeyInfo. One that is malformed inside is noted; then only `whole` is set.
Result<crypto::PublicKey> take_public_key(asn1::Reader& reader);

/// The next element as the BIT STRING of a signature. One that is malformed is noted and stays empty.
Result<asn1::BitString> take_signature(asn1::Reader& reader, std::string_view what);

}  // namespace pki::x509
