#include "path/checks/issuer.h"

#include "path/describe.h"
#include "path/rules.h"
#include "x509/extensions/key_usage.h"

namespace pki::path::checks {
namespace {

constexpr std::string_view kKeyUsageField = "keyUsage";
constexpr std::string_view kBasicConstraintsField = "basicConstraints";

Judgement judge_cert_sign(const Subject& subject) {
  const x509::Certificate& certificate = subject.certificate;
  const auto& usage = certificate.extensions().key_usage;
  if (!usage.present()) return passed({{"key_usage", "absent"}});
  // A malformed key usage is judged by path.encoding, and allows nothing.
  const std::uint32_t bits = usage ? usage->bits : 0;
  std::vector<Param> values = {{"key_usage", key_usage_text(bits)}};
  if (!usage) return not_reached("the key usage cannot be read");
  if (usage->has(x509::KeyUsageBit::KeyCertSign)) return passed(std::move(values));
  std::vector<Param> params = values;
  params.push_back({"subject", title(certificate)});
  return failed(finding_at(rules::kNoCertSign, certificate, usage.extension->whole, kKeyUsageField, std::move(params)),
                std::move(values));
}

Judgement judge_target_key_usage(const Subject& subject) {
  const PurposeInfo& purpose = purpose_info(subject.options.purpose);
  const x509::Certificate& certificate = subject.certificate;
  const auto& usage = certificate.extensions().key_usage;
  if (purpose.key_usage == 0) return skipped("no purpose was asked");
  if (!usage.present()) return passed({{"key_usage", "absent"}});
  if (!usage) return not_reached("the key usage cannot be read");
  std::vector<Param> values = {{"found", key_usage_text(usage->bits)},
                               {"wanted", key_usage_text(purpose.key_usage)},
                               {"purpose", std::string(purpose.title)}};
  if ((usage->bits & purpose.key_usage) != 0) return passed(std::move(values));
  return failed(finding_at(rules::kKeyUsagePurpose, certificate, usage.extension->whole, kKeyUsageField, values),
                values);
}

}  // namespace

Judgement judge_basic_constraints(const Subject& subject) {
  if (subject.role == Role::Target) return skipped("the target need not be a CA");
  const x509::Certificate& certificate = subject.certificate;
  const auto& constraints = certificate.extensions().basic_constraints;
  if (constraints && constraints->ca) return passed({{"ca", "true"}});
  if (constraints) {
    return failed(finding_at(rules::kNotCa, certificate, constraints.extension->whole, kBasicConstraintsField,
                             {{"subject", title(certificate)}}));
  }
  if (constraints.malformed()) return not_reached("the basic constraints cannot be read");
  // RFC 5280 6.1.4 (k): a version 1 or 2 certificate is no CA, unless that is known by other means.
  const bool old = certificate.version() < 3;
  return failed(finding_at(old ? rules::kNotVersion3 : rules::kNoBasicConstraints, certificate, {},
                           kBasicConstraintsField,
                           {{"subject", title(certificate)}, {"version", std::to_string(certificate.version())}}));
}

Judgement judge_path_length(const Scene& scene) {
  if (scene.subject.role == Role::Target) {
    return skipped("the target is no intermediate certificate");
  }
  const x509::Certificate& certificate = scene.certificate();
  if (certificate.self_issued()) return skipped("a self-issued certificate does not count");
  const PathState& state = scene.state;
  std::vector<Param> values;
  if (state.path_length_set_by != nullptr) {
    values = {{"left", std::to_string(state.max_path_length)}, {"limited_by", name_text(*state.path_length_set_by)}};
  }
  if (state.max_path_length > 0) return passed(std::move(values));
  std::vector<Param> params = values;
  params.push_back({"subject", title(certificate)});
  return failed(finding_at(rules::kPathLength, certificate, certificate.subject().der(), "tbsCertificate.subject",
                           std::move(params)),
                std::move(values));
}

Judgement judge_key_usage(const Subject& subject) {
  return subject.role == Role::Issuer ? judge_cert_sign(subject) : judge_target_key_usage(subject);
}

}  // namespace pki::path::checks
