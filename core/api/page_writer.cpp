#include "api/page_writer.h"

#include <utility>

namespace pki::api {
namespace {

// CommonMark 0.31 2.4: any of these may stand behind a backslash. "<" and "&" become references besides, for renderers
// that let HTML through.
constexpr std::string_view kMarkup = "\\`*_[]#|!~";

}  // namespace

std::string PageWriter::safe(std::string_view text) const {
  std::string out;
  for (const char c : text) {
    if (c == '\n' || c == '\r') {
      out += ' ';
    } else if (style_ == PageStyle::Plain) {
      out += c;
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      if (kMarkup.find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
  }
  return out;
}

void PageWriter::begin(Last kind) {
  const bool goes_on = last_ == Last::Item && kind == Last::Item;
  if (last_ != Last::Nothing && !goes_on) text_ += "\n";
  last_ = kind;
}

void PageWriter::heading(int level, std::string_view text) {
  begin(Last::Other);
  if (style_ == PageStyle::Markdown) {
    text_ += std::string(static_cast<std::size_t>(level), '#') + " " + safe(text) + "\n";
    return;
  }
  const std::string line = safe(text);
  // Characters, not octets: continuation octets of UTF-8 take no place.
  std::size_t width = 0;
  for (const char c : line) width += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  text_ += line + "\n" + std::string(width, level == 1 ? '=' : '-') + "\n";
}

void PageWriter::paragraph(std::string_view text) {
  begin(Last::Other);
  text_ += safe(text) + "\n";
}

void PageWriter::item(int depth, std::string_view text) {
  begin(Last::Item);
  text_ += std::string(2 * static_cast<std::size_t>(depth), ' ') + "- " + safe(text) + "\n";
}

void PageWriter::block(std::string_view lines) {
  begin(Last::Other);
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    text_ += "    " + std::string(lines.substr(0, end)) + "\n";
    lines = end == std::string_view::npos ? std::string_view() : lines.substr(end + 1);
  }
}

std::string PageWriter::take() { return std::exchange(text_, {}); }

}  // namespace pki::api
