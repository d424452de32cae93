#pragma once
// Certificate revocation list (RFC 5280 5.1): one owner of the DER, every field a view into it. Parsing judges nothing
// but the encoding: a CRL that breaks a rule still loads, and what was found on the way stays with it.
//
// The entries are walked over once, to note what is wrong with them, and are found again by walking: a CRL with a
// million entries takes the room of its octets, and nothing more.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "crypto/algorithm_identifier.h"
#include "crypto/public_key.h"
#include "x509/crl_entries.h"
#include "x509/extensions/crl.h"
#include "x509/name.h"

namespace pki::x509 {

/// What came of looking for a certificate in a CRL.
struct CrlLookup {
  std::optional<CrlEntry> entry;
  /// How many entries were looked at.
  std::size_t scanned = 0;
};

class Crl;
using CrlPtr = std::shared_ptr<const Crl>;

class Crl {
 public:
  /// A CRL holds at most this many findings of one rule about its entries; those beyond are counted
  /// (x509.crl.findings_left_out). So no kind of fault is left out.
  static constexpr std::size_t kMaxEntryFindings = 100;

  /// Reads a CRL that fills `der`. Fails only where the outline cannot be read (asn1.* fatal rules); anything else is
  /// kept as a finding. Never throws, never recurses; linear in the size of `der`.
  ///
  /// Noted besides what the readers of names, algorithms and extensions note: x509.crl.*.
  static Result<CrlPtr> parse(ByteVector der);

  Crl(const Crl&) = delete;
  Crl& operator=(const Crl&) = delete;

  Bytes der() const { return der_; }
  Bytes tbs() const { return tbs_; }  // the whole tbsCertList element: what is signed
  /// 1 (v1, no version field) or 2 (v2); another value as written plus one; 0 where it could not be read.
  std::uint64_t version() const { return version_; }
  /// Empty, and with a finding, where the name could not be read.
  const Name& issuer() const { return issuer_; }
  /// comparison_key() of the issuer; for a name that could not be read, a key that no name has.
  const std::string& issuer_key() const { return issuer_key_; }
  /// Nothing where the time could not be read.
  const std::optional<TimeField>& this_update() const { return this_update_; }
  /// Nothing where it is absent or could not be read.
  const std::optional<TimeField>& next_update() const { return next_update_; }
  const CrlExtensions& extensions() const { return extensions_; }

  /// How many entries there are, those that cannot be read among them.
  std::size_t entry_count() const { return entry_count_; }
  /// The contents of revokedCertificates, for CrlEntryReader; empty where it is absent.
  Bytes entries() const { return entries_; }
  /// True if an entry could not be read: what the CRL does not list is then not known to be unrevoked.
  bool has_unreadable_entries() const { return unreadable_entries_ > 0; }
  /// The first critical extension of an entry that the workbench does not know; nothing where there is none. RFC 5280
  /// 5.3 forbids to use such a CRL for any certificate.
  const std::optional<Extension>& unknown_critical_entry_extension() const { return unknown_critical_; }
  /// True if an entry names another issuer of certificates (certificateIssuer).
  bool has_entry_issuers() const { return has_entry_issuers_; }
  /// Looks for a certificate: by its serial number (contents octets), and the comparison_key() of its issuer's name.
  /// Walks over the entries up to the first that matches.
  CrlLookup find(Bytes serial, std::string_view issuer_key) const;

  /// `signature` inside the tbsCertList, and `signatureAlgorithm` outside: they must be equal (5.1.1.2).
  const crypto::AlgorithmIdentifier& inner_algorithm() const { return inner_algorithm_; }
  const crypto::AlgorithmIdentifier& outer_algorithm() const { return outer_algorithm_; }
  const crypto::SignatureAlgorithm& signature_algorithm() const { return signature_algorithm_; }
  const asn1::BitString& signature() const { return signature_; }

  /// What the parser noted: ranges count from the first octet of der().
  const Findings& findings() const { return findings_; }
  /// Octets [offset, offset + length) of `part` in der(). `part` must be a view that came from this object.
  ByteRange range(Bytes part) const;
  /// SHA-256 of der(), 32 octets: equal for equal CRLs.
  Bytes fingerprint() const { return fingerprint_; }

 private:
  explicit Crl(ByteVector der) : der_(std::move(der)) {}
  struct Parser;

  ByteVector der_;
  Bytes tbs_;
  std::uint64_t version_ = 1;
  crypto::AlgorithmIdentifier inner_algorithm_;
  crypto::AlgorithmIdentifier outer_algorithm_;
  crypto::SignatureAlgorithm signature_algorithm_;
  Name issuer_;
  std::string issuer_key_;
  std::optional<TimeField> this_update_;
  std::optional<TimeField> next_update_;
  Bytes entries_;
  std::size_t entry_count_ = 0;
  std::size_t unreadable_entries_ = 0;
  std::optional<Extension> unknown_critical_;
  bool has_entry_issuers_ = false;
  CrlExtensions extensions_;
  asn1::BitString signature_;
  Findings findings_;
  ByteVector fingerprint_;
};

/// Checks the CRL's signature with `issuer_key`. Rules: crypto.signature.*.
Status verify_signed_by(const Crl& crl, const crypto::PublicKey& issuer_key);

}  // namespace pki::x509
