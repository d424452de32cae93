#pragma once
// Distinguished names (RFC 5280 4.1.2.4): reading, comparing (7.1), showing (RFC 4514 and OpenSSL's way), and writing.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "asn1/oid.h"
#include "asn1/reader.h"
#include "asn1/tag.h"

namespace pki::x509 {

/// An AttributeTypeAndValue. Views alias the DER.
struct Attribute {
  asn1::Oid type;
  asn1::Element value;
  Bytes whole;

  /// The value as UTF-8, where it is a string that can be converted; nothing otherwise.
  std::optional<std::string> text() const;
};

/// A RelativeDistinguishedName.
struct Rdn {
  std::vector<Attribute> attributes;  // as found; none where x509.name.empty_rdn was noted
  Bytes whole;
};

/// A Name. Views alias the DER that it was read from.
class Name {
 public:
  Name() = default;

  /// The whole element.
  Bytes der() const { return der_; }
  const std::vector<Rdn>& rdns() const { return rdns_; }
  bool empty() const { return rdns_.empty(); }
  /// The text of the last attribute of this type (the most specific), or nothing.
  std::optional<std::string> last(asn1::Oid type) const;

 private:
  friend Result<Name> read_name(Bytes der, asn1::Context& context);
  Bytes der_;
  std::vector<Rdn> rdns_;
};

/// Reads a Name that fills `der`. Rules: asn1.*; x509.name.empty_rdn, x509.name.value_empty, x509.name.value_malformed
/// (octets that are no text of their string type) and x509.name.value_too_long (the upper bounds of RFC 5280 Appendix
/// A) are noted and read on.
Result<Name> read_name(Bytes der, asn1::Context& context);
/// Reads one RDN from its SET (or from the [1] of a distribution point's relative name). Rules as read_name.
Result<Rdn> read_rdn(const asn1::Element& set, asn1::Context& context);

/// RFC 4514: "CN=Root,O=Lab,C=DE": most specific first, with its escapes. A value that is no string, or whose type has
/// no keyword, is written as "2.5.4.97=#0c0b…". Controls and invisible characters are escaped as \XX, octet by octet.
/// One line of valid UTF-8, and parse_name_text() gives the same values again.
std::string to_rfc4514(const Name& name);
/// OpenSSL's default one-line form, in the order of the encoding: "C = DE, O = Lab, CN = Root". For people: one line of
/// valid UTF-8, a value with special characters in quotation marks, invisible characters as \XX.
std::string to_openssl_oneline(const Name& name);

/// RFC 5280 7.1: the same number of RDNs in the same order, and RDNs match as sets of attributes. Values of string
/// types that RFC 5280 tells to compare (PrintableString, UTF8String, and as RFC 4518 prepares them also BMPString,
/// IA5String, TeletexString, UniversalString) match after case folding and with inner white space compressed and outer
/// removed (x509/string_prep.h says what of RFC 4518 is left out); anything else matches octet by octet.
bool names_match(const Name& a, const Name& b);
bool rdns_match(const Rdn& a, const Rdn& b);

/// RFC 5280 7.1: `name` is within the subtree of `base`: it begins with all RDNs of `base`.
bool is_within(const Name& name, const Name& base);

/// A string of octets that is equal for two names exactly when names_match holds: for hash tables and sorting. It does
/// not depend on the buffers that the names are views of.
std::string comparison_key(const Name& name);

/// One attribute to be written: the value in UTF-8, and the string type if the caller insists on one.
struct AttributeInput {
  asn1::OwnedOid type;
  std::string text;
  std::optional<asn1::Tag> string_type = {};
  /// The DER of a value that is no string, or that its string type cannot hold; where it is not empty, `text` and
  /// `string_type` are ignored.
  ByteVector value_der = {};
};
using RdnInput = std::vector<AttributeInput>;
/// A name to be written, in the order of the encoding (most general first).
using NameInput = std::vector<RdnInput>;

/// Reads RFC 4514 text ("CN=Root,O=Lab,C=DE": the result is in reverse, most general first), or, where it starts with
/// '/', OpenSSL's "/C=DE/O=Lab/CN=Root" (order kept; a backslash takes the next character as it is). Keywords as the
/// OID registry has them and Windows' E, S and G, dotted OIDs, escapes, `+` for several attributes of an RDN. Of RFC
/// 2253 also quoted values, ';' between RDNs, spaces around separators, and the prefix "OID.". No text is the empty
/// name. Rules: x509.name.text_malformed, x509.name.attribute_unknown; their ranges (and the parameter `offset`) are of
/// the text.
Result<NameInput> parse_name_text(std::string_view text);

/// The DER of a name. String types where none is asked for: PrintableString for countryName, serialNumber and
/// dnQualifier, IA5String for domainComponent and emailAddress, else UTF8String (RFC 5280 4.1.2.4). Rules:
/// x509.name.value_empty, x509.name.value_too_long, x509.name.character (does not fit the type), x509.name.country (two
/// letters), x509.name.empty_rdn, x509.name.value_malformed (value_der is not one element of DER).
Result<ByteVector> encode_name(const NameInput& input);

/// The input that writes `name` again, octet by octet as far as encode_name allows: string types are kept, and what is
/// no clean string is kept as DER.
NameInput to_input(const Name& name);

}  // namespace pki::x509
