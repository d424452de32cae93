#pragma once
// Text that grows line by line.

#include <string>
#include <string_view>

namespace pki::estate::pack {

/// How lines end: Lf, or CrLf for what Windows reads.
enum class LineEnd { Lf, CrLf };

class Lines {
 public:
  explicit Lines(LineEnd end = LineEnd::Lf) : end_(end == LineEnd::Lf ? "\n" : "\r\n") {}

  /// Adds a line; without an argument an empty one.
  Lines& add(std::string_view line = {}) {
    text_ += line;
    text_ += end_;
    return *this;
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
  std::string_view end_;
};

}  // namespace pki::estate::pack
