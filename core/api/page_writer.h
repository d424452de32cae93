#pragma once
// A page of text for people, in Markdown or as it stands. Whatever the texts are, they cannot become markup.

#include <cstdint>
#include <string>
#include <string_view>

namespace pki::api {

enum class PageStyle : std::uint8_t { Markdown, Plain };

/// Writes a page from top to bottom. All texts are valid UTF-8; line ends in them are kept in `block` only.
class PageWriter {
 public:
  explicit PageWriter(PageStyle style) : style_(style) {}

  /// A heading; level 1 is the page's own.
  void heading(int level, std::string_view text);
  void paragraph(std::string_view text);
  /// A line of a list; `depth` 0 is the outermost.
  void item(int depth, std::string_view text);
  /// Lines that are shown letter by letter.
  void block(std::string_view lines);

  /// The page, which ends with one line end.
  std::string take();

 private:
  enum class Last : std::uint8_t { Nothing, Item, Other };

  void begin(Last kind);
  std::string safe(std::string_view text) const;

  PageStyle style_;
  Last last_ = Last::Nothing;
  std::string text_;
};

}  // namespace pki::api
