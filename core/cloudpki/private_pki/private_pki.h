#pragma once
// A private PKI of one to three tiers that behaves like AD CS, and signs the request of a BYOCA issuing CA: as it
// should, or with any of the mistakes that people make.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "asn1/oid.h"
#include "base/time.h"
#include "ca/crl_issue.h"
#include "crypto/secret_bytes.h"
#include "repository/virtual_repository.h"
#include "x509/certificate.h"
#include "x509/request.h"

namespace pki::cloudpki::private_pki {

/// Where the CA's certificate (AIA) and its CRL (CDP) are said to be. AD CS writes ldap URLs unless told otherwise.
enum class Pointers : std::uint8_t { Ldap, Http, Both, None };
/// "ldap", "http", "both", "none".
std::string_view pointers_name(Pointers pointers);

/// How a CA of the private PKI is set up: what an administrator of AD CS would find in its registry and its templates.
struct CaSettings {
  Pointers pointers = Pointers::Http;
  /// Extensions that are taken from requests (EnableRequestExtensionList). Without 2.5.29.37 the extended key usage of
  /// a request is lost.
  std::vector<asn1::OwnedOid> request_extensions;
  /// Whether the template Subordinate Certification Authority is published on it.
  bool sub_ca_published = true;
  /// The path length that the template gives (pKIMaxIssuingDepth); nothing: none.
  std::optional<std::uint32_t> template_path_length = 0;
  /// The template's validity, and the CA's registry value ValidityPeriod, in years: the smaller counts, and the CA's
  /// own end.
  int template_years = 5;
  int registry_years = 10;
};

/// A CA.
struct PrivateCa {
  std::string name;
  x509::CertificatePtr certificate;
  /// PKCS#8.
  crypto::SecretBytes private_key = {};
  CaSettings settings;
  std::vector<ca::RevokedCertificate> revoked = {};
  std::uint64_t crl_number = 0;
};

/// The whole, root first; each CA is signed by the one before it.
struct PrivatePki {
  std::string name;
  std::vector<PrivateCa> cas;
};

/// What the private PKI is to be like.
struct PkiOrder {
  std::string name = "Contoso";
  /// 1 to 3.
  int tiers = 2;
  /// Path length constraints of the CAs, root first; nothing: as many as fit below, and one more for a BYOCA.
  std::vector<std::optional<std::uint32_t>> path_lengths = {};
  /// Extended key usages of the CAs below the root; empty: none, as AD CS makes them.
  std::vector<asn1::OwnedOid> purposes = {};
  CaSettings settings;
};

/// Makes the private PKI at `now`: the root is two years old and lives for twenty, the others one and ten. Rules:
/// cloudpki.private.tiers, ca.*, crypto.*.
Result<PrivatePki> make_private_pki(const PkiOrder& order, Time now);

/// EnableRequestExtensionList as it should be for BYOCA: extended key usage among others.
std::vector<asn1::OwnedOid> usual_request_extensions();

/// Where a CA's certificate and CRL stand over http, under a reserved name.
std::string certificate_url(const PrivatePki& pki, std::size_t index);
std::string crl_url(const PrivatePki& pki, std::size_t index);

/// What stands at those URLs at `now`: certificates, and CRLs good for a week from the last Monday (root: half a year).
/// Rules: ca.crl.*, crypto.*.
Result<std::vector<repository::Entry>> publish(const PrivatePki& pki, Time now);

}  // namespace pki::cloudpki::private_pki
