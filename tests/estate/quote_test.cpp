// Text of anybody in the languages of the pack: nothing that a name holds leaves the place that it is put into.

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>

#include "base/text.h"
#include "estate/pack/file_names.h"
#include "estate/pack/quote.h"

namespace pki::test {

using namespace estate::pack;

namespace {

constexpr std::array<std::string_view, 16> kHostile = {
    "Contoso Root CA",
    "'; Remove-Item C:\\ -Recurse; '",
    "\xE2\x80\x99; calc \xE2\x80\x98",
    "\" & calc & \"",
    "$(calc) `calc` ${IFS} $env:PATH",
    "%PATH% %0 %~",
    "^",
    "a\nssl_verify_client off;\r\nb",
    "} server { listen 80;",
    "</string><key>PayloadType</key>",
    "<script>alert(1)</script>",
    "]]> &amp; <!ENTITY x \"y\">",
    "[x](http://evil.example) **bold** | cell | `code`",
    "-----BEGIN CERTIFICATE-----",
    std::string_view("nul\0inside \x1B[31m \xFF\xFE", 20),
    "ends with a backslash \\",
};

bool is_one_line(const std::string& text) {
  return is_utf8(text) &&
         std::none_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; });
}

}  // namespace

TEST_CASE("quote: whatever a name holds stays one line of UTF-8") {
  for (const std::string_view text : kHostile) {
    INFO(text);
    CHECK(is_one_line(comment_text(text)));
    CHECK(is_one_line(pem_comment_text(text)));
    CHECK(is_one_line(powershell_string(text)));
    CHECK(is_one_line(cmd_text(text)));
    CHECK(is_one_line(nginx_string(text)));
    CHECK(is_one_line(apache_string(text)));
    CHECK(is_one_line(shell_string(text)));
    CHECK(is_one_line(markdown_text(text)));
    CHECK(is_one_line(markdown_code(text)));
  }
}

TEST_CASE("quote: a PowerShell string doubles every kind of single quote, and expands nothing") {
  CHECK(powershell_string("a'b") == "'a''b'");
  CHECK(powershell_string("\xE2\x80\x99") == "'\xE2\x80\x99\xE2\x80\x99'");
  CHECK(powershell_string("$(calc) `n \"") == "'$(calc) `n \"'");
  CHECK(powershell_string("a\nb") == "'a b'");
}

TEST_CASE("quote: text for cmd has no operator, quote or variable, and is ASCII") {
  CHECK(cmd_text("a & b | c > d") == "a ^& b ^| c ^> d");
  CHECK(cmd_text("100% \"sure\" ^ (yes)") == "100%% ^\"sure^\" ^^ ^(yes^)");
  CHECK(cmd_text("Z\xC3\xBCrich") == "Z?rich");
  CHECK(cmd_text("x\r\ndel *") == "x  del *");
}

TEST_CASE("quote: strings of nginx and Apache end where they end, and expand nothing") {
  CHECK(nginx_string("a\"; b\\") == "\"a\\\"; b\\\\\"");
  CHECK(nginx_string("$host") == "\"_host\"");
  CHECK(apache_string("${HOME} %{HTTP} $x \"\\") == "\"_{HOME} _{HTTP} $x \\\"\\\\\"");
  CHECK(apache_string("$%{x") == "\"$_{x\"");
}

TEST_CASE("quote: a word of the shell is one word") {
  CHECK(shell_string("a'b $(x)") == "'a'\\''b $(x)'");
  CHECK(shell_string("a\nb") == "'a b'");
}

TEST_CASE("quote: Markdown holds no markup of a name") {
  CHECK(markdown_text("<script>alert(1)</script>") == "&lt;script&gt;alert(1)&lt;/script&gt;");
  CHECK(markdown_text("a|b*c_d`e[f]\\") == "a\\|b\\*c\\_d\\`e\\[f\\]\\\\");
  CHECK(markdown_text("http://x www.y a.b Why: so") == "http\\://x www\\.y a.b Why\\: so");
  CHECK(markdown_text("A: b") == "A: b");
  CHECK(markdown_text("a\n# b") == "a \\# b");
  CHECK(markdown_code("a|b") == "`a\\|b`");
  CHECK(markdown_code("a``b") == "``` a``b ```");
}

TEST_CASE("quote: XML holds characters that XML can hold, and its marks as entities") {
  CHECK(xml_text("<a b='c' d=\"e\">&") == "&lt;a b=&apos;c&apos; d=&quot;e&quot;&gt;&amp;");
  CHECK(xml_text(std::string_view("a\0b\x0B", 4)) ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD");
  CHECK(xml_text("\xFF") == "\xEF\xBF\xBD");
  CHECK(xml_text("a\nb\r") == "a\nb&#13;");
  CHECK(xml_text("\xEF\xBF\xBF") == "\xEF\xBF\xBD");  // U+FFFF
}

TEST_CASE("quote: a comment between PEM blocks cannot begin a block") {
  CHECK(pem_comment_text("-----BEGIN CERTIFICATE-----") == "-BEGIN CERTIFICATE-");
}

TEST_CASE("file names: of letters that every file system takes") {
  CHECK(safe_file_name("Contoso Root CA") == "Contoso-Root-CA");
  CHECK(safe_file_name("../../etc/passwd") == "etc-passwd");
  CHECK(safe_file_name("a\\b:c*d?e\"f<g>h|i\n") == "a-b-c-d-e-f-g-h-i");
  CHECK(safe_file_name("...") == "unnamed");
  CHECK(safe_file_name("") == "unnamed");
  CHECK(safe_file_name("CON") == "_CON");
  CHECK(safe_file_name("com1.cer") == "_com1.cer");
  CHECK(safe_file_name("common") == "common");
  CHECK(safe_file_name(std::string(200, 'x')).size() == kLongestName);
  for (const std::string_view text : kHostile) {
    const std::string name = safe_file_name(text);
    INFO(name);
    CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-") ==
          std::string::npos);
  }
}

TEST_CASE("file names: are given away once, also where only case tells them apart") {
  FileNames names;
  CHECK(names.take("Root CA") == "Root-CA");
  CHECK(names.take("root/ca") == "root-ca-2");
  CHECK(names.take("ROOT CA") == "ROOT-CA-3");
  CHECK(names.take("Root-CA-2") == "Root-CA-2-2");
}

}  // namespace pki::test
