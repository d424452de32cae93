#include "estate/pack/quote.h"

#include <algorithm>

#include "base/text.h"

namespace pki::estate::pack {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// Calls `add` for each character: one line, what cannot be shown as U+FFFD, line ends and tabs as spaces.
template <typename Add>
void each_character(std::string_view text, Add add) {
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = decode_utf8(text, at);
    if (!decoded) {
      add(kReplacement);
      ++at;
      continue;
    }
    at += decoded->length;
    const char32_t c = decoded->character;
    const bool space = c == '\n' || c == '\r' || c == '\t';
    add(space ? U' ' : is_invisible(c) ? kReplacement : c);
  }
}

bool is_one_of(char32_t c, std::string_view set) {
  return c < 0x80 && set.find(static_cast<char>(c)) != std::string_view::npos;
}

bool ends_with_www(std::string_view text) {
  return text.size() >= 3 && equal_ignoring_ascii_case(text.substr(text.size() - 3), "www");
}

}  // namespace

std::string comment_text(std::string_view text) { return printable(text); }

std::string pem_comment_text(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    if (c != '-' || out.empty() || out.back() != '-') out += c;
  }
  return out;
}

std::string powershell_string(std::string_view text) {
  std::string out = "'";
  each_character(text, [&](char32_t c) {
    // about_Quoting_Rules; the typographic ones: CharTraits.IsSingleQuote of PowerShell.
    const bool quote = c == '\'' || (c >= 0x2018 && c <= 0x201B);
    append_utf8(out, c);
    if (quote) append_utf8(out, c);
  });
  return out + "'";
}

std::string cmd_text(std::string_view text) {
  std::string out;
  each_character(text, [&](char32_t c) {
    if (c >= 0x80) {
      out += '?';
    } else if (c == '%') {
      out += "%%";
    } else {
      if (is_one_of(c, "^&|<>()\"!,;=")) out += '^';
      out += static_cast<char>(c);
    }
  });
  return out;
}

std::string nginx_string(std::string_view text) {
  std::string out = "\"";
  each_character(text, [&](char32_t c) {
    if (is_one_of(c, "\"\\")) out += '\\';
    append_utf8(out, c == '$' ? U'_' : c);
  });
  return out + "\"";
}

std::string apache_string(std::string_view text) {
  std::string out = "\"";
  bool sigil = false;
  each_character(text, [&](char32_t c) {
    if (sigil && c == '{') out.back() = '_';
    sigil = c == '$' || c == '%';
    if (is_one_of(c, "\"\\")) out += '\\';
    append_utf8(out, c);
  });
  return out + "\"";
}

std::string shell_string(std::string_view text) {
  std::string out = "'";
  each_character(text, [&](char32_t c) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      append_utf8(out, c);
    }
  });
  return out + "'";
}

std::string markdown_text(std::string_view text) {
  std::string out;
  each_character(text, [&](char32_t c) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      // What begins emphasis, code, links, cells, headings, mathematics; and what GitHub makes a link of.
      const bool link = c == '.' ? ends_with_www(out) : c == ':' && text.find("://") != std::string_view::npos;
      const bool special = link || is_one_of(c, "\\`*_[]#|~$@");
      if (special) out += '\\';
      append_utf8(out, c);
    }
  });
  return out;
}

std::string markdown_code(std::string_view text) {
  std::string inner;
  std::size_t run = 0;
  std::size_t longest = 0;
  each_character(text, [&](char32_t c) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
    if (c == '|') inner += '\\';
    append_utf8(inner, c);
  });
  if (longest == 0) return "`" + inner + "`";
  const std::string fence(longest + 1, '`');
  return fence + " " + inner + " " + fence;
}

std::string xml_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = decode_utf8(text, at);
    char32_t c = decoded ? decoded->character : kReplacement;
    at += decoded ? decoded->length : 1;
    // XML 1.0, 2.2: Char.
    const bool held = c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
    if (!held) c = kReplacement;
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&apos;";
        break;
      case 0xD:
        out += "&#13;";
        break;
      default:
        append_utf8(out, c);
    }
  }
  return out;
}

}  // namespace pki::estate::pack
