#pragma once
// The entries of a CRL (RFC 5280 5.1.2.6, 5.3). A CRL may have millions, so they stay octets: a walk over the list
// makes an object of an entry only where somebody asks for one.

#include <cstddef>
#include <cstdint>
#include <optional>

#include "asn1/values.h"
#include "x509/extensions/crl_entry.h"
#include "x509/time_field.h"

namespace pki::x509 {

/// The parts of an entry, unread. Views alias the CRL.
struct RawCrlEntry {
  Bytes whole = {};
  Bytes serial = {};            // contents octets of userCertificate; at least one
  asn1::Element date = {};      // revocationDate, not read
  Bytes extensions = {};        // the elements of crlEntryExtensions; empty where absent
  bool has_extensions = false;  // crlEntryExtensions is there, empty or not
};

/// One entry, read. Views alias the CRL.
struct CrlEntry {
  std::size_t index = 0;  // its place in the list, from 0
  Bytes whole = {};
  asn1::Integer serial = {};
  /// Nothing where the time cannot be read.
  std::optional<TimeField> revocation_date = {};
  CrlEntryExtensions extensions = {};
  /// Who issued the certificate: the names of the last certificateIssuer up to this entry. Empty: the CRL's issuer.
  GeneralNames certificate_issuer = {};
};

/// Splits the next entry into its parts. Rules: asn1.*.
Result<RawCrlEntry> take_raw_entry(asn1::Reader& list);

/// Whether a walk looks for certificateIssuer in each entry: a CRL that has none (Crl::has_entry_issuers) needs it not.
enum class EntryIssuers : std::uint8_t { Follow, Ignore };

/// Walks over a list of entries.
class CrlEntryReader {
 public:
  /// `entries`: the contents of revokedCertificates.
  explicit CrlEntryReader(Bytes entries, EntryIssuers issuers = EntryIssuers::Follow)
      : context_(entries), list_(entries, context_), issuers_(issuers) {}
  CrlEntryReader(const CrlEntryReader&) = delete;
  CrlEntryReader& operator=(const CrlEntryReader&) = delete;

  /// The parts of the next entry; entries that cannot be split are passed over. Nothing at the end.
  std::optional<RawCrlEntry> next_raw();
  /// The entry that next_raw() gave last, as an object.
  CrlEntry read(const RawCrlEntry& entry);
  /// Both: the next entry as an object.
  std::optional<CrlEntry> next();

  /// The names in the last certificateIssuer of the entries walked over; empty: none yet. Reads them each time.
  GeneralNames certificate_issuer();
  /// True if the last certificateIssuer was met in the entry that next_raw() gave last.
  bool issuer_changed() const { return issuer_changed_; }
  /// How many entries next_raw() gave.
  std::size_t count() const { return count_; }

 private:
  void follow_issuer(const RawCrlEntry& entry);

  asn1::Context context_;
  asn1::Reader list_;
  EntryIssuers issuers_;
  std::size_t count_ = 0;
  std::size_t index_ = 0;
  std::size_t next_index_ = 0;
  Bytes issuer_;  // the value of the last certificateIssuer
  bool issuer_changed_ = false;
};

}  // namespace pki::x509
