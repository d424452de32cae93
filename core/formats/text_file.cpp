#include "formats/text_file.h"

#include <algorithm>

namespace pki::formats {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kLittleEndianMark = "\xFF\xFE";
constexpr std::string_view kBigEndianMark = "\xFE\xFF";

bool is_text_octet(std::uint8_t octet) {
  constexpr std::uint8_t kDosEndOfFile = 0x1A;
  return octet >= 0x20 ? octet != 0x7F : (octet >= 0x09 && octet <= 0x0D) || octet == kDosEndOfFile;
}

/// True if the first code units are all ASCII text, their zero octets at `high` and the others at `low`.
bool looks_like_utf16(Bytes file, std::size_t high, std::size_t low) {
  constexpr std::size_t kLooked = 128;
  constexpr std::size_t kLeast = 8;
  if (file.size() < kLeast || file.size() % 2 != 0) return false;
  for (std::size_t i = 0; i + 1 < std::min(file.size(), kLooked); i += 2) {
    if (file[i + high] != 0 || file[i + low] >= 0x7F || !is_text_octet(file[i + low])) return false;
  }
  return true;
}

}  // namespace

TextFile::TextFile(Bytes file) : octets_(file) {
  const std::string_view text = as_text(file);
  const bool little = text.starts_with(kLittleEndianMark);
  const bool big = text.starts_with(kBigEndianMark);
  if (text.starts_with(kUtf8Mark)) mark_size_ = kUtf8Mark.size();
  if (little || big) mark_size_ = kLittleEndianMark.size();
  octets_ = file.subspan(mark_size_);
  if (little || looks_like_utf16(octets_, 1, 0)) {
    convert(1, 0);
  } else if (big || looks_like_utf16(octets_, 0, 1)) {
    convert(0, 1);
  }
}

void TextFile::convert(std::size_t high, std::size_t low) {
  is_utf16_ = true;
  converted_.reserve(octets_.size() / 2);
  for (std::size_t i = 0; i + 1 < octets_.size(); i += 2) {
    const bool is_ascii = octets_[i + high] == 0 && octets_[i + low] < 0x80;
    converted_ += is_ascii ? static_cast<char>(octets_[i + low]) : '?';
  }
}

ByteRange TextFile::in_file(ByteRange in_text) const {
  const std::size_t scale = is_utf16_ ? 2 : 1;
  return {mark_size_ + in_text.offset * scale, in_text.length * scale};
}

bool looks_like_text(std::string_view text) {
  const Bytes octets = as_bytes(text);
  return std::all_of(octets.begin(), octets.end(), is_text_octet);
}

}  // namespace pki::formats
