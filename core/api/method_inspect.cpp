// inspect: whatever was dropped.

#include "api/describe_finding.h"
#include "api/describe_item.h"
#include "api/method.h"
#include "api/params.h"
#include "api/rules.h"
#include "api/sources.h"
#include "base/text.h"
#include "formats/sniff.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;

/// How many objects are described in one answer; those beyond are only counted. A thousand are some 20 MB of JSON.
constexpr std::size_t kMostItems = 1000;

/// What one request found, file by file.
struct Inspection {
  std::optional<Time> now;
  Json items = Json::array();
  Json findings = Json::array();
  std::size_t left_out = 0;

  void note(const Findings& list, const std::string& file) {
    for (const Finding& finding : most_severe(list)) {
      findings.push_back(describe(finding));
      findings.back()["file"] = printable(file);
    }
  }

  void add(const SourceData& source) {
    const formats::Dropped dropped = formats::read_dropped(source.data);
    note(dropped.findings, source.name);
    for (const formats::Item& item : dropped.items) {
      if (items.size() >= kMostItems) {
        ++left_out;
        continue;
      }
      Findings unreadable;
      items.push_back(describe_item(item, now, unreadable));
      items.back()["file"] = printable(source.name);
      note(unreadable, source.name);
    }
  }
};

Result<Json> inspect(ObjectReader& params) {
  constexpr std::string_view kWays[] = {"files", "text"};
  PKI_CHECK(at_most_one(params, kWays));
  Inspection inspection;
  PKI_TRY(inspection.now, read_optional_time(params, "now"));
  if (const std::optional<Value> text = params.optional("text")) {
    PKI_TRY(const std::string_view content, json::read_text(*text));
    inspection.add({to_vector(as_bytes(content)), {}});
  } else {
    PKI_TRY(const Value files, params.required("files"));
    PKI_TRY(const std::vector<Value> elements, json::read_list(files));
    for (const Value& element : elements) {
      PKI_TRY(const SourceData source, read_source(element));
      inspection.add(source);
    }
  }
  if (inspection.left_out > 0) {
    inspection.note({{&rules::kItemsLeftOut, {}, {{"count", std::to_string(inspection.left_out)}}}}, {});
  }
  Json out;
  out["items"] = std::move(inspection.items);
  out["findings"] = std::move(inspection.findings);
  return out;
}

constexpr ParamRow kInspectRows[] = {
    {"files", "[Source]", Presence::Optional, "Files in any form"},
    {"text", "text", Presence::Optional, "A text that was pasted, instead of files"},
    {"now", "Time", Presence::Optional, "The time for which validity is told"},
};
constexpr std::span<const ParamRow> kInspectParams[] = {kInspectRows};

constexpr Method kMethods[] = {
    {"inspect", "Tells what files or a text hold, and shows each object in them", kInspectParams, inspect},
};

}  // namespace

std::span<const Method> inspect_methods() { return kMethods; }

}  // namespace pki::api
