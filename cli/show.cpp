#include "show.h"

#include <map>
#include <vector>

namespace pki::cli {
namespace {

std::string range_text(const Json& range) {
  if (!range.is_array() || range.size() != 2) return {};
  return "bytes " + json::dump(range[0]) + ".." +
         std::to_string(range[0].get<std::uint64_t>() + range[1].get<std::uint64_t>());
}

/// The marks of an outcome: a word each, so that none hangs on colour alone.
std::string outcome_mark(const std::string& outcome) {
  static const std::map<std::string, std::string> kMarks = {
      {"pass", "ok  "}, {"fail", "FAIL"}, {"warn", "warn"}, {"skipped", "skip"}, {"not-reached", "----"}};
  const auto found = kMarks.find(outcome);
  return found == kMarks.end() ? outcome : found->second;
}

const Json& at(const Json& list, const Json& index) {
  static const Json kNothing;
  if (!list.is_array() || !index.is_number_unsigned()) return kNothing;
  const auto i = index.get<std::size_t>();
  return i < list.size() ? list[i] : kNothing;
}

std::string path_line(const Json& report, const Json& path) {
  std::string line;
  for (const Json& index : member(path, "certificates")) {
    if (!line.empty()) line += "  <-  ";
    line += text_of(at(member(report, "certificates"), index), "title");
  }
  if (truth_of(path, "accepted")) return line + "   [accepted]";
  return line + (truth_of(path, "complete") ? "   [refused]" : "   [ends without a trust anchor]");
}

std::string steps_text(const Json& report, const Json& path, Detail detail) {
  std::string text;
  for (const Json& step : member(path, "steps")) {
    const std::string outcome = text_of(step, "outcome");
    const bool matters = outcome == "fail" || outcome == "warn";
    if (!matters && detail == Detail::Verdict) continue;
    const std::string who = text_of(at(member(report, "certificates"), member(step, "certificate")), "title");
    text += "    " + outcome_mark(outcome) + "  " + (who.empty() ? "the path" : who) + ": " + text_of(step, "title") +
            " (" + text_of(step, "citation") + ")";
    if (const std::string note = text_of(step, "text"); !note.empty()) text += ": " + note;
    text += "\n" + findings_text(member(step, "findings"), "          ");
    text += findings_text(member(step, "considered"), "          ");
  }
  return text;
}

std::string fetches_text(const Json& report) {
  const Json& fetches = member(report, "fetches");
  if (!fetches.is_array() || fetches.empty()) return {};
  std::string text = "\nFetched:\n";
  for (const Json& fetch : fetches) {
    text += "    " + text_of(fetch, "outcome") + "  " + text_of(fetch, "url") + " (for " +
            text_of(at(member(report, "certificates"), member(fetch, "certificate")), "title") +
            "): " + text_of(fetch, "text") + "\n";
  }
  if (const Json& without = member(report, "without_fetching"); without.is_object()) {
    text += "Without fetching: " + text_of(without, "sentence") + "\n";
  }
  return text;
}

}  // namespace

std::string finding_text(const Json& finding, std::string_view indent) {
  const std::string gap(indent);
  std::string text = gap + text_of(finding, "severity") + ": " + text_of(finding, "summary");
  if (const std::string citation = text_of(finding, "citation"); !citation.empty()) {
    text += " (" + citation + ")";
  }
  text += "\n" + gap + "  rule " + text_of(finding, "rule");
  if (const std::string field = text_of(finding, "field"); !field.empty()) text += ", " + field;
  if (const std::string range = range_text(member(finding, "range")); !range.empty()) text += ", " + range;
  if (const std::string pointer = text_of(finding, "pointer"); !pointer.empty()) text += ", at " + pointer;
  text += "\n";
  if (const std::string cure = text_of(finding, "cure"); !cure.empty()) text += gap + "  cure: " + cure + "\n";
  return text;
}

std::string findings_text(const Json& findings, std::string_view indent) {
  std::string text;
  if (findings.is_array()) {
    for (const Json& finding : findings) text += finding_text(finding, indent);
  }
  return text;
}

std::string object_text(const Json& object, Ranges ranges) {
  std::string text = text_of(object, "sentence") + "\n";
  // Depth first with a stack of our own: fields nest as deep as an object's ASN.1 does.
  struct Open {
    const Json* fields;
    std::size_t next;
  };
  std::vector<Open> stack = {{&member(object, "fields"), 0}};
  while (!stack.empty()) {
    Open& top = stack.back();
    if (!top.fields->is_array() || top.next >= top.fields->size()) {
      stack.pop_back();
      continue;
    }
    const Json& field = (*top.fields)[top.next++];
    const std::string gap(stack.size() * 2, ' ');
    text += gap + text_of(field, "label");
    if (const std::string value = text_of(field, "value"); !value.empty()) text += ": " + value;
    if (const Json& badges = member(field, "badges"); badges.is_array()) {
      for (const Json& badge : badges) text += " [" + (badge.is_string() ? badge.get<std::string>() : "") + "]";
    }
    const std::string range = range_text(member(field, "range"));
    if (ranges == Ranges::Show && !range.empty()) text += "   (" + range + ")";
    text += "\n" + findings_text(member(field, "findings"), gap + "  ");
    stack.push_back({&member(field, "children"), 0});
  }
  if (const std::string findings = findings_text(member(object, "findings"), "  "); !findings.empty()) {
    text += "Findings:\n" + findings;
  }
  return text;
}

std::string report_text(const Json& report, Detail detail) {
  std::string text = text_of(report, "sentence") + "\n";
  if (const std::string cure = text_of(member(report, "headline"), "cure"); !cure.empty()) {
    text += "What to do: " + cure + "\n";
  }
  if (detail == Detail::Explained) text += "\n" + text_of(report, "picture");
  const Json& paths = member(report, "paths");
  const Json& best = member(report, "best");
  for (std::size_t i = 0; paths.is_array() && i < paths.size(); ++i) {
    const bool is_best = best.is_number() && best.get<std::size_t>() == i;
    if (!is_best && detail == Detail::Verdict) continue;
    text += "\n" + std::string(is_best ? "Best path: " : "Other path: ") + path_line(report, paths[i]) + "\n";
    text += steps_text(report, paths[i], detail);
  }
  text += fetches_text(report);
  if (detail == Detail::Verdict && paths.is_array() && paths.size() > 1) {
    text += "\n" + std::to_string(paths.size()) + " candidate paths were judged (--explain shows them all).\n";
  }
  if (detail == Detail::Explained) {
    text += "\nThe search:\n";
    for (const Json& event : member(report, "events")) {
      text += "    " + text_of(event, "kind") + ": " + text_of(event, "text") + "\n";
    }
    const Json& work = member(report, "work");
    text += "\nWork: " + json::dump(work) + "\n";
  }
  if (const Json& open = member(report, "not_judged"); open.is_array() && !open.empty()) {
    text += "\nNot judged yet:";
    for (const Json& what : open) text += " " + (what.is_string() ? what.get<std::string>() : "") + ";";
    text.back() = '\n';
  }
  return text;
}

}  // namespace pki::cli
