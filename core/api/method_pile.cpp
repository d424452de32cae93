// pile.sort: any pile of certificates, sorted into chains.

#include <map>

#include "api/describe_certificate.h"
#include "api/describe_finding.h"
#include "api/field.h"
#include "api/method.h"
#include "api/params.h"
#include "api/rules.h"
#include "api/sources.h"
#include "api/texts.h"
#include "asn1/oids.h"
#include "base/encoding.h"
#include "base/text.h"
#include "formats/sniff.h"
#include "pile/sort.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;
using x509::Certificate;
using x509::CertificatePtr;

/// How many different certificates are sorted; those beyond are counted.
constexpr std::size_t kMostCertificates = 10'000;
/// How many other objects are listed, and addresses of one certificate.
constexpr std::size_t kMostOthers = 1000;
constexpr std::size_t kMostUrls = 8;
constexpr std::size_t kLongestUrl = 400;

/// Where a certificate came from.
struct Origin {
  std::string file;
  std::size_t count = 0;
};

/// The pile as it was dropped.
class Heap {
 public:
  /// Adds what a file holds. Rules of what cannot be read go to the findings, with the file.
  void add(const SourceData& source) {
    formats::Dropped dropped = formats::read_dropped(source.data);
    note(dropped.findings, source.name);
    for (formats::Item& item : dropped.items) {
      if (item.kind == formats::ItemKind::Certificate) {
        add_certificate(std::move(item.der), source.name);
      } else if (item.kind != formats::ItemKind::Pkcs7) {
        add_other(item.kind, source.name);
      }
    }
  }

  /// Adds the anchors, behind the pile where they did not lie in it.
  void trust(const std::vector<CertificatePtr>& anchors) {
    pile.size = pile.certificates.size();
    for (const CertificatePtr& anchor : anchors) {
      const auto [found, added] = known_.emplace(as_text(anchor->fingerprint()), pile.certificates.size());
      if (added) {
        pile.certificates.push_back(anchor);
        origins.emplace_back();
      }
      pile.anchors.push_back(found->second);
    }
  }

  void note_left_out() {
    if (left_out_ > 0) note({{&rules::kPileLeftOut, {}, {{"count", std::to_string(left_out_)}}}}, {});
  }

  pile::Pile pile;
  std::vector<Origin> origins;  // of each certificate
  Json others = Json::array();
  Json findings = Json::array();

 private:
  void note(const Findings& list, const std::string& file) {
    for (const Finding& finding : most_severe(list)) {
      findings.push_back(describe(finding));
      findings.back()["file"] = printable(file);
    }
  }

  void add_certificate(ByteVector der, const std::string& file) {
    auto certificate = parse_certificate(std::move(der));
    if (!certificate.ok()) return note({certificate.error()}, file);
    const std::string key(as_text((*certificate)->fingerprint()));
    const auto found = known_.find(key);
    if (found != known_.end()) {
      ++origins[found->second].count;
    } else if (pile.certificates.size() == kMostCertificates) {
      ++left_out_;
    } else {
      known_.emplace(key, pile.certificates.size());
      pile.certificates.push_back(*std::move(certificate));
      origins.push_back({.file = printable(file), .count = 1});
    }
  }

  void add_other(formats::ItemKind kind, const std::string& file) {
    if (others.size() == kMostOthers) return;
    Json other;
    other["file"] = printable(file);
    other["kind"] = formats::kind_word(kind);
    other["text"] = std::string(formats::kind_phrase(kind)) + ", which is no part of a chain";
    others.push_back(std::move(other));
  }

  std::map<std::string, std::size_t> known_;  // fingerprints
  std::size_t left_out_ = 0;
};

std::string quoted(const Certificate& certificate) { return "\u00AB" + certificate_title(certificate) + "\u00BB"; }

std::string issuer_title(const Certificate& certificate) {
  return "\u00AB" + title(certificate.issuer(), nullptr, "no name") + "\u00BB";
}

/// The addresses at which the issuer's certificate is to be had (RFC 5280 4.2.2.1).
Json aia_urls(const Certificate& certificate) {
  Json urls = Json::array();
  const auto& access = certificate.extensions().authority_info_access;
  if (!access) return urls;
  for (const x509::AccessDescription& description : access->descriptions) {
    const bool wanted =
        description.method == asn1::oids::kCaIssuers && description.location.kind == x509::GeneralNameKind::Uri;
    if (wanted && urls.size() < kMostUrls) {
      urls.push_back(printable(json::excerpt(as_text(description.location.value), kLongestUrl)));
    }
  }
  return urls;
}

/// What is missing above the last certificate of a chain.
Json describe_missing(const Certificate& top) {
  const auto& authority = top.extensions().authority_key_identifier;
  const bool named = authority && authority->key_identifier;
  Json out;
  out["issuer"] = x509::to_rfc4514(top.issuer());
  out["key_id"] = named ? Json(to_hex(*authority->key_identifier)) : Json(nullptr);
  out["aia_urls"] = aia_urls(top);
  return out;
}

/// Tells of a sorted heap.
class Teller {
 public:
  Teller(const Heap& heap, const pile::SortedPile& sorted) : heap_(heap), sorted_(sorted) {
    for (const std::size_t anchor : heap.pile.anchors) trusted_[anchor] = true;
    number();
  }

  Json tell() {
    Json out;
    out["sentence"] = sentence();
    out["certificates"] = certificates();
    out["chains"] = chains();
    out["strays"] = strays();
    out["duplicates"] = duplicates();
    out["others"] = heap_.others;
    Json findings = heap_.findings;
    for (const Finding& finding : sorted_.findings) {
      findings.push_back(describe(finding));
      findings.back()["file"] = "";
    }
    out["findings"] = std::move(findings);
    return out;
  }

 private:
  const Certificate& at(std::size_t index) const { return *heap_.pile.certificates[index]; }
  bool trusted(std::size_t index) const { return trusted_.contains(index); }
  std::size_t size() const { return *heap_.pile.size; }

  /// Numbers what is listed: the pile, and of the anchors behind it those that end a chain.
  void number() {
    for (std::size_t i = 0; i < size(); ++i) listed_.push_back(i);
    for (const pile::Chain& chain : sorted_.chains) {
      const std::size_t top = chain.certificates.back();
      if (top >= size() && numbers_.emplace(top, listed_.size()).second) listed_.push_back(top);
    }
  }
  std::size_t number_of(std::size_t index) const {
    const auto found = numbers_.find(index);
    return found == numbers_.end() ? index : found->second;
  }

  std::string sentence() const {
    if (size() == 0) return "There is no certificate here.";
    std::size_t complete = 0;
    for (const pile::Chain& chain : sorted_.chains) complete += chain.complete() ? 1 : 0;
    const std::size_t chains = sorted_.chains.size();
    std::string text = count_text(size(), "certificate") + ": " + count_text(chains, "chain");
    if (complete < chains) text += ", " + std::to_string(chains - complete) + " of them incomplete";
    text += ", " + count_text(sorted_.strays.size(), "stray");
    std::size_t twice = 0;
    for (std::size_t i = 0; i < size(); ++i) twice += heap_.origins[i].count > 1 ? 1 : 0;
    if (twice > 0) text += ", " + count_text(twice, "duplicate");
    return text + ".";
  }

  Json certificates() const {
    Json list = Json::array();
    for (const std::size_t i : listed_) {
      const Certificate& certificate = at(i);
      Json out;
      out["index"] = list.size();
      out["file"] = heap_.origins[i].file;
      out["title"] = certificate_title(certificate);
      out["subject"] = x509::to_rfc4514(certificate.subject());
      out["issuer"] = x509::to_rfc4514(certificate.issuer());
      out["role"] = certificate_role(certificate);
      out["sha256"] = to_hex(certificate.fingerprint());
      out["not_after"] = certificate.not_after() ? Json(to_iso8601(certificate.not_after()->time)) : Json(nullptr);
      out["der"] = to_base64(certificate.der());
      out["count"] = heap_.origins[i].count;
      out["trusted"] = trusted(i);
      list.push_back(std::move(out));
    }
    return list;
  }

  std::string chain_sentence(const pile::Chain& chain) const {
    const Certificate& leaf = at(chain.certificates.front());
    const Certificate& top = at(chain.certificates.back());
    const std::string issuer = issuer_title(top);
    const bool alone = chain.certificates.size() == 1;
    const std::string way = alone ? quoted(leaf) : quoted(leaf) + " up to " + quoted(top);
    switch (chain.end) {
      case pile::ChainEnd::Anchor:
        return way + (alone ? " is trusted itself." : ", which is trusted.");
      case pile::ChainEnd::SelfSigned:
        return way + (alone ? " is self-signed." : ", which is self-signed") +
               (alone                        ? ""
                : heap_.pile.anchors.empty() ? "."
                                             : " and not among the trusted ones.");
      case pile::ChainEnd::NotThere:
        return way + ": the certificate of its issuer " + issuer + " is missing.";
      case pile::ChainEnd::OtherKey:
        return way + ": its issuer " + issuer +
               " is here, but with another key; the certificate for the right key is " + "missing.";
      case pile::ChainEnd::Circle:
        return way + ": from there on, CAs only certify one another.";
      case pile::ChainEnd::Unchecked:
        return way + ": whether its issuer " + issuer + " is here was not found out.";
      case pile::ChainEnd::TooLong:
        break;
    }
    return way + ": the chain goes on, and is too long.";
  }

  static bool has_missing_link(pile::ChainEnd end) {
    return end == pile::ChainEnd::NotThere || end == pile::ChainEnd::OtherKey || end == pile::ChainEnd::Unchecked;
  }

  Json chains() const {
    Json list = Json::array();
    for (const pile::Chain& chain : sorted_.chains) {
      Json indexes = Json::array();
      for (const std::size_t index : chain.certificates) indexes.push_back(number_of(index));
      Json out;
      out["leaf"] = number_of(chain.certificates.front());
      out["certificates"] = std::move(indexes);
      out["complete"] = chain.complete();
      out["missing"] = has_missing_link(chain.end) ? describe_missing(at(chain.certificates.back())) : Json(nullptr);
      out["sentence"] = chain_sentence(chain);
      list.push_back(std::move(out));
    }
    return list;
  }

  std::string stray_text(const pile::Stray& stray) const {
    switch (stray.why) {
      case pile::StrayReason::UnusedRoot:
        return "A root that no leaf here needs";
      case pile::StrayReason::UnusedCa:
        return "A CA below " + issuer_title(at(stray.index)) + " that no leaf here needs";
      case pile::StrayReason::OtherChosen:
        return "The same CA, by name and key, as " + quoted(at(*stray.chosen)) +
               ", of which another certificate leads higher or lives longer";
      case pile::StrayReason::NotListed:
        break;
    }
    return "Its chain is one of those that are not listed";
  }

  Json strays() const {
    Json list = Json::array();
    for (const pile::Stray& stray : sorted_.strays) {
      Json out;
      out["index"] = stray.index;
      out["why"] = stray_text(stray);
      list.push_back(std::move(out));
    }
    return list;
  }

  Json duplicates() const {
    Json list = Json::array();
    for (std::size_t i = 0; i < size(); ++i) {
      if (heap_.origins[i].count < 2) continue;
      Json out;
      out["index"] = i;
      out["times"] = heap_.origins[i].count;
      list.push_back(std::move(out));
    }
    return list;
  }

  const Heap& heap_;
  const pile::SortedPile& sorted_;
  std::map<std::size_t, bool> trusted_;
  std::vector<std::size_t> listed_;             // indexes into the pile's certificates, as they are numbered
  std::map<std::size_t, std::size_t> numbers_;  // of anchors behind the pile
};

Result<Json> sort_pile(ObjectReader& params) {
  Heap heap;
  PKI_TRY(heap.pile.now, read_optional_time(params, "now"));
  PKI_TRY(const Value files, params.required("files"));
  PKI_TRY(const std::vector<Value> elements, json::read_list(files));
  CertificateList anchors;
  if (const std::optional<Value> value = params.optional("anchors")) {
    PKI_TRY(anchors, read_certificates(*value));
  }
  for (const Value& element : elements) {
    PKI_TRY(const SourceData source, read_source(element));
    heap.add(source);
  }
  heap.note_left_out();
  heap.trust(anchors.certificates);
  const pile::SortedPile sorted = pile::sort(heap.pile);
  Json out = Teller(heap, sorted).tell();
  for (const Finding& finding : anchors.findings) {
    out["findings"].push_back(describe(finding));
    out["findings"].back()["file"] = "";
  }
  return out;
}

constexpr ParamRow kRows[] = {
    {"files", "[Source]", Presence::Required, "Files in any form and order, each with any number of certificates"},
    {"anchors", "[Source]", Presence::Optional, "Certificates that are trusted, at which chains may end"},
    {"now", "Time", Presence::Optional,
     "The time for which, of several ways up, the one whose certificates are all valid is preferred"},
};
constexpr std::span<const ParamRow> kParams[] = {kRows};

constexpr Method kMethods[] = {
    {"pile.sort",
     "Sorts any pile of certificates into chains, and names strays, duplicates and the links that are missing", kParams,
     sort_pile},
};

}  // namespace

std::span<const Method> pile_methods() { return kMethods; }

}  // namespace pki::api
