#include "cloudpki/fleet/exchange.h"

#include "cloudpki/tenant/leaves.h"
#include "scep/ca_certificates.h"
#include "scep/capabilities.h"
#include "scep/reply.h"
#include "scep/request.h"

namespace pki::cloudpki::fleet {
namespace {

using Sender = ExchangeMessage::Sender;

void send(Exchange& exchange, std::string_view operation, Sender sender, ByteVector octets,
          crypto::SecretBytes opened_by = {}) {
  exchange.messages.push_back({operation, sender, std::move(octets), std::move(opened_by)});
}

/// What the registration authority decided.
struct Decision {
  scep::ReplyInput reply;
  std::optional<Finding> refusal;
};

Decision refuse(scep::FailInfo info, Finding why) {
  Decision decision;
  decision.reply.status = scep::PkiStatus::Failure;
  decision.reply.fail_info = info;
  decision.reply.explanation = render_summary(why);
  decision.refusal = std::move(why);
  return decision;
}

// Opens the request, compares it with what was delivered, and has the CA issue.
Decision decide(tenant::Tenant& tenant, const tenant::Ca& ca, const tenant::CaVersion& version,
                const Delivered& delivered, const scep::OpenedRequest& opened) {
  if (const scep::CheckRow* failed = scep::first_failure(opened.checks)) {
    return refuse(opened.fail_info(), failed->findings.front());
  }
  if (const Status valid = validate_request(delivered, *opened.request); !valid.ok()) {
    return refuse(scep::FailInfo::BadRequest, valid.error());
  }
  const auto issued = tenant::issue_leaf(tenant, ca, version, leaf_order(delivered, *opened.request));
  if (!issued.ok()) return refuse(scep::FailInfo::BadRequest, issued.error());
  Decision decision;
  decision.reply.certificates = {to_vector((*issued)->der()), to_vector(version.certificate->der())};
  return decision;
}

}  // namespace

Result<Exchange> exchange(tenant::Tenant& tenant, const tenant::Ca& ca, const tenant::CaVersion& version,
                          const DeviceSide& device) {
  PKI_TRY(const crypto::PrivateKey authority_key, crypto::PrivateKey::from_pkcs8(version.private_key.view()));
  PKI_TRY(const x509::RequestPtr csr, x509::Request::parse(device.request));
  Exchange exchange;

  const std::string capabilities = scep::write_capabilities(scep::own_capabilities());
  send(exchange, "GetCACaps", Sender::Authority, to_vector(as_bytes(capabilities)));
  const std::vector<x509::CertificatePtr> authorities = {version.certificate};
  scep::CaAnswer ca_answer = scep::make_ca_answer(authorities);
  PKI_TRY(const scep::CaCertificates known, scep::read_ca_certificates(ca_answer.octets));
  send(exchange, "GetCACert", Sender::Authority, std::move(ca_answer.octets));
  if (known.recipient == nullptr) return exchange;

  // A renewal is signed with the current certificate, a first request with one that the device makes for itself.
  const bool renewal = device.current != nullptr;
  std::optional<crypto::PrivateKey> current_key;
  if (renewal) {
    PKI_TRY(crypto::PrivateKey key, crypto::PrivateKey::from_pkcs8(device.current->private_key.view()));
    current_key = std::move(key);
  }
  const crypto::PrivateKey& signing_key = current_key ? *current_key : device.key;
  PKI_TRY(const scep::MadeRequest made,
          scep::make_request_message({.type = renewal ? scep::MessageType::RenewalReq : scep::MessageType::PkcsReq,
                                      .csr = *csr,
                                      .key = signing_key,
                                      .certificate = renewal ? device.current->certificate.get() : nullptr,
                                      .recipient = *known.recipient,
                                      .now = tenant.clock}));
  send(exchange, renewal ? "RenewalReq" : "PKCSReq", Sender::Device, made.der, authority_key.to_pkcs8());

  PKI_TRY(const scep::OpenedRequest opened,
          scep::open_request_message(made.der, {.key = &authority_key,
                                                .certificate = version.certificate.get(),
                                                .challenge = device.delivered.challenge,
                                                .now = tenant.clock}));
  Decision decision = decide(tenant, ca, version, device.delivered, opened);
  PKI_TRY(scep::MadeReply reply, scep::make_reply(opened.message, decision.reply,
                                                  {.key = authority_key, .certificate = *version.certificate}));
  send(exchange, "CertRep", Sender::Authority, reply.der, signing_key.to_pkcs8());
  exchange.refusal = std::move(decision.refusal);
  if (exchange.refusal) return exchange;

  PKI_TRY(const scep::OpenedReply received,
          scep::open_reply(std::move(reply.der), {.key = &signing_key,
                                                  .certificate = made.certificate.get(),
                                                  .authorities = known.certificates,
                                                  .transaction_id = made.transaction_id,
                                                  .sender_nonce = made.sender_nonce,
                                                  .requested_key = device.key.public_key_der()}));
  if (const scep::CheckRow* failed = scep::first_failure(received.checks)) {
    exchange.refusal = failed->findings.front();
    return exchange;
  }
  exchange.certificate = received.issued;
  return exchange;
}

}  // namespace pki::cloudpki::fleet
