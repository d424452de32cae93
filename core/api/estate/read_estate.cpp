#include <set>

#include "api/estate/estate_json.h"
#include "api/params.h"
#include "api/tenant/members.h"
#include "api/tenant/private_pki_json.h"
#include "base/encoding.h"
#include "estate/rules.h"

namespace pki::api {
namespace {

using estate::Service;
using json::Choice;
using json::ObjectReader;
using json::Value;

constexpr std::string_view kFormat[] = {"pki-workbench-estate"};
constexpr std::size_t kMostLapsed = 100;
constexpr json::Bounds kDepth{0, 100};
constexpr Choice<Service::Membership> kMemberships[] = {{"standalone", Service::Membership::Standalone},
                                                        {"domain", Service::Membership::Domain}};
constexpr Choice<estate::Accounts> kAccounts[] = {{"none", estate::Accounts::None},
                                                  {"active-directory", estate::Accounts::ActiveDirectory}};
constexpr Choice<estate::RevocationDemand> kDemands[] = {{"as-product", estate::RevocationDemand::AsProduct},
                                                         {"off", estate::RevocationDemand::Off},
                                                         {"required", estate::RevocationDemand::Required}};
constexpr Choice<estate::CrlSupply> kSupplies[] = {
    {"none", estate::CrlSupply::None}, {"job", estate::CrlSupply::Job}, {"files", estate::CrlSupply::Files}};
constexpr Choice<estate::Sending> kSendings[] = {{"as-platform", estate::Sending::AsPlatform},
                                                 {"leaf-alone", estate::Sending::LeafAlone},
                                                 {"with-intermediates", estate::Sending::WithIntermediates}};

Finding damaged(const Value& value, std::string reason) {
  return value.at({&estate::rules::kDamaged, {}, {{"reason", std::move(reason)}}});
}

Result<estate::ServiceKind> read_kind(const Value& value) {
  std::vector<std::string_view> words;
  for (const estate::ServiceKindRow& row : estate::service_kinds()) words.push_back(row.name);
  PKI_TRY(const std::size_t index, json::read_word(value, words));
  return estate::service_kinds()[index].kind;
}

Status read_routes(ObjectReader& object, estate::Routes& routes) {
  PKI_TRY(const Value value, object.required("routes"));
  PKI_TRY(ObjectReader inner, ObjectReader::open(value));
  PKI_CHECK(read_flag(inner, "aia", routes.aia));
  PKI_CHECK(read_flag(inner, "crl", routes.crl));
  return inner.finish();
}

Status read_store(ObjectReader& object, std::string_view name, estate::Store& store) {
  PKI_TRY(const Value value, object.required(name));
  PKI_TRY(ObjectReader inner, ObjectReader::open(value));
  PKI_TRY(store.roots, optional_certificates(inner, "roots"));
  PKI_TRY(store.intermediates, optional_certificates(inner, "intermediates"));
  if (store.roots.size() > kMostInStore || store.intermediates.size() > kMostInStore) {
    return damaged(value, "a store holds too many certificates");
  }
  return inner.finish();
}

Result<x509::CrlPtr> read_crl_file(const Value& value) {
  PKI_TRY(const std::string_view text, json::read_text(value));
  std::optional<ByteVector> octets = from_base64(text);
  if (!octets) return value.wrong_type("octets in base64");
  Result<x509::CrlPtr> crl = x509::Crl::parse(*std::move(octets));
  if (!crl.ok()) return value.at(std::move(crl).error());
  return crl;
}

Result<Service> read_service(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  Service service;
  PKI_TRY(service.id, required_text(object, "id"));
  PKI_TRY(service.name, required_text(object, "name"));
  PKI_TRY(const Value kind, object.required("kind"));
  PKI_TRY(service.kind, read_kind(kind));
  PKI_TRY(service.membership, required_choice(object, "membership", kMemberships));
  PKI_TRY(service.host, required_text(object, "host"));
  PKI_CHECK(read_routes(object, service.routes));
  PKI_CHECK(read_store(object, "store", service.store));
  PKI_TRY(service.nt_auth, optional_certificates(object, "nt_auth"));
  PKI_TRY(service.accounts, required_choice(object, "accounts", kAccounts));
  PKI_TRY(service.revocation, required_choice(object, "revocation", kDemands));
  PKI_TRY(service.crl_supply, required_choice(object, "crl_supply", kSupplies));
  PKI_CHECK(read_each(object, "crl_files", read_crl_file, service.crl_files));
  if (const std::optional<Value> depth = object.optional_or_null("verify_depth"); depth && !depth->json().is_null()) {
    PKI_TRY(const std::int64_t count, json::read_integer(*depth, kDepth));
    service.verify_depth = static_cast<std::uint32_t>(count);
  }
  PKI_TRY(service.sent, optional_certificates(object, "sent"));
  PKI_TRY(crypto::SecretBytes key, optional_private_key(object));
  if (key.size() > 0) service.private_key = std::make_shared<const crypto::SecretBytes>(std::move(key));
  PKI_CHECK(object.finish());
  const bool shows = estate::kind_row(service.kind).talk != estate::Talk::SignIn;
  if (service.id.empty() || service.name.empty()) return damaged(value, "a service has no id or no name");
  if (shows && (service.sent.empty() || service.host.empty())) {
    return damaged(value, "a service has no server certificate, or no host name");
  }
  return service;
}

Result<estate::DeviceChange> read_device(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  estate::DeviceChange change;
  PKI_TRY(change.device, required_text(object, "device"));
  PKI_CHECK(read_routes(object, change.routes));
  PKI_TRY(change.sending, required_choice(object, "sending", kSendings));
  PKI_TRY(change.removed, optional_text_list(object, "removed"));
  PKI_CHECK(read_store(object, "added", change.added));
  PKI_CHECK(object.finish());
  if (change.removed.size() > kMostInStore) return damaged(value, "too much was taken from a device");
  return change;
}

Result<estate::LapsedCrl> read_lapsed(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  estate::LapsedCrl lapsed;
  PKI_TRY(lapsed.url, required_text(object, "url"));
  PKI_TRY(lapsed.crl, optional_octets(object, "crl"));
  PKI_CHECK(object.finish());
  return lapsed;
}

Status check_counts(const Value& value, const estate::Estate& read) {
  if (read.services.size() > kMostServices) return damaged(value, "it has too many services");
  if (read.devices.size() > kMostChangedDevices) return damaged(value, "it has too many devices");
  if (read.lapsed.size() > kMostLapsed) return damaged(value, "it has too many lapsed CRLs");
  std::set<std::string_view> seen;
  for (const Service& service : read.services) {
    if (!seen.insert(service.id).second) return damaged(value, "two services have the same id");
  }
  for (const estate::DeviceChange& change : read.devices) {
    if (!seen.insert(change.device).second) return damaged(value, "a device is there twice");
  }
  return {};
}

}  // namespace

Result<estate::Estate> read_estate(const Value& value) {
  const SharedCertificates sharing;
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  PKI_TRY(const Value format, object.required("format"));
  PKI_CHECK(json::read_word(format, kFormat));
  PKI_CHECK(required_number(object, "version", {1, 1}));
  estate::Estate read;
  PKI_TRY(read.name, required_text(object, "name"));
  PKI_TRY(const Value pki_value, object.required("server_pki"));
  PKI_TRY(cloudpki::private_pki::PrivatePki pki, read_private_pki(pki_value));
  read.server_pki = std::make_shared<const cloudpki::private_pki::PrivatePki>(std::move(pki));
  PKI_CHECK(read_each(object, "services", read_service, read.services));
  PKI_CHECK(read_each(object, "devices", read_device, read.devices));
  PKI_CHECK(read_each(object, "lapsed", read_lapsed, read.lapsed));
  PKI_CHECK(object.finish());
  PKI_CHECK(check_counts(value, read));
  return read;
}

Result<estate::Change> read_change(const Value& value) {
  PKI_TRY(ObjectReader object, ObjectReader::open(value));
  estate::Change change;
  PKI_TRY(const Value kind, object.required("kind"));
  PKI_TRY(const std::size_t index, json::read_word(kind, estate::change_kind_names()));
  change.kind = static_cast<estate::ChangeKind>(index);
  PKI_TRY(change.holder, optional_text(object, "holder"));
  PKI_TRY(change.certificate, optional_certificate(object, "certificate"));
  PKI_TRY(change.word, optional_text(object, "word"));
  if (const std::optional<Value> number = object.optional("number")) {
    PKI_TRY(const std::int64_t count, json::read_integer(*number, kDepth));
    change.number = static_cast<std::uint32_t>(count);
  }
  PKI_CHECK(object.finish());
  return change;
}

}  // namespace pki::api
