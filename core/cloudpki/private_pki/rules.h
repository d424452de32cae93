#pragma once
// What a private CA refuses, and what it did to a request: cloudpki.private.*.

#include "base/rule.h"

namespace pki::cloudpki::private_pki {

/// All of them, for the catalogue.
RuleList private_pki_rules();

namespace rules {

inline constexpr Rule kTiers{"cloudpki.private.tiers", Severity::Error, "",
                             "A private PKI here has one to three tiers, not {tiers}", "Choose 1, 2 or 3"};
inline constexpr Rule kNoSuchCa{"cloudpki.private.no_such_ca", Severity::Error, "", "The private PKI has no CA {ca}",
                                "Choose one of its CAs"};
inline constexpr Rule kDamaged{"cloudpki.private.damaged", Severity::Error, "",
                               "The private PKI does not hold together: {reason}",
                               "Use it as it was given back, or make a new one"};
inline constexpr Rule kTemplateMissing{
    "cloudpki.private.template_missing", Severity::Error, "MS-WCCE; CERTSRV_E_UNSUPPORTED_CERT_TYPE",
    "The template Subordinate Certification Authority is not published on {ca} (0x80094800)",
    "Publish the template on that CA, or choose another CA"};
inline constexpr Rule kExtensionDropped{
    "cloudpki.private.extension_dropped", Severity::Notice, "KB 283789 (EnableRequestExtensionList)",
    "{ca} does not take {extension} from requests: it is stored with the request, and not in the certificate",
    "certutil -setreg policy\\EnableRequestExtensionList +{oid}, then restart certsvc"};
inline constexpr Rule kValidityCut{"cloudpki.private.validity_cut", Severity::Notice, "",
                                   "The certificate ends at {not_after}: {why}",
                                   "Raise the smaller of the template's period, ValidityPeriod of the CA, and the life "
                                   "of the CA itself"};
inline constexpr Rule kMistake{"cloudpki.private.mistake", Severity::Notice, "", "On purpose: {mistake}",
                               "Sign it again without"};

}  // namespace rules
}  // namespace pki::cloudpki::private_pki
