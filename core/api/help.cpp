#include "api/help.h"

#include <algorithm>

namespace pki::api {
namespace {

constexpr HelpRow kRows[] = {
    // The outline of a certificate.
    {"certificate.version", "Version",
     "Which fields the certificate may have; extensions need version 3. A CA certificate of an older version cannot "
     "say "
     "that it is a CA, and is refused in the midst of a path.",
     "RFC 5280 4.1.2.1"},
    {"certificate.serial", "Serial number",
     "A number that the CA gives to one certificate only; revocation lists name certificates by it. At least 64 random "
     "bits make it impossible to prepare a certificate whose signature fits another.",
     "RFC 5280 4.1.2.2"},
    {"certificate.signature_algorithm", "Signature algorithm",
     "How the issuer signed, as the signed part says; the same must stand outside it. Relying parties refuse "
     "algorithms "
     "that they hold for weak, SHA-1 among them.",
     "RFC 5280 4.1.2.3"},
    {"certificate.issuer", "Issuer",
     "The name of the CA that signed. Whoever builds the path looks for a CA certificate whose subject is this very "
     "name; "
     "another spelling may break the chain.",
     "RFC 5280 4.1.2.4"},
    {"certificate.validity", "Validity",
     "The time in which the issuer answers for what the certificate says. Every relying party compares it with its own "
     "clock, both ends included.",
     "RFC 5280 4.1.2.5"},
    {"certificate.not_before", "Not before",
     "The first second of the validity. A clock that is behind, of a device or of the CA, makes a new certificate not "
     "yet "
     "valid.",
     "RFC 5280 4.1.2.5"},
    {"certificate.not_after", "Not after",
     "The last second of the validity. What is used beyond it is refused, and so is everything below an expired CA.",
     "RFC 5280 4.1.2.5"},
    {"certificate.subject", "Subject",
     "The name of the holder of the key. Of a CA it must not be empty: the certificates below name it as their issuer.",
     "RFC 5280 4.1.2.6"},
    {"certificate.public_key", "Subject public key",
     "The holder's public key with its algorithm. Its private half signs, decrypts or logs in; of a CA it signs the "
     "certificates below.",
     "RFC 5280 4.1.2.7"},
    {"certificate.unique_id", "Unique identifier",
     "A number that told holders of the same name apart, in X.509 of 1988. CAs that follow RFC 5280 do not write it.",
     "RFC 5280 4.1.2.8"},
    {"certificate.extensions", "Extensions",
     "What version 3 says of the key and its use. A relying party that does not know a critical one must refuse the "
     "certificate; others it passes over.",
     "RFC 5280 4.2"},
    {"certificate.outer_algorithm", "Signature algorithm, outside the signed part",
     "The algorithm again, where it is not signed. It must be the same as inside, or the certificate is refused.",
     "RFC 5280 4.1.1.2"},
    {"certificate.signature", "Signature",
     "The issuer's signature over the part above. It is checked with the key in the issuer's certificate; if one bit "
     "of "
     "either changed, it fits no more.",
     "RFC 5280 4.1.1.3"},
    {"certificate.fingerprints", "Fingerprints",
     "Hashes over the whole certificate: they name it, and nothing in it. Windows calls the SHA-1 one the thumbprint. "
     "Compare them by voice or on paper before you trust a root.",
     ""},

    // Keys.
    {"key.algorithm", "Algorithm", "What kind of key it is, and with which signatures it can be used.",
     "RFC 5280 4.1.2.7, RFC 3279 2.3, RFC 5480"},
    {"key.size", "Size",
     "How hard the key is to break. RSA below 2048 bits is refused nearly everywhere; P-256 is as strong as RSA 3072.",
     "NIST SP 800-57 Part 1"},
    {"key.modulus", "Modulus", "The product of the two secret primes: what tells this RSA key from others.",
     "RFC 8017 3.1"},
    {"key.exponent", "Public exponent", "The power that is raised to when a signature is checked; nearly always 65537.",
     "RFC 8017 3.1"},
    {"key.curve", "Curve", "The elliptic curve on which the key lies. Both sides must know it.", "RFC 5480 2.1.1.1"},
    {"key.point", "Point", "The point on the curve that is the public key.", "RFC 5480 2.2"},
    {"key.identifiers", "Identifiers",
     "Hashes that name the key. The first is what most CAs write as subject key identifier; the last is what a pin of "
     "the key holds.",
     "RFC 5280 4.2.1.2, RFC 7093 2"},

    // Bits of key usage, and the path length of basic constraints.
    {"key_usage.digitalSignature", "digitalSignature",
     "Signs anything but certificates and revocation lists: TLS handshakes, log-ins, e-mail, OCSP answers.",
     "RFC 5280 4.2.1.3"},
    {"key_usage.nonRepudiation", "nonRepudiation",
     "Signs documents that the signer shall not be able to deny; called contentCommitment today. TLS does not use it.",
     "RFC 5280 4.2.1.3"},
    {"key_usage.keyEncipherment", "keyEncipherment",
     "Encrypts keys, as RSA did in TLS up to 1.2 without forward secrecy, and does in e-mail.", "RFC 5280 4.2.1.3"},
    {"key_usage.dataEncipherment", "dataEncipherment", "Encrypts data without a key in between. Hardly ever used.",
     "RFC 5280 4.2.1.3"},
    {"key_usage.keyAgreement", "keyAgreement", "Agrees on keys, as Diffie-Hellman does with static keys.",
     "RFC 5280 4.2.1.3"},
    {"key_usage.keyCertSign", "keyCertSign",
     "Signs certificates. Every CA needs it; without it relying parties refuse all that it issued.",
     "RFC 5280 4.2.1.3"},
    {"key_usage.cRLSign", "cRLSign",
     "Signs revocation lists. Without it a CA's lists are refused, and where revocation is checked, its certificates "
     "with them.",
     "RFC 5280 4.2.1.3"},
    {"key_usage.encipherOnly", "encipherOnly", "With keyAgreement: only for encrypting.", "RFC 5280 4.2.1.3"},
    {"key_usage.decipherOnly", "decipherOnly", "With keyAgreement: only for decrypting.", "RFC 5280 4.2.1.3"},
    {"path_length", "Path length",
     "How many CAs may stand between this one and the leaf; self-issued ones do not count. 0: it issues leaves only.",
     "RFC 5280 4.2.1.9"},

    // The outline of a request.
    {"request.version", "Version", "The format of the request; there is only v1, written as 0.", "RFC 2986 4.1"},
    {"request.subject", "Subject",
     "The name that the requester wants. The CA decides: it may take it, change it, or put in one of its own.",
     "RFC 2986 4.1"},
    {"request.public_key", "Subject public key",
     "The key that is to be certified. The requester keeps its private half, and proves by the signature that it has "
     "it.",
     "RFC 2986 4.1"},
    {"request.attributes", "Attributes",
     "What the requester says beside name and key: the extensions it wants, and notes of the software that made the "
     "request. They bind the CA to nothing.",
     "RFC 2986 4.1, RFC 2985 5.4"},
    {"request.signature", "Signature",
     "Made with the private half of the key in the request: the proof of possession. A request whose signature does "
     "not "
     "fit was changed on its way, or asks for somebody else's key.",
     "RFC 2986 4.2"},

    // Attributes of a request.
    {"1.2.840.113549.1.9.14", "Requested extensions",
     "The extensions that the requester wants in the certificate. The CA takes those that it holds for right.",
     "RFC 2985 5.4.2"},
    {"1.3.6.1.4.1.311.2.1.14", "Requested extensions (Microsoft)",
     "The same as the extension request of RFC 2985, under the identifier that older Microsoft software writes.",
     "MS-WCCE 2.2.2.7.7"},
    {"1.2.840.113549.1.9.7", "Challenge password",
     "A word that requester and CA agreed on: SCEP carries its one-time password here. It stands in the request for "
     "everyone to read.",
     "RFC 2985 5.4.1"},
    {"1.2.840.113549.1.9.2", "Unstructured name",
     "A name as free text; routers put their host name here. CAs pass it over.", "RFC 2985 5.4.3"},
    {"1.2.840.113549.1.9.8", "Unstructured address", "An address as free text. CAs pass it over.", "RFC 2985 5.4.4"},
    {"1.3.6.1.4.1.311.13.2.3", "Operating system version (Microsoft)",
     "The Windows version of the machine that made the request. For information only.", "MS-WCCE 2.2.2.7.1"},
    {"1.3.6.1.4.1.311.13.2.2", "Cryptographic provider (Microsoft)",
     "The provider that keeps the private key: software, TPM or smart card. A claim of the requester, not a proof.",
     "MS-WCCE 2.2.2.7.2"},
    {"1.3.6.1.4.1.311.13.2.1", "Enrolment name and value (Microsoft)",
     "Settings of the enrolment, the certificate template for one. Active Directory Certificate Services reads them; "
     "other CAs pass them over.",
     "MS-WCCE 2.2.2.7.10"},
    {"1.3.6.1.4.1.311.13.1", "Renewal certificate (Microsoft)",
     "The certificate that this request renews. Active Directory Certificate Services reads it.", "MS-WCCE 2.2.2.7.3"},
    {"1.3.6.1.4.1.311.21.20", "Request client information (Microsoft)",
     "The program, user and machine that made the request. They tell names of your network to whoever gets the "
     "request.",
     "MS-WCCE 2.2.2.7.4"},

    // Extensions.
    {"2.5.29.35", "Authority key identifier",
     "Names the key that signed, so that the right certificate is found among several of the same name. It should be "
     "the subject key identifier of the issuer; where it is not, many programs do not find the issuer.",
     "RFC 5280 4.2.1.1"},
    {"2.5.29.14", "Subject key identifier",
     "Names this key. Certificates below a CA carry it as their authority key identifier.", "RFC 5280 4.2.1.2"},
    {"2.5.29.15", "Key usage",
     "What the key may do. A CA needs keyCertSign to sign certificates and cRLSign to sign revocation lists, or what "
     "it "
     "signed is refused.",
     "RFC 5280 4.2.1.3"},
    {"2.5.29.32", "Certificate policies",
     "Under which rules the CA issued. Relying parties that ask for a policy follow it through the whole path; most do "
     "not ask.",
     "RFC 5280 4.2.1.4"},
    {"2.5.29.33", "Policy mappings",
     "Which policy of the issuer's domain counts as which of the subject's. For CA certificates between organisations.",
     "RFC 5280 4.2.1.5"},
    {"2.5.29.17", "Subject alternative name",
     "The names that count: host names, addresses, e-mail addresses, user principal names. TLS clients compare these "
     "and "
     "no longer the common name.",
     "RFC 5280 4.2.1.6"},
    {"2.5.29.18", "Issuer alternative name", "Other names of the CA. Path validation does not look at them.",
     "RFC 5280 4.2.1.7"},
    {"2.5.29.9", "Subject directory attributes",
     "Facts about the holder, such as nationality. Hardly anyone reads them.", "RFC 5280 4.2.1.8"},
    {"2.5.29.19", "Basic constraints",
     "Whether the holder is a CA, and how many CAs may follow below it. Every relying party checks it on each issuer "
     "in "
     "the path; without cA TRUE a certificate cannot issue.",
     "RFC 5280 4.2.1.9"},
    {"2.5.29.30", "Name constraints",
     "The names for which a CA may issue. Relying parties hold every certificate below it to them; some programs do "
     "not "
     "know them, which is why the extension is critical.",
     "RFC 5280 4.2.1.10"},
    {"2.5.29.36", "Policy constraints",
     "From where on in the path a policy must be named, and policies may not be mapped. For CA certificates.",
     "RFC 5280 4.2.1.11"},
    {"2.5.29.37", "Extended key usage",
     "What the certificate may be used for: TLS servers, TLS clients, e-mail and so on. Windows, OpenSSL and others "
     "also "
     "hold everything below a CA to that CA's list: a purpose that it lacks is lost for the leaves.",
     "RFC 5280 4.2.1.12"},
    {"2.5.29.31", "CRL distribution points",
     "Where the revocation list is to be had. Relying parties that check revocation fetch it from there; where they "
     "cannot, many of them refuse, NPS and Windows domain controllers among them.",
     "RFC 5280 4.2.1.13"},
    {"2.5.29.54", "Inhibit anyPolicy",
     "From where on in the path anyPolicy stands for no policy any more. For CA "
     "certificates.",
     "RFC 5280 4.2.1.14"},
    {"2.5.29.46", "Freshest CRL", "Where delta revocation lists are to be had.", "RFC 5280 4.2.1.15"},
    {"2.5.29.20", "CRL number", "The lists of one CA are numbered in order: the higher number is the later list.",
     "RFC 5280 5.2.3"},
    {"2.5.29.27", "Delta CRL indicator",
     "The list tells only what changed since the complete list of this number. Who does not know delta lists must not "
     "take it for a complete one, which is why the extension is critical.",
     "RFC 5280 5.2.4"},
    {"2.5.29.28", "Issuing distribution point",
     "What the list is about, where it is about less than all certificates of its issuer, or about those of others.",
     "RFC 5280 5.2.5"},
    {"2.5.29.21", "Reason",
     "Why the certificate was revoked. \"certificateHold\" can be taken back, the others cannot.", "RFC 5280 5.3.1"},
    {"2.5.29.23", "Hold instruction", "What to do with a certificate that is on hold; out of use since RFC 5280.",
     "RFC 3280 5.3.2"},
    {"2.5.29.24", "Invalidity date", "Since when the key is thought to have been in other hands.", "RFC 5280 5.3.2"},
    {"2.5.29.29", "Certificate issuer",
     "Whose certificate this entry and those after it are about, in a list that is about several issuers.",
     "RFC 5280 5.3.3"},
    {"1.3.6.1.5.5.7.1.1", "Authority information access",
     "Where the issuer's certificate and its OCSP responder are to be had. Windows and browsers fetch a missing "
     "intermediate from there; OpenSSL, Java and Android do not.",
     "RFC 5280 4.2.2.1"},
    {"1.3.6.1.5.5.7.1.11", "Subject information access",
     "Where services of the holder are to be had; of a CA, its repository.", "RFC 5280 4.2.2.2"},
    {"1.3.6.1.5.5.7.1.24", "TLS feature",
     "What a TLS server with this certificate must do; 5 (status_request) is \"must staple\": without a stapled OCSP "
     "answer the client refuses.",
     "RFC 7633"},
    {"1.3.6.1.5.5.7.48.1.5", "OCSP no check",
     "Tells not to check the revocation of this OCSP signer, which would go round in a circle.", "RFC 6960 4.2.2.2.1"},
    {"1.3.6.1.4.1.311.20.2", "Certificate template name (Microsoft)",
     "The version 1 template by which Active Directory Certificate Services issued or is asked to issue. \"SubCA\" "
     "makes "
     "a subordinate CA.",
     "MS-WCCE 2.2.2.7.7.1"},
    {"1.3.6.1.4.1.311.21.7", "Certificate template (Microsoft)",
     "The version 2 template, by its identifier and version.", "MS-WCCE 2.2.2.7.7.2"},
    {"1.3.6.1.4.1.311.21.1", "CA version (Microsoft)",
     "How often the CA's certificate and its key were renewed: two numbers that tell its generations apart.",
     "Microsoft, szOID_CERTSRV_CA_VERSION"},
    {"1.3.6.1.4.1.311.21.2", "Previous CA certificate hash (Microsoft)",
     "The SHA-1 of the certificate that this CA had before.", "Microsoft, szOID_CERTSRV_PREVIOUS_CERT_HASH"},
    {"1.3.6.1.4.1.311.21.10", "Application policies (Microsoft)",
     "Microsoft's earlier form of the extended key usage; where both are there, Windows reads this one.",
     "MS-WCCE 2.2.2.7.7.3"},
    {"1.3.6.1.4.1.311.25.2", "Security identifier (Microsoft)",
     "The account's SID. Domain controllers map the certificate to the account by it, and since KB5014754 refuse a "
     "certificate without a strong mapping.",
     "MS-WCCE 2.2.2.7.7.4, KB5014754"},
    {"1.3.6.1.4.1.11129.2.4.2", "Signed certificate timestamps",
     "Receipts of public logs (Certificate Transparency). Browsers ask for them from public CAs; private CAs need "
     "none.",
     "RFC 6962 3.3"},

    // Signed and enveloped messages, and SCEP.
    {"cms.content", "Content",
     "What is signed. In a SCEP message it is an envelope for the other side; a reply that grants nothing has none.",
     "RFC 5652 5.2, RFC 8894 3.2"},
    {"cms.certificates", "Certificates",
     "Certificates that go along. In a SCEP message the signer's must be there: the other side checks the signature "
     "with it, "
     "and encrypts the reply for it.",
     "RFC 5652 5.1, RFC 8894 2.3"},
    {"cms.signer", "Signer",
     "Whose signature it is, over what, and how. A SCEP request is signed with a self-signed certificate of the new "
     "key, a "
     "renewal with the certificate that is in use.",
     "RFC 5652 5.3, RFC 8894 2.3"},
    {"cms.signed_attributes", "Signed attributes",
     "What is signed besides the content, whose digest is one of them. SCEP says here what the message is and to which "
     "transaction it belongs.",
     "RFC 5652 5.3, RFC 8894 3.2.1"},
    {"cms.recipient", "Recipient",
     "Who can open the envelope: the key that encrypts the content is itself encrypted under the key of this "
     "certificate.",
     "RFC 5652 6.2.1"},
    {"cms.cipher", "Content encryption", "How the content is encrypted, with a key that serves for this message only.",
     "RFC 5652 6.1, RFC 8894 2.9"},
    {"cms.encrypted_content", "Encrypted content",
     "The content, which the recipient alone can read: of a request the certification request with its challenge "
     "password, "
     "of a reply the certificates.",
     "RFC 5652 6.1, RFC 8894 3.2.2"},
    {"1.2.840.113549.1.9.3", "Content type", "What the content is; it must be what the message itself says.",
     "RFC 5652 11.1"},
    {"1.2.840.113549.1.9.4", "Message digest",
     "The digest of the content. The signature is over the attributes, and through this one over the content.",
     "RFC 5652 11.2"},
    {"1.2.840.113549.1.9.5", "Signing time", "When the signer says that it signed.", "RFC 5652 11.3"},
    {"2.16.840.1.113733.1.9.2", "Message type",
     "What the message is: a first request (19), a renewal (17), a poll (20), or a reply (3).", "RFC 8894 3.2.1.2"},
    {"2.16.840.1.113733.1.9.3", "Status",
     "What became of the request: granted (0), refused (2), or not decided yet (3).", "RFC 8894 3.2.1.3"},
    {"2.16.840.1.113733.1.9.4", "Failure", "Why the request was refused, as one of five numbers.", "RFC 8894 3.2.1.4"},
    {"1.3.6.1.5.5.7.24.1", "Failure in words", "Why the request was refused, in the server's words.",
     "RFC 8894 3.2.1.4"},
    {"2.16.840.1.113733.1.9.5", "Sender nonce",
     "16 random octets of whoever sends. The reply returns them, so that an old reply is not taken for a new one.",
     "RFC 8894 3.2.1.5"},
    {"2.16.840.1.113733.1.9.6", "Recipient nonce", "The nonce of the message that is answered.", "RFC 8894 3.2.1.5"},
    {"2.16.840.1.113733.1.9.7", "Transaction identifier",
     "What keeps a request, its polls and its replies together. It is chosen by the device.", "RFC 8894 3.2.1.1"},
};

}  // namespace

std::span<const HelpRow> help_rows() { return kRows; }

const HelpRow* find_help(std::string_view key) {
  const auto found =
      std::find_if(std::begin(kRows), std::end(kRows), [&](const HelpRow& row) { return row.key == key; });
  return found == std::end(kRows) ? nullptr : &*found;
}

}  // namespace pki::api
