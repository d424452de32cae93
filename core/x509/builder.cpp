#include "x509/builder.h"

#include <algorithm>
#include <array>

#include "asn1/oids.h"
#include "crypto/random.h"
#include "crypto/rules.h"
#include "x509/rules.h"

namespace pki::x509 {

using asn1::Writer;
namespace tags = asn1::tags;

namespace {

constexpr std::size_t kRandomSerialOctets = 16;
// RFC 5280 4.1.2.2: "Conforming CAs MUST NOT use serialNumber values longer than 20 octets."
constexpr std::size_t kMaxSerialOctets = 20;

Status check_serial(Bytes magnitude) {
  const auto first = std::find_if(magnitude.begin(), magnitude.end(), [](std::uint8_t octet) { return octet != 0; });
  if (first == magnitude.end()) return Finding{&rules::kSerialNotPositive, {}, {}};
  const auto significant = static_cast<std::size_t>(magnitude.end() - first);
  const std::size_t encoded = significant + ((*first & 0x80) != 0 ? 1 : 0);
  if (encoded <= kMaxSerialOctets) return {};
  return Finding{&rules::kSerialTooLong, {}, {{"octets", std::to_string(encoded)}}};
}

Status check_validity(Time not_before, Time not_after) {
  if (not_before <= not_after) return {};
  return Finding{
      &rules::kValidityOrder, {}, {{"not_before", to_iso8601(not_before)}, {"not_after", to_iso8601(not_after)}}};
}

// Signed ::= SEQUENCE { toBeSigned, algorithm, BIT STRING }
Result<ByteVector> sign_and_wrap(Bytes to_be_signed, const crypto::PrivateKey& key,
                                 const crypto::SignatureAlgorithm& algorithm) {
  PKI_TRY(const ByteVector signature, key.sign(algorithm, to_be_signed));
  Writer writer;
  writer.sequence([&](Writer& signed_object) {
    signed_object.raw(to_be_signed);
    crypto::write_signature_algorithm(signed_object, algorithm);
    signed_object.bit_string(signature);
  });
  return writer.take();
}

// Attribute ::= SEQUENCE { type, values SET OF } with one value.
void write_attribute(Writer& writer, asn1::Oid type, Bytes value) {
  writer.sequence([&](Writer& attribute) {
    attribute.oid(type);
    attribute.set_of([&](Writer& values) { values.raw(value); });
  });
}

// attributes [0] IMPLICIT SET OF Attribute
ByteVector encode_attributes(const RequestInput& input) {
  Writer writer;
  writer.set_of([&](Writer& set) {
    if (!input.extensions.empty()) {
      Writer extensions;
      write_extensions(extensions, input.extensions);
      write_attribute(set, asn1::oids::kExtensionRequest, extensions.view());
    }
    for (const RequestAttributeInput& attribute : input.attributes) {
      write_attribute(set, attribute.type.view(), attribute.value);
    }
  });
  ByteVector der = writer.take();
  der[0] = 0xA0;  // SET OF and [0] are both one identifier octet, constructed
  return der;
}

}  // namespace

Result<ByteVector> random_serial() {
  std::array<std::uint8_t, kRandomSerialOctets> octets{};
  if (!crypto::random_fill(octets)) return Finding{&crypto::rules::kRandomFailed, {}, {}};
  octets[0] &= 0x7F;
  if (std::all_of(octets.begin(), octets.end(), [](std::uint8_t octet) { return octet == 0; })) {
    octets.back() = 1;
  }
  return ByteVector(octets.begin(), octets.end());
}

Result<ByteVector> encode_tbs_certificate(const CertificateInput& input, const crypto::SignatureAlgorithm& algorithm) {
  PKI_CHECK(check_serial(input.serial));
  PKI_CHECK(check_validity(input.not_before, input.not_after));
  Writer writer;
  writer.sequence([&](Writer& tbs) {
    // RFC 5280 4.1.2.1: v3 where there are extensions; v1 is the default and is not written.
    if (!input.extensions.empty()) {
      tbs.wrap(tags::context_constructed(0), [](Writer& version) { version.integer(2); });
    }
    tbs.unsigned_integer(input.serial);
    crypto::write_signature_algorithm(tbs, algorithm);
    tbs.raw(input.issuer);
    tbs.sequence([&](Writer& validity) {
      validity.time(input.not_before);
      validity.time(input.not_after);
    });
    tbs.raw(input.subject);
    tbs.raw(input.public_key);
    if (!input.extensions.empty()) {
      tbs.wrap(tags::context_constructed(3),
               [&](Writer& extensions) { write_extensions(extensions, input.extensions); });
    }
  });
  return writer.take();
}

Result<ByteVector> sign_certificate(const CertificateInput& input, const crypto::PrivateKey& key,
                                    const crypto::SignatureAlgorithm& algorithm) {
  PKI_TRY(const ByteVector tbs, encode_tbs_certificate(input, algorithm));
  return sign_and_wrap(tbs, key, algorithm);
}

Result<ByteVector> sign_request(const RequestInput& input, const crypto::PrivateKey& key,
                                const crypto::SignatureAlgorithm& algorithm) {
  Writer writer;
  writer.sequence([&](Writer& info) {
    info.integer(0);  // RFC 2986 4.1: v1
    info.raw(input.subject);
    info.raw(key.public_key_der());
    info.raw(encode_attributes(input));
  });
  return sign_and_wrap(writer.view(), key, algorithm);
}

void write_crl_entry(Writer& writer, const CrlEntryInput& entry) {
  writer.sequence([&](Writer& w) {
    w.integer_octets(entry.serial);
    w.time(entry.revocation_date);
    write_extensions(w, entry.extensions);
  });
}

ByteVector encode_tbs_crl(const CrlInput& input, const crypto::SignatureAlgorithm& algorithm) {
  Writer writer;
  writer.sequence([&](Writer& tbs) {
    tbs.integer(1);  // v2
    crypto::write_signature_algorithm(tbs, algorithm);
    tbs.raw(input.issuer);
    tbs.time(input.this_update);
    if (input.next_update) tbs.time(*input.next_update);
    if (!input.entries.empty()) tbs.element(tags::kSequence, input.entries);
    if (!input.extensions.empty()) {
      tbs.wrap(tags::context_constructed(0),
               [&](Writer& extensions) { write_extensions(extensions, input.extensions); });
    }
  });
  return writer.take();
}

Result<ByteVector> sign_crl(const CrlInput& input, const crypto::PrivateKey& key,
                            const crypto::SignatureAlgorithm& algorithm) {
  return sign_and_wrap(encode_tbs_crl(input, algorithm), key, algorithm);
}

}  // namespace pki::x509
