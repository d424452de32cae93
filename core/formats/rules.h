#pragma once
// The rules of files and containers. Fatal: nothing of the file could be used. Error: a part of it could not.

#include "base/rule.h"

namespace pki::formats::rules {

// The file.
inline constexpr Rule kFileEmpty{"formats.file.empty", Severity::Fatal, "", "The file is empty",
                                 "Save or download it again"};
inline constexpr Rule kFileZeros{"formats.file.zeros", Severity::Fatal, "",
                                 "The file holds nothing but zeros: it has a size, but was never written",
                                 "Download or copy it again"};
inline constexpr Rule kFileUnknown{"formats.file.unknown", Severity::Fatal, "",
                                   "This is neither PEM nor DER, nor base64 or hexadecimal of it",
                                   "Export it again as PEM (Base-64 encoded X.509) or as DER"};
inline constexpr Rule kFileTooManyItems{"formats.file.too_many_items", Severity::Error, "",
                                        "The file holds more than {limit} objects; the rest was not read",
                                        "Split the file"};
inline constexpr Rule kFileTooManyFindings{"formats.file.too_many_findings", Severity::Error, "",
                                           "The file has more than {limit} faults; the rest was not read",
                                           "Check that this is the file that you mean"};
inline constexpr Rule kBase64Malformed{
    "formats.base64.malformed", Severity::Fatal, "RFC 4648 4",
    "The text begins like the base64 of a certificate, but is not correct base64 to its end",
    "Copy it again: characters were lost, added or changed on the way"};
inline constexpr Rule kPemMangled{
    "formats.pem.mangled", Severity::Fatal, "RFC 7468 2",
    "The text says BEGIN, but not between five plain hyphens on either side",
    "Copy the text from its source again, not from a word processor or a web page that changes hyphens to dashes"};

// What an object is.
inline constexpr Rule kDerTruncated{
    "formats.der.truncated", Severity::Error, "X.690 8.1.3",
    "The object says that it is {announced} octets long, but only {available} are there",
    "Get it again: it was cut short"};
inline constexpr Rule kDerMalformed{"formats.der.malformed", Severity::Error, "X.690 8.1",
                                    "These octets are no ASN.1 object",
                                    "Check that the file is what it is taken for, and get it again"};
inline constexpr Rule kDerTrailing{"formats.der.trailing", Severity::Warning, "X.690 8.1",
                                   "{octets} octets behind the last object are no object",
                                   "Remove them, or get the file again"};
inline constexpr Rule kKindUnknown{"formats.kind.unknown", Severity::Notice, "",
                                   "An ASN.1 object of a kind that is not known here",
                                   "Look at its elements to find out what it is"};
inline constexpr Rule kLabelDiffers{
    "formats.label.differs", Severity::Notice, "RFC 7468 3", "The block is labelled {label}, but holds {kind}",
    "Label it {expected} for programs that are stricter; certutil -encode, for one, labels everything CERTIFICATE"};
inline constexpr Rule kParametersSkipped{"formats.parameters.skipped", Severity::Notice, "RFC 5915 4",
                                         "The block {label} stands beside a key and is not needed",
                                         "Nothing needs to be done"};
inline constexpr Rule kTrustedCertificate{
    "formats.certificate.trust_settings", Severity::Notice, "openssl-x509(1)",
    "Behind the certificate stand OpenSSL's own trust settings, which were left out",
    "Use the label CERTIFICATE, as openssl x509 writes it without -trustout, for other programs"};
inline constexpr Rule kLegacyEncryptedKey{"formats.key.legacy_encrypted", Severity::Error, "RFC 1421 4.6.1.1",
                                          "The private key is encrypted in the old PEM way, which is not read here",
                                          "Convert it to PKCS#8: openssl pkcs8 -topk8 -in old.pem -out new.pem"};

// PKCS#7.
inline constexpr Rule kPkcs7OtherContent{
    "formats.pkcs7.other_content", Severity::Error, "RFC 5652 3",
    "The PKCS#7 message holds {type}, not signedData, so no certificates can be taken from it",
    "Export the certificates as a PKCS#7 certificate bundle (.p7b) or as PEM"};
inline constexpr Rule kPkcs7Empty{"formats.pkcs7.empty", Severity::Warning, "RFC 5652 5.1",
                                  "The PKCS#7 message holds neither certificates nor CRLs",
                                  "Export it again with its certificates"};
inline constexpr Rule kPkcs7Signed{
    "formats.pkcs7.signed", Severity::Info, "RFC 5652 5.1",
    "The PKCS#7 message is signed {signers} times; only its certificates and CRLs are taken, the signatures are not "
    "checked",
    "Nothing needs to be done"};
inline constexpr Rule kPkcs7OtherCertificate{
    "formats.pkcs7.other_certificate", Severity::Notice, "RFC 5652 10.2.2",
    "The PKCS#7 message also holds an object of type {tag} among its certificates or CRLs, which is left out",
    "Nothing needs to be done"};
inline constexpr Rule kPkcs7Ber{"formats.pkcs7.ber", Severity::Notice, "RFC 5652 1",
                                "The PKCS#7 message is BER and was converted to DER", "Nothing needs to be done"};

// Files of others, known by their first octets.
inline constexpr Rule kForeignPkcs12{
    "formats.foreign.pkcs12", Severity::Error, "RFC 7292", "This is a PKCS#12 file (.pfx, .p12), which is not read yet",
    "Take the certificates out of it with: openssl pkcs12 -in file.pfx -nokeys -out certificates.pem"};
inline constexpr Rule kForeignOpensshKey{"formats.foreign.openssh_key", Severity::Error, "OpenSSH PROTOCOL.key",
                                         "This is a private key of OpenSSH in its own format",
                                         "Convert a copy of it: ssh-keygen -p -m PKCS8 -f copy"};
inline constexpr Rule kForeignSshPublicKey{"formats.foreign.ssh_public_key", Severity::Error, "RFC 4253 6.6, RFC 4716",
                                           "This is an SSH public key",
                                           "Convert it: ssh-keygen -e -m PKCS8 -f key.pub"};
inline constexpr Rule kForeignPutty{"formats.foreign.putty", Severity::Error, "PuTTY manual C",
                                    "This is a private key of PuTTY (.ppk)",
                                    "Export it with PuTTYgen as an OpenSSH key, and that as PKCS#8"};
inline constexpr Rule kForeignPgp{"formats.foreign.pgp", Severity::Error, "RFC 9580",
                                  "This is OpenPGP, which is no X.509", "Look for the file with the X.509 certificate"};
inline constexpr Rule kForeignJavaKeystore{
    "formats.foreign.java_keystore", Severity::Error, "Java keytool", "This is a Java keystore (.jks)",
    "Export a certificate with: keytool -exportcert -rfc -alias name -keystore file.jks"};
inline constexpr Rule kForeignSerializedStore{
    "formats.foreign.serialized_store", Severity::Error, "MS-GPEF 2.2",
    "This is a serialized certificate store of Windows (.sst)",
    "Open it with certmgr.msc and export the certificates as .p7b, or use certutil -split -dump file.sst"};
inline constexpr Rule kForeignZip{"formats.foreign.zip", Severity::Error, "",
                                  "This is a ZIP archive (perhaps an Office document or a Java archive)",
                                  "Unpack it and take the files in it"};
inline constexpr Rule kForeignArchive{"formats.foreign.archive", Severity::Error, "", "This is a compressed archive",
                                      "Unpack it and take the files in it"};
inline constexpr Rule kForeignPdf{"formats.foreign.pdf", Severity::Error, "", "This is a PDF document",
                                  "Get the certificate itself as a file"};
inline constexpr Rule kForeignDocument{"formats.foreign.document", Severity::Error, "",
                                       "This is a document of a word processor or the like",
                                       "Get the certificate itself as a file"};
inline constexpr Rule kForeignHtml{"formats.foreign.html", Severity::Error, "",
                                   "This is a web page, perhaps one that asks for a sign-in",
                                   "Save the file that the page offers, not the page"};
inline constexpr Rule kForeignXml{"formats.foreign.xml", Severity::Error, "",
                                  "This is XML, for instance a configuration profile, without a PEM block in it",
                                  "Take the base64 of the certificate out of it"};
inline constexpr Rule kForeignImage{"formats.foreign.image", Severity::Error, "", "This is a picture",
                                    "Get the certificate itself as a file"};
inline constexpr Rule kForeignProgram{"formats.foreign.program", Severity::Error, "",
                                      "This is a program; certificates in its signature are not read",
                                      "Export the signer's certificate from the properties of the file"};

}  // namespace pki::formats::rules

namespace pki::formats {

/// All rules of this layer, for the catalogue.
RuleList formats_rules();

}  // namespace pki::formats
