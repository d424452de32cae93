#include "formats/text_file.h"

#include <catch2/catch_test_macros.hpp>

namespace pki::formats {
namespace {

using namespace std::string_view_literals;

std::string text_of(std::string_view file) { return std::string(TextFile(as_bytes(file)).text()); }

}  // namespace

TEST_CASE("a byte order mark is taken off, and UTF-16 becomes one octet a character") {
  CHECK(text_of("abc") == "abc");
  CHECK(text_of("\xEF\xBB\xBF"
                "abc") == "abc");
  CHECK(text_of("\xFF\xFE"
                "a\0b\0"sv) == "ab");
  CHECK(text_of("\xFE\xFF\0a\0b"sv) == "ab");
  CHECK(text_of("\xFF\xFE"
                "a\0\xEB\0\x3D\xD8\0\xDE"
                "b\0"sv) == "a???b");
  CHECK(text_of("\xFF\xFE"
                "a\0b"sv) == "a");
  CHECK(text_of("") == "");
  CHECK(text_of("\xFF\xFE") == "");
}

TEST_CASE("UTF-16 without a mark is known by its zeros") {
  CHECK(text_of("a\0b\0c\0d\0"sv) == "abcd");
  CHECK(text_of("\0a\0b\0c\0d"sv) == "abcd");
  CHECK(text_of("a\0b\0c\0"sv) == "a\0b\0c\0"sv);
  CHECK(text_of("a\0b\0c\0d\1"sv) == "a\0b\0c\0d\1"sv);
}

TEST_CASE("a place in the text is a place in the file") {
  CHECK(TextFile(as_bytes("abc")).in_file({1, 2}) == ByteRange{1, 2});
  CHECK(TextFile(as_bytes("\xEF\xBB\xBF"
                          "abc"))
            .in_file({1, 2}) == ByteRange{4, 2});
  CHECK(TextFile(as_bytes("\xFF\xFE"
                          "a\0b\0"sv))
            .in_file({1, 1}) == ByteRange{4, 2});
  CHECK(TextFile(as_bytes("a\0b\0c\0d\0"sv)).in_file({0, 4}) == ByteRange{0, 8});
}

TEST_CASE("text has no control characters but white space") {
  CHECK(looks_like_text(""));
  CHECK(looks_like_text("a\r\n\tb\x1A"));
  CHECK(looks_like_text("Zo\xC3\xAB"));
  CHECK_FALSE(looks_like_text("a\0b"sv));
  CHECK_FALSE(looks_like_text("a\x02"));
  CHECK_FALSE(looks_like_text("a\x7F"));
}

}  // namespace pki::formats
