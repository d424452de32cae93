#include "x509/known_extensions.h"

#include <catch2/catch_test_macros.hpp>

#include "asn1/oids.h"
#include "reading.h"
#include "vectors.h"

namespace pki::x509 {
namespace {

namespace oids = asn1::oids;

/// Extensions, with the octets and the context that belong to them.
struct Parsed {
  explicit Parsed(const std::vector<ExtensionInput>& extensions) : der(encode(extensions)), context(der) {
    const auto list = asn1::read_single(der, asn1::tags::kSequence, "Extensions", context);
    known = parse_known_extensions(read_extensions(list->value, context).value(), context);
  }
  static ByteVector encode(const std::vector<ExtensionInput>& extensions) {
    asn1::Writer writer;
    write_extensions(writer, extensions);
    return writer.take();
  }

  ByteVector der;
  asn1::Context context;
  KnownExtensions known;
};

ExtensionInput make(asn1::Oid id, std::string_view hex) { return {asn1::OwnedOid(id), true, bytes(hex)}; }
ExtensionInput from_openssl(asn1::Oid id, std::string_view vector) {
  return {asn1::OwnedOid(id), false, openssl_octets(vector)};
}

}  // namespace

TEST_CASE("every known extension comes into its slot") {
  const Parsed parsed({
      from_openssl(oids::kAuthorityKeyIdentifier, "authority_key_identifier"),
      from_openssl(oids::kSubjectKeyIdentifier, "subject_key_identifier"),
      from_openssl(oids::kKeyUsage, "key_usage.ca"),
      from_openssl(oids::kCertificatePolicies, "certificate_policies"),
      from_openssl(oids::kPolicyMappings, "policy_mappings"),
      from_openssl(oids::kSubjectAltName, "subject_alt_name"),
      from_openssl(oids::kIssuerAltName, "issuer_alt_name"),
      from_openssl(oids::kSubjectDirectoryAttributes, "subject_directory_attributes"),
      from_openssl(oids::kBasicConstraints, "basic_constraints.ca"),
      from_openssl(oids::kNameConstraints, "name_constraints"),
      from_openssl(oids::kPolicyConstraints, "policy_constraints"),
      from_openssl(oids::kExtendedKeyUsage, "extended_key_usage"),
      from_openssl(oids::kCrlDistributionPoints, "crl_distribution_points"),
      from_openssl(oids::kInhibitAnyPolicy, "inhibit_any_policy"),
      from_openssl(oids::kFreshestCrl, "freshest_crl"),
      from_openssl(oids::kAuthorityInfoAccess, "authority_info_access"),
      from_openssl(oids::kSubjectInfoAccess, "subject_info_access"),
      from_openssl(oids::kTlsFeature, "tls_feature"),
      from_openssl(oids::kOcspNoCheck, "ocsp_no_check"),
      from_openssl(oids::kMsCertificateTemplateName, "ms_template_name"),
      from_openssl(oids::kMsCertificateTemplate, "ms_template"),
      from_openssl(oids::kMsCaVersion, "ms_ca_version"),
      from_openssl(oids::kMsApplicationPolicies, "ms_application_policies"),
      from_openssl(oids::kMsNtdsCaSecurity, "ms_security_identifier"),
  });
  CHECK(ids(parsed.context.findings()) == Ids{});
  const KnownExtensions& known = parsed.known;
  CHECK(known.all.size() == 24);
  CHECK(known.authority_key_identifier);
  CHECK(known.subject_key_identifier);
  CHECK(known.key_usage);
  CHECK(known.certificate_policies);
  CHECK(known.policy_mappings);
  CHECK(known.subject_alt_name);
  CHECK(known.issuer_alt_name);
  CHECK(known.subject_directory_attributes);
  CHECK(known.basic_constraints);
  CHECK(known.name_constraints);
  CHECK(known.policy_constraints);
  CHECK(known.extended_key_usage);
  CHECK(known.crl_distribution_points);
  CHECK(known.inhibit_any_policy);
  CHECK(known.freshest_crl);
  CHECK(known.authority_info_access);
  CHECK(known.subject_info_access);
  CHECK(known.tls_feature);
  CHECK(known.ocsp_no_check);
  CHECK(known.ms_template_name);
  CHECK(known.ms_template);
  CHECK(known.ms_ca_version);
  CHECK(known.ms_application_policies);
  CHECK(known.ms_security_identifier);
  for (const Extension& extension : known.all) CHECK(KnownExtensions::is_known(extension.id));
  CHECK_FALSE(KnownExtensions::is_known(oids::kCommonName));
}

TEST_CASE("a malformed extension leaves its slot empty, is named, and the others go on") {
  const Parsed parsed({make(oids::kBasicConstraints, "30060101ff020180"), make(oids::kKeyUsage, "03020106")});
  CHECK(parsed.known.basic_constraints.present());
  CHECK(parsed.known.basic_constraints.malformed());
  CHECK(parsed.known.basic_constraints.critical());
  CHECK(parsed.known.key_usage);
  REQUIRE(parsed.context.findings().size() == 1);
  const Finding& finding = parsed.context.findings()[0];
  CHECK(finding.id() == "x509.extension.malformed");
  CHECK(finding.severity() == Severity::Error);
  CHECK(finding.param("extension") == "basicConstraints");
  CHECK(finding.param("rule") == "asn1.integer.negative");
  // The octets of the path length.
  CHECK(finding.where.range == ByteRange{19, 3});
}

TEST_CASE("an extension whose value is empty is malformed as a whole") {
  const Parsed parsed({make(oids::kBasicConstraints, "")});
  REQUIRE(parsed.context.findings().size() == 1);
  CHECK(parsed.context.findings()[0].where.range == range_within(parsed.der, parsed.known.all[0].whole));
}

TEST_CASE("of two instances of an extension the first counts") {
  const Parsed parsed({make(oids::kKeyUsage, "03020106"), make(oids::kKeyUsage, "ffff")});
  CHECK(parsed.known.key_usage->has(KeyUsageBit::KeyCertSign));
  CHECK(parsed.known.key_usage.extension == &parsed.known.all[0]);
  CHECK(ids(parsed.context.findings()) == Ids{"x509.extensions.duplicate"});
}

TEST_CASE("the slots still point into the list after a move") {
  Parsed parsed({make(oids::kKeyUsage, "03020106")});
  const KnownExtensions moved = std::move(parsed.known);
  CHECK(moved.key_usage.extension == &moved.all[0]);
}

}  // namespace pki::x509
