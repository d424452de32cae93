#include "tls/handshake.h"

#include <catch2/catch_test_macros.hpp>
#include <iostream>

#include "support/chain_builder.h"
#include "base/encoding.h"

namespace pki::tls {
namespace {
TEST_CASE("try") {
  using namespace test;
  const test::Party root_ca{"CN=Root", 1}, server{"CN=Server", 2}, client{"CN=Client", 3};
  for (Version v : {Version::Tls12, Version::Tls13}) for (int mode = 0; mode < 4; ++mode) {
    crypto::FixedRandom r(7);
    crypto::ScopedRandom scope(r);
    HandshakeQuestion q{.version = v};
    const auto accept = [](std::span<const x509::CertificatePtr>) -> std::optional<Alert> { return std::nullopt; };
    const auto refuse = [](std::span<const x509::CertificatePtr>) -> std::optional<Alert> { return Alert::UnknownCa; };
    q.server = {{make(leaf(server, root_ca)), make(root(root_ca))}, &test_key(2), mode == 3 ? Verdict(refuse): Verdict(accept)};
    q.client = {{make(leaf(client, root_ca))}, &test_key(3), mode == 1 ? Verdict(refuse) : Verdict(accept)};
    if (mode == 2) q.client.sent.clear();
    q.server_name = "www.example.com";
    auto h = play(q);
    std::cout << version_name(v) << " mode " << mode << "\n";
    if (!h.ok()) { std::cout << render_summary(h.error()) << "\n"; continue; }
    for (auto& f : h->flights) { std::cout << side_name(f.sender) << ":"; for (auto& m : f.messages) { std::cout << " " << m.name << "(" << m.octets.size() << (m.protection == Protection::None ? "" : m.protection == Protection::Opened ? " opened" : " SEALED") << ")";
      if (m.alert) std::cout << "[" << alert_name(m.alert->description) << "]";
      for (auto& x : m.findings) std::cout << "!" << render_summary(x);
      if (!m.certificates.empty()) std::cout << "{" << m.certificates.size() << "}"; } std::cout << "\n"; }
    std::cout << h->client_finished << h->server_finished << (h->cipher_suite ? cipher_suite_name(*h->cipher_suite) : "") << " " << (h->group ? group_name(*h->group): "") << " " << (h->server_signature ? signature_scheme_name(*h->server_signature) : "") << " " <<  (h->client_signature ? signature_scheme_name(*h->client_signature) : "")<< "\n";
    if (h->refusal) std::cout << side_name(h->refusal->sender) << " " << alert_name(h->refusal->alert) << " " << alert_cause_name(h->refusal->cause) << "\n";
  }
}
}
}
