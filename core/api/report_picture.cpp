#include "api/report_picture.h"

#include <vector>

#include "api/describe_certificate.h"
#include "api/report_texts.h"
#include "api/texts.h"

namespace pki::api {
namespace {

// A certificate of one or more paths, with what stands above it.
struct Branch {
  std::string label;
  const x509::Certificate* certificate = nullptr;
  std::vector<std::size_t> children = {};
};

/// Grows the tree; node 0 is a root that is not shown.
class Tree {
 public:
  void add(const path::CandidatePath& path, std::size_t number) {
    std::size_t at = 0;
    for (const x509::CertificatePtr& certificate : path.certificates) at = child_of(at, *certificate);
    const bool bare = path.anchor != nullptr && path.anchor->certificate() == nullptr;
    if (bare) at = grow(at, {title(path.anchor->name(), nullptr, "no name")});
    branches_[at].label += end_of(path, number);
  }

  std::string to_text() const {
    struct Line {
      std::size_t branch;
      std::string indent;  // of what is above it
      std::string lead;    // of this line
    };
    std::string text;
    std::vector<Line> open;
    for (std::size_t i = branches_[0].children.size(); i-- > 0;) open.push_back({branches_[0].children[i], "", ""});
    while (!open.empty()) {
      const Line line = std::move(open.back());
      open.pop_back();
      const Branch& branch = branches_[line.branch];
      text += line.lead + branch.label + "\n";
      for (std::size_t i = branch.children.size(); i-- > 0;) {
        const bool last = i + 1 == branch.children.size();
        open.push_back({branch.children[i], line.indent + (last ? "   " : "\u2502  "),
                        line.indent + (last ? "\u2514\u2500 " : "\u251C\u2500 ")});
      }
    }
    return text;
  }

 private:
  std::size_t grow(std::size_t parent, Branch branch) {
    const std::size_t index = branches_.size();
    branches_.push_back(std::move(branch));
    branches_[parent].children.push_back(index);
    return index;
  }

  std::size_t child_of(std::size_t parent, const x509::Certificate& certificate) {
    for (const std::size_t child : branches_[parent].children) {
      const x509::Certificate* other = branches_[child].certificate;
      if (other != nullptr && std::ranges::equal(other->fingerprint(), certificate.fingerprint())) return child;
    }
    return grow(parent, {certificate_title(certificate), &certificate});
  }

  static std::string end_of(const path::CandidatePath& path, std::size_t number) {
    std::string text = path.complete() ? " (trust anchor)" : "";
    text += "   [path " + std::to_string(number) + (path.accepted ? ": accepted]" : ": refused");
    if (path.accepted) return text;
    if (path.headline.has_value()) text += ": " + headline_text(path);
    return text + "]";
  }

  std::vector<Branch> branches_ = std::vector<Branch>(1);
};

}  // namespace

std::string report_picture(const path::Report& report) {
  Tree tree;
  for (std::size_t i = 0; i < report.paths.size(); ++i) tree.add(report.paths[i], i + 1);
  return tree.to_text();
}

}  // namespace pki::api
