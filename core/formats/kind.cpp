// An object's shape is a word: one letter for the tag of each element in a SEQUENCE. "QQB" is what is signed
// (SEQUENCE, SEQUENCE, BIT STRING), and a certificate's inner word begins with "0IQQQ".

#include "formats/kind.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "asn1/ber.h"
#include "asn1/header.h"
#include "asn1/oid.h"
#include "asn1/oids.h"

namespace pki::formats {
namespace {

constexpr std::size_t kMaxShape = 12;

struct Letter {
  asn1::Tag tag;
  char letter;
};

constexpr std::array<Letter, 9> kLetters = {{
    {asn1::tags::kSequence, 'Q'},
    {asn1::tags::kInteger, 'I'},
    {asn1::tags::kBitString, 'B'},
    {asn1::tags::kOctetString, 'O'},
    {asn1::tags::kOid, 'D'},
    {asn1::tags::kEnumerated, 'E'},
    {asn1::tags::kUtcTime, 'T'},
    {asn1::tags::kGeneralizedTime, 'T'},
    {asn1::tags::context_constructed(0), '0'},
}};

char letter_of(const asn1::Tag& tag) {
  const auto found =
      std::find_if(kLetters.begin(), kLetters.end(), [&](const Letter& entry) { return entry.tag == tag; });
  return found == kLetters.end() ? '?' : found->letter;
}

/// The contents of the element at the beginning of `input`; of one with an indefinite length, its end marks too.
Bytes contents_of(Bytes input) {
  const std::optional<std::size_t> size = asn1::element_size(input);
  return size ? input.subspan(asn1::read_header(input).size, *size - asn1::read_header(input).size) : Bytes();
}

/// The elements at the beginning of a constructed value.
struct Shape {
  std::string word;
  std::array<Bytes, kMaxShape> elements;
};

Shape shape_of(Bytes contents) {
  Shape shape;
  while (shape.word.size() < kMaxShape) {
    const std::optional<std::size_t> size = asn1::element_size(contents);
    if (!size || (contents[0] == 0 && contents[1] == 0)) break;
    shape.elements[shape.word.size()] = contents.first(*size);
    shape.word += letter_of(asn1::read_header(contents).tag);
    contents = contents.subspan(*size);
  }
  return shape;
}

bool begins(std::string_view word, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) { return word.starts_with(beginning); });
}

/// A signed object by the word of its first part.
ItemKind kind_of_signed(Bytes to_be_signed) {
  const std::string word = shape_of(contents_of(to_be_signed)).word;
  if (begins(word, {"0", "IQQQ"})) return ItemKind::Certificate;
  if (begins(word, {"QQT", "IQQT"})) return ItemKind::Crl;
  if (word == "IQQ" || word.starts_with("IQQ0")) return ItemKind::CertificateRequest;
  return ItemKind::OtherDer;
}

/// True if `element` is an OID that begins with the arcs of `prefix`.
bool is_oid_below(Bytes element, asn1::Oid prefix) {
  const Bytes content = contents_of(element);
  return content.size() > prefix.content().size() && equal(content.first(prefix.content().size()), prefix.content());
}

constexpr asn1::Oid kPkcs7Arc = asn1::make_oid<1, 2, 840, 113549, 1, 7>();
constexpr asn1::Oid kPkcs5Arc = asn1::make_oid<1, 2, 840, 113549, 1, 5>();
constexpr asn1::Oid kPkcs12PbeArc = asn1::make_oid<1, 2, 840, 113549, 1, 12, 1>();

bool is_content_info(Bytes sequence) {
  const Shape shape = shape_of(contents_of(sequence));
  return begins(shape.word, {"D"}) && is_oid_below(shape.elements[0], kPkcs7Arc);
}

/// True if the SEQUENCE begins with the OID of an encryption with a password.
bool is_password_encryption(Bytes sequence) {
  const Shape shape = shape_of(contents_of(sequence));
  return begins(shape.word, {"D"}) &&
         (is_oid_below(shape.elements[0], kPkcs5Arc) || is_oid_below(shape.elements[0], kPkcs12PbeArc));
}

bool begins_with_oid(Bytes sequence) { return shape_of(contents_of(sequence)).word.starts_with('D'); }

}  // namespace

ItemKind kind_of(Bytes der) {
  if (asn1::read_header(der).tag != asn1::tags::kSequence) return ItemKind::OtherDer;
  if (is_content_info(der)) return ItemKind::Pkcs7;
  const Shape shape = shape_of(contents_of(der));
  const auto& [word, elements] = shape;
  if (word == "QQB") return kind_of_signed(elements[0]);
  if (begins(word, {"IQO"})) return ItemKind::PrivateKey;
  if (word == "QO" && is_password_encryption(elements[0])) return ItemKind::EncryptedPrivateKey;
  if (word == "QB" && begins_with_oid(elements[0])) return ItemKind::PublicKey;
  if (begins(word, {"IIIIIIIII"})) return ItemKind::Pkcs1PrivateKey;
  if (word == "II") return ItemKind::Pkcs1PublicKey;
  if (begins(word, {"IO"})) return ItemKind::Sec1PrivateKey;
  if (begins(word, {"IQ"}) && is_content_info(elements[1])) return ItemKind::Pkcs12;
  if (word == "E0" || word == "E") return ItemKind::OcspResponse;
  return ItemKind::OtherDer;
}

}  // namespace pki::formats
