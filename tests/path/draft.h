#pragma once
// Certificates octet by octet: drafts of a clean leaf and a clean CA, of which a test spoils one field. Nothing is
// signed.

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "asn1/oids.h"
#include "base/encoding.h"
#include "support/chain_builder.h"

namespace pki::path::test {

using namespace pki::test;
namespace oids = asn1::oids;

/// Octets from hexadecimal.
inline ByteVector hex(std::string_view text) { return *from_hex(text); }

/// One element: identifier octet, length, contents.
inline ByteVector tlv(std::uint8_t tag, Bytes contents) {
  ByteVector out = {tag};
  const std::size_t size = contents.size();
  if (size < 0x80) {
    out.push_back(static_cast<std::uint8_t>(size));
  } else if (size < 0x100) {
    out.push_back(0x81);
    out.push_back(static_cast<std::uint8_t>(size));
  } else {
    out.push_back(0x82);
    out.push_back(static_cast<std::uint8_t>(size >> 8));
    out.push_back(static_cast<std::uint8_t>(size));
  }
  append(out, contents);
  return out;
}
inline ByteVector tlv(std::uint8_t tag, std::string_view text) { return tlv(tag, as_bytes(text)); }
inline ByteVector tlv(std::uint8_t tag, std::initializer_list<ByteVector> parts) {
  ByteVector contents;
  for (const ByteVector& part : parts) append(contents, part);
  return tlv(tag, contents);
}
inline ByteVector oid_der(asn1::Oid oid) {
  asn1::Writer writer;
  writer.oid(oid);
  return writer.take();
}

inline constexpr std::uint8_t kSeq = 0x30;
inline constexpr std::uint8_t kInt = 0x02;
inline constexpr std::uint8_t kUtf8 = 0x0C;
inline constexpr std::uint8_t kPrintable = 0x13;
inline constexpr std::uint8_t kTeletex = 0x14;
inline constexpr std::uint8_t kIa5 = 0x16;
inline constexpr std::uint8_t kVisible = 0x1A;
inline constexpr std::uint8_t kBmp = 0x1E;

/// A name of one attribute.
inline ByteVector attribute_name(asn1::Oid type, std::uint8_t tag, std::string_view value) {
  return tlv(kSeq, {tlv(0x31, {tlv(kSeq, {oid_der(type), tlv(tag, value)})})});
}

/// SEQUENCE of general names: {0x82, "www.example.com"}.
inline ByteVector general_names(std::initializer_list<std::pair<std::uint8_t, std::string_view>> names) {
  ByteVector contents;
  for (const auto& [tag, value] : names) append(contents, tlv(tag, value));
  return tlv(kSeq, contents);
}

struct DraftExtension {
  bool critical = false;
  ByteVector value;
};

/// The fields of a certificate, as octets.
struct Draft {
  ByteVector version = hex("a003020102");  // 3; no octets are 1
  ByteVector serial = hex("0102030405060708090a");
  ByteVector algorithm = hex("300a06082a8648ce3d040302");  // ecdsa-with-SHA256
  ByteVector issuer = encode_test_name("CN=Issuing,O=Lab,C=DE");
  ByteVector not_before = tlv(0x17, "260101000000Z");
  ByteVector not_after = tlv(0x17, "260401000000Z");
  ByteVector subject = encode_test_name("CN=www.corp-site.com");
  ByteVector public_key = test_public_key(4);
  ByteVector unique_ids = {};
  std::map<asn1::Oid, DraftExtension> extensions = {};
  ByteVector signature =
      hex("00"
          "3006020103020105");

  DraftExtension& operator[](asn1::Oid id) { return extensions[id]; }
  void set(asn1::Oid id, bool critical, ByteVector value) { extensions[id] = {critical, std::move(value)}; }
  void remove(asn1::Oid id) { extensions.erase(id); }

  ByteVector der() const {
    ByteVector list;
    for (const auto& [id, extension] : extensions) {
      ByteVector parts = oid_der(id);
      if (extension.critical) append(parts, hex("0101ff"));
      append(parts, tlv(0x04, extension.value));
      append(list, tlv(kSeq, parts));
    }
    const ByteVector all = extensions.empty() ? ByteVector() : tlv(0xA3, {tlv(kSeq, list)});
    const ByteVector tbs = tlv(kSeq, {version, tlv(kInt, serial), algorithm, issuer, tlv(kSeq, {not_before, not_after}),
                                      subject, public_key, unique_ids, all});
    return tlv(kSeq, {tbs, algorithm, tlv(0x03, signature)});
  }
  x509::CertificatePtr parse() const { return parse_certificate(der()); }
};

inline const ByteVector kDvPolicy =
    hex("300a3008"
        "060667810c010201");
inline const ByteVector kUrlPoint =
    tlv(kSeq, {tlv(kSeq, {tlv(0xA0, {tlv(0xA0, {tlv(0x86, "http://crl.corp-site.com/a.crl")})})})});
inline const ByteVector kIssuersUrl =
    tlv(kSeq, {tlv(kSeq, {oid_der(oids::kCaIssuers), tlv(0x86, "http://aia.corp-site.com/a.crt")})});

/// A leaf that keeps to every rule of RFC 5280 and of the Baseline Requirements.
inline Draft clean_leaf() {
  Draft draft;
  draft.set(oids::kKeyUsage, true, hex("03020780"));
  draft.set(oids::kExtendedKeyUsage, false, tlv(kSeq, {oid_der(oids::kServerAuth)}));
  draft.set(oids::kSubjectAltName, false, general_names({{0x82, "www.corp-site.com"}}));
  draft.set(oids::kAuthorityKeyIdentifier, false, tlv(kSeq, {tlv(0x80, "12345678901234567890")}));
  draft.set(oids::kCertificatePolicies, false, kDvPolicy);
  draft.set(oids::kCrlDistributionPoints, false, kUrlPoint);
  draft.set(oids::kAuthorityInfoAccess, false, kIssuersUrl);
  return draft;
}

/// A subordinate CA that does.
inline Draft clean_ca() {
  Draft draft = clean_leaf();
  draft.issuer = encode_test_name("CN=Root,O=Lab,C=DE");
  draft.subject = encode_test_name("CN=Issuing,O=Lab,C=DE");
  draft.not_after = tlv(0x17, "360101000000Z");
  draft.set(oids::kBasicConstraints, true, hex("30030101ff"));
  draft.set(oids::kKeyUsage, true, hex("03020106"));
  draft.set(oids::kSubjectKeyIdentifier, false, tlv(0x04, "abcdefghijabcdefghij"));
  draft.remove(oids::kSubjectAltName);
  return draft;
}

/// A draft with one flaw, and the rule that finds it, without its prefix; nothing where none may.
struct FlawRow {
  const char* name;
  Draft (*clean)();
  std::function<void(Draft&)> spoil;
  std::string rule;
};

inline std::set<std::string> rule_ids(const Findings& findings) {
  std::set<std::string> ids;
  for (const Finding& finding : findings) ids.emplace(finding.id());
  return ids;
}

}  // namespace pki::path::test
