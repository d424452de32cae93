#include "show_relying.h"

#include <algorithm>
#include <map>
#include <vector>

namespace pki::cli {
namespace {

constexpr std::size_t kTitleWidth = 26;

std::string padded(std::string text, std::size_t width) {
  if (text.size() + 2 > width) return text + "  ";
  text.resize(width, ' ');
  return text;
}

/// "OpenSSL (X509_V_ERR): 20 X509_V_ERR_...: unable to get local issuer certificate".
std::string word_text(const Json& word) {
  std::string text = text_of(word, "product") + ":";
  for (const char* member : {"code", "name"}) {
    if (const std::string part = text_of(word, member); !part.empty()) text += " " + part;
  }
  if (const std::string said = text_of(word, "text"); !said.empty()) text += " \"" + said + "\"";
  if (text_of(word, "certainty") == "assumed") text += " [not verified]";
  return text;
}

std::string row_text(const Json& row) {
  const bool accepted = truth_of(row, "accepted");
  std::string text = padded(text_of(row, "title"), kTitleWidth) + (accepted ? "accepts" : "REFUSES");
  if (accepted) return text + "\n";
  if (const std::string fault = text_of(row, "fault"); !fault.empty()) text += "  " + fault;
  text += "\n    " + text_of(row, "sentence") + "\n";
  for (const Json& word : member(row, "words")) text += "    " + word_text(word) + "\n";
  return text;
}

}  // namespace

std::string opinions_text(const Json& answer) {
  std::string text = text_of(answer, "sentence") + "\n\n";
  for (const Json& row : member(answer, "rows")) text += row_text(row);
  return text;
}

std::string relying_party_text(const Json& party) {
  std::string text = text_of(party, "id") + ": " + text_of(party, "title") + " (" + text_of(party, "kind") + ")\n    " +
                     text_of(party, "description") + "\n";
  for (const Json& setting : member(party, "settings")) {
    text += "    " + padded(text_of(setting, "name"), kTitleWidth) + text_of(setting, "value") + " (" +
            text_of(setting, "certainty") + ")\n        " + text_of(setting, "text") + "\n        " +
            text_of(setting, "source") + "\n";
  }
  if (const std::string peer = text_of(party, "checked_against"); !peer.empty()) {
    text += "    The tests compare it with " + peer + ".\n";
  }
  return text;
}

std::string foreign_words_text(const Json& hits) {
  if (!hits.is_array() || hits.empty()) return "No product that is known here says that.\n";
  // Fault by fault, in the order in which they were first met.
  std::vector<std::string> order;
  std::map<std::string, std::string> words;
  std::map<std::string, const Json*> faults;
  for (const Json& hit : hits) {
    const Json& fault = member(hit, "fault");
    const std::string id = text_of(fault, "id");
    if (faults.emplace(id, &fault).second) order.push_back(id);
    Json word = hit;
    if (text_of(hit, "word") != text_of(hit, "text")) word["name"] = text_of(hit, "word");
    words[id] += "    " + word_text(word) + (text_of(hit, "match") == "part" ? " (in part)" : "") + "\n";
  }
  std::string text;
  for (const std::string& id : order) {
    const Json& fault = *faults[id];
    text += text_of(fault, "title") + " (" + id + ")\n  " + text_of(fault, "meaning") +
            ".\n  What to do: " + text_of(fault, "cure") + ".\n  To see it here: " + text_of(fault, "see") + ".\n" +
            words[id] + "\n";
  }
  return text;
}

}  // namespace pki::cli
