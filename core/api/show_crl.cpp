#include "api/describe_name.h"
#include "api/show_extension.h"
#include "asn1/oid_registry.h"

namespace pki::api {

Shown show(const x509::CrlNumber& number, const Place&) { return {x509::to_text(number), {}}; }

Shown show(const x509::CrlReason& reason, const Place&) { return {std::string(x509::crl_reason_name(reason)), {}}; }

Shown show(const x509::InvalidityDate& date, const Place&) { return {to_iso8601(date.time), {}}; }

Shown show(const x509::HoldInstruction& hold, const Place&) { return {asn1::oid_name_and_dotted(hold.code), {}}; }

Shown show(const x509::CertificateIssuer& issuer, const Place& place) {
  return {general_names_text(issuer.names), general_name_fields(issuer.names, place)};
}

}  // namespace pki::api
