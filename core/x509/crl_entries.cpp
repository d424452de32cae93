#include "x509/crl_entries.h"

#include "asn1/oids.h"

namespace pki::x509 {

using asn1::Context;
using asn1::Element;
using asn1::Reader;
namespace tags = asn1::tags;

Result<RawCrlEntry> take_raw_entry(Reader& list) {
  PKI_TRY(const Element sequence, list.next());
  // From here on the list goes on behind this entry, whatever is wrong inside.
  Context& context = list.context();
  if (sequence.tag != tags::kSequence) {
    PKI_CHECK(Reader(sequence.whole, context).expect(tags::kSequence, "revokedCertificates"));
  }
  Reader reader(sequence.value, context);
  RawCrlEntry entry{.whole = sequence.whole};
  PKI_TRY(const Element serial, reader.expect(tags::kInteger, "userCertificate"));
  PKI_CHECK(asn1::read_integer(serial, context));
  entry.serial = serial.value;
  PKI_TRY(entry.date, reader.next());
  if (!reader.at_end()) {
    PKI_TRY(const Element extensions, reader.expect(tags::kSequence, "crlEntryExtensions"));
    entry.extensions = extensions.value;
    entry.has_extensions = true;
  }
  PKI_CHECK(reader.finish("revokedCertificates"));
  return entry;
}

std::optional<RawCrlEntry> CrlEntryReader::next_raw() {
  while (!list_.at_end()) {
    const std::size_t left = list_.rest().size();
    index_ = next_index_++;
    const Result<RawCrlEntry> entry = take_raw_entry(list_);
    // Nobody asks this walk what it found: whoever parsed the CRL has noted it.
    if (!context_.findings().empty()) (void)context_.take_findings();
    if (entry) {
      ++count_;
      if (issuers_ == EntryIssuers::Follow) follow_issuer(*entry);
      return *entry;
    }
    if (list_.rest().size() == left) return std::nullopt;
  }
  return std::nullopt;
}

// RFC 5280 5.3.3: an entry without certificateIssuer has that of the one before it.
void CrlEntryReader::follow_issuer(const RawCrlEntry& entry) {
  issuer_changed_ = false;
  Reader list(entry.extensions, context_);
  while (!list.at_end()) {
    const Result<Extension> extension = take_extension(list);
    if (!extension) break;
    if (extension->id != asn1::oids::kCertificateIssuer) continue;
    issuer_ = extension->value;
    issuer_changed_ = true;
    break;
  }
  if (!context_.findings().empty()) (void)context_.take_findings();
}

GeneralNames CrlEntryReader::certificate_issuer() {
  if (issuer_.empty()) return {};
  auto issuer = read_certificate_issuer(issuer_, context_);
  (void)context_.take_findings();
  return issuer ? std::move(issuer).value().names : GeneralNames();
}

CrlEntry CrlEntryReader::read(const RawCrlEntry& raw) {
  CrlEntry entry{.index = index_, .whole = raw.whole, .serial = {raw.serial}};
  Reader date(raw.date.whole, context_);
  entry.revocation_date = take_time(date, "revocationDate");
  if (auto extensions = read_extensions(raw.extensions, context_)) {
    entry.extensions = parse_crl_entry_extensions(std::move(extensions).value(), context_);
  }
  entry.certificate_issuer = certificate_issuer();
  (void)context_.take_findings();
  return entry;
}

std::optional<CrlEntry> CrlEntryReader::next() {
  const std::optional<RawCrlEntry> raw = next_raw();
  if (!raw) return std::nullopt;
  return read(*raw);
}

}  // namespace pki::x509
