#pragma once
// The rules of path building and path validation. A rule's severity is what it weighs by default; what it weighed under
// the options of one check is the outcome of the step that holds the finding.

#include "base/rule.h"

namespace pki::path {

namespace rules {

// The end of a path, and why a candidate was not taken.

inline constexpr Rule kNoIssuer{"path.build.no_issuer", Severity::Error, "RFC 5280 6.1 (a), RFC 4158 2.1",
                                "The certificate of the issuer, {issuer}, is missing",
                                "Add the issuer's certificate to the pool; look for one whose subject is {issuer}"};
inline constexpr Rule kIssuerKeyDiffers{
    "path.build.issuer_key_differs", Severity::Error, "RFC 5280 4.2.1.1, 6.1.3 (a)(1)",
    "The issuer, {issuer}, is known only with other keys: none fits the signature or the key identifier "
    "{key_identifier}",
    "Find the issuer's certificate for the key {key_identifier}; the CA was renewed with a new key, or "
    "another CA has the same name"};
inline constexpr Rule kAnchorNotTrusted{
    "path.build.anchor_not_trusted", Severity::Error, "RFC 5280 6.1.1 (d)",
    "The path ends at the self-signed certificate {subject}, which is no trust anchor",
    "If this root is the one that is meant, add it to the trust anchors; otherwise find out who sent it"};
inline constexpr Rule kAnchorNotRoot{
    "path.build.anchor_not_self_signed", Severity::Error, "X509_VERIFY_PARAM_set_flags (3), X509_V_FLAG_PARTIAL_CHAIN",
    "The path ends at {subject}, which is trusted but not self-signed, and this relying party goes on to a "
    "self-signed root: the certificate of {issuer} is missing",
    "Add the root to the trust anchors, or let the relying party accept partial chains"};
inline constexpr Rule kTargetNotAnchor{"path.build.target_is_anchor", Severity::Error, "RFC 5280 6.1",
                                       "The target itself is a trust anchor, and no other anchor stands above it",
                                       "Accept the target as an anchor if that is meant, or trust its issuer instead"};
inline constexpr Rule kTooLong{"path.build.too_long", Severity::Error, "RFC 4158 3.5.4",
                               "The path has more than {limit} certificates between the target and an anchor",
                               "Raise the limit if such a long path is meant"};
inline constexpr Rule kCircle{"path.build.circle", Severity::Error, "RFC 4158 5.2",
                              "The CAs of this path only certify one another: {issuer} stands in it already, and no "
                              "certificate leads to a trust anchor",
                              "Add the certificate that links one of these CAs to a trust anchor"};
inline constexpr Rule kSearchStopped{"path.build.search_stopped", Severity::Error, "RFC 4158 2.4",
                                     "The search hit a bound before it came to the end of any path",
                                     "Raise the bound that was hit, or take certificates out of the pool"};
inline constexpr Rule kNotJudged{"path.not_judged", Severity::Error, "RFC 5280 6.1.3, 6.1.4",
                                 "\"{check}\" could not be judged ({why}), and what is behind it was let pass",
                                 "Let this relying party make both checks, or neither"};
inline constexpr Rule kLoop{"path.build.loop", Severity::Notice, "RFC 5280 6.1, RFC 4158 5.2",
                            "{candidate} is in the path already, with the same name and key", ""};
inline constexpr Rule kAnchorItself{
    "path.build.same_as_anchor", Severity::Info, "RFC 5280 6.1.1 (d)",
    "{candidate} is self-signed and has the name and key of a trust anchor: the anchor stands in its "
    "place",
    ""};
inline constexpr Rule kNameDiffers{
    "path.build.name_differs", Severity::Notice, "RFC 5280 6.1.3 (a)(4)",
    "{candidate} has the key identifier that is looked for, but its subject is not {issuer}",
    "Compare the two names: a CA that was renamed cannot vouch for what it issued before"};
inline constexpr Rule kKeyDoesNotFit{"path.build.key_does_not_fit", Severity::Notice, "RFC 5280 6.1.3 (a)(1)",
                                     "{candidate} has the issuer's name, but its key does not fit the signature", ""};

// Bounds of the search.

inline constexpr Rule kLimitPaths{"path.limit.paths", Severity::Warning, "RFC 4158 2.4",
                                  "{judged} paths were judged, of which the {limit} best are reported; there may be "
                                  "more",
                                  "Raise the limit, or take certificates out of the pool"};
inline constexpr Rule kLimitJudgements{
    "path.limit.judgements", Severity::Warning, "RFC 4158 2.4",
    "The search stopped after {judged} paths with {limit} certificates in all; there may be a good one among the rest",
    "Raise the limit, or take certificates out of the pool"};
inline constexpr Rule kLimitComparisons{
    "path.limit.comparisons", Severity::Warning, "RFC 4158 2.4",
    "The search stopped after {limit} comparisons of names and policies; there may be a good path among the rest",
    "Raise the limit, or take certificates out of the pool"};
inline constexpr Rule kLimitSignatures{"path.limit.signatures", Severity::Warning, "RFC 4158 2.4",
                                       "The search stopped after {limit} signature checks",
                                       "Raise the limit, or take certificates out of the pool"};
inline constexpr Rule kLimitCandidates{"path.limit.candidates", Severity::Warning, "RFC 4158 2.4",
                                       "The search stopped after {limit} candidates",
                                       "Raise the limit, or take certificates out of the pool"};
inline constexpr Rule kLimitCrlEntries{"path.limit.crl_entries", Severity::Warning, "",
                                       "CRLs were no longer searched after {limit} entries",
                                       "Raise the limit, or hand in fewer CRLs"};
inline constexpr Rule kLimitCrlIssuers{
    "path.limit.crl_issuers", Severity::Warning, "RFC 4158 2.4",
    "Not every certificate of a CRL's issuer was tried: at most 16 are for each CRL, and at most {limit} searches for "
    "their paths are made, of which at most three depend on one another",
    "Raise the limit, or take certificates and CRLs out of the pool"};
inline constexpr Rule kNoAnchors{"path.input.no_anchors", Severity::Warning, "RFC 5280 6.1.1 (d)",
                                 "No trust anchor was given", "Say which certificates are trusted"};

// One certificate as it was read.

inline constexpr Rule kNotDer{"path.encoding.not_der", Severity::Error, "RFC 5280 4.1, X.690",
                              "The certificate is not DER: {detail}",
                              "The issuer must issue it again, correctly encoded"};
inline constexpr Rule kExtensionMalformed{"path.encoding.extension_malformed", Severity::Error, "RFC 5280 4.2",
                                          "The extension {extension} cannot be read: {detail}",
                                          "The issuer must issue the certificate again with a correct extension"};
inline constexpr Rule kExtensionDuplicate{"path.encoding.extension_duplicate", Severity::Error, "RFC 5280 4.2",
                                          "The extension {extension} occurs more than once",
                                          "The issuer must issue the certificate again with one such extension"};
inline constexpr Rule kIssuerRule{"path.issuer_rules.noted", Severity::Warning, "RFC 5280 4", "{detail}", ""};
inline constexpr Rule kVersionExtensions{"path.version.extensions", Severity::Error, "RFC 5280 4.1.2.1, 4.1.2.9",
                                         "A certificate of version {version} has extensions; only version 3 may",
                                         "The issuer must issue it again as version 3"};
inline constexpr Rule kVersionUniqueId{"path.version.unique_id", Severity::Error, "RFC 5280 4.1.2.8",
                                       "A certificate of version 1 has a unique identifier; only versions 2 and 3 may",
                                       "The issuer must issue it again"};
inline constexpr Rule kVersionUnknown{"path.version.unknown", Severity::Error, "RFC 5280 4.1.2.1",
                                      "The version, {version}, is none of 1, 2 and 3",
                                      "The issuer must issue it again as version 3"};
inline constexpr Rule kAlgorithmMismatch{
    "path.algorithm.mismatch", Severity::Error, "RFC 5280 4.1.1.2",
    "The signature algorithm inside the signed part ({inner}) is not the one outside ({outer})",
    "The issuer must issue the certificate again"};

// RFC 5280 6.1.3 (a).

inline constexpr Rule kSignatureInvalid{
    "path.signature.invalid", Severity::Error, "RFC 5280 6.1.3 (a)(1)",
    "The signature does not fit the key of the issuer, {issuer}",
    "Either the certificate was changed after it was signed, or another key signed it: compare its authority "
    "key identifier with the issuer's subject key identifier, and get both certificates afresh"};
inline constexpr Rule kSignatureUnsupported{
    "path.signature.unsupported", Severity::Error, "RFC 5280 6.1.3 (a)(1)",
    "The signature cannot be checked: {algorithm} with an issuer's key {key} is not supported",
    "Check this certificate with a program that knows the algorithm"};
inline constexpr Rule kSignatureLimit{"path.signature.limit", Severity::Error, "RFC 4158 2.4",
                                      "The signature was not checked: the bound on signature checks was reached",
                                      "Raise the limit"};
inline constexpr Rule kExpired{"path.validity.expired", Severity::Error, "RFC 5280 6.1.3 (a)(2)",
                               "The certificate expired at {not_after}, before {at}",
                               "Renew the certificate, or check it for an earlier time"};
inline constexpr Rule kNotYetValid{"path.validity.not_yet_valid", Severity::Error, "RFC 5280 6.1.3 (a)(2)",
                                   "The certificate is valid from {not_before} on, after {at}",
                                   "Check the clock of the machine that asks, and that of the CA"};
inline constexpr Rule kValidityTooLong{"path.validity.too_long", Severity::Error, "",
                                       "The certificate is valid for {days} days; this relying party accepts {most}",
                                       "Issue the certificate again for a shorter time"};
inline constexpr Rule kValidityUnreadable{"path.validity.unreadable", Severity::Error, "RFC 5280 4.1.2.5",
                                          "The {field} time cannot be read",
                                          "The issuer must issue the certificate again"};
inline constexpr Rule kNameChaining{"path.name_chaining.mismatch", Severity::Error, "RFC 5280 6.1.3 (a)(4)",
                                    "The issuer, {issuer}, is not the subject of the certificate above, {subject}",
                                    "Put the certificates in order, or find the one whose subject is {issuer}"};

// RFC 5280 6.1.4: what makes a certificate an issuer.

inline constexpr Rule kNotCa{"path.basic_constraints.not_ca", Severity::Error, "RFC 5280 6.1.4 (k)",
                             "Basic constraints say that {subject} is not a CA, and yet it issued a certificate",
                             "A CA certificate needs basic constraints with cA TRUE; a leaf cannot issue"};
inline constexpr Rule kNoBasicConstraints{
    "path.basic_constraints.missing", Severity::Error, "RFC 5280 6.1.4 (k)",
    "{subject} issued a certificate, but has no basic constraints: it is not a CA",
    "A CA certificate needs basic constraints with cA TRUE; ask its issuer for one"};
inline constexpr Rule kNotVersion3{
    "path.basic_constraints.version", Severity::Error, "RFC 5280 6.1.4 (k)",
    "{subject} issued a certificate, but is of version {version}: nothing in it says that it is a CA",
    "Replace it by a version 3 certificate with basic constraints, or trust it as an anchor"};
inline constexpr Rule kPathLength{
    "path.path_length.exceeded", Severity::Error, "RFC 5280 6.1.4 (l), (m)",
    "{subject} is one intermediate CA more than the path length constraint of {limited_by} allows",
    "Leave out a level of CAs, or have the CA above issued again with a larger path length"};
inline constexpr Rule kNoCertSign{"path.key_usage.no_cert_sign", Severity::Error, "RFC 5280 6.1.4 (n)",
                                  "{subject} issued a certificate, but its key usage ({key_usage}) lacks keyCertSign",
                                  "A CA certificate needs keyCertSign in its key usage; ask its issuer for one"};

// Name constraints. `ca_certificate` is the CA's place in the path; octets are "offset+length", of the name in its
// certificate and of the subtree in the CA's.

inline constexpr Rule kNameExcluded{
    "path.name_constraints.excluded", Severity::Error, "RFC 5280 4.2.1.10, 6.1.3 (c)",
    "{name} is within the subtree {subtree} that {ca} excludes",
    "Leave the name out, or have it certified by a CA that does not exclude it; only the issuer of {ca} can lift the "
    "exclusion, by issuing its certificate again"};
inline constexpr Rule kNameNotPermitted{
    "path.name_constraints.not_permitted", Severity::Error, "RFC 5280 4.2.1.10, 6.1.3 (b)",
    "{name} is within none of the subtrees that {ca} permits ({permitted}){hint}",
    "Leave the name out, or have it certified by a CA that permits it; only the issuer of {ca} can permit more, by "
    "issuing its certificate again"};
inline constexpr Rule kConstrainedNameMalformed{"path.name_constraints.name_malformed", Severity::Error,
                                                "RFC 5280 4.2.1.6, 4.2.1.10",
                                                "{name} cannot be held against the name constraints of {ca}: {why}",
                                                "Issue the certificate again with a well-formed name, or without it"};
inline constexpr Rule kSubtreeUnusable{
    "path.name_constraints.subtree_unusable", Severity::Error, "RFC 5280 4.2.1.10",
    "The subtree {subtree} in the name constraints of {ca} cannot be applied to {name}: {why}",
    "Have the certificate of {ca} issued again with a well-formed subtree"};
inline constexpr Rule kConstrainedFormUnknown{
    "path.name_constraints.form_unknown", Severity::Error, "RFC 5280 4.2.1.10",
    "{ca} constrains names of the form of {name} ({subtree}), and {why}",
    "Leave the name out, or have the certificate of {ca} issued again without constraints of this form"};
inline constexpr Rule kConstraintsUnreadable{"path.name_constraints.unreadable", Severity::Error, "RFC 5937 3",
                                             "The name constraints of the trust anchor {ca} cannot be read",
                                             "Issue the root again with correct name constraints"};

// Extensions.

inline constexpr Rule kCriticalUnknown{
    "path.critical_extension.unknown", Severity::Error, "RFC 5280 4.2, 6.1.4 (o), 6.1.5 (f)",
    "The critical extension {extension} is not one that path validation knows",
    "Find out what the extension demands; a relying party that does not know it must refuse"};
inline constexpr Rule kPurposeDenied{"path.extended_key_usage.purpose", Severity::Error, "RFC 5280 4.2.1.12",
                                     "The extended key usage ({found}) does not allow {purpose}",
                                     "Issue the certificate again with {wanted} in its extended key usage"};
inline constexpr Rule kPurposeDeniedByIssuer{
    "path.extended_key_usage.issuer", Severity::Error, "",
    "The extended key usage of the CA {subject} ({found}) does not include {purpose}, so many relying "
    "parties refuse what it issued for that",
    "Have the CA certificate issued again with {wanted} in its extended key usage, or with none at all"};
inline constexpr Rule kPurposeMissing{"path.extended_key_usage.missing", Severity::Error, "RFC 5280 4.2.1.12",
                                      "There is no extended key usage, and {purpose} asks for {wanted} by name",
                                      "Issue the certificate again with {wanted} in its extended key usage"};
inline constexpr Rule kPurposeNotAlone{
    "path.extended_key_usage.not_alone", Severity::Error, "RFC 3161 2.3",
    "For {purpose} the extended key usage must be critical and hold {wanted} alone; it is {found}",
    "Issue the certificate again with a critical extended key usage that holds nothing else"};
inline constexpr Rule kKeyUsagePurpose{"path.key_usage.purpose", Severity::Error, "RFC 5280 4.2.1.3",
                                       "The key usage ({found}) does not allow {purpose}",
                                       "Issue the certificate again with one of {wanted} in its key usage"};
inline constexpr Rule kKeyIdentifierMismatch{
    "path.key_identifier.mismatch", Severity::Warning, "RFC 5280 4.2.1.1, 4.2.1.2",
    "The authority key identifier {authority} is not the issuer's subject key identifier {subject}",
    "The signature fits, so section 6 is content; OpenSSL looks for another issuer and may find none"};

// Strength.

inline constexpr Rule kStrengthRsaSize{"path.strength.rsa_size", Severity::Error, "CA/B BR 6.1.5",
                                       "An RSA key of {bits} bits is too short; {least} are asked",
                                       "Make a new, longer key"};
inline constexpr Rule kStrengthRsaExponent{
    "path.strength.rsa_exponent", Severity::Error, "CA/B BR 6.1.6",
    "The RSA exponent {exponent} is even, smaller than {least}, or longer than {most} bits",
    "Make a new key with the exponent 65537"};
inline constexpr Rule kStrengthCurve{"path.strength.curve", Severity::Error, "CA/B BR 6.1.5",
                                     "The curve ({curve}) is not accepted", "Make a new key on P-256 or P-384"};
inline constexpr Rule kStrengthKeyUnknown{"path.strength.key_unknown", Severity::Error, "CA/B BR 6.1.5",
                                          "The kind of key ({algorithm}) is not known",
                                          "Check this path with a program that knows such keys"};
inline constexpr Rule kStrengthHash{"path.strength.hash", Severity::Error, "CA/B BR 7.1.3.2",
                                    "The signature algorithm {algorithm} uses {hash}, which is not accepted",
                                    "Have the certificate issued again with SHA-256 or better"};
inline constexpr Rule kStrengthSignatureUnknown{"path.strength.signature_unknown", Severity::Error, "CA/B BR 7.1.3.2",
                                                "The signature algorithm {algorithm} is not known",
                                                "Check this path with a program that knows the algorithm"};

// The anchor.

inline constexpr Rule kAnchorExpired{
    "path.anchor.expired", Severity::Error, "",
    "The trust anchor's certificate expired at {not_after}, before {at}; RFC 5280 does not look at that, but "
    "OpenSSL, Go and Windows do",
    "Put the renewed root among the trust anchors"};
inline constexpr Rule kAnchorNotYetValid{
    "path.anchor.not_yet_valid", Severity::Error, "",
    "The trust anchor's certificate is valid from {not_before} on, after {at}; RFC 5280 does not look at that, "
    "but OpenSSL, Go and Windows do",
    "Check the clock of the machine that asks"};
inline constexpr Rule kAnchorNotCa{
    "path.anchor.not_ca", Severity::Error, "RFC 5937 3, RFC 5280 4.2.1.9",
    "The trust anchor {subject} issued a certificate, but its own certificate does not make it a CA",
    "Trust the CA that is meant, or issue the root again with basic constraints (cA TRUE)"};
inline constexpr Rule kAnchorNoCertSign{
    "path.anchor.no_cert_sign", Severity::Error, "RFC 5937 3, RFC 5280 4.2.1.3",
    "The trust anchor {subject} issued a certificate, but its key usage ({key_usage}) lacks keyCertSign",
    "Issue the root again with keyCertSign in its key usage"};

// The service.

inline constexpr Rule kIdentityMismatch{"path.identity.mismatch", Severity::Error, "RFC 9525 6",
                                        "The certificate is not for {wanted}; it names {presented}", "{hint}"};
inline constexpr Rule kIdentityNone{"path.identity.no_names", Severity::Error, "RFC 9525 6",
                                    "The certificate has no name of the kind that is asked for, so it is not for "
                                    "{wanted}",
                                    "{hint}"};
inline constexpr Rule kIdentityReference{
    "path.identity.reference", Severity::Error, "RFC 9525 6.2", "\"{name}\" is no {kind}",
    "Write it as in www.example.com, 192.0.2.1, email:ann@example.com, URI:sip:voice.example.com, "
    "SRV:_imap.example.com or UPN:ann@example.com"};

// What is not judged yet.

}  // namespace rules

/// All of them, for the catalogue.
RuleList path_rules();

}  // namespace pki::path
