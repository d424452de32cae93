#include "cloudpki/tenant/upload.h"

#include "cloudpki/tenant/audit.h"
#include "cloudpki/tenant/publish.h"
#include "cloudpki/tenant/rules.h"

namespace pki::cloudpki::tenant {
namespace {

Result<CaVersion*> require_waiting(Ca& ca) {
  if (ca.kind != CaKind::Byoca) return Finding{&rules::kNotByoca, {}, {{"ca", ca_title(ca)}}};
  CaVersion* waiting = waiting_version(ca);
  if (waiting != nullptr && waiting->state == VersionState::SigningRequired) return waiting;
  return Finding{&rules::kNothingToSign, {}, {{"ca", ca_title(ca)}}};
}

Status check_signed_box(const UploadInput& input) {
  const auto& box = input.signed_certificate;
  if (box.size() == 1 && box.front().form != byoca::FileForm::Pkcs7) return {};
  std::string form = box.empty() ? "no certificate" : "a file of " + std::to_string(box.size()) + " certificates";
  if (!box.empty() && box.front().form == byoca::FileForm::Pkcs7) form = "a PKCS#7 file (.p7b)";
  return Finding{&rules::kSignedBoxKind,
                 {},
                 {{"file", box.empty() || box.front().file.empty() ? std::string("What is there") : box.front().file},
                  {"form", form}}};
}

// The version's own chain where the page of a renewal names no box for it.
std::vector<byoca::DroppedCertificate> chain_of(const Ca& ca, std::vector<byoca::DroppedCertificate> uploaded) {
  const CaVersion* active = active_version(ca);
  if (!uploaded.empty() || active == nullptr) return uploaded;
  for (const x509::CertificatePtr& certificate : active->chain) {
    uploaded.push_back({.certificate = certificate, .form = byoca::FileForm::Pem});
  }
  return uploaded;
}

byoca::DeskInput desk_input(const Tenant& tenant, const Ca& ca, x509::RequestPtr request, UploadInput input) {
  byoca::DeskInput desk;
  desk.at = tenant.clock;
  desk.pile.requests.push_back({.request = std::move(request)});
  desk.pile.certificates = std::move(input.signed_certificate);
  for (byoca::DroppedCertificate& each : chain_of(ca, std::move(input.chain))) {
    desk.pile.certificates.push_back(std::move(each));
  }
  return desk;
}

// What is in the box is what is uploaded, whatever the desk finds among the rest.
bool answer_is_in_its_box(const byoca::DeskReport& report) { return report.parts.answer == std::size_t{0}; }

Finding refusal_of(const byoca::DeskReport& report) {
  const byoca::DeskFinding* worst = byoca::headline(report);
  std::string reason = "the certificate in the first box is not the one that answers the request";
  std::string cure = "Put the certificate of the issuing CA there, and its chain into the other box";
  if (worst != nullptr) {
    reason = render_summary(worst->finding);
    cure = render_cure(worst->finding);
  }
  return {&rules::kUploadRefused, {}, {{"reason", std::move(reason)}, {"cure", std::move(cure)}}};
}

}  // namespace

Result<ByteVector> download_request(Tenant& tenant, Ca& ca) {
  PKI_TRY(const CaVersion* waiting, require_waiting(ca));
  log(tenant, activity::kGetRequest, version_title(ca, waiting->number));
  return waiting->request;
}

Result<Uploaded> upload_signed(Tenant& tenant, Ca& ca, UploadInput input) {
  if (!tenant.settings.permissions.create) return not_permitted("create certificate authorities");
  PKI_TRY(CaVersion * waiting, require_waiting(ca));
  PKI_CHECK(check_signed_box(input));
  PKI_TRY(x509::RequestPtr request, x509::Request::parse(waiting->request));
  Uploaded uploaded{.input = desk_input(tenant, ca, std::move(request), std::move(input)), .report = {}};
  uploaded.report = byoca::examine(uploaded.input);
  if (!uploaded.report.ready || !answer_is_in_its_box(uploaded.report)) {
    uploaded.refusal = refusal_of(uploaded.report);
    return uploaded;
  }

  const bool renewal = active_version(ca) != nullptr;
  waiting->certificate = uploaded.input.pile.certificates.front().certificate;
  for (const std::size_t index : uploaded.report.parts.chain) {
    waiting->chain.push_back(uploaded.input.pile.certificates[index].certificate);
  }
  waiting->state = renewal ? VersionState::Staged : VersionState::Active;
  waiting->since = tenant.clock;
  uploaded.version = waiting->number;
  if (publishes(*waiting, tenant.clock)) PKI_CHECK(publish_crl(tenant, ca, *waiting, tenant.clock));
  log(tenant, activity::kUpload, version_title(ca, uploaded.version));
  return uploaded;
}

}  // namespace pki::cloudpki::tenant
