// What some relying parties ask beyond RFC 5280, or do not ask: the options that give a check another weight.

#include <catch2/catch_test_macros.hpp>

#include "path/policy/rules.h"
#include "path/rules.h"
#include "path_support.h"
#include "support/constraint_extensions.h"

namespace pki::path::test {
namespace {

struct Chain {
  CertificateSpec root = test::root(kRoot);
  CertificateSpec issuing = ca(kIssuing, kRoot);
  CertificateSpec leaf = test::leaf(kLeaf, kIssuing);
  CheckOptions options = {.at = kNow};

  Report check() const {
    PathQuestion question = ask(make(leaf), {make(issuing)}, {make(root)});
    question.options = options;
    return check_paths(question);
  }
};

}  // namespace

TEST_CASE("a check that is ignored is skipped, and refuses nothing") {
  Chain chain;
  chain.issuing.more.push_back(require_explicit_policy(0));
  CHECK_FALSE(chain.check().accepted);
  chain.options.reactions = {{.check = &checks::kPolicies}};
  const Report report = chain.check();
  CHECK(report.accepted);
  CHECK(find_step(report.paths[0], checks::kPolicies, 0)->outcome == Outcome::Skipped);
  CHECK(find_step(report.paths[0], checks::kPolicies, kWholePath)->outcome == Outcome::Skipped);
}

TEST_CASE("a fault that is to warn warns") {
  Chain chain;
  chain.leaf.not_after = Time{kNow.seconds - 1};
  chain.options.reactions = {{.check = &checks::kValidity, .reaction = Reaction::Warn}};
  const Report report = chain.check();
  CHECK(report.accepted);
  CHECK(warnings(report.paths[0]) == std::set<std::string>{"path.validity.expired@0"});
}

TEST_CASE("a lack of policies that is to warn warns, and what follows from it refuses nothing") {
  Chain chain;
  chain.issuing.more.push_back(require_explicit_policy(0));
  chain.options.reactions = {{.check = &checks::kPolicies, .reaction = Reaction::Warn}};
  const Report whole = chain.check();
  CHECK(whole.accepted);
  CHECK(warnings(whole.paths[0]) == std::set<std::string>{"path.policies.explicit_required@0"});
  CHECK(find_step(whole.paths[0], checks::kPolicies, kWholePath)->outcome == Outcome::Skipped);
  for (const Reaction reaction : {Reaction::Ignore, Reaction::Warn}) {
    chain.options.reactions = {
        {.check = &checks::kPolicies, .reaction = reaction, .rules = {&rules::kExplicitPolicyLost}}};
    CHECK(chain.check().accepted);
  }
}

TEST_CASE("what could not be judged for a fault that was let pass refuses the path, and says so") {
  Chain chain;
  chain.issuing.more.push_back(require_explicit_policy(0));
  chain.options.reactions = {{.check = &checks::kPolicies, .part = PathPart::Target}};
  const Report report = chain.check();
  CHECK_FALSE(report.accepted);
  REQUIRE(report.headline.has_value());
  CHECK(failures(report.paths[0]) == std::set<std::string>{"path.not_judged@-1"});
  CHECK(report.best()->near_miss());
}

TEST_CASE("a warning that is to refuse refuses") {
  Chain chain;
  chain.leaf.key_ids = KeyIds::WrongAuthority;
  CHECK(chain.check().accepted);
  chain.options.reactions = {{.check = &checks::kKeyIdentifier, .reaction = Reaction::Refuse}};
  const Report report = chain.check();
  CHECK_FALSE(report.accepted);
  CHECK(failures(report.paths[0]) == std::set<std::string>{"path.key_identifier.mismatch@0"});
  // What passes has nothing to refuse for.
  chain.leaf.key_ids = KeyIds::Both;
  CHECK(chain.check().accepted);
}

TEST_CASE("a reaction may be about the target alone, or about the CAs alone") {
  Chain chain;
  chain.leaf.not_after = Time{kNow.seconds - 1};
  chain.options.reactions = {{.check = &checks::kValidity, .part = PathPart::Cas}};
  CHECK_FALSE(chain.check().accepted);
  chain.options.reactions[0].part = PathPart::Target;
  CHECK(chain.check().accepted);
  chain.issuing.not_after = Time{kNow.seconds - 1};
  CHECK_FALSE(chain.check().accepted);
}

TEST_CASE("the last of several reactions counts") {
  Chain chain;
  chain.leaf.not_after = Time{kNow.seconds - 1};
  chain.options.reactions = {{.check = &checks::kValidity},
                             {.check = &checks::kValidity, .reaction = Reaction::Refuse}};
  CHECK_FALSE(chain.check().accepted);
}

TEST_CASE("a reaction to some rules leaves the others as they are") {
  Chain chain;
  chain.leaf.not_after = Time{kNow.seconds - 1};
  chain.options.reactions = {{.check = &checks::kValidity, .rules = {&rules::kNotYetValid}}};
  CHECK_FALSE(chain.check().accepted);
  chain.options.reactions[0].rules = {&rules::kExpired};
  CHECK(chain.check().accepted);
}

TEST_CASE("a reaction that refuses for one rule leaves a refusal for another as it is") {
  Chain chain;
  chain.leaf.not_before = Time{kNow.seconds - 2 * kSecondsPerDay};
  chain.leaf.not_after = Time{kNow.seconds - 1};
  chain.options.max_validity_days = 1;
  chain.options.reactions = {
      {.check = &checks::kValidity, .reaction = Reaction::Refuse, .rules = {&rules::kValidityTooLong}}};
  CHECK(failures(chain.check().paths[0]) ==
        std::set<std::string>{"path.validity.expired@0", "path.validity.too_long@0"});
}

TEST_CASE("a check is ignored where the last reaction to all that it finds says so") {
  const CheckReaction ignore{.check = &checks::kValidity};
  const CheckReaction warn{.check = &checks::kValidity, .reaction = Reaction::Warn};
  const CheckReaction some{.check = &checks::kValidity, .rules = {&rules::kExpired}};
  CHECK(is_ignored({ignore}, checks::kValidity, PathPart::Target));
  CHECK(is_ignored({warn, ignore}, checks::kValidity, PathPart::Target));
  CHECK_FALSE(is_ignored({}, checks::kValidity, PathPart::Target));
  CHECK_FALSE(is_ignored({ignore, warn}, checks::kValidity, PathPart::Target));
  CHECK_FALSE(is_ignored({some}, checks::kValidity, PathPart::Target));
  CHECK_FALSE(is_ignored({ignore}, checks::kSignature, PathPart::Target));
}

TEST_CASE("of issuers' rules only those that are named refuse") {
  Chain chain;
  chain.leaf.key_ids = KeyIds::None;
  // Another one is broken too.
  chain.leaf.more = {make_extension(asn1::oids::kOcspNoCheck, true, {0x05, 0x00})};
  chain.options.issuer_rules = Reaction::Warn;
  CHECK(chain.check().accepted);
  const Rule* missing = nullptr;
  for (const Rule* rule : path_rules()) {
    if (rule->id == "path.issuer_rules.authority_key_identifier_missing") missing = rule;
  }
  REQUIRE(missing != nullptr);
  chain.options.reactions = {{.check = &checks::kIssuerRules, .reaction = Reaction::Refuse, .rules = {missing}}};
  const Report report = chain.check();
  CHECK(failures(report.paths[0]) == std::set<std::string>{"path.issuer_rules.authority_key_identifier_missing@0"});
}

TEST_CASE("where anchors must be roots a trusted intermediate CA ends no path, and serves as one of the pool") {
  PathQuestion question = ask(make(leaf(kLeaf, kIssuing)), {}, {make(ca(kIssuing, kRoot))});
  CHECK(check_paths(question).accepted);
  question.options.anchor_form = AnchorForm::SelfSigned;
  const Report report = check_paths(question);
  CHECK_FALSE(report.accepted);
  CHECK(failures(report.paths[0]) == std::set<std::string>{"path.build.anchor_not_self_signed@1"});
  question.anchors.add(make(root(kRoot)));
  CHECK(check_paths(question).accepted);
}

TEST_CASE("a self-issued certificate under another key of its CA is no root") {
  // The CA's new key, certified by its old one (RFC 4210 4.4): taken for a root by whoever looks at names alone.
  const Party renewed{"CN=Root,O=Lab", 6};
  PathQuestion question = ask(make(leaf(kLeaf, renewed)), {}, {make(ca(renewed, kRoot))});
  question.options.anchor_form = AnchorForm::SelfSigned;
  CHECK_FALSE(check_paths(question).accepted);
  question.anchors.add(make(root(kRoot)));
  CHECK(check_paths(question).accepted);
}

TEST_CASE("the validity period of the target may be limited; its last second belongs to it") {
  Chain chain;
  chain.leaf.not_before = kLongAgo;
  chain.leaf.not_after = Time{kLongAgo.seconds + 825 * kSecondsPerDay - 1};
  chain.options.max_validity_days = 825;
  CHECK(chain.check().accepted);
  chain.leaf.not_after.seconds += 1;
  const Report report = chain.check();
  CHECK(failures(report.paths[0]) == std::set<std::string>{"path.validity.too_long@0"});
  // Days that have begun count.
  CHECK(report.headline->param("days") == "826");
  chain.leaf.not_after.seconds += kSecondsPerDay - 1;
  CHECK(chain.check().headline->param("days") == "826");
  chain.leaf.not_after.seconds += 1;
  CHECK(chain.check().headline->param("days") == "827");
}

TEST_CASE("an extension that a relying party does not know is refused where it is critical") {
  Chain chain;
  chain.issuing.more.push_back(name_constraints_extension({"DNS:example.com"}, {}));
  chain.leaf.names = {"DNS:leaf.example.com"};
  CHECK(chain.check().accepted);
  chain.options.not_understood.emplace_back(asn1::oids::kNameConstraints);
  const Report report = chain.check();
  CHECK(failures(report.paths[0]) == std::set<std::string>{"path.critical_extension.unknown@1"});
}

TEST_CASE("a self-issued certificate without key identifiers is a root") {
  CertificateSpec spec = root(kRoot);
  spec.key_ids = KeyIds::None;
  PathQuestion question = ask(make(leaf(kLeaf, kIssuing)), {make(ca(kIssuing, kRoot))}, {make(spec)});
  question.options.anchor_form = AnchorForm::SelfSigned;
  CHECK(check_paths(question).accepted);
}

TEST_CASE("no more intermediate CAs than are allowed") {
  Chain chain;
  chain.options.limits.max_intermediates = 1;
  CHECK(chain.check().accepted);
  chain.options.limits.max_intermediates = 0;
  const Report report = chain.check();
  CHECK(failures(report.paths[0]) == std::set<std::string>{"path.build.too_long@0"});
}

TEST_CASE("questions that share a cache of signatures check each once") {
  Chain chain;
  PathQuestion question = ask(make(chain.leaf), {make(chain.issuing)}, {make(chain.root)});
  SignatureCache signatures(100, 100);
  CHECK(check_paths(question, signatures).accepted);
  const std::size_t checks = signatures.checks();
  CHECK(checks > 0);
  question.options.anchor_form = AnchorForm::SelfSigned;
  CHECK(check_paths(question, signatures).accepted);
  CHECK(signatures.checks() == checks);
}

}  // namespace pki::path::test
