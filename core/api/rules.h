#pragma once
// The rules of requests: api.*. Those of single parameters (api.param.*) are in json/rules.h.

#include "base/rule.h"

namespace pki::api {

/// All of the layer's rules, for the catalogue.
RuleList api_rules();

namespace rules {

inline constexpr Rule kNotARequest{"api.request.not_object", Severity::Error, "",
                                   "A request is an object with a method and its parameters",
                                   "Send an object with the member \"method\"; the method \"about\" lists all methods"};
inline constexpr Rule kUnknownMethod{"api.request.unknown_method", Severity::Error, "", "There is no method {method}",
                                     "Check its spelling; \"about\" lists all methods"};

inline constexpr Rule kParamConflict{"api.param.conflict", Severity::Error, "",
                                     "The parameters {name} and {other} exclude each other", "Leave one of them out"};

// Sources.
inline constexpr Rule kSourceBase64{"api.source.base64", Severity::Error, "RFC 4648 4",
                                    "The file's octets are not base64", "Send the file as it is, in base64"};
inline constexpr Rule kSourceNone{"api.source.none", Severity::Error, "",
                                  "This holds nothing of what is wanted here: {wanted}",
                                  "Hand in {wanted}, as PEM or DER"};
inline constexpr Rule kSourceSeveral{"api.source.several", Severity::Error, "",
                                     "{count} objects came where one is wanted: {wanted}",
                                     "Hand in the one that is meant; \"inspect\" lists them"};
inline constexpr Rule kSourcePrivateKey{"api.source.private_key", Severity::Error, "",
                                        "This is a private key, and {wanted} is wanted here",
                                        "Hand in {wanted}; a private key goes nowhere but where a key is asked for"};
inline constexpr Rule kSourceWrongKind{"api.source.wrong_kind", Severity::Error, "",
                                       "This is {found}, and {wanted} is wanted here", "Hand in {wanted}"};

inline constexpr Rule kSourceTooLarge{"api.source.too_large", Severity::Error, "",
                                      "The {what} is {octets} octets long; up to {limit} are read",
                                      "Check what it is: certificates have some thousand octets, names some hundred"};
inline constexpr Rule kItemsLeftOut{"api.inspect.items_left_out", Severity::Warning, "",
                                    "{count} more objects are not shown", "Split the file, or drop fewer at a time"};

// Private keys.
inline constexpr Rule kKeyNone{"api.key.none", Severity::Error, "RFC 7468 10, 11", "There is no private key here",
                               "Hand in the PEM text, from -----BEGIN to the end of the END line"};
inline constexpr Rule kKeySeveral{"api.key.several", Severity::Error, "", "There are {count} private keys here",
                                  "Hand in the one that is meant"};
inline constexpr Rule kKeyPasswordMissing{"api.key.password_missing", Severity::Error, "RFC 5958 3",
                                          "The private key is encrypted, and there is no password",
                                          "Give the password together with the key"};
inline constexpr Rule kPasswordEmpty{"api.key.password_empty", Severity::Error, "",
                                     "An empty password protects nothing",
                                     "Choose a password, or leave it out to write the key without encryption"};

// Piles of certificates.
inline constexpr Rule kHierarchyLimit{"api.hierarchy.limit", Severity::Warning, "",
                                      "The search stopped after {limit} signature checks",
                                      "Hand in fewer certificates of the same name at a time"};
inline constexpr Rule kPileLeftOut{"api.pile.left_out", Severity::Warning, "",
                                   "{count} more certificates are not sorted", "Sort fewer files at a time"};
inline constexpr Rule kBundleEmpty{"api.bundle.empty", Severity::Error, "", "No certificate is left to be written",
                                   "Keep the root, or hand in more than roots"};
inline constexpr Rule kBundleDer{"api.bundle.der_holds_one", Severity::Error, "RFC 2585 4.1",
                                 "A DER file holds one certificate, and {count} came",
                                 "Choose pem or p7b, or write one certificate at a time"};
inline constexpr Rule kMatchAnchor{
    "api.match.anchor_from_chain", Severity::Info, "RFC 5280 6.1.1 (d)",
    "{subject} was taken as trust anchor, because it is self-signed and came with the chain",
    "Make sure that it is the root that you trust, or name the trust anchors"};

// Workspace files.
inline constexpr Rule kWorkspaceFormat{
    "api.workspace.format", Severity::Error, "", "This is no workspace file, or it is damaged: {reason}",
    "Choose a file that the workbench saved; certificates are opened by dropping them"};
inline constexpr Rule kWorkspaceVersion{"api.workspace.version", Severity::Error, "",
                                        "The workspace file is of another version than {supported}",
                                        "Open it with the version of the workbench that saved it, or a newer one"};

inline constexpr Rule kFindingsLeftOut{"api.findings.left_out", Severity::Notice, "",
                                       "{count} more findings are not shown", "Mend those that are shown first"};

inline constexpr Rule kByocaLeftOut{"api.byoca.left_out", Severity::Warning, "",
                                    "{count} more certificates and requests were left out",
                                    "Drop the request, its answer and the chain, and no whole store"};

}  // namespace rules
}  // namespace pki::api
