#pragma once
// The judges of what the issuer of a certificate should have kept to, each of one field or extension. They judge what
// can be read; what cannot is for the parser. Internal to issuer_rules.

#include "path/notes.h"

namespace pki::path::issuer_rules {

void judge_serial(Notes& notes);
void judge_signature_fields(Notes& notes);
void judge_validity(Notes& notes);
void judge_unique_ids(Notes& notes);
void judge_issuer(Notes& notes);
void judge_subject(Notes& notes);
void judge_name_attributes(Notes& notes);
void judge_authority_key_identifier(Notes& notes);
void judge_subject_key_identifier(Notes& notes);
void judge_key_usage(Notes& notes);
void judge_extended_key_usage(Notes& notes);
void judge_certificate_policies(Notes& notes);
void judge_policy_mappings(Notes& notes);
void judge_policy_limits(Notes& notes);
void judge_basic_constraints(Notes& notes);
void judge_name_constraints(Notes& notes);
void judge_subject_alt_name(Notes& notes);
void judge_issuer_alt_name(Notes& notes);
void judge_directory_attributes(Notes& notes);
void judge_distribution_points(Notes& notes);
void judge_access_info(Notes& notes);

}  // namespace pki::path::issuer_rules
