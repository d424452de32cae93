#pragma once
// Extension and Extensions (RFC 5280 4.1.2.9, 4.2): the envelope. What is inside each has a file of its own in
// x509/extensions/.

#include <optional>
#include <vector>

#include "asn1/oid.h"
#include "asn1/reader.h"
#include "asn1/writer.h"

namespace pki::x509 {

/// One extension as found. Views alias the DER.
struct Extension {
  asn1::Oid id;
  bool critical = false;
  Bytes value;  // the contents of extnValue: the DER inside the OCTET STRING
  Bytes whole;
};

/// The next Extension. Rules: asn1.*; noted: asn1.default.encoded (critical FALSE spelled out).
Result<Extension> take_extension(asn1::Reader& list);

/// Reads the elements of a SEQUENCE OF Extension from its contents. Rules: asn1.*; noted: x509.extensions.empty,
/// x509.extensions.duplicate (RFC 5280 4.2, one for each further instance), asn1.default.encoded (critical FALSE
/// spelled out).
Result<std::vector<Extension>> read_extensions(Bytes contents, asn1::Context& context);

/// The first extension with this id, or null.
const Extension* find_extension(const std::vector<Extension>& extensions, asn1::Oid id);

/// An extension to be written.
struct ExtensionInput {
  asn1::OwnedOid id;
  bool critical = false;
  ByteVector value;  // the DER that goes inside the OCTET STRING
};

/// Writes SEQUENCE OF Extension, in the order given; nothing at all where the list is empty (an empty SEQUENCE is not
/// allowed).
void write_extensions(asn1::Writer& writer, const std::vector<ExtensionInput>& extensions);

/// What an extension said, once parsed: absent, present with a value, or present and malformed.
template <typename T>
struct Slot {
  const Extension* extension = nullptr;
  std::optional<T> value;

  bool present() const { return extension != nullptr; }
  bool malformed() const { return extension != nullptr && !value.has_value(); }
  bool critical() const { return extension != nullptr && extension->critical; }
  explicit operator bool() const { return value.has_value(); }
  const T& operator*() const { return *value; }
  const T* operator->() const { return &*value; }
};

}  // namespace pki::x509
