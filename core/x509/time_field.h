#pragma once
// A Time of X.509 (RFC 5280 4.1.2.5, 5.1.2.4): a CHOICE of UTCTime and GeneralizedTime.

#include <optional>
#include <string_view>

#include "asn1/values.h"
#include "base/time.h"

namespace pki::x509 {

/// A point in time as written, and where.
struct TimeField {
  Time time;
  asn1::Element element;  // its tag tells UTCTime from GeneralizedTime
};

/// The next element as a Time. One that is none is noted (asn1.element.unexpected, asn1.time.*) and passed over;
/// nothing then, and where there is no element. `what` names it for findings.
std::optional<TimeField> take_time(asn1::Reader& reader, std::string_view what);

}  // namespace pki::x509
