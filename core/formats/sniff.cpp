#include "formats/sniff.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "asn1/header.h"
#include "asn1/pem.h"
#include "base/encoding.h"
#include "base/text.h"
#include "formats/collector.h"
#include "formats/foreign.h"
#include "formats/rules.h"
#include "formats/text_file.h"

namespace pki::formats {
namespace {

constexpr std::string_view kDataScheme = "data:";
constexpr std::string_view kBase64Mark = ";base64,";

/// Octets that were written as text: how, and where.
struct Decoded {
  ByteVector octets;
  std::string hint;
};

/// The octets of a text that is nothing but hexadecimal or base64, perhaps as a data: URI.
std::optional<Decoded> decode_text(std::string_view text) {
  text = trim(text);
  // A text that was saved by an editor of DOS ends with 1A.
  if (text.ends_with('\x1A')) text = trim(text.substr(0, text.size() - 1));
  const std::size_t mark = text.substr(0, 256).find(kBase64Mark);
  const bool is_uri = text.starts_with(kDataScheme) && mark != std::string_view::npos;
  if (is_uri) text.remove_prefix(mark + kBase64Mark.size());
  if (text.empty()) return std::nullopt;
  if (!is_uri) {
    if (auto octets = from_hex(text)) return Decoded{*std::move(octets), "hex"};
  }
  if (auto octets = from_base64(text)) return Decoded{*std::move(octets), is_uri ? "data_uri" : "base64"};
  return std::nullopt;
}

/// Why a text is none: what it was most likely meant to be.
const Rule& unknown_text(std::string_view text) {
  // What base64 of a SEQUENCE of 256 to 65535 octets begins with.
  constexpr std::string_view kBase64OfSequence = "MII";
  if (text.find("BEGIN ") != std::string_view::npos) return rules::kPemMangled;
  return trim(text).starts_with(kBase64OfSequence) ? rules::kBase64Malformed : rules::kFileUnknown;
}

bool is_all_zeros(Bytes file) {
  return std::all_of(file.begin(), file.end(), [](std::uint8_t octet) { return octet == 0; });
}

/// True if the octets begin with a SEQUENCE, as all objects do that are read here. What is text by its characters is
/// not asked this.
bool begins_like_der(Bytes octets) {
  const asn1::Header header = asn1::read_header(octets);
  return header.failure == nullptr && header.tag == asn1::tags::kSequence;
}

class Sniffer {
 public:
  explicit Sniffer(Bytes file) : file_(file) {}

  Dropped read() {
    const TextFile text(file_);
    if (file_.empty()) {
      collector_.note(rules::kFileEmpty, {0, 0});
    } else if (is_all_zeros(file_)) {
      collector_.note(rules::kFileZeros, whole());
    } else if (text.is_utf16() || looks_like_text(text.text())) {
      read_text(text);
    } else {
      read_binary(text);
    }
    return collector_.take();
  }

 private:
  ByteRange whole() const { return {0, file_.size()}; }

  void read_binary(const TextFile& text) {
    if (begins_like_der(file_)) {
      collector_.add_der({.octets = file_, .source = whole(), .is_file = true, .label = "DER", .hint = "der"});
    } else if (const Rule* rule = foreign_binary(file_)) {
      collector_.note(*rule, whole());
    } else if (!read_blocks(text)) {
      collector_.note(rules::kFileUnknown, whole());
    }
  }

  void read_text(const TextFile& text) {
    if (read_blocks(text)) return;
    const ByteRange place = text.in_file({0, text.text().size()});
    std::optional<Decoded> decoded = decode_text(text.text());
    if (decoded && read_decoded(*decoded, prefix(text) + decoded->hint, place)) return;
    const Rule* foreign = foreign_text(text.text());
    collector_.note(foreign != nullptr ? *foreign : unknown_text(text.text()), place);
  }

  /// What was base64 or hexadecimal: DER, or PEM that was encoded once more (as Kubernetes keeps it).
  bool read_decoded(const Decoded& decoded, const std::string& hint, ByteRange place) {
    if (begins_like_der(decoded.octets)) {
      collector_.add_der({.octets = decoded.octets, .source = place, .is_file = false, .label = "DER", .hint = hint});
      return true;
    }
    if (const Rule* rule = foreign_binary(decoded.octets)) {
      collector_.note(*rule, place);
      return true;
    }
    asn1::PemText pem = asn1::read_pem(as_text(decoded.octets));
    if (pem.blocks.empty() && pem.findings.empty()) return false;
    for (asn1::PemBlock& block : pem.blocks) block.range = place;
    for (Finding& finding : pem.findings) finding.where.range = place;
    add_pem(std::move(pem), hint + "/pem");
    return true;
  }

  /// False where there is no sign of PEM.
  bool read_blocks(const TextFile& text) {
    asn1::PemText pem = asn1::read_pem(text.text());
    if (pem.blocks.empty() && pem.findings.empty()) return false;
    for (asn1::PemBlock& block : pem.blocks) block.range = text.in_file(block.range);
    for (Finding& finding : pem.findings) {
      if (finding.where.range) finding.where.range = text.in_file(*finding.where.range);
    }
    add_pem(std::move(pem), prefix(text) + "pem");
    return true;
  }

  void add_pem(asn1::PemText pem, const std::string& hint) {
    for (asn1::PemBlock& block : pem.blocks) collector_.add_block(std::move(block), hint);
    for (Finding& finding : pem.findings) {
      // OpenPGP's armour ends with a checksum, which is no base64.
      const Rule* foreign = foreign_label(finding.param("label"));
      if (foreign != nullptr && finding.where.range) {
        collector_.note(*foreign, *finding.where.range);
      } else {
        collector_.note(std::move(finding));
      }
    }
  }

  static std::string prefix(const TextFile& text) { return text.is_utf16() ? "utf-16/" : ""; }

  Bytes file_;
  Collector collector_;
};

}  // namespace

Dropped read_dropped(Bytes file) { return Sniffer(file).read(); }

}  // namespace pki::formats
