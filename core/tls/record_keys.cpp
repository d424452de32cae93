#include "tls/record_keys.h"

#include <mbedtls/ssl.h>
#include <psa/crypto.h>

#include <algorithm>
#include <string_view>

#include "base/assert.h"

namespace pki::tls {
namespace {

using crypto::SecretBytes;

constexpr std::size_t kTagSize = 16;
constexpr std::size_t kNonceSize = 12;
constexpr std::size_t kExplicitNonceSize = 8;  // RFC 5288 3
constexpr std::size_t kSaltSize = 4;

std::size_t index_of(Side side) { return side == Side::Client ? 0 : 1; }
std::size_t index_of(Stage stage) { return stage == Stage::Handshake ? 0 : 1; }

psa_algorithm_t engine_hash(crypto::HashAlgorithm hash) {
  PKI_ASSERT(hash == crypto::HashAlgorithm::Sha256 || hash == crypto::HashAlgorithm::Sha384);
  return hash == crypto::HashAlgorithm::Sha256 ? PSA_ALG_SHA_256 : PSA_ALG_SHA_384;
}

/// A key that PSA Crypto holds as long as this object lives.
class ImportedKey {
 public:
  ImportedKey(psa_key_type_t type, psa_algorithm_t algorithm, psa_key_usage_t usage, Bytes octets) {
    psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
    psa_set_key_type(&attributes, type);
    psa_set_key_bits(&attributes, octets.size() * 8);
    psa_set_key_usage_flags(&attributes, usage);
    psa_set_key_algorithm(&attributes, algorithm);
    PKI_ASSERT(psa_import_key(&attributes, octets.data(), octets.size(), &id_) == PSA_SUCCESS);
  }
  ~ImportedKey() { psa_destroy_key(id_); }
  ImportedKey(const ImportedKey&) = delete;
  ImportedKey& operator=(const ImportedKey&) = delete;

  psa_key_id_t id() const { return id_; }

 private:
  psa_key_id_t id_ = PSA_KEY_ID_NULL;
};

/// HKDF-Expand-Label (RFC 8446 7.1) with an empty context. What is asked for is no longer than the hash, so that one
/// block of HKDF-Expand (RFC 5869 2.3) makes it: HMAC(secret, info | 01).
SecretBytes expand_label(crypto::HashAlgorithm hash, Bytes secret, std::string_view label, std::size_t size) {
  PKI_ASSERT(size <= crypto::hash_size(hash));
  const std::string_view prefix = "tls13 ";
  ByteVector info = {0, static_cast<std::uint8_t>(size), static_cast<std::uint8_t>(prefix.size() + label.size())};
  append(info, as_bytes(prefix));
  append(info, as_bytes(label));
  info.push_back(0);  // the context's length
  info.push_back(1);  // the block's number
  const psa_algorithm_t algorithm = PSA_ALG_HMAC(engine_hash(hash));
  const ImportedKey key(PSA_KEY_TYPE_HMAC, algorithm, PSA_KEY_USAGE_SIGN_MESSAGE, secret);
  SecretBytes block(crypto::hash_size(hash));
  std::size_t length = 0;
  PKI_ASSERT(psa_mac_compute(key.id(), algorithm, info.data(), info.size(), block.writable().data(), block.size(),
                             &length) == PSA_SUCCESS);
  block.truncate(size);
  return block;
}

/// The plaintext of AES-GCM; nothing where it is not authentic.
std::optional<ByteVector> decrypt(Bytes key_octets, Bytes nonce, Bytes additional, Bytes ciphertext) {
  if (ciphertext.size() < kTagSize) return std::nullopt;
  const ImportedKey key(PSA_KEY_TYPE_AES, PSA_ALG_GCM, PSA_KEY_USAGE_DECRYPT, key_octets);
  ByteVector plaintext(ciphertext.size());
  std::size_t length = 0;
  const psa_status_t status =
      psa_aead_decrypt(key.id(), PSA_ALG_GCM, nonce.data(), nonce.size(), additional.data(), additional.size(),
                       ciphertext.data(), ciphertext.size(), plaintext.data(), plaintext.size(), &length);
  if (status != PSA_SUCCESS) return std::nullopt;
  plaintext.resize(length);
  return plaintext;
}

/// The number in eight octets, big endian.
std::array<std::uint8_t, 8> octets_of(std::uint64_t number) {
  std::array<std::uint8_t, 8> octets{};
  for (std::size_t i = 0; i < octets.size(); ++i) octets[i] = static_cast<std::uint8_t>(number >> (56 - 8 * i));
  return octets;
}

SecretBytes copy(Bytes octets) { return SecretBytes(to_vector(octets)); }

}  // namespace

void RecordKeys::add(const TrafficSecret& secret) {
  traffic_[index_of(secret.side)][index_of(secret.stage)] = copy(secret.secret);
}

void RecordKeys::add(const MasterSecret& secret) {
  master_ = copy(secret.secret);
  randoms_ = to_vector(secret.server_random);
  append(randoms_, secret.client_random);
}

std::optional<RecordKeys::Keys> RecordKeys::keys_13(Side side, Stage stage) const {
  const SecretBytes& secret = traffic_[index_of(side)][index_of(stage)];
  if (suite_ == nullptr || secret.size() == 0) return std::nullopt;
  // RFC 8446 7.3.
  return Keys{expand_label(suite_->hash, secret.view(), "key", suite_->key_size),
              expand_label(suite_->hash, secret.view(), "iv", kNonceSize)};
}

std::optional<RecordKeys::Keys> RecordKeys::keys_12(Side side) const {
  if (suite_ == nullptr || master_.size() == 0) return std::nullopt;
  // RFC 5246 6.3, RFC 5288 3: both keys, the client's first, then both salts.
  SecretBytes block(2 * suite_->key_size + 2 * kSaltSize);
  const auto prf =
      suite_->hash == crypto::HashAlgorithm::Sha256 ? MBEDTLS_SSL_TLS_PRF_SHA256 : MBEDTLS_SSL_TLS_PRF_SHA384;
  PKI_ASSERT(mbedtls_ssl_tls_prf(prf, master_.view().data(), master_.size(), "key expansion", randoms_.data(),
                                 randoms_.size(), block.writable().data(), block.size()) == 0);
  const std::size_t index = index_of(side);
  return Keys{copy(block.view().subspan(index * suite_->key_size, suite_->key_size)),
              copy(block.view().subspan(2 * suite_->key_size + index * kSaltSize, kSaltSize))};
}

std::optional<OpenedRecord> RecordKeys::open(Side sender, Bytes header, Bytes fragment) {
  return version_ == Version::Tls13 ? open_13(sender, header, fragment) : open_12(sender, header, fragment);
}

std::optional<OpenedRecord> RecordKeys::open_13(Side sender, Bytes header, Bytes fragment) {
  // A side goes over to its application keys after its Finished (RFC 8446 4.4.4), mbedTLS's server only once it has the
  // client's: which of the two it was, the record itself tells.
  Position& now = positions_[index_of(sender)];
  for (const Stage stage : {Stage::Handshake, Stage::Application}) {
    if (index_of(stage) < index_of(now.stage)) continue;
    const auto keys = keys_13(sender, stage);
    if (!keys) continue;
    const std::uint64_t sequence = stage == now.stage ? now.sequence : 0;
    // RFC 8446 5.3.
    ByteVector nonce = to_vector(keys->iv.view());
    const auto number = octets_of(sequence);
    for (std::size_t i = 0; i < number.size(); ++i) nonce[kNonceSize - number.size() + i] ^= number[i];
    auto content = decrypt(keys->key.view(), nonce, header, fragment);
    if (!content) continue;
    now = {stage, sequence + 1};
    // RFC 8446 5.2: content, type, zeros.
    while (!content->empty() && content->back() == 0) content->pop_back();
    if (content->empty()) return std::nullopt;
    const auto type = static_cast<ContentType>(content->back());
    content->pop_back();
    return OpenedRecord{type, std::move(*content)};
  }
  return std::nullopt;
}

std::optional<OpenedRecord> RecordKeys::open_12(Side sender, Bytes header, Bytes fragment) {
  const auto keys = keys_12(sender);
  if (!keys || fragment.size() < kExplicitNonceSize + kTagSize) return std::nullopt;
  Position& now = positions_[index_of(sender)];
  ByteVector nonce = to_vector(keys->iv.view());
  append(nonce, fragment.first(kExplicitNonceSize));
  const Bytes ciphertext = fragment.subspan(kExplicitNonceSize);
  // RFC 5246 6.2.3.3: the record's number, its type and version, and the length of what is inside.
  const auto number = octets_of(now.sequence);
  ByteVector additional(number.begin(), number.end());
  append(additional, header.first(3));
  const std::size_t length = ciphertext.size() - kTagSize;
  additional.push_back(static_cast<std::uint8_t>(length >> 8));
  additional.push_back(static_cast<std::uint8_t>(length));
  auto content = decrypt(keys->key.view(), nonce, additional, ciphertext);
  if (!content) return std::nullopt;
  ++now.sequence;
  return OpenedRecord{static_cast<ContentType>(header[0]), std::move(*content)};
}

}  // namespace pki::tls
