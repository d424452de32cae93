#pragma once
// Objects on their way from a file to typed items. Only sniff.cpp uses it.

#include <string>
#include <string_view>

#include "asn1/pem.h"
#include "formats/item.h"
#include "formats/pkcs7.h"

namespace pki::formats {

/// Octets that should be one object, or several behind each other.
struct DerPiece {
  Bytes octets;
  ByteRange source;
  /// True if `octets` stand in the file as they are, at `source`: then places within them can be told.
  bool is_file = false;
  std::string_view label;
  std::string hint;
};

/// Gathers items and findings, within the limits of sniff.h.
class Collector {
 public:
  void note(const Rule& rule, ByteRange range, std::vector<Param> params = {});
  void note(Finding finding);
  /// The objects in `piece`.
  void add_der(const DerPiece& piece);
  /// The object of a PEM block, whose range must already be that in the file.
  void add_block(asn1::PemBlock block, const std::string& hint);

  Dropped take() { return std::move(dropped_); }

 private:
  /// Adds one object; false where nothing more is taken.
  bool add_object(const DerPiece& object);
  void add_item(const DerPiece& object, ItemKind kind);
  void add_members_of(const DerPiece& message);
  void add_member(const DerPiece& message, const Pkcs7Member& member);
  void check_label(const DerPiece& object, ItemKind kind);
  void note_rest(const DerPiece& piece, std::size_t at, std::size_t objects);
  /// Notes a finding of a message, whose range counts from the message.
  void note_in(const DerPiece& message, bool is_placed, Finding finding);
  /// False, with a finding, where there are too many items already.
  bool has_room(ByteRange place);

  Dropped dropped_;
  bool full_ = false;
};

}  // namespace pki::formats
