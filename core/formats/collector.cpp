#include "formats/collector.h"

#include <algorithm>
#include <array>
#include <utility>

#include "asn1/ber.h"
#include "asn1/header.h"
#include "formats/foreign.h"
#include "formats/kind.h"
#include "formats/pkcs7.h"
#include "formats/rules.h"
#include "formats/sniff.h"

namespace pki::formats {
namespace {

/// What a label announces. The first label of a kind is the one of RFC 7468.
struct LabelKind {
  std::string_view label;
  ItemKind kind;
};

constexpr std::array kLabels = {
    LabelKind{"CERTIFICATE", ItemKind::Certificate},
    LabelKind{"X509 CERTIFICATE", ItemKind::Certificate},
    LabelKind{"TRUSTED CERTIFICATE", ItemKind::Certificate},
    LabelKind{"X.509 CERTIFICATE", ItemKind::Certificate},
    LabelKind{"CERTIFICATE REQUEST", ItemKind::CertificateRequest},
    LabelKind{"NEW CERTIFICATE REQUEST", ItemKind::CertificateRequest},
    LabelKind{"X509 CRL", ItemKind::Crl},
    LabelKind{"CRL", ItemKind::Crl},
    LabelKind{"PKCS7", ItemKind::Pkcs7},
    LabelKind{"CMS", ItemKind::Pkcs7},
    LabelKind{"PKCS #7 SIGNED DATA", ItemKind::Pkcs7},
    LabelKind{"PRIVATE KEY", ItemKind::PrivateKey},
    LabelKind{"ENCRYPTED PRIVATE KEY", ItemKind::EncryptedPrivateKey},
    LabelKind{"RSA PRIVATE KEY", ItemKind::Pkcs1PrivateKey},
    LabelKind{"EC PRIVATE KEY", ItemKind::Sec1PrivateKey},
    LabelKind{"PUBLIC KEY", ItemKind::PublicKey},
    LabelKind{"RSA PUBLIC KEY", ItemKind::Pkcs1PublicKey},
    LabelKind{"PKCS12", ItemKind::Pkcs12},
};

std::string_view label_of(ItemKind kind) {
  const auto found =
      std::find_if(kLabels.begin(), kLabels.end(), [&](const LabelKind& entry) { return entry.kind == kind; });
  return found == kLabels.end() ? std::string_view() : found->label;
}

bool is_parameters_label(std::string_view label) { return label.ends_with("PARAMETERS"); }

/// RFC 1421 4.6.1.1, as OpenSSL writes it.
bool is_encrypted(const asn1::PemBlock& block) {
  return std::any_of(block.headers.begin(), block.headers.end(), [](const std::string& header) {
    return header.starts_with("Proc-Type:") && header.ends_with("ENCRYPTED");
  });
}

/// True for what editors and transfers leave behind an object: line ends, blanks, zeros.
bool is_padding(Bytes rest) {
  return std::all_of(rest.begin(), rest.end(), [](std::uint8_t octet) {
    return octet == 0 || octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n' || octet == 0x1A;
  });
}

/// The part of `piece` at `at`, `size` octets long.
DerPiece part_of(const DerPiece& piece, std::size_t at, std::size_t size) {
  DerPiece part = piece;
  part.octets = piece.octets.subspan(at, size);
  if (piece.is_file) part.source = {piece.source.offset + at, size};
  return part;
}

}  // namespace

void Collector::note(const Rule& rule, ByteRange range, std::vector<Param> params) {
  note({&rule, {range, {}}, std::move(params)});
}

void Collector::note(Finding finding) {
  if (full_) return;
  dropped_.findings.push_back(std::move(finding));
  if (dropped_.findings.size() < kMaxFindings) return;
  full_ = true;
  dropped_.findings.push_back({&rules::kFileTooManyFindings, {}, {{"limit", std::to_string(kMaxFindings)}}});
}

void Collector::add_block(asn1::PemBlock block, const std::string& hint) {
  if (full_) return;
  const std::vector<Param> label = {{"label", block.label}};
  if (const Rule* foreign = foreign_label(block.label)) return note(*foreign, block.range);
  if (is_parameters_label(block.label)) return note(rules::kParametersSkipped, block.range, label);
  const DerPiece piece{
      .octets = block.der, .source = block.range, .is_file = false, .label = block.label, .hint = hint};
  if (is_encrypted(block)) {
    note(rules::kLegacyEncryptedKey, block.range, label);
    if (has_room(piece.source)) add_item(piece, ItemKind::LegacyEncryptedKey);
    return;
  }
  add_der(piece);
}

void Collector::add_der(const DerPiece& piece) {
  std::size_t at = 0;
  std::size_t objects = 0;
  while (at < piece.octets.size() && !full_) {
    const Bytes rest = piece.octets.subspan(at);
    const std::optional<std::size_t> size = asn1::element_size(rest);
    if (!size || asn1::read_header(rest).tag != asn1::tags::kSequence) break;
    if (objects == 1 && piece.label == "TRUSTED CERTIFICATE") {
      return note(rules::kTrustedCertificate, part_of(piece, at, rest.size()).source);
    }
    if (!add_object(part_of(piece, at, *size))) return;
    at += *size;
    ++objects;
  }
  if (at < piece.octets.size() && !full_) note_rest(piece, at, objects);
}

/// What stands behind the last object, or instead of the first.
void Collector::note_rest(const DerPiece& piece, std::size_t at, std::size_t objects) {
  const Bytes rest = piece.octets.subspan(at);
  const ByteRange place = part_of(piece, at, rest.size()).source;
  const asn1::Header header = asn1::read_header(rest);
  const bool is_cut = header.tag == asn1::tags::kSequence && header.failure == nullptr && !header.fits(rest);
  if (objects > 0 && is_padding(rest)) return;
  if (is_cut) {
    note(rules::kDerTruncated, place,
         {{"announced", std::to_string(header.size + header.length)}, {"available", std::to_string(rest.size())}});
  } else if (objects > 0) {
    note(rules::kDerTrailing, place, {{"octets", std::to_string(rest.size())}});
  } else {
    note(rules::kDerMalformed, place);
  }
}

bool Collector::has_room(ByteRange place) {
  if (full_ || dropped_.items.size() < kMaxItems) return !full_;
  note(rules::kFileTooManyItems, place, {{"limit", std::to_string(kMaxItems)}});
  full_ = true;
  return false;
}

bool Collector::add_object(const DerPiece& object) {
  if (!has_room(object.source)) return false;
  const ItemKind kind = kind_of(object.octets);
  check_label(object, kind);
  add_item(object, kind);
  if (kind == ItemKind::OtherDer) note(rules::kKindUnknown, object.source);
  if (kind == ItemKind::Pkcs12) note(rules::kForeignPkcs12, object.source);
  if (kind == ItemKind::Pkcs7) add_members_of(object);
  return true;
}

void Collector::add_item(const DerPiece& object, ItemKind kind) {
  dropped_.items.push_back({.kind = kind,
                            .label = std::string(object.label),
                            .der = to_vector(object.octets),
                            .source = object.source,
                            .origin_hint = object.hint});
}

void Collector::check_label(const DerPiece& object, ItemKind kind) {
  const auto found =
      std::find_if(kLabels.begin(), kLabels.end(), [&](const LabelKind& entry) { return entry.label == object.label; });
  if (found == kLabels.end() || found->kind == kind) return;
  const std::string_view expected = label_of(kind);
  note(rules::kLabelDiffers, object.source,
       {{"label", std::string(object.label)},
        {"kind", std::string(kind_phrase(kind))},
        {"expected", std::string(expected.empty() ? "with its kind" : expected)}});
}

void Collector::add_members_of(const DerPiece& message) {
  Result<Pkcs7Contents> contents = read_pkcs7(message.octets);
  // Places in the message are places in the file only where it stands there as it was read.
  const bool is_placed = message.is_file && contents.ok() && contents->converted.empty();
  if (!contents.ok()) return note_in(message, is_placed, std::move(contents).error());
  for (Finding& finding : contents->findings) note_in(message, is_placed, std::move(finding));
  if (!contents->converted.empty()) dropped_.items.back().der = std::move(contents->converted);
  for (const auto* members : {&contents->certificates, &contents->crls}) {
    for (const Pkcs7Member& member : *members) add_member(message, member);
  }
}

void Collector::add_member(const DerPiece& message, const Pkcs7Member& member) {
  DerPiece piece = message;
  piece.octets = member.der;
  piece.hint += "/pkcs7";
  if (message.is_file && member.range) {
    piece.source = {message.source.offset + member.range->offset, member.range->length};
  }
  if (has_room(piece.source)) add_item(piece, kind_of(piece.octets));
}

void Collector::note_in(const DerPiece& message, bool is_placed, Finding finding) {
  if (is_placed && finding.where.range) {
    finding.where.range->offset += message.source.offset;
  } else {
    finding.where.range = message.source;
  }
  note(std::move(finding));
}

}  // namespace pki::formats
