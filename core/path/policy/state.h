#pragma once
// The policy variables of RFC 5280 6.1.2 and what each certificate does to them, with who did what: a report must be
// able to say which CA demanded an explicit policy and where the last valid policy was lost.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "path/policy/graph.h"
#include "path/policy/inputs.h"
#include "x509/certificate.h"

namespace pki::path::policy {

/// Something that begins once a number of certificates that are not self-issued have been passed.
struct Countdown {
  /// 0: in force.
  std::uint32_t left = 0;
  /// Index into CandidatePath::certificates of the CA that set it; nothing where the relying party or the start did.
  std::optional<std::size_t> set_by = {};

  bool in_force() const { return left == 0; }
  /// Brings the countdown down to `skip`, if that is less.
  void limit(std::uint32_t skip, std::size_t certificate);
  void count() { left -= left > 0 ? 1 : 0; }
};

/// What is left of the policies at the end of a path (RFC 5280 6.1.5 (g), RFC 9618).
struct Outcome {
  /// The policies, of the outermost policy domain, for which the CAs made the path good; anyPolicy among them: all.
  std::vector<asn1::OwnedOid> authority_constrained;
  /// Those of them that the relying party accepts.
  std::vector<asn1::OwnedOid> user_constrained;
};

class State {
 public:
  /// RFC 5280 6.1.2 (a), (d) to (f), for a path of `length` certificates.
  State(std::uint32_t length, const Inputs& inputs);

  /// RFC 5937 3: the certificate of the anchor says what it allows, as if it were a certificate of the path that is not
  /// counted; without policies in it, it limits none. `index` is its place in the path.
  void honour_anchor(const x509::Certificate& anchor, std::size_t index);
  /// RFC 5280 6.1.3 (d) to (f).
  void process(const x509::Certificate& certificate, std::size_t index);
  /// RFC 5280 6.1.4 (b), (h) to (j).
  void prepare_next(const x509::Certificate& certificate, std::size_t index);
  /// RFC 5280 6.1.5 (a), (b).
  void wrap_up(const x509::Certificate& target);
  /// RFC 5280 6.1.5 (g).
  Outcome conclude(const Inputs& inputs) const;

  const Graph& graph() const { return graph_; }
  /// In force: a policy must be valid for the path.
  const Countdown& explicit_policy() const { return explicit_policy_; }
  /// In force: mappings count no longer.
  const Countdown& mapping() const { return mapping_; }
  /// In force: anyPolicy counts no longer.
  const Countdown& any_policy() const { return any_policy_; }
  /// The certificate at which no valid policy was left.
  std::optional<std::size_t> emptied_by() const { return emptied_by_; }
  /// The certificate at which 6.1.3 (f) refused the path first.
  std::optional<std::size_t> refused_at() const { return refused_at_; }

 private:
  void add_level(const x509::Certificate& certificate, std::size_t index);
  void map_policies(const x509::Certificate& certificate, std::size_t index);
  void limit(const x509::Certificate& certificate, std::size_t index);
  void note_emptied(std::size_t index);

  Graph graph_;
  Countdown explicit_policy_;
  Countdown mapping_;
  Countdown any_policy_;
  std::optional<std::size_t> emptied_by_;
  std::optional<std::size_t> refused_at_;
};

}  // namespace pki::path::policy
