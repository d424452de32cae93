#pragma once
// Text of anybody in the languages of the pack: one function for each. What it returns cannot end the place that it is
// put into, nor be taken for anything but text there.

#include <string>
#include <string_view>

namespace pki::estate::pack {

/// One line: controls, invisible characters and octets that are not UTF-8 are shown as escapes (base/text.h). For
/// comments that begin with '#' and go to the end of the line; something must stand behind it that is no backslash.
std::string comment_text(std::string_view text);

/// The same for a comment between blocks of PEM: it has no two hyphens side by side, which every mark of a block has.
std::string pem_comment_text(std::string_view text);

/// A PowerShell string with its quotes: single ones, which expand nothing; every character that PowerShell takes for a
/// single quote, the typographic ones too, is doubled. One line.
std::string powershell_string(std::string_view text);

/// Text to stand behind `echo` or in a bare argument of cmd: in ASCII, one line, with ^ before what cmd takes for an
/// operator or a quote, and %% for %. What is not ASCII becomes '?', since cmd reads it in some code page.
std::string cmd_text(std::string_view text);

/// A string of nginx with its quotes. nginx has no way to write a '$' where it expands variables: it becomes '_'. One
/// line.
std::string nginx_string(std::string_view text);

/// A word of Apache's configuration with its quotes. "${" would be expanded (and cannot be escaped): its '$' becomes
/// '_', and so does the '%' of "%{". One line.
std::string apache_string(std::string_view text);

/// A word of a POSIX shell with its quotes: single ones. One line.
std::string shell_string(std::string_view text);

/// Text within a paragraph or a cell of Markdown (CommonMark, and GitHub's tables and links): one line, with a
/// backslash before punctuation that could mean something, and entities for '<', '>' and '&'.
std::string markdown_text(std::string_view text);

/// A code span within a cell of a table of Markdown, with its backticks. One line; not of an empty text.
std::string markdown_code(std::string_view text);

/// Character data or an attribute's value of XML 1.0: the five entities, and U+FFFD for what XML cannot hold.
std::string xml_text(std::string_view text);

}  // namespace pki::estate::pack
