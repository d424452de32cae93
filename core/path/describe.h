#pragma once
// Small helpers with which the checks make their findings.

#include <string>
#include <string_view>
#include <vector>

#include "path/options.h"
#include "path/report.h"
#include "x509/certificate.h"

namespace pki::path {

/// RFC 4514 text, or "(no name)" where the name is empty.
std::string name_text(const x509::Name& name);
/// The subject's text; where that is empty the serial number.
std::string title(const x509::Certificate& certificate);
/// "clientAuth (1.3.6.1.5.5.7.3.2), ...".
std::string oids_text(const std::vector<asn1::Oid>& oids);
/// "digitalSignature, keyEncipherment"; "none" where no bit is set.
std::string key_usage_text(std::uint32_t bits);

/// A finding about `part` of the certificate. `part` is a view into it, or empty for a finding that has no place.
Finding finding_at(const Rule& rule, const x509::Certificate& certificate, Bytes part, std::string_view field,
                   std::vector<Param> params = {});

/// The usual judgements.
Judgement passed(std::vector<Param> values = {});
Judgement failed(Finding finding, std::vector<Param> values = {});
/// Not asked for or not applicable, with the reason among the values.
Judgement skipped(std::string_view reason);
Judgement not_reached(std::string_view reason);
/// Passes without findings; else what the reaction says.
Judgement weighed(Findings findings, Reaction reaction, std::vector<Param> values = {});

}  // namespace pki::path
