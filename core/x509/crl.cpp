#include "x509/crl.h"

#include <algorithm>
#include <limits>
#include <map>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "crypto/hash.h"
#include "x509/field_map.h"
#include "x509/object_reader.h"
#include "x509/reading.h"
#include "x509/rules.h"

namespace pki::x509 {

using asn1::Context;
using asn1::Element;
using asn1::Reader;
namespace tags = asn1::tags;
namespace oids = asn1::oids;

namespace {

// RFC 5280 4.1.2.2.
constexpr std::size_t kMaxSerialOctets = 20;

// The ids of one entry's extensions that are compared pair by pair; more are sorted.
constexpr std::size_t kFewExtensions = 8;

bool repeats(const std::vector<asn1::Oid>& ids) {
  if (ids.size() > kFewExtensions) return !find_repeated(ids).empty();
  for (auto id = ids.begin(); id != ids.end(); ++id) {
    if (std::find(ids.begin(), id, *id) != id) return true;
  }
  return false;
}

// ENUMERATED 8, whose DER is this.
bool says_removal(Bytes reason) {
  constexpr std::uint8_t kRemoval[] = {0x0A, 0x01, static_cast<std::uint8_t>(CrlReason::RemoveFromCrl)};
  return equal(reason, kRemoval);
}

bool is_time(const Reader& reader) { return reader.next_is(tags::kUtcTime) || reader.next_is(tags::kGeneralizedTime); }

bool names_issuer(const GeneralNames& names, std::string_view issuer_key) {
  return std::any_of(names.begin(), names.end(), [&](const GeneralName& name) {
    return name.kind == GeneralNameKind::DirectoryName && comparison_key(name.directory_name) == issuer_key;
  });
}

}  // namespace

// Reads one CRL, field by field, in the order of RFC 5280 5.1.
struct Crl::Parser {
  Crl& crl;
  Context context;
  FieldMap fields;
  NameField issuer;
  // Of the entry that is read.
  std::vector<asn1::Oid> extension_ids;
  std::map<const Rule*, std::size_t> entry_findings;
  std::size_t left_out = 0;
  bool entry_extensions = false;
  // The first entries that say something which the rest of the CRL must allow.
  struct Remarkable {
    Bytes whole;
    std::size_t index;
  };
  std::optional<Remarkable> first_entry_issuer;
  std::optional<Remarkable> first_removal;

  explicit Parser(Crl& target) : crl(target), context(target.der_), fields(target.der_) {}

  Status run();
  Status read_outline(Reader& reader);
  Status read_tbs(Reader& tbs);
  void read_version(const Element& element);
  void read_entries(const Element& element);
  void read_entry(Reader& list, Context& noted);
  Status check_entry_extensions(const RawCrlEntry& entry, Context& noted);
  void keep_entry_findings(Context& noted);
  void read_extension_list(const Element& element);
  void note_relations();
  void note_missing(const Extension* extension, asn1::Oid id);
  std::string entry_number() const { return std::to_string(crl.entry_count_); }

  void note(Finding finding) { context.note(std::move(finding)); }
};

Status Crl::Parser::run() {
  Reader input(crl.der_, context);
  PKI_TRY(Reader outline, input.enter(tags::kSequence, "CertificateList"));
  PKI_CHECK(input.finish("CertificateList"));
  PKI_CHECK(read_outline(outline));
  note_relations();
  crl.issuer_key_ = key_of(issuer);
  crl.issuer_ = std::move(issuer.name);
  crl.fingerprint_ = crypto::digest(crypto::HashAlgorithm::Sha256, crl.der_);
  crl.findings_ = context.take_findings();
  fields.name_fields(crl.findings_);
  return {};
}

// CertificateList ::= SEQUENCE { tbsCertList, signatureAlgorithm, signatureValue }
Status Crl::Parser::read_outline(Reader& reader) {
  PKI_TRY(const Element tbs, reader.expect(tags::kSequence, "tbsCertList"));
  crl.tbs_ = tbs.whole;
  Reader inside(tbs.value, context);
  PKI_CHECK(read_tbs(inside));

  PKI_TRY(crl.outer_algorithm_, take_algorithm(reader, "signatureAlgorithm"));
  fields.add(crl.outer_algorithm_.whole, "signatureAlgorithm");
  crl.signature_algorithm_ = note_signature_algorithm(crl.outer_algorithm_, context);

  const Bytes signature = reader.rest();
  PKI_TRY(crl.signature_, take_signature(reader, "signatureValue"));
  fields.add(signature, "signatureValue");
  return reader.finish("CertificateList");
}

Status Crl::Parser::read_tbs(Reader& tbs) {
  PKI_TRY(const auto version, tbs.optional(tags::kInteger));
  if (version) read_version(*version);

  PKI_TRY(crl.inner_algorithm_, take_algorithm(tbs, "signature"));
  fields.add(crl.inner_algorithm_.whole, "tbsCertList.signature");

  PKI_TRY(issuer, take_name(tbs, "issuer"));
  fields.add(issuer.whole, "tbsCertList.issuer");

  Bytes before = tbs.rest();
  crl.this_update_ = take_time(tbs, "thisUpdate");
  fields.add(before.first(before.size() - tbs.rest().size()), "tbsCertList.thisUpdate");
  before = tbs.rest();
  if (is_time(tbs)) crl.next_update_ = take_time(tbs, "nextUpdate");
  fields.add(before.first(before.size() - tbs.rest().size()), "tbsCertList.nextUpdate");

  PKI_TRY(const auto entries, tbs.optional(tags::kSequence));
  if (entries) read_entries(*entries);

  PKI_TRY(const auto extensions, tbs.optional(tags::context_constructed(0)));
  if (extensions) read_extension_list(*extensions);
  return tbs.finish("tbsCertList");
}

// version Version OPTIONAL: if present, MUST be v2
void Crl::Parser::read_version(const Element& element) {
  fields.add(element.whole, "tbsCertList.version");
  crl.version_ = 0;
  auto number = asn1::read_unsigned(element, context);
  if (!number) return note(std::move(number).error());
  if (*number != 1) context.note(rules::kCrlVersion, element.whole, {{"version", std::to_string(*number)}});
  if (*number < std::numeric_limits<std::uint64_t>::max()) crl.version_ = *number + 1;
}

// revokedCertificates SEQUENCE OF SEQUENCE { userCertificate, revocationDate, crlEntryExtensions OPTIONAL } OPTIONAL
void Crl::Parser::read_entries(const Element& element) {
  fields.add(element.whole, "tbsCertList.revokedCertificates");
  crl.entries_ = element.value;
  if (element.value.empty()) context.note(rules::kCrlEntriesEmpty, element.whole);
  Context noted(crl.der_);
  Reader list(element.value, noted);
  while (!list.at_end()) {
    const std::size_t left = list.rest().size();
    read_entry(list, noted);
    keep_entry_findings(noted);
    ++crl.entry_count_;
    if (list.rest().size() == left) break;  // where the entry ends cannot be told
  }
  if (left_out > 0) {
    context.note(rules::kCrlFindingsLeftOut, element.whole, {{"count", std::to_string(left_out)}});
  }
}

void Crl::Parser::read_entry(Reader& list, Context& noted) {
  const Bytes rest = list.rest();
  const auto unreadable = [&](const Finding& why) {
    ++crl.unreadable_entries_;
    const Bytes whole = rest.first(rest.size() - list.rest().size());
    Finding finding{&rules::kCrlEntryMalformed,
                    why.where,
                    {{"entry", entry_number()}, {"rule", std::string(why.id())}, {"reason", render_summary(why)}}};
    if (!finding.where.range || finding.where.range->length == 0) {
      finding.where = noted.where(whole.empty() ? rest : whole);
    }
    noted.note(std::move(finding));
  };
  const Result<RawCrlEntry> entry = take_raw_entry(list);
  if (!entry) return unreadable(entry.error());

  const asn1::Integer serial{significant_octets(entry->serial)};
  if (serial.negative() || serial.is_zero() || serial.octets.size() > kMaxSerialOctets) {
    const std::string form = serial.negative()  ? "negative"
                             : serial.is_zero() ? "zero"
                                                : std::to_string(serial.octets.size()) + " octets long";
    noted.note(rules::kCrlEntrySerial, entry->serial, {{"entry", entry_number()}, {"form", form}});
  }
  Reader date(entry->date.whole, noted);
  if (!take_time(date, "revocationDate")) ++crl.unreadable_entries_;
  if (!entry->has_extensions) return;
  entry_extensions = true;
  if (entry->extensions.empty()) noted.note(rules::kExtensionsEmpty, entry->whole);
  const Status checked = check_entry_extensions(*entry, noted);
  if (!checked) unreadable(checked.error());
}

// Notes what is wrong with the extensions of one entry.
Status Crl::Parser::check_entry_extensions(const RawCrlEntry& entry, Context& noted) {
  extension_ids.clear();
  Reader list(entry.extensions, noted);
  while (!list.at_end()) {
    PKI_TRY(const Extension extension, take_extension(list));
    extension_ids.push_back(extension.id);
    check_crl_entry_extension(extension, noted);
    if (extension.id == oids::kCertificateIssuer && !first_entry_issuer) {
      crl.has_entry_issuers_ = true;
      first_entry_issuer = {entry.whole, crl.entry_count_};
    }
    if (extension.id == oids::kReasonCode && !first_removal && says_removal(extension.value)) {
      first_removal = {entry.whole, crl.entry_count_};
    }
    if (extension.critical && !CrlEntryExtensions::is_known(extension.id) && !crl.unknown_critical_) {
      crl.unknown_critical_ = extension;
    }
  }
  if (repeats(extension_ids)) {
    noted.note(rules::kExtensionsDuplicate, entry.whole, {{"extension", "of the entry " + entry_number()}});
  }
  return {};
}

void Crl::Parser::keep_entry_findings(Context& noted) {
  if (noted.findings().empty()) return;
  for (Finding& finding : noted.take_findings()) {
    if (entry_findings[finding.rule]++ < kMaxEntryFindings) {
      note(std::move(finding));
    } else {
      ++left_out;
    }
  }
}

// crlExtensions [0] EXPLICIT Extensions
void Crl::Parser::read_extension_list(const Element& element) {
  Reader inside(element.value, context);
  auto list = inside.expect(tags::kSequence, "crlExtensions");
  if (!list) {
    fields.add(element.whole, "tbsCertList.crlExtensions");
    return note(std::move(list).error());
  }
  if (auto end = inside.finish("crlExtensions"); !end) note(std::move(end).error());
  auto extensions = read_extensions(list->value, context);
  if (!extensions) {
    fields.add(element.whole, "tbsCertList.crlExtensions");
    return note(std::move(extensions).error());
  }
  for (std::size_t i = 0; i < extensions->size(); ++i) {
    fields.add((*extensions)[i].whole, "tbsCertList.crlExtensions[" + std::to_string(i) + "]");
  }
  crl.extensions_ = parse_crl_extensions(std::move(extensions).value(), context);
}

// What the fields say of one another.
void Crl::Parser::note_relations() {
  const CrlExtensions& extensions = crl.extensions_;
  if (crl.version_ == 1 && (!extensions.all.empty() || entry_extensions)) {
    context.note(rules::kCrlExtensionsInV1, extensions.all.empty() ? crl.entries_ : extensions.all.front().whole);
  }
  if (!crl.next_update_) {
    note({.rule = &rules::kCrlNextUpdateMissing});
  } else if (crl.this_update_ && crl.next_update_->time < crl.this_update_->time) {
    context.note(
        rules::kCrlUpdateOrder, crl.next_update_->element.whole,
        {{"next_update", to_iso8601(crl.next_update_->time)}, {"this_update", to_iso8601(crl.this_update_->time)}});
  }
  note_missing(extensions.authority_key_identifier.extension, oids::kAuthorityKeyIdentifier);
  note_missing(extensions.crl_number.extension, oids::kCrlNumber);
  if (extensions.delta_crl_indicator.present() && extensions.freshest_crl.present()) {
    context.note(rules::kCrlFreshestInDelta, extensions.freshest_crl.extension->whole);
  }
  const auto& point = extensions.issuing_distribution_point;
  const bool indirect = point && point->indirect_crl;
  const bool delta = extensions.delta_crl_indicator.present();
  if (first_entry_issuer && !indirect) {
    context.note(rules::kCrlEntryIssuerInDirectCrl, first_entry_issuer->whole,
                 {{"entry", std::to_string(first_entry_issuer->index)}});
  }
  if (first_removal && !delta) {
    context.note(rules::kCrlRemoveInComplete, first_removal->whole, {{"entry", std::to_string(first_removal->index)}});
  }
}

void Crl::Parser::note_missing(const Extension* extension, asn1::Oid id) {
  if (extension == nullptr) {
    note({.rule = &rules::kCrlExtensionMissing, .params = {{"extension", asn1::oid_name(id)}}});
  }
}

Result<CrlPtr> Crl::parse(ByteVector der) {
  // std::make_shared needs a public constructor; this class has one and is known here only.
  struct Made final : Crl {
    explicit Made(ByteVector octets) : Crl(std::move(octets)) {}
  };
  const auto crl = std::make_shared<Made>(std::move(der));
  Parser parser(*crl);
  PKI_CHECK(parser.run());
  return CrlPtr(crl);
}

CrlLookup Crl::find(Bytes serial, std::string_view issuer_key) const {
  if (serial.empty()) return {};
  const Bytes wanted = significant_octets(serial);
  CrlEntryReader entries(entries_, has_entry_issuers_ ? EntryIssuers::Follow : EntryIssuers::Ignore);
  bool issuer_fits = issuer_key_ == issuer_key;
  while (const std::optional<RawCrlEntry> raw = entries.next_raw()) {
    if (entries.issuer_changed()) {
      issuer_fits = names_issuer(entries.certificate_issuer(), issuer_key);
    }
    if (!issuer_fits || raw->serial.back() != wanted.back()) continue;
    if (equal(significant_octets(raw->serial), wanted)) return {entries.read(*raw), entries.count()};
  }
  return {std::nullopt, entries.count()};
}

ByteRange Crl::range(Bytes part) const {
  const std::optional<ByteRange> range = range_within(der_, part);
  PKI_ASSERT(range.has_value());
  return *range;
}

Status verify_signed_by(const Crl& crl, const crypto::PublicKey& issuer_key) {
  return crypto::verify_signature(issuer_key, crl.signature_algorithm(), crl.tbs(), crl.signature().octets);
}

}  // namespace pki::x509
