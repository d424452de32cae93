#pragma once
// GeneralName (RFC 5280 4.2.1.6).

#include <optional>
#include <string>
#include <vector>

#include "asn1/reader.h"
#include "asn1/writer.h"
#include "x509/name.h"

namespace pki::x509 {

/// The choice; the numbers are the context tags.
enum class GeneralNameKind : std::uint8_t {
  OtherName = 0,
  Email = 1,
  Dns = 2,
  X400Address = 3,
  DirectoryName = 4,
  EdiPartyName = 5,
  Uri = 6,
  IpAddress = 7,
  RegisteredId = 8,
};

/// "DNS", "IP Address", "email", "URI", "DirName", "othername", "Registered ID", "X400Name", "EdiPartyName": OpenSSL's
/// words.
std::string_view general_name_kind_name(GeneralNameKind kind);

/// A GeneralName. Views alias the DER.
struct GeneralName {
  GeneralNameKind kind = GeneralNameKind::Dns;
  Bytes value;  // the contents octets: the text of Email, Dns and Uri; 4 or 16 octets of IpAddress
  Bytes whole;
  Name directory_name;  // DirectoryName only
  asn1::Oid type_id;    // OtherName and RegisteredId only
  asn1::Element other;  // OtherName only: the element inside [0]
};
using GeneralNames = std::vector<GeneralName>;

/// What a GeneralName is for. A constraint (RFC 5280 4.2.1.10) has an address with a mask, and may name a part of a
/// host name, of an e-mail address or of a URI.
enum class GeneralNameUse : std::uint8_t { Name, Constraint };

/// Reads a GeneralNames SEQUENCE from the contents of an element (its tag may be implicit). Rules: asn1.*, x509.name.*,
/// x509.general_name.empty (noted: SEQUENCE SIZE (1..MAX)), x509.general_name.ip_length, x509.general_name.ip_mask
/// (constraints only) and x509.general_name.character (noted: not IA5, or a NUL inside),
/// x509.general_name.unknown_choice (fails).
Result<GeneralNames> read_general_names(Bytes contents, asn1::Context& context);
Result<GeneralName> read_general_name(const asn1::Element& element, asn1::Context& context,
                                      GeneralNameUse use = GeneralNameUse::Name);

/// "DNS:www.example.com", "IP Address:192.0.2.1", "DirName:CN=x,C=DE", "othername:UPN:ann@corp.example",
/// "othername:1.2.3;text", "othername:1.2.3:<hex>" (the DER of a value that is no text): printable text for people. An
/// IP address of a name constraint (8 or 32 octets) comes as "192.0.2.0/255.255.255.0", one of another size in hex.
std::string to_text(const GeneralName& name);

/// The value alone, printable, without the prefix.
std::string value_text(const GeneralName& name);

/// A GeneralName to be written.
struct GeneralNameInput {
  GeneralNameKind kind = GeneralNameKind::Dns;
  /// Dns, Email, Uri: ASCII. IpAddress: "192.0.2.1", "2001:db8::1"; in name constraints with "/24" or a mask, or an
  /// address alone. DirectoryName: RFC 4514 text. RegisteredId: an OID. OtherName: the UTF-8 text of a UTF8String.
  std::string text;
  asn1::OwnedOid type_id = {};  // OtherName only
  /// OtherName only: the DER of the value where it is no UTF8String; then `text` is ignored.
  ByteVector other_der = {};
};

/// Reads "DNS:a.example", "IP:192.0.2.1", "email:a@b", "URI:…", "UPN:…", "dirName:…", "RID:…", "otherName:OID;text"
/// (also "otherName:OID;UTF8:text"), and the prefixes that to_text() writes; ASCII case is ignored. A bare value is
/// told apart by its looks (an address, a URI with "://" or of the schemes urn and tag, an e-mail address, else DNS).
/// The value is taken as it is: write_general_name judges it. Rule: x509.general_name.text.
Result<GeneralNameInput> parse_general_name_text(std::string_view text);

/// Writes it. Rules: x509.general_name.character, x509.general_name.text, for DirectoryName those of parse_name_text
/// and encode_name. X400Address and EdiPartyName cannot be written (x509.general_name.text).
Status write_general_name(asn1::Writer& writer, const GeneralNameInput& input,
                          GeneralNameUse use = GeneralNameUse::Name);
/// A GeneralNames SEQUENCE. Rules as above, and x509.general_name.empty.
Result<ByteVector> encode_general_names(const std::vector<GeneralNameInput>& names);

}  // namespace pki::x509
