#include "cloudpki/byoca/pile.h"

#include <algorithm>
#include <map>
#include <set>

#include "path/builder.h"

namespace pki::cloudpki::byoca {
namespace {

using x509::Certificate;

std::string id_of(const Certificate& certificate) { return std::string(as_text(certificate.fingerprint())); }

/// The pile with each octets once.
class Sorter {
 public:
  Sorter(const Pile& pile, Time at) : pile_(pile), at_(at) {
    for (std::size_t i = 0; i < pile.certificates.size(); ++i) {
      const auto [place, is_new] = first_.emplace(id_of(*pile.certificates[i].certificate), i);
      if (is_new) unique_.push_back(i);
      ++count_[place->second];
    }
  }

  Parts sort() {
    for (const auto& [index, times] : count_) {
      if (times > 1) parts_.duplicates.emplace_back(index, times);
    }
    parts_.request_count = pile_.requests.size();
    if (!pile_.requests.empty()) {
      parts_.request = pick_request();
      find_answers();
    } else {
      parts_.answer = find_lowest_ca();
    }
    if (parts_.answer) find_chain();
    find_strays();
    return std::move(parts_);
  }

 private:
  const Certificate& at(std::size_t index) const { return *pile_.certificates[index].certificate; }

  bool has_key_of(std::size_t index, const x509::Request& request) const {
    return equal(at(index).public_key().whole, request.public_key().whole);
  }

  // Of several requests the first that somebody answers, else the first.
  x509::RequestPtr pick_request() const {
    for (const DroppedRequest& dropped : pile_.requests) {
      const auto answers = [&](std::size_t index) { return has_key_of(index, *dropped.request); };
      if (std::any_of(unique_.begin(), unique_.end(), answers)) return dropped.request;
    }
    return pile_.requests.front().request;
  }

  void find_answers() {
    const x509::Request& request = *parts_.request;
    const auto begin = [&](std::size_t index) {
      return at(index).not_before() ? at(index).not_before()->time : Time{};
    };
    for (const std::size_t index : unique_) {
      if (has_key_of(index, request)) {
        parts_.answers.push_back(index);
        if (!parts_.answer || begin(*parts_.answer) < begin(index)) parts_.answer = index;
      } else if (!parts_.impostor && x509::names_match(at(index).subject(), request.subject())) {
        parts_.impostor = index;
      }
    }
  }

  // Nobody's issuer by name; CAs before others, since a BYOCA chain has no leaf.
  std::optional<std::size_t> find_lowest_ca() const {
    std::set<std::string> issuers;
    for (const std::size_t index : unique_) {
      if (!at(index).self_issued()) issuers.insert(at(index).issuer_key());
    }
    std::optional<std::size_t> lowest;
    for (const std::size_t index : unique_) {
      if (issuers.contains(at(index).subject_key()) || x509::is_self_signed(at(index))) continue;
      const auto& constraints = at(index).extensions().basic_constraints;
      const bool is_ca = constraints && constraints->ca;
      if (is_ca) return index;
      if (!lowest) lowest = index;
    }
    return lowest;
  }

  void find_chain() {
    path::PathQuestion question{.target = pile_.certificates[*parts_.answer].certificate, .options = desk_options(at_)};
    for (const std::size_t index : unique_) {
      if (index == *parts_.answer) continue;
      if (x509::is_self_signed(at(index))) {
        question.anchors.add(pile_.certificates[index].certificate);
      } else {
        question.pool.push_back(pile_.certificates[index].certificate);
      }
    }
    path::Report report = path::check_paths(question);
    if (report.paths.empty()) return;
    parts_.path = std::move(report.paths.front());
    for (std::size_t i = 1; i < parts_.path->certificates.size(); ++i) {
      parts_.chain.push_back(first_.at(id_of(*parts_.path->certificates[i])));
    }
  }

  void find_strays() {
    for (const std::size_t index : unique_) {
      const bool used = (parts_.answer && index == *parts_.answer) ||
                        std::find(parts_.chain.begin(), parts_.chain.end(), index) != parts_.chain.end();
      if (!used) parts_.strays.push_back(index);
    }
  }

  const Pile& pile_;
  Time at_;
  std::map<std::string, std::size_t> first_;
  std::map<std::size_t, std::size_t> count_;
  std::vector<std::size_t> unique_;
  Parts parts_;
};

}  // namespace

path::CheckOptions desk_options(Time at) {
  path::CheckOptions options;
  options.at = at;
  options.target_anchor = path::TargetAnchor::Refuse;
  return options;
}

Parts sort_pile(const Pile& pile, Time at) { return Sorter(pile, at).sort(); }

}  // namespace pki::cloudpki::byoca
