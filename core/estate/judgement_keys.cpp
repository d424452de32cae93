#include "estate/judgement_keys.h"

#include <algorithm>

#include "base/encoding.h"
#include "crypto/hash.h"
#include "estate/reach.h"

namespace pki::estate {
namespace {

constexpr std::size_t kKeyOctets = 16;

}  // namespace

void KeyText::add(std::string_view text) {
  text_ += text;
  text_ += '\0';
}

void KeyText::add(std::int64_t number) { add(std::string_view(std::to_string(number))); }

void KeyText::add(const std::vector<x509::CertificatePtr>& certificates) {
  std::vector<std::string_view> all;
  all.reserve(certificates.size());
  for (const x509::CertificatePtr& each : certificates) all.push_back(as_text(each->fingerprint()));
  std::sort(all.begin(), all.end());
  add(static_cast<std::int64_t>(all.size()));
  for (const std::string_view each : all) add(each);
}

std::string KeyText::hex() const {
  const ByteVector digest = crypto::digest(crypto::HashAlgorithm::Sha256, as_bytes(text_));
  return to_hex(Bytes(digest).first(kKeyOctets));
}

template <typename Make>
const std::string& JudgementKeys::part(const void* side, Make make) {
  const auto [place, is_new] = parts_.try_emplace(side);
  if (is_new) {
    KeyText text;
    make(text);
    place->second = text.hex();
  }
  return place->second;
}

void JudgementKeys::add_network(KeyText& key, repository::Follow follow) const {
  key.add(static_cast<std::int64_t>(follow));
  if (follow != repository::Follow::Off) key.add(scene_.repository_digest);
}

std::string JudgementKeys::of_server(const DeviceView& device, const ServiceView& service) {
  KeyText key;
  key.add("server");
  key.add(scene_.at.seconds);
  key.add(part(&device, [&](KeyText& text) {
    text.add(device.party->id);
    text.add(device.store.roots);
    text.add(device.store.intermediates);
  }));
  // The view of a service stands for it as a judge, what it sends for it as a server.
  key.add(part(&service.service->sent, [&](KeyText& text) {
    text.add(service.service->host);
    text.add(service.service->sent.front()->fingerprint());
    text.add(service.service->sent);
  }));
  add_network(key, reach_of(device, service));
  return key.hex();
}

std::string JudgementKeys::of_client(const ServiceView& service, const Identity& identity) {
  KeyText key;
  key.add("client");
  key.add(part(&service, [&](KeyText& text) {
    text.add(service.party->id);
    text.add(service.kind->name);
    text.add(scene_.at.seconds);
    text.add(service.service->store.roots);
    text.add(service.service->store.intermediates);
    text.add(service.service->nt_auth);
    text.add(accounts_name(service.service->accounts));
    text.add(revocation_demand_name(service.service->revocation));
    text.add(service.service->verify_depth ? static_cast<std::int64_t>(*service.service->verify_depth) : -1);
    add_network(text, reach_of(service));
    for (const x509::CrlPtr& crl : service.crls) text.add(crl->fingerprint());
  }));
  key.add(part(&identity, [&](KeyText& text) {
    text.add(identity.certificate->fingerprint());
    text.add(identity.sent);
  }));
  return key.hex();
}

}  // namespace pki::estate
