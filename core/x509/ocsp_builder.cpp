#include "x509/ocsp_builder.h"

#include <array>

#include "asn1/oids.h"
#include "base/assert.h"

namespace pki::x509 {

using asn1::Writer;
namespace tags = asn1::tags;

namespace {

void write_enumerated(Writer& writer, std::uint8_t value) {
  const std::array<std::uint8_t, 1> octets = {value};
  writer.element(tags::kEnumerated, octets);
}

void write_extension_field(Writer& writer, const std::vector<ExtensionInput>& extensions) {
  if (extensions.empty()) return;
  writer.wrap(tags::context_constructed(1), [&](Writer& w) { write_extensions(w, extensions); });
}

void write_cert_id(Writer& writer, const OcspCertIdInput& id) {
  writer.sequence([&](Writer& w) {
    w.sequence([&](Writer& algorithm) {
      algorithm.oid(crypto::hash_oid(id.hash));
      algorithm.null();
    });
    w.octet_string(id.issuer_name_hash);
    w.octet_string(id.issuer_key_hash);
    w.integer_octets(id.serial);
  });
}

void write_status(Writer& writer, const OcspSingleInput& single) {
  switch (single.status) {
    case OcspCertStatus::Good:
      return writer.element(tags::context(0), {});
    case OcspCertStatus::Unknown:
      return writer.element(tags::context(2), {});
    case OcspCertStatus::Revoked:
      return writer.wrap(tags::context_constructed(1), [&](Writer& w) {
        w.generalized_time(single.revocation_time);
        if (!single.reason) return;
        w.wrap(tags::context_constructed(0), [&](Writer& reason) { reason.raw(encode_reason_code(*single.reason)); });
      });
  }
}

void write_single(Writer& writer, const OcspSingleInput& single) {
  writer.sequence([&](Writer& w) {
    write_cert_id(w, single.id);
    write_status(w, single);
    w.generalized_time(single.this_update);
    if (single.next_update) {
      w.wrap(tags::context_constructed(0), [&](Writer& time) { time.generalized_time(*single.next_update); });
    }
    write_extension_field(w, single.extensions);
  });
}

ByteVector encode_data(const OcspResponseInput& input) {
  Writer writer;
  writer.sequence([&](Writer& data) {
    if (input.responder_name.empty()) {
      data.wrap(tags::context_constructed(2), [&](Writer& w) { w.octet_string(input.responder_key_hash); });
    } else {
      data.wrap(tags::context_constructed(1), [&](Writer& w) { w.raw(input.responder_name); });
    }
    data.generalized_time(input.produced_at);
    data.sequence([&](Writer& singles) {
      for (const OcspSingleInput& single : input.singles) write_single(singles, single);
    });
    write_extension_field(data, input.extensions);
  });
  return writer.take();
}

}  // namespace

OcspCertIdInput make_cert_id(crypto::HashAlgorithm hash, Bytes issuer_name, const crypto::PublicKey& issuer_key,
                             Bytes serial) {
  return {.hash = hash,
          .issuer_name_hash = crypto::digest(hash, issuer_name),
          .issuer_key_hash = crypto::digest(hash, issuer_key.key_bits),
          .serial = to_vector(serial)};
}

Result<ByteVector> sign_ocsp_response(const OcspResponseInput& input, const crypto::PrivateKey& key,
                                      const crypto::SignatureAlgorithm& algorithm) {
  const ByteVector data = encode_data(input);
  PKI_TRY(const ByteVector signature, key.sign(algorithm, data));
  Writer writer;
  writer.sequence([&](Writer& outline) {
    write_enumerated(outline, static_cast<std::uint8_t>(OcspResponseStatus::Successful));
    outline.wrap(tags::context_constructed(0), [&](Writer& outer) {
      outer.sequence([&](Writer& bytes) {
        bytes.oid(asn1::oids::kOcspBasic);
        bytes.octet_string_of([&](Writer& octets) {
          octets.sequence([&](Writer& basic) {
            basic.raw(data);
            crypto::write_signature_algorithm(basic, algorithm);
            basic.bit_string(signature);
            if (input.certificates.empty()) return;
            basic.wrap(tags::context_constructed(0), [&](Writer& certificates) {
              certificates.sequence([&](Writer& list) {
                for (const ByteVector& certificate : input.certificates) list.raw(certificate);
              });
            });
          });
        });
      });
    });
  });
  return writer.take();
}

ByteVector encode_ocsp_error(OcspResponseStatus status) {
  PKI_ASSERT(status != OcspResponseStatus::Successful);
  Writer writer;
  writer.sequence([&](Writer& outline) { write_enumerated(outline, static_cast<std::uint8_t>(status)); });
  return writer.take();
}

}  // namespace pki::x509
