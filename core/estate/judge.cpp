#include "estate/judge.h"

#include <algorithm>

#include "estate/reach.h"
#include "estate/rules.h"
#include "path/revocation/rules.h"
#include "relying/first_issuer.h"

namespace pki::estate {
namespace {

using repository::Follow;
using x509::CertificatePtr;

/// Signature checks of a scene: each certificate is checked against a handful of keys.
constexpr std::size_t kChecksOfEach = 8;
constexpr std::size_t kChecksBesides = 1000;

std::size_t signature_checks(const Scene& scene) {
  std::size_t identities = 0;
  for (const DeviceView& device : scene.devices) identities += device.identities.size();
  return kChecksBesides + kChecksOfEach * (identities + scene.services.size());
}

path::CheckOptions options_of(const relying::RelyingParty& party, path::CheckOptions base) {
  path::CheckOptions options = relying::options_for(party, std::move(base));
  options.extent = path::SearchExtent::UntilAccepted;
  relying::share_limits(options.limits);
  return options;
}

void add_store(path::PathQuestion& question, const Store& store) {
  for (const CertificatePtr& root : store.roots) question.anchors.add(root);
  question.pool.insert(question.pool.end(), store.intermediates.begin(), store.intermediates.end());
}

void add_sent(path::PathQuestion& question, const std::vector<CertificatePtr>& sent) {
  question.target = sent.front();
  question.pool.insert(question.pool.end(), sent.begin() + 1, sent.end());
}

/// The same for what is built on OpenSSL, which has one file for both kinds of its store: it takes issuers out of that
/// first, and where partial chains are switched on every certificate in it is an anchor.
void add_sent_and_file(path::PathQuestion& question, const std::vector<CertificatePtr>& sent, const Store& store) {
  question.target = sent.front();
  add_store(question, store);
  std::vector<CertificatePtr> file = store.roots;
  file.insert(file.end(), store.intermediates.begin(), store.intermediates.end());
  if (question.options.anchor_form == path::AnchorForm::Any) {
    for (const CertificatePtr& each : store.intermediates) question.anchors.add(each);
  }
  const std::vector<CertificatePtr> read =
      relying::read_of_sent(sent.front(), {sent.begin() + 1, sent.end()}, file, question.options.at);
  question.pool.insert(question.pool.end(), read.begin(), read.end());
}

/// Whether revocation could not be told, and a CRL was there that is out of date.
bool has_only_old_crl(const path::CandidatePath& path) {
  return std::any_of(path.steps.begin(), path.steps.end(), [](const path::Step& step) {
    return step.outcome == path::Outcome::Fail &&
           std::any_of(step.considered.begin(), step.considered.end(),
                       [](const Finding& each) { return each.rule == &path::rules::kCrlExpired; });
  });
}

Verdict verdict_of(const relying::Opinion& opinion) {
  Verdict verdict{.accepted = opinion.report.accepted, .fault = opinion.fault, .reason = opinion.report.headline};
  const path::CandidatePath* best = opinion.report.best();
  if (verdict.reason) verdict.why = render_summary(*verdict.reason);
  verdict.crl_expired = best != nullptr && has_only_old_crl(*best);
  if (best == nullptr || !verdict.accepted) return verdict;
  verdict.anchor = best->anchor == nullptr ? nullptr : best->anchor->certificate();
  if (verdict.anchor != nullptr) verdict.anchor_id = fingerprint_of(*verdict.anchor);
  for (std::size_t i = 1; i + 1 < best->certificates.size(); ++i) {
    verdict.intermediates.push_back(best->certificates[i]);
  }
  for (const CertificatePtr& each : best->certificates) {
    const auto& gathered = opinion.gathered.certificates;
    if (std::find(gathered.begin(), gathered.end(), each) != gathered.end()) verdict.fetched.push_back(each);
  }
  return verdict;
}

bool names_security_identifier(const x509::Certificate& certificate) {
  constexpr std::string_view kPrefix = "tag:microsoft.com,2022-09-14:sid:";
  const auto& names = certificate.extensions().subject_alt_name;
  if (!names) return false;
  return std::any_of(names->names.begin(), names->names.end(), [&](const x509::GeneralName& name) {
    return name.kind == x509::GeneralNameKind::Uri && as_text(name.value).starts_with(kPrefix);
  });
}

void refuse(Verdict& verdict, Finding reason) {
  verdict.accepted = false;
  verdict.why = render_summary(reason);
  verdict.reason = std::move(reason);
}

/// What comes after the path: the logon to Active Directory.
void judge_account(const Service& service, const x509::Certificate& certificate, Verdict& verdict) {
  if (!verdict.accepted || service.accounts != Accounts::ActiveDirectory) return;
  const CertificatePtr issuer = verdict.intermediates.empty() ? verdict.anchor : verdict.intermediates.front();
  const bool listed =
      issuer != nullptr && std::any_of(service.nt_auth.begin(), service.nt_auth.end(), [&](const CertificatePtr& each) {
        return equal(each->fingerprint(), issuer->fingerprint());
      });
  if (!listed) {
    const std::string name = issuer == nullptr ? "?" : x509::to_rfc4514(issuer->subject());
    return refuse(verdict, {&rules::kNotInNtAuth, {}, {{"ca", name}}});
  }
  if (!names_security_identifier(certificate)) refuse(verdict, {&rules::kNoStrongMapping, {}, {}});
}

/// What revocation means to a service: its own setting, or the product's.
void set_revocation(const ServiceView& service, path::CheckOptions& options) {
  RevocationDemand demand = service.service->revocation;
  // IIS asks for revocation (VerifyClientCertRevocation is 1), which CryptoAPI by itself does not.
  if (demand == RevocationDemand::AsProduct && service.service->kind == ServiceKind::Iis) {
    demand = RevocationDemand::Required;
  }
  if (demand == RevocationDemand::AsProduct) return;
  // With check_all_crl FreeRADIUS refuses everybody whose CA is in its file as an intermediate one: there the path
  // ends, and OpenSSL then cannot check that CA (openssl issue 5081). So it is asked for the device's certificate
  // alone.
  const bool alone = service.service->kind == ServiceKind::FreeRadius && !service.service->store.intermediates.empty();
  options.revocation.scope = alone ? path::RevocationScope::Target : path::RevocationScope::Chain;
  options.revocation.mode =
      demand == RevocationDemand::Required ? path::RevocationMode::HardFail : path::RevocationMode::Off;
}

}  // namespace

path::CheckOptions client_options(const ServiceView& service, Time at) {
  path::CheckOptions base;
  base.at = at;
  base.purpose = path::Purpose::TlsClient;
  path::CheckOptions options = options_of(*service.party, std::move(base));
  set_revocation(service, options);
  if (service.service->verify_depth) options.limits.max_intermediates = *service.service->verify_depth;
  return options;
}

Judge::Judge(const Scene& scene)
    : scene_(scene), signatures_(signature_checks(scene), signature_checks(scene)), keys_(scene) {}

Judge::Asked Judge::ask_server(const DeviceView& device, const ServiceView& service) const {
  Asked asked{.question = {}, .party = device.party};
  add_sent(asked.question, service.service->sent);
  add_store(asked.question, device.store);
  path::CheckOptions base;
  base.at = scene_.at;
  base.purpose = path::Purpose::TlsServer;
  base.identities.push_back({.kind = path::IdentityKind::Dns, .text = service.service->host});
  asked.question.options = options_of(*device.party, std::move(base));
  asked.follow = reach_of(device, service);
  return asked;
}

Judge::Asked Judge::ask_client(const ServiceView& service, const Identity& identity) const {
  Asked asked{.question = {}, .party = service.party};
  asked.question.crls = service.crls;
  asked.question.options = client_options(service, scene_.at);
  asked.follow = reach_of(service);
  if (service.party->building == relying::PathBuilding::FirstIssuer) {
    add_sent_and_file(asked.question, identity.sent, service.service->store);
  } else {
    add_sent(asked.question, identity.sent);
    add_store(asked.question, service.service->store);
  }
  return asked;
}

const repository::Gathered& Judge::fetch(const Asked& asked, const std::string& side) {
  static const repository::Gathered kNothing;
  const Follow needed = repository::needed(asked.question, asked.follow, signatures_);
  if (needed == Follow::Off) return kNothing;
  // What is fetched depends on whose question it is, on the issuer that is looked for, and on the URLs.
  const x509::Certificate& target = *asked.question.target;
  KeyText key;
  key.add(side);
  key.add(static_cast<std::int64_t>(needed));
  key.add(target.issuer_key());
  const auto& extensions = target.extensions();
  if (extensions.authority_key_identifier && extensions.authority_key_identifier->key_identifier) {
    key.add(*extensions.authority_key_identifier->key_identifier);
  }
  for (std::size_t i = 1; i < asked.question.pool.size(); ++i) key.add(asked.question.pool[i]->fingerprint());
  const auto add_uri = [&](const x509::GeneralName& name) { key.add(name.value); };
  if (extensions.authority_info_access) {
    for (const auto& description : extensions.authority_info_access->descriptions) add_uri(description.location);
  }
  if (extensions.crl_distribution_points) {
    for (const auto& point : extensions.crl_distribution_points->points) {
      std::for_each(point.full_name.begin(), point.full_name.end(), add_uri);
    }
  }
  const auto [place, is_new] = fetched_.try_emplace(key.hex());
  if (is_new) {
    place->second = repository::gather_all(asked.question, {.repository = scene_.repository, .follow = needed});
  }
  return place->second;
}

Judged Judge::judge(Asked asked, const std::string& side) {
  Judged judged;
  const repository::Gathered gathered = fetch(asked, side);
  judged.question = repository::with_gathered(asked.question, gathered);
  judged.opinion = relying::judge(std::move(asked.question), *asked.party, gathered, signatures_);
  judged.verdict = verdict_of(judged.opinion);
  ++made_;
  return judged;
}

Judged Judge::server_in_full(const DeviceView& device, const ServiceView& service) {
  std::string key = keys_.of_server(device, service);
  Judged judged = judge(ask_server(device, service), key);
  judged.verdict.key = std::move(key);
  return judged;
}

Judged Judge::client_in_full(const ServiceView& service, const Identity& identity) {
  Judged judged = judge(ask_client(service, identity), service.service->id);
  judge_account(*service.service, *identity.certificate, judged.verdict);
  judged.verdict.key = keys_.of_client(service, identity);
  return judged;
}

void Judge::remember(Verdict verdict) {
  std::string key = verdict.key;
  known_.try_emplace(std::move(key), std::make_shared<const Verdict>(std::move(verdict)));
}

VerdictPtr Judge::of_server(const DeviceView& device, const ServiceView& service) {
  VerdictPtr& known = known_[keys_.of_server(device, service)];
  if (known == nullptr) known = std::make_shared<const Verdict>(server_in_full(device, service).verdict);
  return known;
}

VerdictPtr Judge::of_client(const ServiceView& service, const Identity& identity) {
  VerdictPtr& known = known_[keys_.of_client(service, identity)];
  if (known == nullptr) known = std::make_shared<const Verdict>(client_in_full(service, identity).verdict);
  return known;
}

}  // namespace pki::estate
