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
inline constexpr Rule kUnknownMethod{"api.request.unknown_method", Severity::Error, "",
                                     "There is no method {method}",
                                     "Check its spelling; \"about\" lists all methods"};

inline constexpr Rule kParamConflict{"api.param.conflict", Severity::Error, "",
                                     "The parameters {name} and {other} exclude each other", "Leave one of them out"};

inline constexpr Rule kFindingsLeftOut{"api.findings.left_out", Severity::Notice, "",
                                       "{count} more findings are not shown", "Mend those that are shown first"};

}  // namespace rules
}  // namespace pki::api
