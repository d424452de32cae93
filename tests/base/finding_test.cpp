#include "base/finding.h"

#include <catch2/catch_test_macros.hpp>

namespace pki {
namespace {

constexpr Rule kRule{"test.rule", Severity::Error, "RFC 0 1", "The {what} is {value}, not {expected}",
                     "Make it {expected}"};
constexpr Rule kBraces{"test.braces", Severity::Info, "", "an open { brace", ""};
constexpr Rule kEmpty{"test.empty", Severity::Notice, "", "{}{missing}!", "{a}{a}"};

Finding finding(const Rule& rule, std::vector<Param> params = {}) { return {&rule, {}, std::move(params)}; }

}  // namespace

TEST_CASE("placeholders are filled with the finding's parameters") {
  const Finding f = finding(kRule, {{"what", "version"}, {"value", "7"}, {"expected", "2"}});
  CHECK(render_summary(f) == "The version is 7, not 2");
  CHECK(render_cure(f) == "Make it 2");
  CHECK(f.id() == "test.rule");
  CHECK(f.severity() == Severity::Error);
  CHECK(f.param("value") == "7");
  CHECK(f.param("nothing").empty());
}

TEST_CASE("a placeholder without a parameter is left empty, and a lone brace stays") {
  CHECK(render_summary(finding(kRule)) == "The  is , not ");
  CHECK(render_summary(finding(kBraces)) == "an open { brace");
  CHECK(render_cure(finding(kBraces)).empty());
  CHECK(render_summary(finding(kEmpty)) == "!");
  CHECK(render_cure(finding(kEmpty, {{"a", "x"}})) == "xx");
}

TEST_CASE("what stands in two pairs of braces stays as it is") {
  static constexpr Rule kVariables{"test.variables", Severity::Error, "", "{{UserName}} of {who}, {{x", ""};
  CHECK(render_summary({&kVariables, {}, {{"who", "Ann"}, {"UserName", "no"}}}) == "{{UserName}} of Ann, {{x");
}

TEST_CASE("a parameter can neither break the line nor bring placeholders of its own") {
  const Finding f = finding(kRule, {{"what", "a\nb\x80\xE2\x80\xAE"}, {"value", "{expected}"}, {"expected", "\\"}});
  CHECK(render_summary(f) == "The a\\u{000A}b\\x80\\u{202E} is {expected}, not \\\\");
}

TEST_CASE("errors are errors and what is worse") {
  constexpr Rule kInfo{"test.info", Severity::Info, "", "", ""};
  constexpr Rule kWarning{"test.warning", Severity::Warning, "", "", ""};
  constexpr Rule kFatal{"test.fatal", Severity::Fatal, "", "", ""};
  CHECK_FALSE(has_errors({}));
  CHECK_FALSE(has_errors({finding(kInfo), finding(kWarning)}));
  CHECK(has_errors({finding(kInfo), finding(kRule)}));
  CHECK(has_errors({finding(kFatal)}));
}

TEST_CASE("severities have words") {
  CHECK(severity_name(Severity::Info) == "info");
  CHECK(severity_name(Severity::Notice) == "notice");
  CHECK(severity_name(Severity::Warning) == "warning");
  CHECK(severity_name(Severity::Error) == "error");
  CHECK(severity_name(Severity::Fatal) == "fatal");
}

}  // namespace pki
