#include "crypto/key_transport.h"

#include "asn1/message_oids.h"
#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "crypto/pss_parameters.h"
#include "crypto/rules.h"
#include "crypto/signatures.h"

namespace pki::crypto {
namespace {

using asn1::Context;
using asn1::Reader;

// RFC 4055 4.1: the default of both.
constexpr HashAlgorithm kDefaultHash = HashAlgorithm::Sha1;

/// Whether pSourceAlgorithm is the default: a label without octets.
bool is_empty_label(const AlgorithmIdentifier& source) {
  return source.oid == asn1::oids::kPSpecified && source.parameters &&
         source.parameters->tag == asn1::tags::kOctetString && source.parameters->value.empty();
}

Result<KeyTransport> read_oaep(const asn1::Element& sequence, Context& context) {
  Reader reader(sequence.value, context);
  PKI_TRY(const auto hash, optional_identifier(reader, 0, "hashFunc"));
  PKI_TRY(const auto mask, optional_identifier(reader, 1, "maskGenFunc"));
  PKI_TRY(const auto source, optional_identifier(reader, 2, "pSourceFunc"));
  PKI_CHECK(reader.finish("RSAES-OAEP-params"));
  std::optional<HashAlgorithm> known = kDefaultHash;
  std::optional<HashAlgorithm> mask_known = kDefaultHash;
  if (hash) known = known_hash(*hash, context);
  if (mask) {
    PKI_TRY(mask_known, known_mgf_hash(*mask, context));
  }
  if (!known || !mask_known || (source && !is_empty_label(*source))) return KeyTransport{};
  return KeyTransport{.kind = KeyTransportKind::RsaOaep, .hash = *known, .mgf_hash = *mask_known};
}

KeyTransport unreadable(const AlgorithmIdentifier& identifier, std::string found, Context& context) {
  context.note(
      rules::kAlgorithmParameters, identifier.whole,
      {{"algorithm", asn1::oid_name(identifier.oid)}, {"found", std::move(found)}, {"expected", "RSAES-OAEP-params"}});
  return {};
}

}  // namespace

KeyTransport read_key_transport(const AlgorithmIdentifier& identifier, Context& context) {
  if (identifier.oid == asn1::oids::kRsaEncryption) {
    // RFC 3370 4.2.1: the parameters MUST be present and NULL.
    check_parameters(identifier, ExpectedParameters::Null, context);
    return {.kind = KeyTransportKind::RsaPkcs1};
  }
  if (identifier.oid != asn1::oids::kRsaesOaep) return {};
  if (!identifier.parameters || identifier.parameters->tag != asn1::tags::kSequence) {
    return unreadable(identifier, describe_parameters(identifier), context);
  }
  const auto transport = read_oaep(*identifier.parameters, context);
  return transport.ok() ? *transport : unreadable(identifier, "malformed", context);
}

void write_key_transport(asn1::Writer& writer, const KeyTransport& transport) {
  PKI_ASSERT(transport.kind != KeyTransportKind::Unknown);
  writer.sequence([&](asn1::Writer& w) {
    if (transport.kind == KeyTransportKind::RsaPkcs1) {
      w.oid(asn1::oids::kRsaEncryption);
      w.null();
      return;
    }
    w.oid(asn1::oids::kRsaesOaep);
    w.sequence([&](asn1::Writer& parameters) {
      if (transport.hash != kDefaultHash) {
        parameters.wrap(asn1::tags::context_constructed(0),
                        [&](asn1::Writer& inner) { write_hash(inner, transport.hash); });
      }
      if (transport.mgf_hash != kDefaultHash) {
        parameters.wrap(asn1::tags::context_constructed(1),
                        [&](asn1::Writer& inner) { write_mgf1(inner, transport.mgf_hash); });
      }
    });
  });
}

std::string key_transport_name(const KeyTransport& transport, const AlgorithmIdentifier& identifier) {
  switch (transport.kind) {
    case KeyTransportKind::RsaPkcs1:
      return "rsaEncryption (PKCS #1 v1.5)";
    case KeyTransportKind::RsaOaep:
      return "rsaesOaep (" + std::string(hash_name(transport.hash)) + ", MGF1 " +
             std::string(hash_name(transport.mgf_hash)) + ")";
    case KeyTransportKind::Unknown:
      return asn1::oid_name_and_dotted(identifier.oid);
  }
  return {};
}

Status check_transport(const PublicKey& key, const KeyTransport& transport) {
  // RFC 4055 1.2: a key of id-RSASSA-PSS MUST NOT be used for anything else.
  if (key.kind != KeyKind::Rsa || key.algorithm.oid == asn1::oids::kRsassaPss) {
    return Finding{&rules::kTransportKey, {}, {{"key", public_key_name(key)}}};
  }
  if (transport.kind == KeyTransportKind::Unknown) return unsupported_transport("the algorithm is not known");
  if (transport.kind == KeyTransportKind::RsaOaep && transport.hash != transport.mgf_hash) {
    return unsupported_transport("MGF1 of RSAES-OAEP has another hash");
  }
  return {};
}

Result<ByteVector> encrypt_key(const PublicKey& key, const KeyTransport& transport, Bytes octets) {
  PKI_CHECK(check_transport(key, transport));
  return encrypt_with_rsa(key, transport, octets);
}

}  // namespace pki::crypto
