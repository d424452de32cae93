// zlint's test certificates: where a lint of zlint's has an equivalent here, ours finds what zlint's does (error, warn,
// info), and nothing where zlint's passes. Skipped where the vectors are not at hand. Lints without an equivalent are
// listed by group, and so are the single certificates on which both differ, with the reason.

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "asn1/pem.h"
#include "json/json.h"
#include "path/checks/encoding.h"
#include "path/issuer_rules/judge.h"
#include "path/web_pki/judge.h"

namespace pki::path {
namespace {

using json::Json;

// The lint, and the rules of which one must be found: "i:" for path.issuer_rules., "w:" for path.web_pki., otherwise in
// full.
const std::map<std::string, std::vector<std::string>> kEquivalents = {
    // RFC 5280 4.1.
    {"e_cert_contains_unique_identifier", {"i:unique_identifier"}},
    {"e_cert_extensions_version_not_3", {"path.version.extensions"}},
    {"e_invalid_certificate_version", {"w:version"}},
    {"e_spki_rsa_encryption_parameter_not_null", {"i:algorithm_parameters"}},
    {"e_tbs_signature_rsa_encryption_parameter_not_null", {"i:algorithm_parameters", "path.algorithm.mismatch"}},
    {"e_subject_common_name_max_length", {"i:name_value_too_long"}},
    {"e_subject_dn_serial_number_max_length", {"i:name_value_too_long"}},
    {"e_subject_surname_max_length", {"i:name_value_too_long"}},
    // RFC 5280 4.2.
    {"e_basic_constr_invalid_der", {"i:default_encoded", "path.encoding.not_der"}},
    {"e_cert_ext_invalid_der", {"i:default_encoded", "path.encoding.not_der"}},
    {"e_ca_is_ca", {"i:cert_sign_without_ca"}},
    {"n_ecdsa_ee_invalid_ku", {"i:key_usage_algorithm", "i:cert_sign_without_ca"}},
    {"e_basic_constraints_not_critical", {"i:basic_constraints_not_critical"}},
    {"e_ext_authority_key_identifier_critical", {"i:authority_key_identifier_critical"}},
    {"e_ext_cert_policy_duplicate", {"i:policy_twice"}},
    {"e_ext_freshest_crl_marked_critical", {"i:freshest_crl_critical"}},
    {"e_ext_ian_empty_name", {"i:name_empty"}},
    {"e_ext_ian_no_entries", {"i:names_empty"}},
    {"e_ext_ian_rfc822_format_invalid", {"i:email_form"}},
    {"e_ext_ian_uri_format_invalid", {"i:uri_form"}},
    {"e_ext_key_usage_cert_sign_without_ca", {"i:cert_sign_without_ca"}},
    {"e_ext_key_usage_without_bits", {"i:key_usage_empty"}},
    {"e_ext_name_constraints_not_critical", {"i:name_constraints_not_critical"}},
    {"e_ext_policy_constraints_empty", {"i:policy_constraints_empty"}},
    {"e_ext_policy_constraints_not_critical", {"i:policy_constraints_not_critical"}},
    {"e_ext_san_dns_name_too_long", {"i:dns_name_syntax"}},
    {"e_ext_san_dns_not_ia5_string", {"i:general_name_character"}},
    {"e_ext_san_empty_name", {"i:name_empty"}},
    {"e_ext_san_no_entries", {"i:names_empty"}},
    {"e_ext_san_not_critical_without_subject", {"i:subject_alt_name_not_critical"}},
    {"e_ext_san_space_dns_name", {"i:dns_name_space"}},
    {"e_ext_san_uri_format_invalid", {"i:uri_form"}},
    {"e_ext_subject_key_identifier_critical", {"i:subject_key_identifier_critical"}},
    {"e_ext_subject_key_identifier_missing_ca", {"i:subject_key_identifier_missing"}},
    {"e_name_constraint_not_fqdn", {"i:subtree_syntax"}},
    {"e_path_len_constraint_improperly_included", {"i:path_length_without_ca", "i:path_length_without_cert_sign"}},
    {"e_rfc_dnsname_empty_label", {"i:dns_name_syntax"}},
    {"e_rfc_dnsname_underscore_in_sld", {"i:dns_name_syntax"}},
    {"w_rfc_dnsname_underscore_in_trd", {"i:dns_name_syntax"}},
    {"e_subject_info_access_marked_critical", {"i:access_info_critical"}},
    {"w_ext_cert_policy_explicit_text_includes_control", {"i:explicit_text_control"}},
    {"w_ext_cert_policy_explicit_text_not_utf8", {"i:explicit_text_type", "i:explicit_text_ia5"}},
    {"w_ext_crl_distribution_marked_critical", {"i:crl_distribution_points_critical"}},
    {"w_ext_key_usage_not_critical", {"i:key_usage_not_critical"}},
    {"w_ext_policy_map_not_in_cert_policy", {"i:mapping_not_asserted"}},
    {"w_name_constraint_on_edi_party_name", {"i:subtree_form"}},
    {"w_name_constraint_on_x400", {"i:subtree_form"}},
    {"w_ext_san_critical_with_subject_dn", {"i:subject_alt_name_critical"}},
    {"e_rsa_allowed_ku_ee", {"i:key_usage_algorithm"}},
    {"e_ecdsa_allowed_ku", {"i:key_usage_algorithm"}},
    {"e_ian_bare_wildcard", {"i:dns_name_syntax"}},
    {"e_san_bare_wildcard", {"i:dns_name_syntax"}},
    {"e_ian_dns_name_includes_null_char", {"i:general_name_character"}},
    {"e_san_dns_name_includes_null_char", {"i:general_name_character"}},
    {"e_ian_dns_name_starts_with_period", {"i:dns_name_syntax"}},
    {"e_san_dns_name_starts_with_period", {"i:dns_name_syntax"}},
    {"e_subject_country_not_iso", {"i:country_form"}},
    // The Baseline Requirements: subscribers.
    {"e_server_cert_valid_time_longer_than_100_days", {"w:validity"}},
    {"e_server_cert_valid_time_longer_than_47_days", {"w:validity"}},
    {"e_sub_cert_valid_time_longer_than_825_days", {"w:validity"}},
    {"e_dnsname_bad_character_in_label", {"w:dns_name"}},
    {"e_dnsname_label_too_long", {"w:dns_name"}},
    {"e_no_underscores_before_1_6_2", {"w:dns_name"}},
    {"e_duplicate_subject_attribs", {"w:attribute_twice"}},
    {"e_sub_cert_eku_missing", {"w:purposes_missing"}},
    {"e_sub_cert_eku_check", {"w:server_auth", "w:purpose_forbidden", "w:purpose_unusual"}},
    {"w_sub_cert_eku_extra_values", {"w:purpose_forbidden", "w:purpose_unusual"}},
    {"e_eku_critical", {"w:purposes_critical"}},
    {"e_cabf_ecc_allowed_key_usages", {"w:leaf_key_usage", "w:leaf_digital_signature"}},
    {"e_sub_cert_key_usage_crl_sign_bit_set", {"w:leaf_key_usage"}},
    {"w_ext_subject_key_identifier_not_recommended_subscriber", {"w:leaf_key_identifier"}},
    {"w_sub_cert_certificate_policies_marked_critical", {"w:policies_critical"}},
    {"e_sub_cert_aia_missing", {"w:access_missing"}},
    {"e_ca_aia_non_http_url", {"w:access_form"}},
    {"e_crlissuer_must_not_be_present_in_cdp", {"w:crl_point_form"}},
    {"e_cab_dv_conflicts_with_locality", {"w:subject_forbidden"}},
    {"e_cab_dv_conflicts_with_org", {"w:subject_forbidden"}},
    {"e_cab_dv_conflicts_with_postal", {"w:subject_forbidden"}},
    {"e_cab_dv_conflicts_with_province", {"w:subject_forbidden"}},
    {"e_cab_dv_conflicts_with_street", {"w:subject_forbidden"}},
    {"e_cab_iv_requires_personal_name_strict", {"w:subject_lacks"}},
    {"e_cert_policy_iv_requires_country", {"w:subject_lacks"}},
    {"e_subject_contains_noninformational_value", {"w:value_meaningless"}},
    {"e_subject_dn_not_printable_characters", {"w:value_meaningless"}},
    // Keys and signatures.
    {"e_br_prohibit_dsa_usage", {"w:key_kind"}},
    {"e_public_key_type_not_allowed", {"w:key_kind"}},
    {"e_mp_rsassa-pss_in_spki", {"w:key_kind"}},
    {"e_old_root_ca_rsa_mod_less_than_2048_bits", {"w:rsa_size"}},
    {"e_old_sub_ca_rsa_mod_less_than_1024_bits", {"w:rsa_size"}},
    {"e_old_sub_cert_rsa_mod_less_than_1024_bits", {"w:rsa_size"}},
    {"e_mp_modulus_must_be_divisible_by_8", {"w:rsa_size"}},
    {"e_rsa_public_exponent_too_small", {"w:rsa_exponent"}},
    {"w_rsa_public_exponent_not_in_range", {"w:rsa_exponent", "w:rsa_exponent_range"}},
    {"w_rsa_mod_factors_smaller_than_752", {"w:rsa_modulus"}},
    {"w_rsa_mod_not_odd", {"w:rsa_modulus"}},
    {"e_signature_algorithm_not_supported", {"w:signature_algorithm"}},
    {"e_mp_authority_key_identifier_correct", {"w:authority_key_identifier"}},
    // CAs.
    {"e_ca_key_usage_missing", {"w:ca_key_usage"}},
    {"e_ca_key_usage_not_critical", {"w:ca_key_usage"}},
    {"e_ca_key_cert_sign_not_set", {"w:ca_key_usage"}},
    {"e_ca_crl_sign_not_set", {"w:ca_key_usage"}},
    {"e_ca_invalid_eku", {"w:purpose_forbidden"}},
    {"e_sub_ca_aia_marked_critical", {"i:access_info_critical"}},
    {"e_sub_ca_certificate_policies_missing", {"w:ca_policies"}},
    {"e_sub_ca_crl_distribution_points_does_not_contain_url", {"w:crl_point_form"}},
    {"w_sub_ca_eku_critical", {"w:purposes_critical"}},
    {"w_sub_ca_name_constraints_not_critical", {"w:ca_name_constraints"}},
    {"e_root_ca_extended_key_usage_present", {"w:root_purposes"}},
    {"w_root_ca_basic_constraints_path_len_constraint_field_present", {"w:root_path_length"}},
    {"w_root_ca_contains_cert_policy", {"w:root_policies"}},
};

// Certificates on which both differ, by lint and file, and why.
constexpr const char* kToday = "the rule of today is asked of certificates of every age";
const std::map<std::string, const char*> kDivergences = {
    {"e_ca_invalid_eku c1r0e1a1s0m0b0.pem",
     "anyExtendedKeyUsage is for cross-certificates (BR 7.1.2.2.4), which cannot be told from subordinate CAs"},
    {"e_old_sub_ca_rsa_mod_less_than_1024_bits oldSubModSmall.pem", kToday},
    {"e_old_sub_cert_rsa_mod_less_than_1024_bits oldSubSmall.pem", kToday},
    {"w_rsa_mod_not_odd oddRsaMod.pem", "the modulus is odd, and has another small factor"},
    {"e_signature_algorithm_not_supported sha1WithRSASignatureAlgorithm.pem", kToday},
    {"e_signature_algorithm_not_supported sha256WithRSAPSSSignatureAlgorithm.pem", "BR 7.1.3.2.1 allow it"},
    {"w_sub_cert_eku_extra_values subExtKeyUsageServClientEmail.pem", kToday},
    {"e_sub_cert_key_usage_crl_sign_bit_set subKeyUsageValid.pem",
     "not cRLSign, but dataEncipherment and keyAgreement are there, and the latter is not for RSA"},
    {"e_sub_cert_valid_time_longer_than_825_days subCert825DaysOK.pem",
     "both ends belong to the period (BR 1.6.1): 825 days and a second"},
    {"e_ext_ian_uri_format_invalid IANURIValid.pem", "a URI of its subject alternative name is relative"},
    {"w_name_constraint_on_x400 ncOnX400.pem",
     "its x400Address is primitive, so that the extension is malformed, and path.encoding refuses it"},
};

// zlint's sources that are other profiles.
const std::map<std::string, const char*> kSourcesNotCovered = {
    {"CABFSMIMEBaselineRequirements", "S/MIME"}, {"CABFCSBaselineRequirements", "code signing"},
    {"CABFEVGuidelines", "extended validation"}, {"EtsiEsi", "qualified certificates"},
    {"RFC6962", "Certificate Transparency"},     {"AppleRootStorePolicy", "a root store's own policy"},
};

// Single lints of the other sources.
constexpr const char* kNoMore = "a rule that has ended, or is advice now";
constexpr const char* kOcsp = "certificates of OCSP responders";
constexpr const char* kOpinion = "zlint's own advice";
constexpr const char* kIdna = "IDNA";
const std::map<std::string, const char*> kLintsNotCovered = {
    {"e_path_len_constraint_zero_or_less", "the parser refuses it; path.encoding.extension_malformed is too general"},
    {"e_superfluous_ku_encoding", "no DER; path.encoding.not_der is too general"},
    {"e_mp_ecdsa_signature_encoding_correct", "which hash goes with the issuer's curve"},
    {"e_state_or_province_name_must_not_contain_control_characters", kOpinion},
    {"e_subject_contains_organizational_unit_name_and_no_organization_name", kNoMore},
    {"e_dnsname_not_valid_tld", "which top-level domains exist"},
    {"e_dsa_improper_modulus_or_divisor_size", "no DSA key is allowed"},
    {"e_dsa_shorter_than_2048_bits", "no DSA key is allowed"},
    {"e_excessively backdated", "needs the time of a timestamp"},
    {"e_ext_nc_intersects_reserved_ip", "name constraints of reserved networks"},
    {"e_invalid_subject_rdn_order", "the order of the subject's attributes"},
    {"e_ocsp_cert_invalid_ku", kOcsp},
    {"e_ocsp_id_pkix_ocsp_nocheck_ext_not_included_server_auth", kOcsp},
    {"e_san_dns_name_onion_invalid", "onion names"},
    {"e_san_dns_name_onion_not_ev_cert", "onion names"},
    {"e_sub_ca_aia_missing", kNoMore},
    {"e_sub_cert_eku_server_auth_client_auth_missing", kNoMore},
    {"e_sub_cert_locality_name_must_not_appear", kNoMore},
    {"e_sub_cert_province_must_appear", kNoMore},
    {"e_sub_cert_street_address_should_not_exist", kNoMore},
    {"e_sub_cert_not_is_ca", "what is a CA by its basic constraints is judged as one"},
    {"e_subject_contains_reserved_arpa_ip", "names under .arpa"},
    {"w_subject_contains_malformed_arpa_ip", "names under .arpa"},
    {"e_underscore_permissible_in_dnsname_if_valid_when_replaced", kNoMore},
    {"e_underscore_present_with_too_long_validity", kNoMore},
    {"n_ca_digital_signature_not_set", kOpinion},
    {"n_sub_ca_eku_not_technically_constrained", kOpinion},
    {"w_server_cert_valid_time_longer_than_199_days", kOpinion},
    {"w_server_cert_valid_time_longer_than_99_days", kOpinion},
    {"w_server_cert_valid_time_longer_than_46_days", kOpinion},
    {"e_rsa_fermat_factorization", "factors that lie close together"},
    {"n_san_dns_name_duplicate", kOpinion},
    {"n_san_iana_pub_suffix_empty", "the public suffix list"},
    {"w_ian_iana_pub_suffix_empty", "the public suffix list"},
    {"w_issuer_dn_leading_whitespace", kOpinion},
    {"w_issuer_dn_trailing_whitespace", kOpinion},
    {"w_subject_dn_leading_whitespace", kOpinion},
    {"w_subject_dn_trailing_whitespace", kOpinion},
    {"e_international_dns_name_not_unicode", kIdna},
    {"e_international_dns_name_not_nfc", kIdna},
    {"w_subject_given_name_recommended_max_length", kOpinion},
    {"w_subject_surname_recommended_max_length", kOpinion},
};

std::string full_id(const std::string& id) {
  if (id.starts_with("i:")) return "path.issuer_rules." + id.substr(2);
  if (id.starts_with("w:")) return "path.web_pki." + id.substr(2);
  return id;
}

Json load_cases() {
  std::ifstream stream(PKI_SHARED_CONFORMANCE_DIR "/zlint/zlint.json", std::ios::binary);
  if (!stream) return Json::array();
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  Result<Json> json = json::parse(text);
  REQUIRE(json);
  return *json;
}

std::set<std::string> find_all(const x509::Certificate& certificate) {
  std::set<std::string> ids;
  const CheckOptions options;
  for (const Findings& findings : {issuer_rules::find_faults(certificate), web_pki::find_faults(certificate),
                                   checks::judge_algorithm({certificate, Role::Target, options}).findings,
                                   checks::judge_version({certificate, Role::Target, options}).findings,
                                   checks::judge_encoding({certificate, Role::Target, options}).findings}) {
    for (const Finding& finding : findings) ids.emplace(finding.id());
  }
  return ids;
}

// Null where it cannot be read.
x509::CertificatePtr read_certificate(const Json& item) {
  const asn1::PemText text = asn1::read_pem(item["pem"].get<std::string>());
  REQUIRE(text.blocks.size() == 1);
  Result<x509::CertificatePtr> certificate = x509::Certificate::parse(text.blocks[0].der);
  return certificate ? *certificate : nullptr;
}

}  // namespace

TEST_CASE("Every lint over certificates is covered, or listed as not covered") {
  const Json cases = load_cases();
  if (cases.empty()) SKIP("no zlint vectors at " PKI_SHARED_CONFORMANCE_DIR);
  for (const Json& item : cases) {
    if (item["kind"] != "cert") continue;
    const auto lint = item["lint"].get<std::string>();
    CAPTURE(lint);
    const bool left_out =
        kLintsNotCovered.contains(lint) || kSourcesNotCovered.contains(item["source"].get<std::string>());
    CHECK(kEquivalents.contains(lint) != left_out);
  }
}

TEST_CASE("zlint's certificates: the same flaw is found, and is not found where zlint passes") {
  const Json cases = load_cases();
  if (cases.empty()) SKIP("no zlint vectors at " PKI_SHARED_CONFORMANCE_DIR);
  int covered = 0;
  std::set<std::string> diverged;
  for (const Json& item : cases) {
    const auto lint = item["lint"].get<std::string>();
    const auto expected = item["expected"].get<std::string>();
    const auto row = kEquivalents.find(lint);
    // NA and NE: the lint did not look at the certificate.
    if (item["kind"] != "cert" || row == kEquivalents.end() || expected == "NA" || expected == "NE") continue;
    const auto file = item["file"].get<std::string>();
    const x509::CertificatePtr certificate = read_certificate(item);
    CAPTURE(lint, file, expected);
    REQUIRE(certificate != nullptr);
    const std::set<std::string> found = find_all(*certificate);
    bool fired = false;
    for (const std::string& id : row->second) fired = fired || found.contains(full_id(id));
    const std::string key = lint + " " + file;
    const bool divergent = kDivergences.contains(key);
    if (divergent) diverged.insert(key);
    CHECK(fired == ((expected != "pass") != divergent));
    ++covered;
  }
  CHECK(covered > 200);
  CHECK(diverged.size() == kDivergences.size());
}

}  // namespace pki::path
