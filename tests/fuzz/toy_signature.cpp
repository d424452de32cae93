#include "toy_signature.h"

#include <algorithm>

#include "asn1/writer.h"
#include "crypto/rules.h"

namespace pki::test {
namespace {

using asn1::Writer;

constexpr std::string_view kMark = "no sign:";
constexpr std::size_t kDigestSize = 8;

// FNV-1a, 64 bits.
void add_digest(ByteVector& to, Bytes key, Bytes message) {
  std::uint64_t digest = 0xCBF29CE484222325U;
  for (const Bytes part : {key, message}) {
    for (const std::uint8_t octet : part) digest = (digest ^ octet) * 0x100000001B3U;
  }
  for (std::size_t i = 0; i < kDigestSize; ++i) to.push_back(static_cast<std::uint8_t>(digest >> (8 * i)));
}

// SEQUENCE { what is signed, the algorithm, the signature, what follows }
template <typename Object>
void write_signed(Writer& writer, const Object& object, Bytes algorithm, const crypto::PublicKey& key,
                  Bytes followed_by = {}) {
  writer.sequence([&](Writer& w) {
    w.raw(object.tbs());
    w.raw(algorithm);
    w.bit_string(toy_signature(key, object.tbs()));
    w.raw(followed_by);
  });
}

ByteVector encode_certificates(const x509::OcspResponse& response) {
  Writer writer;
  if (response.certificates().empty()) return {};
  writer.wrap(asn1::tags::context_constructed(0), [&](Writer& w) {
    w.sequence([&](Writer& list) {
      for (const x509::CertificatePtr& certificate : response.certificates()) list.raw(certificate->der());
    });
  });
  return writer.take();
}

}  // namespace

ByteVector toy_signature(const crypto::PublicKey& key, Bytes message) {
  ByteVector signature = to_vector(as_bytes(kMark));
  add_digest(signature, key.whole, message);
  if (key.kind == crypto::KeyKind::Rsa) signature.resize((key.bits + 7) / 8);
  return signature;
}

bool is_toy_signature(Bytes signature) {
  return signature.size() >= kMark.size() && equal(signature.first(kMark.size()), as_bytes(kMark));
}

ByteVector sign_anew(const x509::Certificate& certificate, const crypto::PublicKey& key) {
  Writer writer;
  write_signed(writer, certificate, certificate.outer_algorithm().whole, key);
  return writer.take();
}

ByteVector sign_anew(const x509::Crl& crl, const crypto::PublicKey& key) {
  Writer writer;
  write_signed(writer, crl, crl.outer_algorithm().whole, key);
  return writer.take();
}

ByteVector sign_anew(const x509::OcspResponse& response, const crypto::PublicKey& key) {
  static constexpr std::uint8_t kSuccessful[] = {0};
  Writer writer;
  writer.sequence([&](Writer& outline) {
    outline.element(asn1::tags::kEnumerated, kSuccessful);
    outline.wrap(asn1::tags::context_constructed(0), [&](Writer& outer) {
      outer.sequence([&](Writer& bytes) {
        bytes.oid(response.type());
        bytes.octet_string_of([&](Writer& basic) {
          write_signed(basic, response, response.algorithm().whole, key, encode_certificates(response));
        });
      });
    });
  });
  return writer.take();
}

}  // namespace pki::test

namespace pki::crypto {

// The linker calls __wrap_X wherever the core calls X, and X by the name of __real_X (--wrap=X).
Status really_verify(const PublicKey& key, const SignatureAlgorithm& algorithm, Bytes message,
                     Bytes signature) __asm__("__real_" PKI_VERIFY_SIGNATURE);
Status verify_or_compare(const PublicKey& key, const SignatureAlgorithm& algorithm, Bytes message,
                         Bytes signature) __asm__("__wrap_" PKI_VERIFY_SIGNATURE);

Status verify_or_compare(const PublicKey& key, const SignatureAlgorithm& algorithm, Bytes message, Bytes signature) {
  if (!test::is_toy_signature(signature)) return really_verify(key, algorithm, message, signature);
  if (equal(signature, test::toy_signature(key, message))) return {};
  return Finding{.rule = &rules::kSignatureInvalid};
}

}  // namespace pki::crypto
