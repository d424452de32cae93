#include "x509/string_prep.h"

#include <algorithm>
#include <array>

#include "base/assert.h"
#include "base/text.h"
#include "x509/unicode/case_folding.h"

namespace pki::x509 {
namespace {

struct CharacterRange {
  char32_t first;
  char32_t last;
};

// RFC 4518 2.2: what is mapped to nothing. In ascending order.
constexpr std::array<CharacterRange, 20> kNothing = {{
    {0x0000, 0x0008}, {0x000E, 0x001F}, {0x007F, 0x0084},   {0x0086, 0x009F},   {0x00AD, 0x00AD},
    {0x034F, 0x034F}, {0x06DD, 0x06DD}, {0x070F, 0x070F},   {0x1806, 0x1806},   {0x180B, 0x180E},
    {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2063},   {0x206A, 0x206F},   {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFC}, {0x1D173, 0x1D17A}, {0xE0001, 0xE0001}, {0xE0020, 0xE007F},
}};

// RFC 4518 2.2: what is mapped to a space. In ascending order.
constexpr std::array<CharacterRange, 10> kSpace = {{
    {0x0009, 0x000D},
    {0x0020, 0x0020},
    {0x0085, 0x0085},
    {0x00A0, 0x00A0},
    {0x1680, 0x1680},
    {0x2000, 0x200A},
    {0x2028, 0x2029},
    {0x202F, 0x202F},
    {0x205F, 0x205F},
    {0x3000, 0x3000},
}};

/// The range of an ascending table that may hold `character`: the last that begins at or before it.
template <typename Table>
const typename Table::value_type* last_beginning_by(const Table& table, char32_t character) {
  const auto after = std::upper_bound(table.begin(), table.end(), character,
                                      [](char32_t c, const auto& range) { return c < range.first; });
  return after == table.begin() ? nullptr : &*(after - 1);
}

template <typename Table>
bool holds(const Table& table, char32_t character) {
  const auto* range = last_beginning_by(table, character);
  return range != nullptr && character <= range->last;
}

const unicode::CaseFoldingExpansion* find_expansion(char32_t character) {
  const auto& table = unicode::kCaseFoldingExpansions;
  const auto found =
      std::lower_bound(table.begin(), table.end(), character,
                       [](const unicode::CaseFoldingExpansion& row, char32_t c) { return row.from < c; });
  return found != table.end() && found->from == character ? &*found : nullptr;
}

char32_t fold_single(char32_t character) {
  const auto* range = last_beginning_by(unicode::kCaseFoldingRanges, character);
  if (range == nullptr || character > range->last) return character;
  const auto distance = static_cast<std::int32_t>(character - range->first);
  if (distance % range->step != 0) return character;
  return static_cast<char32_t>(static_cast<std::int32_t>(character) + range->distance);
}

void append_folded(std::string& to, char32_t character) {
  const auto* expansion = find_expansion(character);
  if (expansion == nullptr) {
    append_utf8(to, fold_single(character));
    return;
  }
  for (const char32_t part : expansion->to) {
    if (part != 0) append_utf8(to, part);
  }
}

}  // namespace

std::string prepare_string(std::string_view utf8) {
  std::string prepared;
  prepared.reserve(utf8.size());
  bool space_pending = false;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto decoded = decode_utf8(utf8, at);
    PKI_ASSERT(decoded.has_value());
    at += decoded->length;
    if (holds(kNothing, decoded->character)) continue;
    if (holds(kSpace, decoded->character)) {
      space_pending = !prepared.empty();
      continue;
    }
    if (space_pending) prepared += ' ';
    space_pending = false;
    append_folded(prepared, decoded->character);
  }
  return prepared;
}

}  // namespace pki::x509
