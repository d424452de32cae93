#include "api/question_changes.h"

#include <algorithm>
#include <array>
#include <map>

#include "api/describe_certificate.h"
#include "api/describe_crl.h"
#include "api/describe_ocsp.h"
#include "api/texts.h"
#include "base/text.h"

namespace pki::api {
namespace {

using Changes = std::vector<std::string>;

// Objects of a list that one question has and the other has not are told one by one up to so many, then counted.
constexpr std::size_t kMostNamed = 10;

std::string quoted(const std::string& text) { return "\u00AB" + text + "\u00BB"; }

std::string title_of(const x509::Certificate& certificate) { return quoted(certificate_title(certificate)); }
std::string title_of(const x509::Crl& crl) { return "the CRL " + quoted(crl_title(crl)); }
std::string title_of(const x509::OcspResponse& response) { return "the " + ocsp_response_title(response); }

// By fingerprint: what there is of it.
template <typename List>
std::map<std::string, std::string> titles_by_fingerprint(const List& list) {
  std::map<std::string, std::string> titles;
  for (const auto& object : list) titles.emplace(as_text(object->fingerprint()), title_of(*object));
  return titles;
}

std::vector<x509::CertificatePtr> anchors_of(const path::TrustStore& store) {
  std::vector<x509::CertificatePtr> certificates;
  for (const path::TrustAnchorPtr& anchor : store.anchors()) {
    if (anchor->certificate() != nullptr) certificates.push_back(anchor->certificate());
  }
  return certificates;
}

void tell(Changes& changes, const std::vector<std::string>& titles, std::string_view what) {
  for (std::size_t i = 0; i < std::min(titles.size(), kMostNamed); ++i) {
    changes.push_back(titles[i] + " " + std::string(what));
  }
  if (titles.size() > kMostNamed) {
    changes.push_back(std::to_string(titles.size() - kMostNamed) + " more likewise: " + std::string(what));
  }
}

// What a list of objects lost and gained.
template <typename List>
void compare_lists(Changes& changes, const List& before, const List& after, std::string_view gone,
                   std::string_view come) {
  const auto old = titles_by_fingerprint(before);
  const auto now = titles_by_fingerprint(after);
  std::vector<std::string> lost;
  std::vector<std::string> gained;
  for (const auto& [fingerprint, name] : old) {
    if (!now.contains(fingerprint)) lost.push_back(name);
  }
  for (const auto& [fingerprint, name] : now) {
    if (!old.contains(fingerprint)) gained.push_back(name);
  }
  // Fingerprints are in no order that means anything.
  std::sort(lost.begin(), lost.end());
  std::sort(gained.begin(), gained.end());
  tell(changes, lost, gone);
  tell(changes, gained, come);
}

void compare_clock(Changes& changes, Time before, Time after) {
  if (before == after) return;
  const bool later = before < after;
  changes.push_back("the clock stands at " + to_iso8601(after) + ", " +
                    (later ? span_text(before, after) + " later" : span_text(after, before) + " earlier"));
}

// A value as a person would write it: a text without quotation marks, the elements of a list with commas.
std::string value_text(const json::Json* value) {
  if (value == nullptr || value->is_null()) return "not said";
  std::string text;
  if (value->is_string()) {
    text = value->get<std::string>();
  } else if (value->is_array() && !value->empty() &&
             std::all_of(value->begin(), value->end(), [](const json::Json& each) { return each.is_string(); })) {
    for (const json::Json& each : *value) text += (text.empty() ? "" : ", ") + each.get<std::string>();
  } else {
    text = json::dump(*value);
  }
  constexpr std::size_t kLongest = 200;
  return printable(json::excerpt(text, kLongest));
}

const json::Json* find_member(const json::Json* object, const std::string& name) {
  if (object == nullptr || !object->is_object()) return nullptr;
  const auto found = object->find(name);
  return found == object->end() || found->is_null() ? nullptr : &*found;
}

bool equal(const json::Json* a, const json::Json* b) {
  if (a == nullptr || b == nullptr) return a == b;
  return *a == *b;
}

void compare_member(Changes& changes, const json::Json* before, const json::Json* after, const std::string& name) {
  const json::Json* old = find_member(before, name);
  const json::Json* now = find_member(after, name);
  if (equal(old, now)) return;
  std::string label = name;
  std::replace(label.begin(), label.end(), '_', ' ');
  changes.push_back(label + ": " + value_text(now) + ", before " + value_text(old));
}

// The names of members that either object has, in the order of the first, then of the second.
std::vector<std::string> member_names(const json::Json* before, const json::Json* after) {
  std::vector<std::string> names;
  for (const json::Json* object : {before, after}) {
    if (object == nullptr || !object->is_object()) continue;
    for (const auto& [name, value] : object->items()) {
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  }
  return names;
}

// Everything that is not compared as an object: purpose, names, and what else a question may hold.
void compare_settings(Changes& changes, const json::Json& before, const json::Json& after) {
  constexpr std::array<std::string_view, 8> kObjects = {"target", "anchors", "at",         "pool",
                                                        "crls",   "ocsp",    "repository", "options"};
  for (const std::string& name : member_names(&before, &after)) {
    if (std::find(kObjects.begin(), kObjects.end(), name) == kObjects.end()) {
      compare_member(changes, &before, &after, name);
    }
  }
  const json::Json* old = find_member(&before, "options");
  const json::Json* now = find_member(&after, "options");
  for (const std::string& name : member_names(old, now)) compare_member(changes, old, now, name);
  if (!equal(find_member(&before, "repository"), find_member(&after, "repository"))) {
    changes.push_back("what is to be had from the network is another");
  }
}

}  // namespace

std::vector<std::string> question_changes(const AskedQuestion& before, const AskedQuestion& after) {
  const path::PathQuestion& old = before.asked.question;
  const path::PathQuestion& now = after.asked.question;
  Changes changes;
  if (!std::ranges::equal(old.target->fingerprint(), now.target->fingerprint())) {
    changes.push_back("another certificate is checked: " + title_of(*now.target) + " instead of " +
                      title_of(*old.target));
  }
  compare_clock(changes, old.options.at, now.options.at);
  compare_lists(changes, anchors_of(old.anchors), anchors_of(now.anchors), "is no trust anchor any more",
                "is a trust anchor now");
  compare_lists(changes, old.pool, now.pool, "is not at hand any more", "is at hand now");
  compare_lists(changes, old.crls, now.crls, "is not at hand any more", "is at hand now");
  compare_lists(changes, old.ocsp_responses, now.ocsp_responses, "is not at hand any more", "is at hand now");
  compare_settings(changes, before.params, after.params);
  return changes;
}

}  // namespace pki::api
