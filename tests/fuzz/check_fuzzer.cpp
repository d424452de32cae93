// The whole check. The input is a list of items, each a letter, two octets of length, and the content:
//
//   T certificate  the target (the last one counts; without it, the first of the pool)
//   P certificate  of the pool
//   A certificate  an anchor
//   B certificate  an anchor that is a bare name and key
//   O octets       the options, an octet for each; those that are missing have their defaults
//
// Laws: a report has a path; it is accepted exactly if its best path is; a second check says the same; the verdict does
// not change with the order of the pool, nor with duplicates, nor with the bounds of the report.

#include <algorithm>
#include <cstdlib>

#include "path/builder.h"

namespace {

using namespace pki;
using namespace pki::path;

constexpr std::size_t kMostCertificates = 24;
constexpr std::int64_t kSummer2026 = 1781524800;

void require(bool holds) {
  if (!holds) std::abort();
}

// The octets of the options, one after the other.
class Choices {
 public:
  explicit Choices(Bytes octets) : rest_(octets) {}

  template <typename Enum>
  void choose(Enum& value, Enum last) {
    if (rest_.empty()) return;
    value = static_cast<Enum>(next() % (static_cast<unsigned>(last) + 1));
  }
  void choose_limit(std::size_t& limit, std::size_t least) {
    if (!rest_.empty()) limit = std::min(limit, least + next());
  }
  unsigned next() {
    if (rest_.empty()) return 0;
    const unsigned octet = rest_.front();
    rest_ = rest_.subspan(1);
    return octet;
  }

 private:
  Bytes rest_;
};

void read_options(Bytes octets, CheckOptions& options) {
  Choices choices(octets);
  choices.choose(options.purpose, Purpose::SmartCardLogon);
  choices.choose(options.common_name, CommonNameUse::WithoutAlternativeNames);
  choices.choose(options.eku_nesting, EkuNesting::IncludingAnchor);
  choices.choose(options.anchor_constraints, AnchorConstraints::Honour);
  choices.choose(options.anchor_validity, Reaction::Refuse);
  choices.choose(options.target_anchor, TargetAnchor::Accept);
  choices.choose(options.weak, Reaction::Refuse);
  choices.choose(options.issuer_rules, Reaction::Refuse);
  choices.choose(options.extent, SearchExtent::UntilAccepted);
  static constexpr std::int64_t kTimes[] = {kSummer2026, 0, 4102444800, kSummer2026 - 86400LL * 365};
  options.at = Time{kTimes[choices.next() % 4]};
  static constexpr std::string_view kIdentities[] = {"", "leaf.example.com", "192.0.2.1", "other.example"};
  const std::string_view identity = kIdentities[choices.next() % 4];
  if (!identity.empty()) options.identities.push_back(parse_reference_identity(identity).value());
  choices.choose_limit(options.limits.max_paths, 1);
  choices.choose_limit(options.limits.max_intermediates, 0);
  choices.choose_limit(options.limits.max_signature_checks, 0);
  choices.choose_limit(options.limits.max_candidates, 0);
  choices.choose_limit(options.limits.max_judgements, 1);
  choices.choose_limit(options.limits.max_events, 0);
  choices.choose(options.anchor_form, AnchorForm::SelfSigned);
  if (const unsigned days = choices.next(); days > 0) options.max_validity_days = 10 * days;
  for (unsigned count = choices.next() % 3; count > 0; --count) {
    CheckReaction reaction{.check = all_checks()[choices.next() % all_checks().size()]};
    choices.choose(reaction.part, PathPart::Cas);
    choices.choose(reaction.reaction, Reaction::Refuse);
    options.reactions.push_back(reaction);
  }
}

x509::CertificatePtr read_certificate(Bytes der) {
  Result<x509::CertificatePtr> certificate = x509::Certificate::parse(to_vector(der));
  return certificate ? *certificate : nullptr;
}

void add_bare_anchor(const x509::Certificate& certificate, TrustStore& anchors) {
  Result<TrustAnchorPtr> anchor =
      TrustAnchor::from_name_and_key(to_vector(certificate.subject().der()), to_vector(certificate.public_key().whole));
  if (anchor) anchors.add(*anchor);
}

// Puts one item into the question.
void add_item(PathQuestion& question, std::uint8_t kind, Bytes content) {
  if (kind == 'O') return read_options(content, question.options);
  if (question.pool.size() + question.anchors.anchors().size() >= kMostCertificates) return;
  const x509::CertificatePtr certificate = read_certificate(content);
  if (certificate == nullptr) return;
  if (kind == 'T') question.target = certificate;
  if (kind == 'P') question.pool.push_back(certificate);
  if (kind == 'A') question.anchors.add(certificate);
  if (kind == 'B') add_bare_anchor(*certificate, question.anchors);
}

PathQuestion read_question(Bytes rest) {
  PathQuestion question;
  question.options.at = Time{kSummer2026};
  while (rest.size() >= 3) {
    const std::size_t length = std::min<std::size_t>(rest.size() - 3, rest[1] * 256U + rest[2]);
    add_item(question, rest[0], rest.subspan(3, length));
    rest = rest.subspan(3 + length);
  }
  if (question.target == nullptr && !question.pool.empty()) question.target = question.pool.front();
  return question;
}

void require_laws(const Report& report) {
  require(report.best() != nullptr);
  require(report.accepted == report.best()->accepted);
  require(report.accepted != report.headline.has_value());
  for (const CandidatePath& path : report.paths) {
    require(path.judged >= 1 && path.judged <= path.certificates.size());
    require(!path.accepted || (path.complete() && path.failures == 0));
    require(report.accepted || !path.accepted);
  }
}

bool same_headline(const Report& a, const Report& b) {
  return a.headline.has_value() == b.headline.has_value() && (!a.headline || a.headline->rule == b.headline->rule);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  PathQuestion question = read_question(Bytes(data, size));
  if (question.target == nullptr) return 0;
  const Report report = check_paths(question);
  require_laws(report);

  std::reverse(question.pool.begin(), question.pool.end());
  const std::vector<x509::CertificatePtr> twice = question.pool;
  question.pool.insert(question.pool.end(), twice.begin(), twice.end());
  question.pool.push_back(question.target);
  const Report again = check_paths(question);
  require_laws(again);
  require(again.accepted == report.accepted && same_headline(again, report));
  require(again.paths.size() == report.paths.size() && again.work.paths == report.work.paths);
  require(again.work.signature_checks == report.work.signature_checks);

  question.options.limits.max_events = 3;
  question.options.limits.max_paths = 2;
  const Report small = check_paths(question);
  require_laws(small);
  require(small.accepted == report.accepted || !report.findings.empty());
  return 0;
}
