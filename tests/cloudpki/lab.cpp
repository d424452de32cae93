#include "lab.h"

#include <algorithm>
#include <map>

#include "base/encoding.h"
#include "cloudpki/tenant/publish.h"
#include "path/builder.h"
#include "repository/gather.h"
#include "x509/crl.h"

namespace pki::test {

namespace oids = asn1::oids;

crypto::SecretBytes ready_key(crypto::KeySpec spec) {
  // Three of each in turn: CAs of one test have keys of their own.
  static std::map<crypto::KeySpec, std::vector<ByteVector>> keys;
  static std::size_t turn = 0;
  std::vector<ByteVector>& made = keys[spec];
  const std::size_t most = spec == crypto::KeySpec::Rsa2048 ? 4 : 1;
  if (made.size() < most) {
    const auto key = crypto::PrivateKey::generate(spec);
    REQUIRE(key.ok());
    made.push_back(to_vector(key->to_pkcs8().view()));
    return crypto::SecretBytes(made.back());
  }
  return crypto::SecretBytes(made[turn++ % made.size()]);
}

Tenant new_tenant() {
  auto made = tenant::make_tenant("Contoso", {.ca_cap = 6}, start());
  REQUIRE(made.ok());
  return *std::move(made);
}

std::vector<tenant::Purpose> purposes(std::initializer_list<asn1::Oid> list) {
  std::vector<tenant::Purpose> all;
  for (const asn1::Oid id : list) all.push_back({"", asn1::OwnedOid(id)});
  return all;
}

tenant::CaOrder root_order(std::string name) {
  tenant::CaOrder order;
  order.kind = CaKind::Root;
  order.subject.common_name = name + " CN";
  order.name = std::move(name);
  order.purposes = purposes({oids::kServerAuth, oids::kClientAuth});
  order.validity_years = 25;
  order.key = crypto::KeySpec::Rsa2048;
  return order;
}

tenant::CaOrder issuing_order(std::string name) {
  tenant::CaOrder order = root_order(std::move(name));
  order.kind = CaKind::Issuing;
  order.purposes = purposes({oids::kClientAuth});
  order.validity_years = 10;
  order.key.reset();
  return order;
}

tenant::CaOrder byoca_order(std::string name) {
  tenant::CaOrder order = root_order(std::move(name));
  order.kind = CaKind::Byoca;
  order.purposes = purposes({oids::kClientAuth});
  order.validity_years.reset();
  return order;
}

namespace {

Result<tenant::CreatedCa> try_create(Tenant& in, tenant::CaOrder order) {
  if (order.made_key.size() == 0) {
    crypto::KeySpec spec = order.key.value_or(crypto::KeySpec::Rsa2048);
    if (order.kind == CaKind::Issuing) {
      for (const tenant::Ca& ca : in.cas) {
        if (ca.kind == CaKind::Root && (order.root.empty() || order.root == ca.id)) spec = ca.key;
      }
    }
    const bool rsa =
        spec == crypto::KeySpec::Rsa2048 || spec == crypto::KeySpec::Rsa3072 || spec == crypto::KeySpec::Rsa4096;
    order.made_key = ready_key(rsa ? spec : crypto::KeySpec::Rsa2048);
  }
  return tenant::create_ca(in, std::move(order));
}

}  // namespace

tenant::Ca& create(Tenant& in, tenant::CaOrder order) {
  const auto created = try_create(in, std::move(order));
  INFO((created.ok() ? std::string() : render_summary(created.error())));
  REQUIRE(created.ok());
  return *tenant::find_ca(in, created->id);
}

std::string refusal(Tenant& in, tenant::CaOrder order) { return refusal(try_create(in, std::move(order))); }

Pair new_pair() {
  Pair pair{.tenant = new_tenant(), .root = {}, .issuing = {}};
  pair.root = create(pair.tenant, root_order()).id;
  pair.issuing = create(pair.tenant, issuing_order()).id;
  return pair;
}

crypto::SecretBytes leaf_key() {
  static const ByteVector kKey = to_vector(ready_key().view());
  return crypto::SecretBytes(kKey);
}

Result<x509::CertificatePtr> issue_from(Tenant& in, tenant::Ca& ca, std::uint32_t number) {
  const tenant::CaVersion* version = tenant::find_version(ca, number);
  REQUIRE(version != nullptr);
  static const ByteVector kKey = crypto::PrivateKey::from_pkcs8(leaf_key().view())->public_key_der();
  tenant::LeafOrder order{.subject = {{{.type = asn1::OwnedOid(oids::kCommonName), .text = "ann@corp.example"}}},
                          .public_key = kKey,
                          .key_usage = {},
                          .purposes = {asn1::OwnedOid(oids::kClientAuth)}};
  order.key_usage.set(x509::KeyUsageBit::DigitalSignature);
  order.key_usage.set(x509::KeyUsageBit::KeyEncipherment);
  order.device_name = "LAPTOP-1";
  return tenant::issue_leaf(in, ca, *version, std::move(order));
}

x509::CertificatePtr issue(Tenant& in, tenant::Ca& ca, std::string_view device) {
  const tenant::CaVersion* active = tenant::active_version(ca);
  REQUIRE(active != nullptr);
  auto leaf = issue_from(in, ca, active->number);
  INFO((leaf.ok() ? std::string() : render_summary(leaf.error())));
  REQUIRE(leaf.ok());
  in.leaves.back().device_name = device;
  return *leaf;
}

Findings advance(Tenant& in, int days) {
  auto events = tenant::advance_clock(in, add_calendar(in.clock, 0, days));
  REQUIRE(events.ok());
  return *std::move(events);
}

void advance_to_renewal(Tenant& in, const tenant::Ca& ca) {
  const Time when = tenant::half_of_life(*tenant::active_version(ca)->certificate);
  REQUIRE(tenant::advance_clock(in, when).ok());
}

std::vector<std::string> listed_serials(const tenant::CaVersion& version) {
  REQUIRE(version.crl.has_value());
  const auto crl = x509::Crl::parse(version.crl->der);
  REQUIRE(crl.ok());
  std::vector<std::string> serials;
  x509::CrlEntryReader entries((*crl)->entries());
  while (const std::optional<x509::CrlEntry> entry = entries.next()) {
    serials.push_back(to_hex(entry->serial.magnitude()));
  }
  return serials;
}

std::vector<std::string> ids(const Findings& findings) {
  std::vector<std::string> list;
  for (const Finding& finding : findings) list.emplace_back(finding.id());
  return list;
}

bool validates(const Tenant& in, const x509::CertificatePtr& leaf, const x509::CertificatePtr& anchor,
               std::vector<x509::CertificatePtr> pool) {
  path::PathQuestion question;
  question.target = leaf;
  question.pool = std::move(pool);
  question.anchors.add(anchor);
  question.options.at = in.clock;
  question.options.purpose = path::Purpose::TlsClient;
  question.options.revocation = {.mode = path::RevocationMode::HardFail};
  const repository::VirtualRepository content = tenant::repository_of(in);
  const repository::Gathered gathered =
      repository::gather(question, {.repository = content, .follow = repository::Follow::All});
  return path::check_paths(repository::with_gathered(std::move(question), gathered)).accepted;
}

}  // namespace pki::test
