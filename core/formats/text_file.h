#pragma once
// A file as text: whatever its encoding, one octet a character, so that a place in the text is a place in the file.

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace pki::formats {

/// The text of a file. ASCII, which is all that PEM, base64 and hexadecimal are made of, is itself; in UTF-16 a code
/// unit beyond ASCII has become one '?'.
class TextFile {
 public:
  /// Reads a byte order mark (UTF-8, UTF-16), UTF-16 without one where every other octet at the beginning is zero,
  /// else octets as they are. May alias `file`, which must outlive the object.
  explicit TextFile(Bytes file);

  std::string_view text() const { return is_utf16_ ? std::string_view(converted_) : as_text(octets_); }
  /// True for UTF-16.
  bool is_utf16() const { return is_utf16_; }
  /// The place in the file of a place in the text.
  ByteRange in_file(ByteRange in_text) const;

 private:
  void convert(std::size_t high, std::size_t low);

  Bytes octets_;  // of the file, behind its mark
  std::size_t mark_size_ = 0;
  bool is_utf16_ = false;
  std::string converted_;
};

/// True if no octet of `text` is a control character other than white space (and the end-of-file mark of DOS, 1A):
/// DER is never so, text is.
bool looks_like_text(std::string_view text);

}  // namespace pki::formats
