#pragma once
// Writing DER. Lengths cannot be forgotten: whoever opens a constructed element hands in what writes its
// contents.
//
//   Writer writer;
//   writer.sequence([&](Writer& w) {
//     w.integer(2);
//     w.oid(oids::kCommonName);
//   });
//   ByteVector der = writer.take();

#include <concepts>
#include <cstdint>
#include <string_view>
#include <utility>

#include "asn1/oid.h"
#include "asn1/tag.h"
#include "base/bytes.h"
#include "base/time.h"

namespace pki::asn1 {

class Writer {
 public:
  /// What was written so far; aliases the writer.
  Bytes view() const { return out_; }
  /// What was written, handed over.
  ByteVector take() { return std::move(out_); }
  /// Makes room for so many octets. Whoever writes a secret asks for all that it needs first: a buffer that has to
  /// grow leaves a copy behind that nobody wipes.
  void reserve(std::size_t octets) { out_.reserve(octets); }

  /// An element with these contents.
  void element(const Tag& tag, Bytes contents);
  /// Octets that are DER already.
  void raw(Bytes der) { append(out_, der); }

  /// A constructed (or wrapping primitive) element whose contents `body(writer)` writes.
  template <std::invocable<Writer&> Body>
  void wrap(const Tag& tag, Body&& body) {
    const std::size_t start = open(tag);
    std::forward<Body>(body)(*this);
    close(start);
  }
  template <std::invocable<Writer&> Body>
  void sequence(Body&& body) {
    wrap(tags::kSequence, std::forward<Body>(body));
  }
  /// SET OF: the elements that `body` writes are put in DER order (X.690 11.6).
  template <std::invocable<Writer&> Body>
  void set_of(Body&& body) {
    const std::size_t start = open(tags::kSet);
    std::forward<Body>(body)(*this);
    sort_elements(start);
    close(start);
  }
  /// An OCTET STRING that holds what `body` writes.
  template <std::invocable<Writer&> Body>
  void octet_string_of(Body&& body) {
    wrap(tags::kOctetString, std::forward<Body>(body));
  }
  /// A BIT STRING without unused bits that holds what `body` writes.
  template <std::invocable<Writer&> Body>
  void bit_string_of(Body&& body) {
    const std::size_t start = open(tags::kBitString);
    out_.push_back(0);
    std::forward<Body>(body)(*this);
    close(start);
  }

  void boolean(bool value);
  void integer(std::uint64_t value);
  /// A non-negative INTEGER from its magnitude, big endian: leading zeros go, a sign octet comes where needed.
  void unsigned_integer(Bytes magnitude);
  /// An INTEGER whose two's complement contents are given, as they are (at least one octet).
  void integer_octets(Bytes twos_complement);
  void null();
  void oid(Oid oid);
  void octet_string(Bytes octets);
  void bit_string(Bytes octets, std::uint8_t unused_bits = 0);
  /// A named bit list (bit 0 is the least significant bit of `bits`): trailing zero bits are left out.
  void named_bits(std::uint32_t bits, const Tag& tag = tags::kBitString);
  /// A string element; the caller has made sure that `octets` suit the tag.
  void string(const Tag& tag, std::string_view octets);
  /// UTCTime for the years 1950 to 2049, GeneralizedTime otherwise (RFC 5280 4.1.2.5).
  void time(Time time);
  void generalized_time(Time time);

 private:
  std::size_t open(const Tag& tag);
  void close(std::size_t start);
  void sort_elements(std::size_t start);

  ByteVector out_;
};

/// The identifier and length octets of an element with `length` octets of contents.
ByteVector encode_header(const Tag& tag, std::size_t length);

/// The octets of one element.
ByteVector encode_element(const Tag& tag, Bytes contents);

}  // namespace pki::asn1
