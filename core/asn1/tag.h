#pragma once
// ASN.1 tags (X.690 8.1.2).

#include <cstdint>
#include <string>

namespace pki::asn1 {

enum class TagClass : std::uint8_t { Universal = 0, Application = 1, Context = 2, Private = 3 };

/// An identifier: class, primitive or constructed, number.
struct Tag {
  TagClass tag_class = TagClass::Universal;
  bool constructed = false;
  std::uint32_t number = 0;

  friend constexpr bool operator==(const Tag&, const Tag&) = default;
};

/// "SEQUENCE", "INTEGER", "[0]", "[APPLICATION 3]" ...: the tag as ASN.1 writes it.
std::string tag_name(const Tag& tag);

namespace tags {
inline constexpr Tag kBoolean{TagClass::Universal, false, 1};
inline constexpr Tag kInteger{TagClass::Universal, false, 2};
inline constexpr Tag kBitString{TagClass::Universal, false, 3};
inline constexpr Tag kOctetString{TagClass::Universal, false, 4};
inline constexpr Tag kNull{TagClass::Universal, false, 5};
inline constexpr Tag kOid{TagClass::Universal, false, 6};
inline constexpr Tag kEnumerated{TagClass::Universal, false, 10};
inline constexpr Tag kUtf8String{TagClass::Universal, false, 12};
inline constexpr Tag kSequence{TagClass::Universal, true, 16};
inline constexpr Tag kSet{TagClass::Universal, true, 17};
inline constexpr Tag kNumericString{TagClass::Universal, false, 18};
inline constexpr Tag kPrintableString{TagClass::Universal, false, 19};
inline constexpr Tag kTeletexString{TagClass::Universal, false, 20};
inline constexpr Tag kIa5String{TagClass::Universal, false, 22};
inline constexpr Tag kUtcTime{TagClass::Universal, false, 23};
inline constexpr Tag kGeneralizedTime{TagClass::Universal, false, 24};
inline constexpr Tag kVisibleString{TagClass::Universal, false, 26};
inline constexpr Tag kUniversalString{TagClass::Universal, false, 28};
inline constexpr Tag kBmpString{TagClass::Universal, false, 30};

/// [n], primitive (IMPLICIT over a primitive type).
constexpr Tag context(std::uint32_t number) { return {TagClass::Context, false, number}; }
/// [n], constructed (EXPLICIT, or IMPLICIT over a SEQUENCE or SET).
constexpr Tag context_constructed(std::uint32_t number) { return {TagClass::Context, true, number}; }
}  // namespace tags

}  // namespace pki::asn1
