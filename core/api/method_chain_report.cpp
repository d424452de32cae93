// chain.report: the check on one page, for printing and for tickets.

#include "api/chain_question.h"
#include "api/chain_rows.h"
#include "api/describe_report.h"
#include "api/report_page.h"

namespace pki::api {
namespace {

constexpr json::Choice<PageStyle> kStyles[] = {{"markdown", PageStyle::Markdown}, {"text", PageStyle::Plain}};

Result<Json> write_report(json::ObjectReader& params) {
  PageStyle style = PageStyle::Markdown;
  if (const std::optional<json::Value> value = params.optional("format")) {
    PKI_TRY(style, json::read_choice(*value, kStyles));
  }
  PKI_TRY(const ChainQuestion asked, read_chain_question(params));
  const path::Report report = answer(asked);
  const bool markdown = style == PageStyle::Markdown;
  Json out;
  out["accepted"] = report.accepted;
  out["text"] = report_page(report, asked.question, style);
  out["file_name"] = report_file_stem(asked.question) + (markdown ? ".md" : ".txt");
  out["media_type"] = markdown ? "text/markdown" : "text/plain";
  return out;
}

constexpr ParamRow kFormatRows[] = {
    {"format", "text", Presence::Optional, "markdown or text; otherwise markdown"},
};
constexpr std::span<const ParamRow> kParams[] = {kQuestionRows, kFormatRows};

constexpr Method kMethods[] = {
    {"chain.report", "Checks a chain, and writes verdict, question, paths, findings and cures on one page", kParams,
     write_report},
};

}  // namespace

std::span<const Method> chain_report_methods() { return kMethods; }

}  // namespace pki::api
