#pragma once
// The parameters of a chain check (docs/api.md: CheckParams), as rows for the tables of the methods that take them.
// What reads them is in api/chain_question.h.

#include "api/method.h"

namespace pki::api {

inline constexpr ParamRow kQuestionRows[] = {
    {"target", "Source", Presence::Required, "The certificate that is to be checked"},
    {"anchors", "[Source]", Presence::Required, "The certificates that the relying party trusts"},
    {"at", "Time", Presence::Required, "The time for which the path is judged"},
    {"pool", "[Source]", Presence::Optional, "Certificates that may help, in any order: intermediates, whole bundles"},
    {"crls", "[Source]", Presence::Optional,
     "Certificate revocation lists, in any order; looked at where options.revocation asks for it"},
    {"ocsp", "[Source]", Presence::Optional,
     "OCSP responses, in any order; looked at where options.revocation asks for it"},
    {"repository", "[{url, data: Source}]", Presence::Optional,
     "What stands at http URLs, in place of the network; looked at where options.fetch asks for it"},
    {"purpose", "text", Presence::Optional,
     "What the certificate is to be used for, such as tls-server; \"about\" lists the purposes. Otherwise any"},
    {"names", "[text]", Presence::Optional,
     "What the certificate must be for, at least one of these: host names or addresses; with a prefix (email:, URI:, "
     "SRV:, UPN:, DNS:, IP:) other names"},
    {"relying_party", "text", Presence::Optional,
     "The id of a relying party (\"relying_parties\" lists them): what it asks is the base that options change"},
    {"options", "object", Presence::Optional,
     "What RFC 5280 leaves to the relying party: eku_nesting, anchor_constraints, anchor_validity, anchor_form, "
     "target_anchor, strength, weak, issuer_rules, web_pki, common_name, search, policies, explicit_policy, "
     "policy_mapping, any_policy, revocation, max_intermediates, max_validity_days, not_understood, checks, fetch"},
};

}  // namespace pki::api
