#pragma once
// The rules of JSON texts and of the parameters in them.

#include "base/rule.h"

namespace pki::json {

/// All of the layer's rules, for the catalogue.
RuleList json_rules();

namespace rules {

inline constexpr Rule kSyntax{
    "json.syntax", Severity::Fatal, "RFC 8259 2", "The text is not JSON: reading stopped at octet {offset}",
    "Check the text there: a comma, a quote or a bracket may be missing, or it was cut short"};
inline constexpr Rule kDuplicateName{"json.duplicate_name", Severity::Fatal, "RFC 8259 4",
                                     "An object has two members with the same name",
                                     "Keep one of them: which one counts would be anyone's guess"};
inline constexpr Rule kTooDeep{"json.limit.depth", Severity::Fatal, "RFC 8259 9",
                               "Arrays and objects are nested more than {limit} deep",
                               "Check the text: no request needs that depth"};
inline constexpr Rule kTooManyMembers{"json.limit.members", Severity::Fatal, "RFC 8259 9",
                                      "An object has more than {limit} members",
                                      "Check the text: no request needs that many"};
inline constexpr Rule kTooLong{"json.limit.size", Severity::Fatal, "RFC 8259 9",
                               "The text is longer than {limit} octets", "Send fewer objects in one request"};

// Parameters. Each finding carries `pointer`, a JSON pointer (RFC 6901) into the request.
inline constexpr Rule kParamMissing{"api.param.missing", Severity::Error, "", "The parameter {name} is missing",
                                    "Add it; \"about\" lists each method's parameters"};
inline constexpr Rule kParamUnknown{"api.param.unknown", Severity::Error, "",
                                    "There is no parameter {name} here; there is: {known}",
                                    "Check its spelling, or leave it out"};
inline constexpr Rule kParamType{"api.param.type", Severity::Error, "",
                                 "The parameter {name} must be {expected}, and is {found}",
                                 "Change it; \"about\" lists each method's parameters"};
inline constexpr Rule kParamValue{"api.param.value", Severity::Error, "",
                                  "The parameter {name} must be {expected}, and is \u00AB{found}\u00BB", "Change it"};

}  // namespace rules
}  // namespace pki::json
