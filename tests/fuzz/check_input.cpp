#include "check_input.h"

#include <algorithm>

#include "path/rules.h"
#include "support/chain_builder.h"
#include "toy_signature.h"

namespace pki::test {
namespace {

using path::Reaction;

constexpr std::size_t kHeaderSize = 4;
constexpr std::size_t kMostNames = 4;
constexpr std::size_t kMostPolicies = 8;

// The octets of the options, one after the other.
class Choices {
 public:
  explicit Choices(Bytes octets) : rest_(octets) {}

  template <typename Enum>
  void choose(Enum& value, Enum last) {
    if (rest_.empty()) return;
    value = static_cast<Enum>(next() % (static_cast<unsigned>(last) + 1));
  }
  // A limit below 256 lessens the one that is there.
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

void read_limits(Choices& choices, path::Limits& limits) {
  choices.choose_limit(limits.max_paths, 1);
  choices.choose_limit(limits.max_intermediates, 0);
  choices.choose_limit(limits.max_signature_checks, 0);
  choices.choose_limit(limits.max_candidates, 0);
  choices.choose_limit(limits.max_judgements, 1);
  choices.choose_limit(limits.max_comparisons, 0);
  choices.choose_limit(limits.max_crl_signature_checks, 0);
  choices.choose_limit(limits.max_crl_entries, 0);
  choices.choose_limit(limits.max_crl_issuer_searches, 0);
  choices.choose_limit(limits.max_events, 0);
}

// At most two; each about all that its check finds, or about one rule.
void read_reactions(Choices& choices, path::CheckReactions& reactions) {
  const std::span<const path::Check* const> checks = path::all_checks();
  const RuleList rules = path::path_rules();
  for (unsigned count = choices.next() % 3; count > 0; --count) {
    path::CheckReaction reaction{.check = checks[choices.next() % checks.size()]};
    choices.choose(reaction.part, path::PathPart::Cas);
    choices.choose(reaction.reaction, Reaction::Refuse);
    const unsigned high = choices.next();
    const unsigned number = 256 * high + choices.next();
    if (number > 0) reaction.rules = {rules[number % rules.size()]};
    reactions.push_back(std::move(reaction));
  }
}

void read_options(Bytes octets, path::CheckOptions& options) {
  Choices choices(octets);
  choices.choose(options.purpose, path::Purpose::SmartCardLogon);
  choices.choose(options.common_name, path::CommonNameUse::WithoutAlternativeNames);
  choices.choose(options.eku_nesting, path::EkuNesting::IncludingAnchor);
  choices.choose(options.anchor_constraints, path::AnchorConstraints::Honour);
  choices.choose(options.anchor_validity, Reaction::Refuse);
  choices.choose(options.target_anchor, path::TargetAnchor::Accept);
  choices.choose(options.weak, Reaction::Refuse);
  choices.choose(options.strength.unknown, path::UnknownAlgorithms::Accept);
  choices.choose(options.issuer_rules, Reaction::Refuse);
  choices.choose(options.web_pki, Reaction::Refuse);
  choices.choose(options.extent, path::SearchExtent::UntilAccepted);
  choices.choose(options.policies.explicit_policy, path::policy::ExplicitPolicy::Required);
  choices.choose(options.policies.mapping, path::policy::PolicyMapping::Inhibited);
  choices.choose(options.policies.any_policy, path::policy::AnyPolicy::Inhibited);
  choices.choose(options.revocation.mode, path::RevocationMode::HardFail);
  choices.choose(options.revocation.scope, path::RevocationScope::Chain);
  choices.choose(options.revocation.deltas, path::DeltaUse::Use);
  choices.choose(options.revocation.expired, Reaction::Refuse);
  const std::int64_t times[] = {kNow.seconds, 0, kFarAhead.seconds + 1, kLongAgo.seconds};
  options.at = Time{times[choices.next() % std::size(times)]};
  read_limits(choices, options.limits);
  choices.choose(options.anchor_form, path::AnchorForm::SelfSigned);
  if (const unsigned days = choices.next(); days > 0) options.max_validity_days = 10 * days;
  read_reactions(choices, options.reactions);
  if (choices.next() % 2 == 1) options.not_understood.emplace_back(asn1::oids::kNameConstraints);
}

x509::CertificatePtr parse(Bytes der) {
  Result<x509::CertificatePtr> certificate = x509::Certificate::parse(to_vector(der));
  return certificate ? *certificate : nullptr;
}

bool is_certificate(std::uint8_t kind) { return kind == 'T' || kind == 'P' || kind == 'A' || kind == 'B'; }

// Reads items one after the other; each may be signed by the certificate of any.
class QuestionReader {
 public:
  explicit QuestionReader(std::span<const CheckItem> items) : items_(items), originals_(items.size()) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (is_certificate(items[i].kind)) originals_[i] = parse(items[i].content);
    }
  }

  void add(std::size_t index, path::PathQuestion& question) const {
    const CheckItem& item = items_[index];
    if (is_certificate(item.kind)) return add_certificate(index, question);
    if (item.kind == 'C') return add_signed<x509::Crl>(item, question.crls);
    if (item.kind == 'R') return add_signed<x509::OcspResponse>(item, question.ocsp_responses);
    if (item.kind == 'O') return read_options(item.content, question.options);
    if (item.kind == 'D' && question.options.policies.acceptable.size() < kMostPolicies) {
      question.options.policies.acceptable.emplace_back(to_vector(item.content));
    }
    if (item.kind == 'N' && question.options.identities.size() < kMostNames) {
      auto name = path::parse_reference_identity(as_text(item.content));
      if (name) question.options.identities.push_back(*name);
    }
  }

 private:
  const crypto::PublicKey* signer_of(const CheckItem& item) const {
    if (item.signer == 0 || item.signer > originals_.size()) return nullptr;
    const x509::CertificatePtr& signer = originals_[item.signer - 1U];
    return signer ? &signer->public_key() : nullptr;
  }

  template <typename Object>
  void add_signed(const CheckItem& item, std::vector<std::shared_ptr<const Object>>& to) const {
    auto object = Object::parse(to_vector(item.content));
    const crypto::PublicKey* signer = signer_of(item);
    if (object && signer != nullptr) object = Object::parse(sign_anew(**object, *signer));
    if (object) to.push_back(*object);
  }

  void add_certificate(std::size_t index, path::PathQuestion& question) const {
    x509::CertificatePtr certificate = originals_[index];
    const crypto::PublicKey* signer = signer_of(items_[index]);
    if (certificate && signer != nullptr) certificate = parse(sign_anew(*certificate, *signer));
    if (!certificate) return;
    switch (items_[index].kind) {
      case 'T':
        question.target = certificate;
        return;
      case 'P':
        return question.pool.push_back(certificate);
      case 'A':
        return question.anchors.add(certificate);
      default: {
        auto anchor = path::TrustAnchor::from_name_and_key(to_vector(certificate->subject().der()),
                                                           to_vector(certificate->public_key().whole));
        if (anchor) question.anchors.add(*anchor);
      }
    }
  }

  std::span<const CheckItem> items_;
  std::vector<x509::CertificatePtr> originals_;
};

}  // namespace

std::vector<CheckItem> read_check_items(Bytes input) {
  std::vector<CheckItem> items;
  while (input.size() >= kHeaderSize && items.size() < kMostCheckItems) {
    const std::size_t length = std::min<std::size_t>(input.size() - kHeaderSize, input[2] * 256U + input[3]);
    items.push_back({input[0], input[1], input.subspan(kHeaderSize, length)});
    input = input.subspan(kHeaderSize + length);
  }
  return items;
}

void write_check_item(ByteVector& to, const CheckItem& item) {
  const Bytes content = item.content.first(std::min<std::size_t>(item.content.size(), 0xFFFF));
  to.insert(to.end(), {item.kind, item.signer, static_cast<std::uint8_t>(content.size() >> 8),
                       static_cast<std::uint8_t>(content.size())});
  append(to, content);
}

path::PathQuestion read_check_question(std::span<const CheckItem> items) {
  path::PathQuestion question;
  question.options.at = kNow;
  const QuestionReader reader(items);
  for (std::size_t i = 0; i < items.size(); ++i) reader.add(i, question);
  if (question.target == nullptr && !question.pool.empty()) question.target = question.pool.front();
  return question;
}

}  // namespace pki::test
