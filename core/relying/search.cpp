#include "relying/search.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "base/text.h"

namespace pki::relying {
namespace {

// A message shorter than this is no proof when it stands in the midst of a line.
constexpr std::size_t kTellingMessage = 12;
// Of a query shorter than this only whole words count.
constexpr std::size_t kTellingPart = 3;
// Words that are looked at before a number.
constexpr std::size_t kWordsBefore = 4;

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

// The words of a text in lower case: letters, digits, '_', '-', '.'. "num=20:unable" has three.
std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (at < text.size()) {
    while (at < text.size() && !is_word_character(text[at])) ++at;
    std::size_t end = at;
    while (end < text.size() && is_word_character(text[end])) ++end;
    std::string_view word = text.substr(at, end - at);
    while (word.ends_with('.')) word.remove_suffix(1);
    if (!word.empty()) words.push_back(word);
    at = end;
  }
  return words;
}

template <typename Number>
std::optional<Number> parse_number(std::string_view text, int base) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// 0x800b0109, 800b0109 and -2146762487 are one number, which Windows shows in all three ways.
std::optional<std::uint32_t> hex_code(std::string_view word) {
  constexpr std::size_t kHexDigits = 8;
  if (word.starts_with("0x")) return parse_number<std::uint32_t>(word.substr(2), 16);
  if (word.size() == kHexDigits) return parse_number<std::uint32_t>(word, 16);
  if (!word.starts_with('-')) return std::nullopt;
  const auto number = parse_number<std::int32_t>(word, 10);
  return number ? std::optional(static_cast<std::uint32_t>(*number)) : std::nullopt;
}

bool is_hex_code(const Word& word) { return word.code.starts_with("0x"); }
bool is_plain_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Names are met with and without what all names of their product begin with.
constexpr std::string_view kPrefixes[] = {"x509_v_err_", "x509.", "mbedtls_x509_", "gnutls_", "err_"};

bool is_name(std::string_view word, std::string_view name) {
  if (name.empty()) return false;
  const std::string lower = to_lower_ascii(name);
  if (word == lower) return true;
  return std::any_of(std::begin(kPrefixes), std::end(kPrefixes), [&](std::string_view prefix) {
    return lower.starts_with(prefix) && word == std::string_view(lower).substr(prefix.size());
  });
}

// A word before a number that tells whose number it is.
struct Cue {
  Product product;
  std::string_view word;
};
constexpr Cue kCues[] = {
    {Product::OpenSsl, "error"},  {Product::OpenSsl, "num"}, {Product::OpenSsl, "x509_v_err"},
    {Product::TlsAlert, "alert"}, {Product::Nps, "reason"},  {Product::OpenSsl, "verify"},
};

// Whose number `words[at]` is, by the words before it: "reason code: 258". The nearest cue counts.
std::optional<Product> product_of_number(const std::vector<std::string_view>& words, std::size_t at) {
  for (std::size_t back = 1; back <= std::min(at, kWordsBefore); ++back) {
    for (const Cue& cue : kCues) {
      if (words[at - back] == cue.word) return cue.product;
    }
  }
  return std::nullopt;
}

/// A query in the forms that it is compared in.
struct Query {
  std::string text;
  std::vector<std::string_view> words;
};

bool holds_code(const Query& query, const Word& word, Product product) {
  const std::string code = to_lower_ascii(word.code);
  if (code.empty()) return false;
  for (std::size_t i = 0; i < query.words.size(); ++i) {
    const std::string_view candidate = query.words[i];
    if (is_hex_code(word)) {
      const auto number = hex_code(candidate);
      if (number && number == hex_code(code)) return true;
    } else if (candidate == code) {
      // A bare number means nothing in the midst of a line, unless a word before it tells whose it is.
      if (!is_plain_number(code) || query.words.size() == 1 || product_of_number(query.words, i) == product)
        return true;
    }
  }
  return false;
}

bool holds_name(const Query& query, const Word& word) {
  return std::any_of(query.words.begin(), query.words.end(),
                     [&](std::string_view candidate) { return is_name(candidate, word.name); });
}

bool holds_message(const Query& query, const Word& word) {
  const std::string message = to_lower_ascii(word.text);
  if (message.empty()) return false;
  if (query.text == message) return true;
  return message.size() >= kTellingMessage && query.text.find(message) != std::string::npos;
}

bool is_part(const Query& query, const Word& word) {
  if (query.text.size() < kTellingPart) return false;
  const Fault& fault = fault_info(word.fault);
  const std::array<std::string_view, 5> texts = {word.name, word.text, word.code, fault.id, fault.title};
  return std::any_of(texts.begin(), texts.end(),
                     [&](std::string_view text) { return to_lower_ascii(text).find(query.text) != std::string::npos; });
}

std::optional<Match> match(const Query& query, const Word& word, Product product) {
  if (holds_code(query, word, product) || holds_name(query, word) || holds_message(query, word)) return Match::Exact;
  return is_part(query, word) ? std::optional(Match::Part) : std::nullopt;
}

}  // namespace

std::vector<Hit> find_words(std::string_view text, std::size_t limit) {
  Query query;
  query.text = to_lower_ascii(trim(text.substr(0, kLongestQuery)));
  query.words = split_words(query.text);
  std::vector<Hit> hits;
  if (query.words.empty()) return hits;
  for (const ProductInfo& info : all_products()) {
    for (const Word& word : words_of(info.product)) {
      if (const auto found = match(query, word, info.product)) hits.push_back({&word, info.product, *found});
    }
  }
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.match < b.match; });
  if (hits.size() > limit) hits.resize(limit);
  return hits;
}

}  // namespace pki::relying
