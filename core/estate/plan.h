#pragma once
// The plan: which certificate goes where, as the tables of the documents say; where they disagree, both, dated. What
// happens without a certificate is not copied from them, but decided anew.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "estate/conversation.h"

namespace pki::estate {

/// What a certificate is in the plan.
enum class Part : std::uint8_t {
  ServerRoot,      // root of the PKI that the server certificates come from
  ServerIssuing,   // a CA below it
  CloudRoot,       // root CA of Cloud PKI
  CloudIssuing,    // issuing CA below it
  PrivateRoot,     // root of the private PKI that signed a BYOCA
  PrivateIssuing,  // a CA between it and the BYOCA
  ByocaIssuing,    // the BYOCA issuing CA
};
/// "server-root" ...; "Root CA of the servers' PKI" ...
std::string_view part_name(Part part);
std::string_view part_title(Part part);

/// Whether a document wants it.
enum class Need : std::uint8_t { Required, Recommended, NotListed };
/// "required", "recommended", "not-listed".
std::string_view need_name(Need need);

/// Who holds it.
enum class Holder : std::uint8_t { ManagedDevice, RelyingParty };

/// What a document says.
struct Statement {
  Part part = Part::ServerRoot;
  Holder holder = Holder::ManagedDevice;
  Need need = Need::Required;
  /// What it says in a word or two besides: "assumed to be there already".
  std::string_view remark;
  /// The title of the document, and its date.
  std::string_view source;
  std::string_view date;
};
/// All of them.
std::span<const Statement> statements();

/// A row of the plan.
struct PlanRow {
  Part part = Part::ServerRoot;
  Holder holder = Holder::ManagedDevice;
  /// A platform's title, or a service's name.
  std::string who;
  /// The device that stands for its platform, or the service: ids.
  std::string id;
  x509::CertificatePtr certificate;
  std::vector<const Statement*> said;
  /// How it gets there: "trusted certificate profile", "group policy or certutil -dspublish", "by hand" ...
  std::vector<std::string_view> means;
  /// Whether it is there now.
  enum class Held : std::uint8_t { No, Yes } held = Held::No;
  /// Conversations of the holder that work as things are, with it, and without it.
  std::size_t works_now = 0;
  std::size_t works_with = 0;
  std::size_t works_without = 0;
  /// Out of so many.
  std::size_t conversations = 0;
  /// Why one fails without it that works with it; nothing where none does.
  std::optional<Finding> reason = {};
  /// Where it is fetched instead, with whom: true where some conversation works without it by following AIA.
  bool fetched_instead = false;
};

struct Plan {
  std::vector<PlanRow> rows;
};

/// The plan of the tenant and the estate. Of each platform the first device stands for all; which, the row tells.
/// Rules: those of publish_all.
Result<Plan> make_plan(const cloudpki::tenant::Tenant& tenant, const Estate& estate);

}  // namespace pki::estate
