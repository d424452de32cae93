// The standard itself.

#include "relying/effects.h"
#include "relying/profiles.h"

namespace pki::relying::profiles {
namespace {

constexpr Setting kRfc5280Settings[] = {
    {Topic::MissingIssuers, "left open",
     "Where certificates come from is left to the implementation; this workbench looks only at what it is given",
     "RFC 5280 6.1, RFC 4158", Certainty::Documented},
    {Topic::PathBuilding, "all paths", "Any path that is valid will do", "RFC 4158 2.4", Certainty::Documented},
    {Topic::PartialChains, "any anchor", "Whatever the relying party trusts is a trust anchor, self-signed or not",
     "RFC 5280 6.1.1 (d)", Certainty::Documented},
    {Topic::AnchorLimits, "not honoured",
     "A trust anchor is a name and a key; limits in its certificate count only for those who follow RFC 5937",
     "RFC 5280 6.1.1 (d)", Certainty::Documented, effects::bare_anchors},
    {Topic::AnchorValidity, "not checked", "The anchor's own validity period is not part of the validation",
     "RFC 5280 6.1.1 (d)", Certainty::Documented, effects::any_time_anchors},
    {Topic::ExtendedKeyUsage, "target only",
     "Extended key usage limits the key of its own certificate; nothing is said of CAs and those below",
     "RFC 5280 4.2.1.12", Certainty::Documented, effects::eku_off},
    {Topic::KeyIdentifiers, "only a help", "Key identifiers help to find issuers and refuse nothing",
     "RFC 5280 4.2.1.1", Certainty::Documented},
    {Topic::NameConstraints, "judged", "All forms of names", "RFC 5280 4.2.1.10, 6.1.4 (g)", Certainty::Documented},
    {Topic::Policies, "judged", "The valid policy graph, with mapping and constraints",
     "RFC 5280 6.1.3 (d) to (f), 6.1.4, 6.1.5, RFC 9618", Certainty::Documented},
    {Topic::Revocation, "as asked", "Section 6.3 says how; whether it is asked for is the question's",
     "RFC 5280 6.1.3 (a)(3), 6.3", Certainty::Documented},
    {Topic::Depth, "any", "There is no limit but those of CAs", "RFC 5280 6.1", Certainty::Documented},
    {Topic::Names, "SAN only", "The common name does not count", "RFC 9525 6.3", Certainty::Documented},
    {Topic::Strength, "any", "Algorithms are left to the relying party", "RFC 5280 8", Certainty::Documented,
     effects::any_strength},
    {Topic::Validity, "any", "There is no limit to the validity period", "RFC 5280 4.1.2.5", Certainty::Documented},
    {Topic::IssuerRules, "refused", "What section 4 forbids issuers refuses the path", "RFC 5280 4",
     Certainty::Documented, effects::strict_issuers},
};

}  // namespace

RelyingParty rfc5280() {
  return {.id = "rfc5280",
          .title = "RFC 5280, strict",
          .kind = Kind::Standard,
          .description =
              "Path validation by the letter of section 6, and what section 4 says with MUST to issuers refuses too. "
              "Trust anchors are a name and a key.",
          .settings = kRfc5280Settings,
          .words = {}};
}

}  // namespace pki::relying::profiles
