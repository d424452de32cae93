#include "scep/message.h"

#include "asn1/oid_registry.h"
#include "cms/signature.h"
#include "scep/rules.h"

namespace pki::scep {
namespace {

/// `finding` of an object that stands at `part` of the message, with its range counted from the message's first octet.
Finding moved(Finding finding, const cms::SignedData& data, Bytes part) {
  const auto place = data.range(part);
  if (finding.where.range && place) {
    finding.where.range->offset += place->offset;
  } else {
    finding.where.range = place;
  }
  return finding;
}

void read_certificates(Message& message) {
  const cms::SignedData& data = *message.signed_data;
  for (const asn1::Element& element : data.outline().certificates) {
    auto certificate = x509::Certificate::parse(to_vector(element.whole));
    if (certificate.ok()) {
      message.certificates.push_back(*std::move(certificate));
    } else {
      message.findings.push_back(moved(std::move(certificate).error(), data, element.whole));
    }
  }
}

void read_signer(Message& message) {
  const cms::SignedData& data = *message.signed_data;
  if (data.signers().empty()) {
    message.findings.push_back({&rules::kNoSigner, {}, {}});
    return;
  }
  message.signer = &data.signers().front();
  if (data.signers().size() > 1) {
    message.findings.push_back({&rules::kSeveralSigners, {}, {{"count", std::to_string(data.signers().size())}}});
  }
  message.signer_certificate = find_signer(message, {});
  message.attributes = read_attributes(data, *message.signer, message.findings);
}

void read_envelope(Message& message) {
  const cms::SignedData& data = *message.signed_data;
  if (data.content_type() != asn1::oids::kPkcs7Data) {
    const asn1::Context context(data.der());
    message.findings.push_back(context.finding(rules::kContentType, data.outline().encapsulated,
                                               {{"found", asn1::oid_name_and_dotted(data.content_type())}}));
  }
  // Servers that have nothing to say also write content of no octets.
  if (data.content().empty()) return;
  auto envelope = cms::EnvelopedData::parse(to_vector(data.content()));
  if (envelope.ok()) {
    message.envelope = *std::move(envelope);
  } else {
    message.findings.push_back(moved(std::move(envelope).error(), data, data.content()));
  }
}

Finding weak(std::string_view algorithm, std::optional<ByteRange> range) {
  return {&rules::kWeakAlgorithm, {.range = range, .field = {}}, {{"algorithm", std::string(algorithm)}}};
}

bool is_obsolete(crypto::HashAlgorithm hash) {
  return crypto::hash_size(hash) < crypto::hash_size(crypto::HashAlgorithm::Sha224);
}

}  // namespace

std::optional<ByteRange> Message::envelope_range() const {
  if (signed_data->content().empty()) return std::nullopt;
  return signed_data->range(signed_data->content());
}

x509::CertificatePtr find_signer(const Message& message, const std::vector<x509::CertificatePtr>& others) {
  if (message.signer == nullptr) return nullptr;
  for (const auto* list : {&message.certificates, &others}) {
    for (const x509::CertificatePtr& certificate : *list) {
      if (message.signer->signer.names(*certificate)) return certificate;
    }
  }
  return nullptr;
}

Result<Message> read_message(ByteVector octets) {
  Message message;
  PKI_TRY(message.signed_data, cms::SignedData::parse(std::move(octets)));
  read_certificates(message);
  read_signer(message);
  read_envelope(message);
  return message;
}

Status check_signature(const Message& message, const std::vector<x509::CertificatePtr>& others) {
  if (message.signer == nullptr) return Finding{&rules::kNoSigner, {}, {}};
  const x509::CertificatePtr certificate = find_signer(message, others);
  if (certificate == nullptr) {
    return Finding{&rules::kNoCertificate,
                   {.range = message.signed_data->range(message.signer->signer.whole), .field = "sid"},
                   {{"signer", message.signer->signer.text()}}};
  }
  return cms::verify_signer(*message.signed_data, *message.signer, certificate->public_key());
}

Findings find_weak_algorithms(const Message& message) {
  Findings findings;
  if (message.signer != nullptr) {
    const auto& digest = message.signer->digest;
    if (digest && is_obsolete(*digest)) {
      findings.push_back(
          weak(crypto::hash_name(*digest), message.signed_data->range(message.signer->digest_algorithm.whole)));
    }
    const auto& algorithm = message.signer->algorithm;
    const bool known = algorithm.kind != crypto::SignatureKind::Unknown;
    if (known && is_obsolete(algorithm.hash) && algorithm.hash != digest) {
      findings.push_back(weak(crypto::hash_name(algorithm.hash),
                              message.signed_data->range(message.signer->signature_algorithm.whole)));
    }
  }
  // The envelope's place is within the message: that of its own octets is told by itself.
  if (message.envelope != nullptr && message.envelope->cipher() == crypto::BlockCipher::TripleDesCbc) {
    findings.push_back(weak(crypto::cipher_name(crypto::BlockCipher::TripleDesCbc), message.envelope_range()));
  }
  return findings;
}

}  // namespace pki::scep
