#pragma once
// What estates find beyond the judgement of paths: estate.*.

#include "base/rule.h"

namespace pki::estate {

/// All of them, for the catalogue.
RuleList estate_rules();

namespace rules {

inline constexpr Rule kDamaged{"estate.damaged", Severity::Error, "", "The estate does not hold together: {reason}",
                               "Use the file as it was saved, or start anew"};
inline constexpr Rule kNoSuch{"estate.no_such", Severity::Error, "", "There is no {kind} {name} in the estate",
                              "Look at what there is"};
inline constexpr Rule kNotHeld{"estate.not_held", Severity::Error, "", "{holder} does not hold that certificate",
                               "Look at its stores"};
inline constexpr Rule kNoCaYet{"estate.no_ca_yet", Severity::Error, "",
                               "The tenant has no issuing CA whose certificates could be relied on",
                               "Create one, or let the private CA sign its request, first"};

// Conversations.
inline constexpr Rule kNoIdentity{"estate.no_identity", Severity::Error, "RFC 5246 7.4.6; RFC 8446 4.4.2",
                                  "{device} has no certificate to show",
                                  "Assign a SCEP certificate profile to it, and let it check in"};
inline constexpr Rule kNotInNtAuth{
    "estate.nt_auth", Severity::Error,
    "Microsoft Learn, Import third-party certification authority (CA) certificates into the Enterprise NTAuth store",
    "The certificate is good, but its issuing CA {ca} is not in the NTAuth store: Active Directory takes no logon by "
    "it "
    "(CERT_E_UNTRUSTEDCA, 0x800B0112)",
    "certutil -dspublish -f ca.cer NTAuthCA; Cloud PKI does not do that by itself"};
inline constexpr Rule kNoStrongMapping{
    "estate.strong_mapping", Severity::Error,
    "Microsoft Support, KB5014754: Certificate-based authentication changes on Windows domain controllers",
    "The certificate is good, but names no security identifier of an account of Active Directory: no strong mapping "
    "(NPS event 6273 reason 16, KDC event 39)",
    "Put the URI {{OnPremisesSecurityIdentifier}} among the alternative names of the SCEP profile; accounts that are "
    "in "
    "the cloud only have none"};

// Handshakes.
inline constexpr Rule kNotPlayed{"estate.handshake.not_played", Severity::Error, "",
                                 "The TLS of {service} is not part of the estate: it has no server certificate here",
                                 "Play the handshake of a service that has one"};

// The deploy pack.
inline constexpr Rule kPackDirectory{"estate.pack.directory", Severity::Error, "",
                                     "The folder of a deploy pack must be absolute, and of letters, digits, spaces and "
                                     ". _ - + @ / : only; this is none: {directory}",
                                     "Take a folder like /etc/pki-workbench"};

}  // namespace rules
}  // namespace pki::estate
