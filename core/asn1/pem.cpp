// Reading works in two steps. Markers, which are the BEGIN and END lines, are found in one pass over the text; what
// stands between a BEGIN and the END that follows it is a block. A BEGIN that follows a BEGIN ends the search for the
// first one's END, so no part of the text is searched twice, whatever it holds.

#include "asn1/pem.h"

#include <algorithm>
#include <utility>

#include "asn1/rules.h"
#include "base/encoding.h"
#include "base/text.h"

namespace pki::asn1 {
namespace {

constexpr std::string_view kDashes = "-----";
constexpr std::string_view kBegin = "-----BEGIN ";
constexpr std::string_view kEnd = "-----END ";
constexpr std::string_view kLineEnds = "\r\n";
constexpr std::string_view kSpace = " \t\r\n\f\v";
constexpr std::size_t kMaxLabel = 128;
constexpr std::size_t kMaxFindings = 200;
constexpr std::size_t kLineWidth = 64;

/// A BEGIN or END line.
struct Marker {
  bool begins = false;
  /// True where five hyphens close the line.
  bool complete = false;
  std::string_view label;
  ByteRange range;
};

/// The marker whose `keyword` stands at `at`.
Marker read_marker(std::string_view text, std::size_t at, std::string_view keyword) {
  Marker marker;
  marker.begins = keyword == kBegin;
  const std::size_t start = at + keyword.size();
  const std::string_view window = text.substr(start, kMaxLabel + kDashes.size());
  const std::string_view line = window.substr(0, window.find_first_of(kLineEnds));
  const std::size_t close = line.find(kDashes);
  marker.complete = close != std::string_view::npos;
  marker.label = line.substr(0, close);
  std::size_t length = marker.label.size() + (marker.complete ? kDashes.size() : 0);
  if (!marker.complete) {
    marker.label = trim(line.substr(0, line.find_last_not_of("- \t") + 1));
  }
  marker.range = {at, keyword.size() + length};
  return marker;
}

/// The first marker at `from` or behind it.
std::optional<Marker> find_marker(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find(kDashes, from); at != std::string_view::npos; at = text.find(kDashes, at + 1)) {
    const std::string_view rest = text.substr(at, kBegin.size());
    if (rest.starts_with(kBegin)) return read_marker(text, at, kBegin);
    if (rest.starts_with(kEnd)) return read_marker(text, at, kEnd);
  }
  return std::nullopt;
}

/// Takes a line off `rest`, without its end.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find_first_of(kLineEnds);
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(line.size());
  if (rest.starts_with("\r\n")) rest.remove_prefix(1);
  if (!rest.empty()) rest.remove_prefix(1);
  return line;
}

/// Takes RFC 1421 headers off the beginning of `body`. A line that is continued is made one line.
std::vector<std::string> take_headers(std::string_view& body) {
  std::vector<std::string> headers;
  std::string_view rest = body;
  if (trim(take_line(rest)).empty()) body = rest;  // what is left of the BEGIN line
  while (!body.empty()) {
    rest = body;
    const std::string_view line = take_line(rest);
    const bool continues = !headers.empty() && (line.starts_with(' ') || line.starts_with('\t'));
    if (!continues && line.find(':') == std::string_view::npos) break;
    if (continues && trim(line).empty()) break;
    if (continues) {
      headers.back() += ' ';
      headers.back() += trim(line);
    } else {
      headers.emplace_back(trim(line));
    }
    body = rest;
  }
  return headers;
}

bool is_base64_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/' ||
         c == '-' || c == '_' || c == '=' || kSpace.find(c) != std::string_view::npos;
}

/// `body` with the escapes of a JSON string undone: \n, \r, \t and \/.
std::string unescape(std::string_view body) {
  std::string text;
  text.reserve(body.size());
  for (std::size_t i = 0; i < body.size(); ++i) {
    const char next = body[i] == '\\' && i + 1 < body.size() ? body[i + 1] : '\0';
    if (next == 'n' || next == 'r' || next == 't') {
      text += '\n';
      ++i;
    } else if (next == '/') {
      text += '/';
      ++i;
    } else {
      text += body[i];
    }
  }
  return text;
}

class PemReader {
 public:
  explicit PemReader(std::string_view text) : text_(text) {}

  PemText read() {
    for (auto marker = find_marker(text_, 0); marker; marker = find_marker(text_, marker->range.end())) {
      marker->begins ? begin(*marker) : end(*marker);
    }
    if (open_) note(rules::kPemUnterminated, open_->range, label_param(*open_));
    if (unnoted_ > 0) {
      result_.findings.push_back({&rules::kPemManyFindings, {}, {{"count", std::to_string(unnoted_)}}});
    }
    return std::move(result_);
  }

 private:
  static std::vector<Param> label_param(const Marker& marker) { return {{"label", std::string(marker.label)}}; }

  void note(const Rule& rule, ByteRange range, std::vector<Param> params) {
    if (result_.findings.size() >= kMaxFindings) {
      ++unnoted_;
      return;
    }
    result_.findings.push_back({&rule, {range, {}}, std::move(params)});
  }

  void begin(const Marker& marker) {
    if (open_) note(rules::kPemUnterminated, open_->range, label_param(*open_));
    open_.reset();
    began_badly_ = !marker.complete;
    if (marker.complete) {
      open_ = marker;
    } else {
      note(rules::kPemBeginMalformed, marker.range, {});
    }
  }

  void end(const Marker& marker) {
    if (open_) {
      close(*open_, marker);
    } else if (!began_badly_) {
      note(rules::kPemStrayEnd, marker.range, label_param(marker));
    }
    open_.reset();
    began_badly_ = false;
  }

  void close(const Marker& first, const Marker& last) {
    if (!last.complete) note(rules::kPemEndMalformed, last.range, label_param(first));
    if (last.label != first.label && (last.complete || !last.label.empty())) {
      note(rules::kPemLabelDiffers, last.range,
           {{"label", std::string(first.label)}, {"end", std::string(last.label)}});
    }
    PemBlock block{.label = std::string(first.label), .der = {}, .headers = {}, .range = {}};
    block.range = {first.range.offset, last.range.end() - first.range.offset};
    std::string_view body = text_.substr(first.range.end(), last.range.offset - first.range.end());
    block.headers = take_headers(body);
    std::optional<ByteVector> der = decode(block, body);
    if (!der) return;
    block.der = *std::move(der);
    result_.blocks.push_back(std::move(block));
  }

  /// The octets of a block; nothing, and a finding, where there are none.
  std::optional<ByteVector> decode(const PemBlock& block, std::string_view body) {
    const std::vector<Param> label = {{"label", block.label}};
    std::optional<ByteVector> der = from_base64(body);
    if (!der && body.find('\\') != std::string_view::npos) {
      der = from_base64(unescape(body));
      if (der) note(rules::kPemEscaped, block.range, label);
    }
    if (!der) {
      note_bad_base64(block, body);
    } else if (der->empty()) {
      note(rules::kPemEmpty, block.range, label);
      der.reset();
    }
    return der;
  }

  void note_bad_base64(const PemBlock& block, std::string_view body) {
    const auto bad = std::find_if_not(body.begin(), body.end(), is_base64_character);
    if (bad == body.end()) {
      note(rules::kPemBase64Malformed, block.range, {{"label", block.label}});
      return;
    }
    auto end = bad + 1;
    while (end != body.end() && (static_cast<std::uint8_t>(*end) & 0xC0) == 0x80) ++end;  // the rest of its UTF-8
    const std::string character(bad, std::min(end, bad + std::min<std::ptrdiff_t>(4, body.end() - bad)));
    note(rules::kPemBase64Character, {static_cast<std::size_t>(&*bad - text_.data()), character.size()},
         {{"label", block.label}, {"character", character}});
  }

  std::string_view text_;
  PemText result_;
  std::optional<Marker> open_;
  /// True behind a BEGIN line that is not complete: its END is not a stray one.
  bool began_badly_ = false;
  std::size_t unnoted_ = 0;
};

}  // namespace

PemText read_pem(std::string_view text) { return PemReader(text).read(); }

std::string write_pem(std::string_view label, Bytes der) {
  const std::string base64 = to_base64(der);
  std::string text;
  text.reserve(base64.size() + base64.size() / kLineWidth + 2 * (label.size() + 20));
  text.append(kBegin).append(label).append("-----\n");
  for (std::size_t at = 0; at < base64.size(); at += kLineWidth) {
    text.append(base64, at, kLineWidth);
    text += '\n';
  }
  text.append(kEnd).append(label).append("-----\n");
  return text;
}

}  // namespace pki::asn1
