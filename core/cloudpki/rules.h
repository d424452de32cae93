#pragma once
// The rules of the Cloud PKI model: cloudpki.*. Errors of the BYOCA desk stand against an upload. Sources that are no
// RFC are titles of Microsoft's documentation.

#include "base/rule.h"

namespace pki::cloudpki {

/// All of the layer's rules, for the catalogue.
RuleList cloudpki_rules();

namespace rules {

inline constexpr std::string_view kByoca = "Configure Microsoft Cloud PKI - Bring your own CA";

// The request.
inline constexpr Rule kSeveralRequests{"cloudpki.byoca.several_requests", Severity::Warning, "",
                                       "There are {count} requests; {used} is looked at",
                                       "Drop one request with its answer at a time"};
inline constexpr Rule kProofOfPossession{"cloudpki.byoca.proof_of_possession", Severity::Error, "RFC 2986 4.2",
                                         "The request's signature does not fit its own key: it was changed on the way",
                                         "Download the request again, and do not edit it"};
inline constexpr Rule kRequestKey{"cloudpki.byoca.request_key", Severity::Error, kByoca,
                                  "The request's key is {key}; BYOCA issuing CAs have RSA 2048, 3072 or 4096",
                                  "Use the request that Cloud PKI made, or make one with such a key"};
inline constexpr Rule kRequestNotCa{
    "cloudpki.byoca.request_not_ca", Severity::Warning, "RFC 5280 4.2.1.9",
    "The request does not ask to be a CA; a private CA that goes by the request makes a leaf of it",
    "Sign it with the template of a subordinate CA, or with basicConstraints of your own"};
inline constexpr Rule kAttributeUnsupported{
    "cloudpki.byoca.attribute_unsupported", Severity::Warning, kByoca,
    "The subject's attribute {attribute} is none of those that are documented for certificates of a BYOCA chain",
    "Leave the attribute out of the subject"};

// The answer.
inline constexpr Rule kNoAnswer{"cloudpki.byoca.no_answer", Severity::Error, "",
                                "No certificate here answers the request: none has its key",
                                "Drop the certificate that the private CA issued for this request"};
inline constexpr Rule kSeveralAnswers{
    "cloudpki.byoca.several_answers", Severity::Warning, "",
    "{count} certificates have the request's key; the one issued last is looked at ({used})",
    "Upload the one that is meant, and no other"};
inline constexpr Rule kOtherKey{
    "cloudpki.byoca.other_key", Severity::Error, "",
    "The certificate has the subject of the request, and another key: it answers an older request, or another CA's",
    "Have this request signed, and upload the certificate that comes back"};
inline constexpr Rule kOtherSubject{"cloudpki.byoca.other_subject", Severity::Error, "",
                                    "The subject is {found}; the request asks for {requested}",
                                    "Have the request signed as it is, without changing its subject"};
inline constexpr Rule kSubjectEncoding{
    "cloudpki.byoca.subject_encoding", Severity::Warning, "RFC 5280 4.1.2.4, 7.1",
    "The subject is the same and encoded otherwise than in the request (string types, case or white space)",
    "Have the subject copied octet by octet: some relying parties compare it so"};
inline constexpr Rule kNotCa{"cloudpki.byoca.not_ca", Severity::Error, "RFC 5280 4.2.1.9",
                             "The certificate is none of a CA: {reason}",
                             "Have it signed with the template Subordinate Certification Authority (OpenSSL: "
                             "basicConstraints=critical,CA:TRUE,pathlen:0)"};
inline constexpr Rule kNoCertSign{"cloudpki.byoca.no_cert_sign", Severity::Error, "RFC 5280 4.2.1.3, 6.1.4 (n)",
                                  "The key usage does not let the CA sign certificates ({found})",
                                  "Have it signed with keyUsage=critical,keyCertSign,cRLSign"};
inline constexpr Rule kNoCrlSign{"cloudpki.byoca.no_crl_sign", Severity::Error, "RFC 5280 4.2.1.3, 6.3.3 (f)",
                                 "The key usage does not let the CA sign CRLs, which Cloud PKI publishes ({found})",
                                 "Have it signed with keyUsage=critical,keyCertSign,cRLSign"};
inline constexpr Rule kPurposesLost{
    "cloudpki.byoca.purposes_lost", Severity::Error, "KB 283789 (EnableRequestExtensionList)",
    "The request asks for the extended key usage {asked}, and the certificate has none: the private CA dropped it",
    "Let the CA take it from requests (certutil -setreg policy\\EnableRequestExtensionList +2.5.29.37, then restart "
    "certsvc), and have the request signed again"};
inline constexpr Rule kPurposesNarrowed{
    "cloudpki.byoca.purposes_narrowed", Severity::Error, "",
    "The certificate lacks extended key usages that the request asks for: {lacking}",
    "Have it signed again with all of {asked}"};
inline constexpr Rule kPurposesWidened{
    "cloudpki.byoca.purposes_widened", Severity::Warning, "",
    "The certificate has extended key usages that the request does not ask for: {more}",
    "Have it signed as asked for; what the CA may be used for is then what its owner chose"};
inline constexpr Rule kAnyPurpose{"cloudpki.byoca.any_purpose", Severity::Error,
                                  "Configure root and issuing CA for Microsoft Cloud PKI",
                                  "The extended key usage has Any Purpose (2.5.29.37.0), which Cloud PKI refuses",
                                  "List the purposes that are wanted instead"};
inline constexpr Rule kPurposesNotEnough{
    "cloudpki.byoca.purposes_not_enough", Severity::Error, "Configure root and issuing CA for Microsoft Cloud PKI",
    "SCEP profiles are to issue for {lacking}, and the issuing CA's extended key usage has none of that: such a "
    "profile ends in an error, and no certificate is issued",
    "Create the CA again with these purposes: nothing of it can be changed later"};
inline constexpr Rule kAnswerKey{"cloudpki.byoca.answer_key", Severity::Error, kByoca,
                                 "The certificate's key is {key}; BYOCA issuing CAs have RSA 2048, 3072 or 4096",
                                 "Have the request that Cloud PKI made signed"};
inline constexpr Rule kAnswerHash{"cloudpki.byoca.answer_hash", Severity::Error,
                                  "Overview of Microsoft Cloud PKI for Microsoft Intune",
                                  "The certificate is signed with {hash}; Cloud PKI does not support SHA-1",
                                  "Have it signed with SHA-256, SHA-384 or SHA-512"};
inline constexpr Rule kNoSubjectKeyId{
    "cloudpki.byoca.no_subject_key_identifier", Severity::Error, "RFC 5280 4.2.1.2",
    "The certificate has no subject key identifier, so nothing below it can point at it",
    "Have it signed with a subject key identifier (OpenSSL: subjectKeyIdentifier=hash)"};
inline constexpr Rule kNoAuthorityKeyId{
    "cloudpki.byoca.no_authority_key_identifier", Severity::Warning, "RFC 5280 4.2.1.1",
    "The certificate has no authority key identifier: Windows then finds its issuer by name alone",
    "Have it signed with one (OpenSSL: authorityKeyIdentifier=keyid:always)"};
inline constexpr Rule kNoIssuerUrl{
    "cloudpki.byoca.no_issuer_url", Severity::Warning, kByoca,
    "{whose} names no place to fetch its issuer's certificate (AIA): who lacks that certificate cannot find it",
    "Publish the CA's certificate at an http URL before signing, and have it signed again; else deploy the whole "
    "chain everywhere"};
inline constexpr Rule kIssuerUrlNotHttp{
    "cloudpki.byoca.issuer_url_not_http", Severity::Warning, kByoca,
    "{whose} names its issuer's certificate by {schemes} only: phones, and whoever is not in the domain, cannot fetch "
    "it",
    "Add an http URL to the private CA's AIA settings, and have it signed again"};
inline constexpr Rule kNoCrlUrl{
    "cloudpki.byoca.no_crl_url", Severity::Warning, "Configure NPS CRL check registry settings",
    "{whose} names no CRL (CDP): NPS, which checks revocation of the whole chain, refuses every client",
    "Publish the private CA's CRL at an http URL before signing, and have it signed again"};
inline constexpr Rule kCrlUrlNotHttp{
    "cloudpki.byoca.crl_url_not_http", Severity::Warning, kByoca,
    "{whose} names its CRL by {schemes} only: relying parties outside the domain cannot fetch it",
    "Add an http URL to the private CA's CDP settings, and have it signed again"};

// The chain.
inline constexpr Rule kNoRoot{"cloudpki.byoca.no_root", Severity::Error, kByoca,
                              "The chain ends at {end}, whose issuer {issuer} is not here: the root and every CA "
                              "between must be uploaded",
                              "Add that CA's certificate ({command})"};
inline constexpr Rule kNoRoomBelow{
    "cloudpki.byoca.no_room_below", Severity::Error, "RFC 5280 4.2.1.9, 6.1.4 (l)",
    "The path length constraint {path_length} of {parent} leaves no room for another CA",
    "Have the request signed by a CA whose path length leaves room, or renew {parent} with a larger one"};
inline constexpr Rule kPurposeNotNested{
    "cloudpki.byoca.purpose_not_nested", Severity::Error, "",
    "{parent} may not certify for {lacking}: OpenSSL, Windows and NSS refuse such certificates below it",
    "Have the request signed by a CA without extended key usage, or with these purposes in its own"};
inline constexpr Rule kOutlivesParent{
    "cloudpki.byoca.outlives_parent", Severity::Warning, "RFC 5280 6.1.3 (a)(2)",
    "It ends at {not_after}, after {parent}, which ends at {parent_not_after}: no path holds after that",
    "Renew {parent} first, or have it signed for a shorter time"};
inline constexpr Rule kStray{"cloudpki.byoca.stray", Severity::Notice, "", "{title} is no part of the chain",
                             "Leave it out of the upload"};
inline constexpr Rule kDuplicate{"cloudpki.byoca.duplicate", Severity::Notice, "", "{title} is here {times} times",
                                 "Upload it once"};
inline constexpr Rule kSignedBox{
    "cloudpki.byoca.signed_box", Severity::Warning, kByoca,
    "{file} is {form}; the box for the signed certificate takes .cer, .crt and .pem, with the one certificate",
    "Upload the file {better} that stands ready below"};
inline constexpr Rule kChainBox{"cloudpki.byoca.chain_box", Severity::Warning, kByoca,
                                "{file} is none of .cer, .crt, .pem and .p7b, which the box for the chain takes",
                                "Upload the files of the chain that stand ready below"};
inline constexpr Rule kNothing{"cloudpki.byoca.nothing", Severity::Error, "",
                               "There is neither a request nor a CA certificate that could be the answer to one",
                               "Drop the .req of the BYOCA issuing CA, and what the private CA made of it"};

}  // namespace rules
}  // namespace pki::cloudpki
