#include "tls/endpoint.h"

#include <mbedtls/error.h>
#include <mbedtls/ssl.h>
#include <psa/crypto.h>

#include <algorithm>

#include "base/assert.h"
#include "base/text.h"
#include "crypto/random.h"
#include "crypto/rules.h"
#include "tls/rules.h"
#include "x509/ip_address.h"

extern "C" int pki_tls_load_certificate(mbedtls_x509_crt* chain, const unsigned char* der, size_t size);

namespace pki::tls {
namespace {

// What is offered and accepted, in this order: what RecordKeys can open.
constexpr int kCipherSuites[] = {MBEDTLS_TLS1_3_AES_256_GCM_SHA384,
                                 MBEDTLS_TLS1_3_AES_128_GCM_SHA256,
                                 MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
                                 MBEDTLS_TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
                                 MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
                                 MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
                                 0};

std::string error_text(int error) {
  char text[200] = {};
  mbedtls_strerror(error, text, sizeof text);
  return text;
}

std::string side_text(Side side) { return std::string(side_name(side)); }

}  // namespace

struct Endpoint::State {
  State(Side which, const HandshakeQuestion& asked, Wire& between, RecordKeys& to)
      : side(which), question(asked), wire(between), keys(to) {
    mbedtls_x509_crt_init(&certificates);
    mbedtls_pk_init(&key);
    mbedtls_ssl_config_init(&config);
    mbedtls_ssl_init(&ssl);
  }
  ~State() {
    mbedtls_ssl_free(&ssl);
    mbedtls_ssl_config_free(&config);
    mbedtls_pk_free(&key);
    mbedtls_x509_crt_free(&certificates);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  const Party& party() const { return side == Side::Client ? question.client : question.server; }

  Status load_certificates();
  Status load_key();
  Status set_up();
  void announce_authorities();
  void refuse(Alert alert, AlertCause cause);
  void check_client_certificate();
  Finding engine_failed() const {
    return {&rules::kEngineFailed, {}, {{"side", side_text(side)}, {"reason", error_text(error)}}};
  }

  // What mbedTLS calls; `self` is a State.
  static int random(void* self, unsigned char* out, size_t size);
  static int send(void* self, const unsigned char* octets, size_t size);
  static int receive(void* self, unsigned char* out, size_t size);
  static int judge(void* self, mbedtls_x509_crt* received, int depth, uint32_t* flags);
  static void export_secret(void* self, mbedtls_ssl_key_export_type type, const unsigned char* secret, size_t size,
                            const unsigned char* client_random, const unsigned char* server_random,
                            mbedtls_tls_prf_types);

  Side side;
  const HandshakeQuestion& question;
  Wire& wire;
  RecordKeys& keys;

  mbedtls_x509_crt certificates;
  mbedtls_pk_context key;
  mbedtls_ssl_config config;
  mbedtls_ssl_context ssl;
  /// Stand-ins whose subjects are the names to announce.
  std::vector<mbedtls_x509_crt> authorities = {};

  std::optional<Refusal> refusal = {};
  bool random_failed = false;
  int error = 0;
};

int Endpoint::State::random(void* self, unsigned char* out, size_t size) {
  if (crypto::random_fill(std::span<std::uint8_t>(out, size))) return 0;
  static_cast<State*>(self)->random_failed = true;
  return MBEDTLS_ERR_SSL_NO_RNG;
}

int Endpoint::State::send(void* self, const unsigned char* octets, size_t size) {
  State& state = *static_cast<State*>(self);
  // After a fatal alert the connection is closed (RFC 8446 6.2): what mbedTLS has to add does not leave.
  if (!state.refusal) {
    const Bytes sent(octets, size);
    state.wire.sent.push_back({state.side, to_vector(sent)});
    append(state.wire.waiting_for(other(state.side)), sent);
  }
  return static_cast<int>(size);
}

int Endpoint::State::receive(void* self, unsigned char* out, size_t size) {
  State& state = *static_cast<State*>(self);
  ByteVector& waiting = state.wire.waiting_for(state.side);
  if (waiting.empty()) return MBEDTLS_ERR_SSL_WANT_READ;
  const std::size_t taken = std::min(size, waiting.size());
  std::copy_n(waiting.begin(), taken, out);
  waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(taken));
  return static_cast<int>(taken);
}

int Endpoint::State::judge(void* self, mbedtls_x509_crt* received, int, uint32_t*) {
  State& state = *static_cast<State*>(self);
  std::vector<x509::CertificatePtr> list;
  for (const mbedtls_x509_crt* each = received; each != nullptr; each = each->next) {
    auto certificate = x509::Certificate::parse(to_vector(Bytes(each->raw.p, each->raw.len)));
    // It was one when it was sent.
    PKI_ASSERT(certificate.ok());
    list.push_back(std::move(certificate).value());
  }
  const Verdict& verdict = state.party().verdict;
  const std::optional<Alert> alert = verdict ? verdict(list) : Alert::CertificateUnknown;
  if (!alert) return 0;
  state.refuse(*alert, AlertCause::CertificateRefused);
  return MBEDTLS_ERR_X509_FATAL_ERROR;
}

void Endpoint::State::refuse(Alert alert, AlertCause cause) {
  mbedtls_ssl_send_alert_message(&ssl, MBEDTLS_SSL_ALERT_LEVEL_FATAL, static_cast<unsigned char>(alert));
  refusal = Refusal{side, alert, cause};
}

void Endpoint::State::export_secret(void* self, mbedtls_ssl_key_export_type type, const unsigned char* secret,
                                    size_t size, const unsigned char* client_random, const unsigned char* server_random,
                                    mbedtls_tls_prf_types) {
  constexpr std::size_t kRandomSize = 32;
  RecordKeys& keys = static_cast<State*>(self)->keys;
  const Bytes octets(secret, size);
  switch (type) {
    case MBEDTLS_SSL_KEY_EXPORT_TLS12_MASTER_SECRET:
      return keys.add(MasterSecret{octets, Bytes(client_random, kRandomSize), Bytes(server_random, kRandomSize)});
    case MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_HANDSHAKE_TRAFFIC_SECRET:
      return keys.add(TrafficSecret{Side::Client, Stage::Handshake, octets});
    case MBEDTLS_SSL_KEY_EXPORT_TLS1_3_SERVER_HANDSHAKE_TRAFFIC_SECRET:
      return keys.add(TrafficSecret{Side::Server, Stage::Handshake, octets});
    case MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_APPLICATION_TRAFFIC_SECRET:
      return keys.add(TrafficSecret{Side::Client, Stage::Application, octets});
    case MBEDTLS_SSL_KEY_EXPORT_TLS1_3_SERVER_APPLICATION_TRAFFIC_SECRET:
      return keys.add(TrafficSecret{Side::Server, Stage::Application, octets});
    case MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_EARLY_SECRET:
    case MBEDTLS_SSL_KEY_EXPORT_TLS1_3_EARLY_EXPORTER_SECRET:
      return;
  }
}

Status Endpoint::State::load_certificates() {
  std::size_t position = 0;
  for (const x509::CertificatePtr& certificate : party().sent) {
    ++position;
    const Bytes der = certificate->der();
    const int status = pki_tls_load_certificate(&certificates, der.data(), der.size());
    if (status == 0) continue;
    return Finding{&rules::kCertificateNotLoadable,
                   {},
                   {{"side", side_text(side)},
                    {"position", std::to_string(position)},
                    {"subject", x509::to_rfc4514(certificate->subject())},
                    {"reason", error_text(status)}}};
  }
  return {};
}

Status Endpoint::State::load_key() {
  const crypto::SecretBytes der = party().key->to_pkcs8();
  const int status = mbedtls_pk_parse_key(&key, der.view().data(), der.size(), nullptr, 0, random, this);
  if (status == 0) return {};
  if (random_failed) return Finding{&crypto::rules::kRandomFailed, {}, {}};
  return Finding{&rules::kKeyUnusable,
                 {},
                 {{"side", side_text(side)},
                  {"key", crypto::public_key_name(party().sent.front()->public_key())},
                  {"reason", error_text(status)}}};
}

void Endpoint::State::announce_authorities() {
  authorities.resize(question.authorities.size());
  for (std::size_t i = 0; i < authorities.size(); ++i) {
    mbedtls_x509_crt& each = authorities[i];
    mbedtls_x509_crt_init(&each);
    each.version = 3;
    // mbedTLS only reads it.
    each.subject_raw.p = const_cast<unsigned char*>(question.authorities[i].data());
    each.subject_raw.len = question.authorities[i].size();
    each.next = i + 1 < authorities.size() ? &authorities[i + 1] : nullptr;
  }
  mbedtls_ssl_conf_dn_hints(&config, authorities.empty() ? nullptr : authorities.data());
}

Status Endpoint::State::set_up() {
  const bool is_client = side == Side::Client;
  error = mbedtls_ssl_config_defaults(&config, is_client ? MBEDTLS_SSL_IS_CLIENT : MBEDTLS_SSL_IS_SERVER,
                                      MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_DEFAULT);
  if (error != 0) return engine_failed();
  const auto version = question.version == Version::Tls13 ? MBEDTLS_SSL_VERSION_TLS1_3 : MBEDTLS_SSL_VERSION_TLS1_2;
  mbedtls_ssl_conf_min_tls_version(&config, version);
  mbedtls_ssl_conf_max_tls_version(&config, version);
  mbedtls_ssl_conf_ciphersuites(&config, kCipherSuites);
  mbedtls_ssl_conf_rng(&config, random, this);
  mbedtls_ssl_conf_verify(&config, judge, this);
  // Optional is what leaves it to us: no certificate is no error of mbedTLS's, and refuse() says the rest.
  const bool asks = is_client || question.client_certificate != ClientCertificate::NotAsked;
  mbedtls_ssl_conf_authmode(&config, asks ? MBEDTLS_SSL_VERIFY_OPTIONAL : MBEDTLS_SSL_VERIFY_NONE);
  if (!is_client) announce_authorities();
  if (!party().sent.empty()) {
    error = mbedtls_ssl_conf_own_cert(&config, &certificates, &key);
    if (error != 0) return engine_failed();
  }
  error = mbedtls_ssl_setup(&ssl, &config);
  if (error != 0) return engine_failed();
  if (is_client) {
    const std::string& name = question.server_name;
    const bool is_sent = !name.empty() && !x509::parse_ip_address(name);
    error = mbedtls_ssl_set_hostname(&ssl, is_sent ? name.c_str() : nullptr);
    if (error != 0) return engine_failed();
  }
  mbedtls_ssl_set_bio(&ssl, this, send, receive, nullptr);
  mbedtls_ssl_set_export_keys_cb(&ssl, export_secret, this);
  return {};
}

/// The server's answer to a client that had to send a certificate and did not: RFC 8446 4.4.2.4, RFC 5246 7.4.6.
void Endpoint::State::check_client_certificate() {
  if (side != Side::Server || question.client_certificate != ClientCertificate::Required) return;
  if (mbedtls_ssl_get_verify_result(&ssl) != MBEDTLS_X509_BADCERT_MISSING) return;
  refuse(question.version == Version::Tls13 ? Alert::CertificateRequired : Alert::HandshakeFailure,
         AlertCause::NoClientCertificate);
}

Endpoint::Endpoint(std::unique_ptr<State> state) : state_(std::move(state)) {}
Endpoint::~Endpoint() = default;

Result<std::unique_ptr<Endpoint>> Endpoint::make(Side side, const HandshakeQuestion& question, Wire& wire,
                                                 RecordKeys& keys) {
  PKI_ASSERT(psa_crypto_init() == PSA_SUCCESS);
  auto state = std::make_unique<State>(side, question, wire, keys);
  PKI_CHECK(state->load_certificates());
  if (!state->party().sent.empty()) PKI_CHECK(state->load_key());
  PKI_CHECK(state->set_up());
  return std::unique_ptr<Endpoint>(new Endpoint(std::move(state)));
}

Progress Endpoint::advance() {
  while (mbedtls_ssl_is_handshake_over(&state_->ssl) == 0) {
    state_->error = mbedtls_ssl_handshake_step(&state_->ssl);
    if (state_->error == MBEDTLS_ERR_SSL_WANT_READ) return Progress::Waits;
    if (state_->error != 0) return Progress::Stopped;
    state_->check_client_certificate();
    if (state_->refusal) return Progress::Stopped;
  }
  return Progress::Finished;
}

const std::optional<Refusal>& Endpoint::refusal() const { return state_->refusal; }

Finding Endpoint::failure() const {
  if (state_->random_failed) return {&crypto::rules::kRandomFailed, {}, {}};
  return state_->engine_failed();
}

}  // namespace pki::tls
