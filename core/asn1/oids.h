#pragma once
// The object identifiers that the code itself needs. The registry (asn1/oid_registry.h) knows their names,
// and those of many more.

#include "asn1/oid.h"

namespace pki::asn1::oids {

// Attribute types (X.520, RFC 4519, RFC 5280 Appendix A, RFC 2985).
inline constexpr Oid kCommonName = make_oid<2, 5, 4, 3>();
inline constexpr Oid kSurname = make_oid<2, 5, 4, 4>();
inline constexpr Oid kSerialNumber = make_oid<2, 5, 4, 5>();
inline constexpr Oid kCountry = make_oid<2, 5, 4, 6>();
inline constexpr Oid kLocality = make_oid<2, 5, 4, 7>();
inline constexpr Oid kState = make_oid<2, 5, 4, 8>();
inline constexpr Oid kStreet = make_oid<2, 5, 4, 9>();
inline constexpr Oid kOrganization = make_oid<2, 5, 4, 10>();
inline constexpr Oid kOrganizationalUnit = make_oid<2, 5, 4, 11>();
inline constexpr Oid kTitle = make_oid<2, 5, 4, 12>();
inline constexpr Oid kPostalCode = make_oid<2, 5, 4, 17>();
inline constexpr Oid kName = make_oid<2, 5, 4, 41>();
inline constexpr Oid kGivenName = make_oid<2, 5, 4, 42>();
inline constexpr Oid kInitials = make_oid<2, 5, 4, 43>();
inline constexpr Oid kGenerationQualifier = make_oid<2, 5, 4, 44>();
inline constexpr Oid kDnQualifier = make_oid<2, 5, 4, 46>();
inline constexpr Oid kPseudonym = make_oid<2, 5, 4, 65>();
inline constexpr Oid kOrganizationIdentifier = make_oid<2, 5, 4, 97>();
inline constexpr Oid kUserId = make_oid<0, 9, 2342, 19200300, 100, 1, 1>();
inline constexpr Oid kDomainComponent = make_oid<0, 9, 2342, 19200300, 100, 1, 25>();
inline constexpr Oid kEmailAddress = make_oid<1, 2, 840, 113549, 1, 9, 1>();
inline constexpr Oid kUnstructuredName = make_oid<1, 2, 840, 113549, 1, 9, 2>();
inline constexpr Oid kChallengePassword = make_oid<1, 2, 840, 113549, 1, 9, 7>();
inline constexpr Oid kUnstructuredAddress = make_oid<1, 2, 840, 113549, 1, 9, 8>();
inline constexpr Oid kExtensionRequest = make_oid<1, 2, 840, 113549, 1, 9, 14>();

// CSR attributes of Microsoft's certreq (MS-WCCE 2.2.2.7).
inline constexpr Oid kMsCertExtensions = make_oid<1, 3, 6, 1, 4, 1, 311, 2, 1, 14>();
inline constexpr Oid kMsOsVersion = make_oid<1, 3, 6, 1, 4, 1, 311, 13, 2, 3>();
inline constexpr Oid kMsEnrollmentCsp = make_oid<1, 3, 6, 1, 4, 1, 311, 13, 2, 2>();
inline constexpr Oid kMsEnrollmentNameValue = make_oid<1, 3, 6, 1, 4, 1, 311, 13, 2, 1>();
inline constexpr Oid kMsRenewalCertificate = make_oid<1, 3, 6, 1, 4, 1, 311, 13, 1>();
inline constexpr Oid kMsRequestClientInfo = make_oid<1, 3, 6, 1, 4, 1, 311, 21, 20>();

// Certificate extensions (RFC 5280 4.2) and Microsoft's.
inline constexpr Oid kSubjectDirectoryAttributes = make_oid<2, 5, 29, 9>();
inline constexpr Oid kSubjectKeyIdentifier = make_oid<2, 5, 29, 14>();
inline constexpr Oid kKeyUsage = make_oid<2, 5, 29, 15>();
inline constexpr Oid kSubjectAltName = make_oid<2, 5, 29, 17>();
inline constexpr Oid kIssuerAltName = make_oid<2, 5, 29, 18>();
inline constexpr Oid kBasicConstraints = make_oid<2, 5, 29, 19>();
inline constexpr Oid kNameConstraints = make_oid<2, 5, 29, 30>();
inline constexpr Oid kCrlDistributionPoints = make_oid<2, 5, 29, 31>();
inline constexpr Oid kCertificatePolicies = make_oid<2, 5, 29, 32>();
inline constexpr Oid kAnyPolicy = make_oid<2, 5, 29, 32, 0>();
inline constexpr Oid kPolicyMappings = make_oid<2, 5, 29, 33>();
inline constexpr Oid kAuthorityKeyIdentifier = make_oid<2, 5, 29, 35>();
inline constexpr Oid kPolicyConstraints = make_oid<2, 5, 29, 36>();
inline constexpr Oid kExtendedKeyUsage = make_oid<2, 5, 29, 37>();
inline constexpr Oid kAnyExtendedKeyUsage = make_oid<2, 5, 29, 37, 0>();
inline constexpr Oid kFreshestCrl = make_oid<2, 5, 29, 46>();
inline constexpr Oid kInhibitAnyPolicy = make_oid<2, 5, 29, 54>();
inline constexpr Oid kAuthorityInfoAccess = make_oid<1, 3, 6, 1, 5, 5, 7, 1, 1>();
inline constexpr Oid kSubjectInfoAccess = make_oid<1, 3, 6, 1, 5, 5, 7, 1, 11>();
inline constexpr Oid kTlsFeature = make_oid<1, 3, 6, 1, 5, 5, 7, 1, 24>();
inline constexpr Oid kOcspNoCheck = make_oid<1, 3, 6, 1, 5, 5, 7, 48, 1, 5>();
inline constexpr Oid kMsCertificateTemplateName = make_oid<1, 3, 6, 1, 4, 1, 311, 20, 2>();
inline constexpr Oid kMsCaVersion = make_oid<1, 3, 6, 1, 4, 1, 311, 21, 1>();
inline constexpr Oid kMsPreviousCaHash = make_oid<1, 3, 6, 1, 4, 1, 311, 21, 2>();
inline constexpr Oid kMsCertificateTemplate = make_oid<1, 3, 6, 1, 4, 1, 311, 21, 7>();
inline constexpr Oid kMsApplicationPolicies = make_oid<1, 3, 6, 1, 4, 1, 311, 21, 10>();
inline constexpr Oid kMsNtdsCaSecurity = make_oid<1, 3, 6, 1, 4, 1, 311, 25, 2>();

// Extensions of CRLs (RFC 5280 5.2) and of their entries (5.3; holdInstructionCode: RFC 3280 5.3.2).
inline constexpr Oid kCrlNumber = make_oid<2, 5, 29, 20>();
inline constexpr Oid kReasonCode = make_oid<2, 5, 29, 21>();
inline constexpr Oid kHoldInstructionCode = make_oid<2, 5, 29, 23>();
inline constexpr Oid kInvalidityDate = make_oid<2, 5, 29, 24>();
inline constexpr Oid kDeltaCrlIndicator = make_oid<2, 5, 29, 27>();
inline constexpr Oid kIssuingDistributionPoint = make_oid<2, 5, 29, 28>();
inline constexpr Oid kCertificateIssuer = make_oid<2, 5, 29, 29>();

// OCSP (RFC 6960 4.2.1, 4.4; RFC 6962 3.3).
inline constexpr Oid kOcspBasic = make_oid<1, 3, 6, 1, 5, 5, 7, 48, 1, 1>();
inline constexpr Oid kOcspNonce = make_oid<1, 3, 6, 1, 5, 5, 7, 48, 1, 2>();
inline constexpr Oid kOcspCrl = make_oid<1, 3, 6, 1, 5, 5, 7, 48, 1, 3>();
inline constexpr Oid kOcspArchiveCutoff = make_oid<1, 3, 6, 1, 5, 5, 7, 48, 1, 6>();
inline constexpr Oid kOcspExtendedRevoke = make_oid<1, 3, 6, 1, 5, 5, 7, 48, 1, 9>();
inline constexpr Oid kOcspSctList = make_oid<1, 3, 6, 1, 4, 1, 11129, 2, 4, 5>();

// Access methods, policy qualifiers, other names.
inline constexpr Oid kOcsp = make_oid<1, 3, 6, 1, 5, 5, 7, 48, 1>();
inline constexpr Oid kCaIssuers = make_oid<1, 3, 6, 1, 5, 5, 7, 48, 2>();
inline constexpr Oid kCaRepository = make_oid<1, 3, 6, 1, 5, 5, 7, 48, 5>();
inline constexpr Oid kCpsQualifier = make_oid<1, 3, 6, 1, 5, 5, 7, 2, 1>();
inline constexpr Oid kUserNoticeQualifier = make_oid<1, 3, 6, 1, 5, 5, 7, 2, 2>();
inline constexpr Oid kUserPrincipalName = make_oid<1, 3, 6, 1, 4, 1, 311, 20, 2, 3>();
inline constexpr Oid kDnsSrv = make_oid<1, 3, 6, 1, 5, 5, 7, 8, 7>();
inline constexpr Oid kSmtpUtf8Mailbox = make_oid<1, 3, 6, 1, 5, 5, 7, 8, 9>();

// Key purposes (RFC 5280 4.2.1.12 and others).
inline constexpr Oid kServerAuth = make_oid<1, 3, 6, 1, 5, 5, 7, 3, 1>();
inline constexpr Oid kClientAuth = make_oid<1, 3, 6, 1, 5, 5, 7, 3, 2>();
inline constexpr Oid kCodeSigning = make_oid<1, 3, 6, 1, 5, 5, 7, 3, 3>();
inline constexpr Oid kEmailProtection = make_oid<1, 3, 6, 1, 5, 5, 7, 3, 4>();
inline constexpr Oid kIpsecEndSystem = make_oid<1, 3, 6, 1, 5, 5, 7, 3, 5>();
inline constexpr Oid kIpsecTunnel = make_oid<1, 3, 6, 1, 5, 5, 7, 3, 6>();
inline constexpr Oid kIpsecUser = make_oid<1, 3, 6, 1, 5, 5, 7, 3, 7>();
inline constexpr Oid kTimeStamping = make_oid<1, 3, 6, 1, 5, 5, 7, 3, 8>();
inline constexpr Oid kOcspSigning = make_oid<1, 3, 6, 1, 5, 5, 7, 3, 9>();
inline constexpr Oid kIpsecIke = make_oid<1, 3, 6, 1, 5, 5, 7, 3, 17>();
inline constexpr Oid kSmartCardLogon = make_oid<1, 3, 6, 1, 4, 1, 311, 20, 2, 2>();

// Public keys and signatures (RFC 3279, RFC 4055, RFC 5480, RFC 5758, RFC 8410).
inline constexpr Oid kRsaEncryption = make_oid<1, 2, 840, 113549, 1, 1, 1>();
inline constexpr Oid kRsassaPss = make_oid<1, 2, 840, 113549, 1, 1, 10>();
inline constexpr Oid kMgf1 = make_oid<1, 2, 840, 113549, 1, 1, 8>();
inline constexpr Oid kMd5WithRsa = make_oid<1, 2, 840, 113549, 1, 1, 4>();
inline constexpr Oid kSha1WithRsa = make_oid<1, 2, 840, 113549, 1, 1, 5>();
inline constexpr Oid kSha256WithRsa = make_oid<1, 2, 840, 113549, 1, 1, 11>();
inline constexpr Oid kSha384WithRsa = make_oid<1, 2, 840, 113549, 1, 1, 12>();
inline constexpr Oid kSha512WithRsa = make_oid<1, 2, 840, 113549, 1, 1, 13>();
inline constexpr Oid kSha224WithRsa = make_oid<1, 2, 840, 113549, 1, 1, 14>();
inline constexpr Oid kEcPublicKey = make_oid<1, 2, 840, 10045, 2, 1>();
inline constexpr Oid kSecp256r1 = make_oid<1, 2, 840, 10045, 3, 1, 7>();
inline constexpr Oid kSecp384r1 = make_oid<1, 3, 132, 0, 34>();
inline constexpr Oid kSecp521r1 = make_oid<1, 3, 132, 0, 35>();
inline constexpr Oid kSecp256k1 = make_oid<1, 3, 132, 0, 10>();
inline constexpr Oid kEcdsaWithSha1 = make_oid<1, 2, 840, 10045, 4, 1>();
inline constexpr Oid kEcdsaWithSha224 = make_oid<1, 2, 840, 10045, 4, 3, 1>();
inline constexpr Oid kEcdsaWithSha256 = make_oid<1, 2, 840, 10045, 4, 3, 2>();
inline constexpr Oid kEcdsaWithSha384 = make_oid<1, 2, 840, 10045, 4, 3, 3>();
inline constexpr Oid kEcdsaWithSha512 = make_oid<1, 2, 840, 10045, 4, 3, 4>();
inline constexpr Oid kDsa = make_oid<1, 2, 840, 10040, 4, 1>();
inline constexpr Oid kDsaWithSha1 = make_oid<1, 2, 840, 10040, 4, 3>();
inline constexpr Oid kDsaWithSha224 = make_oid<2, 16, 840, 1, 101, 3, 4, 3, 1>();
inline constexpr Oid kDsaWithSha256 = make_oid<2, 16, 840, 1, 101, 3, 4, 3, 2>();
inline constexpr Oid kEd25519 = make_oid<1, 3, 101, 112>();
inline constexpr Oid kEd448 = make_oid<1, 3, 101, 113>();

// Hashes.
inline constexpr Oid kMd5 = make_oid<1, 2, 840, 113549, 2, 5>();
inline constexpr Oid kSha1 = make_oid<1, 3, 14, 3, 2, 26>();
inline constexpr Oid kSha224 = make_oid<2, 16, 840, 1, 101, 3, 4, 2, 4>();
inline constexpr Oid kSha256 = make_oid<2, 16, 840, 1, 101, 3, 4, 2, 1>();
inline constexpr Oid kSha384 = make_oid<2, 16, 840, 1, 101, 3, 4, 2, 2>();
inline constexpr Oid kSha512 = make_oid<2, 16, 840, 1, 101, 3, 4, 2, 3>();

// PKCS#5 (RFC 8018), PKCS#7 (RFC 2315, RFC 5652).
inline constexpr Oid kPbes2 = make_oid<1, 2, 840, 113549, 1, 5, 13>();
inline constexpr Oid kPbkdf2 = make_oid<1, 2, 840, 113549, 1, 5, 12>();
inline constexpr Oid kHmacSha1 = make_oid<1, 2, 840, 113549, 2, 7>();
inline constexpr Oid kHmacSha256 = make_oid<1, 2, 840, 113549, 2, 9>();
inline constexpr Oid kAes128Cbc = make_oid<2, 16, 840, 1, 101, 3, 4, 1, 2>();
inline constexpr Oid kAes256Cbc = make_oid<2, 16, 840, 1, 101, 3, 4, 1, 42>();
inline constexpr Oid kPkcs7Data = make_oid<1, 2, 840, 113549, 1, 7, 1>();
inline constexpr Oid kPkcs7SignedData = make_oid<1, 2, 840, 113549, 1, 7, 2>();
inline constexpr Oid kPkcs7EnvelopedData = make_oid<1, 2, 840, 113549, 1, 7, 3>();

}  // namespace pki::asn1::oids
