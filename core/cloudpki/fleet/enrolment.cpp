#include "cloudpki/fleet/enrolment.h"

#include <algorithm>

#include "asn1/oids.h"
#include "base/encoding.h"
#include "ca/csr.h"
#include "ca/request_review.h"
#include "cloudpki/fleet/delivery.h"
#include "cloudpki/fleet/profiles.h"
#include "cloudpki/fleet/rules.h"
#include "cloudpki/fleet/variables.h"
#include "cloudpki/tenant/urls.h"
#include "crypto/hash.h"

namespace pki::cloudpki::fleet {
namespace {

Finding mismatch(std::string_view what) { return {&rules::kChallengeMismatch, {}, {{"what", std::string(what)}}}; }

Status first_error(const Findings& findings) {
  const auto error = std::find_if(findings.begin(), findings.end(),
                                  [](const Finding& finding) { return finding.severity() >= Severity::Error; });
  return error == findings.end() ? Status() : Status(*error);
}

// A digest of everything that the request is compared with, and of the tenant, which nobody else knows.
std::string challenge_of(const tenant::Tenant& tenant, const Delivered& delivered) {
  ByteVector text;
  const auto add = [&](std::string_view part) {
    append(text, as_bytes(part));
    text.push_back(0);
  };
  add(tenant.account);
  add(tenant.store);
  add(delivered.profile->id);
  add(delivered.device->id);
  if (const auto subject = x509::encode_name(delivered.subject); subject.ok()) append(text, *subject);
  for (const x509::GeneralNameInput& name : delivered.alternative_names) add(name.text);
  return to_hex(crypto::digest(crypto::HashAlgorithm::Sha256, text));
}

Status check_key_storage(const ScepProfile& profile, const Device& device) {
  if (profile.platform != Platform::Windows) return {};
  const bool tpm = device.key_store != Device::KeyStore::Software;
  const bool hello = device.key_store == Device::KeyStore::HelloForBusiness;
  const bool fails = (profile.key_storage == KeyStorage::TpmElseFail && !tpm) ||
                     (profile.key_storage == KeyStorage::HelloElseFail && !hello);
  if (!fails) return {};
  return Finding{
      &rules::kNoTpm, {}, {{"device", device.name}, {"storage", std::string(key_storage_name(profile.key_storage))}}};
}

const x509::Extension* find_extension(const x509::Request& request, asn1::Oid id) {
  const auto& all = request.extensions().all;
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const x509::Extension& extension) { return extension.id == id; });
  return found == all.end() ? nullptr : &*found;
}

x509::KeyUsage key_usage_of(const ScepProfile& profile) {
  x509::KeyUsage usage;
  if (profile.digital_signature) usage.set(x509::KeyUsageBit::DigitalSignature);
  if (profile.key_encipherment) usage.set(x509::KeyUsageBit::KeyEncipherment);
  return usage;
}

}  // namespace

Result<Delivered> deliver(const tenant::Tenant& tenant, const Fleet& fleet, const ScepProfile& profile,
                          const Device& device) {
  PKI_CHECK(first_error(check_scep_profile(tenant, fleet, profile)));
  PKI_CHECK(check_root_delivery(fleet, profile, device));
  PKI_CHECK(check_key_storage(profile, device));
  Delivered delivered{.profile = &profile,
                      .device = &device,
                      .user = find_user(fleet, device.user),
                      .subject = {},
                      .alternative_names = {},
                      .url = tenant::delivered(profile.urls.front()),
                      .challenge = {}};
  if (profile.type == CertificateType::User && delivered.user == nullptr) {
    return Finding{&rules::kNoUser, {}, {{"device", device.name}}};
  }
  const VariableContext context{.user = delivered.user, .device = device, .type = profile.type};
  PKI_TRY(const std::string subject, resolve_variables(profile.subject_format, context));
  PKI_TRY(delivered.subject, read_subject_format(subject));
  for (const SanEntry& entry : profile.alternative_names) {
    PKI_TRY(std::string value, resolve_variables(entry.value, context));
    PKI_TRY(x509::GeneralNameInput name, read_alternative_name({entry.kind, std::move(value)}));
    delivered.alternative_names.push_back(std::move(name));
  }
  delivered.challenge = challenge_of(tenant, delivered);
  return delivered;
}

Result<crypto::PrivateKey> make_device_key(const Delivered& delivered) {
  return crypto::PrivateKey::generate(delivered.profile->key_size == 4096U ? crypto::KeySpec::Rsa4096
                                                                           : crypto::KeySpec::Rsa2048);
}

Result<ByteVector> make_device_request(const Delivered& delivered, const crypto::PrivateKey& key) {
  ca::CsrInput input;
  input.profile = ca::find_profile("tls-client");
  PKI_ASSERT(input.profile != nullptr);
  input.subject = delivered.subject;
  input.alternative_names = delivered.alternative_names;
  input.extensions.key_usage = key_usage_of(*delivered.profile);
  input.extensions.purposes = delivered.profile->purposes;
  input.challenge_password = delivered.challenge;
  PKI_TRY(ca::MadeRequest made, ca::make_request(input, key));
  return std::move(made.der);
}

Status validate_request(const Delivered& delivered, const x509::Request& request) {
  PKI_CHECK(ca::check_proof_of_possession(request));
  if (request.challenge_password() != delivered.challenge) return mismatch("the challenge is another one");
  PKI_TRY(const ByteVector subject, x509::encode_name(delivered.subject));
  if (!equal(subject, request.subject().der())) return mismatch("subject name in CSR and challenge do not match");
  const x509::Extension* asked = find_extension(request, asn1::oids::kSubjectAltName);
  if (delivered.alternative_names.empty()) {
    return asked == nullptr ? Status() : mismatch("it asks for subject alternative names");
  }
  PKI_TRY(const ByteVector wanted, x509::encode_general_names(delivered.alternative_names));
  if (asked != nullptr && equal(asked->value, wanted)) return {};
  return mismatch("the subject alternative names are others");
}

tenant::LeafOrder leaf_order(const Delivered& delivered, const x509::Request& request) {
  const ScepProfile& profile = *delivered.profile;
  return {.subject = x509::to_input(request.subject()),
          .alternative_names = delivered.alternative_names,
          .public_key = to_vector(request.public_key().whole),
          .key_usage = key_usage_of(profile),
          .purposes = profile.purposes,
          .validity = profile.validity,
          .user_principal_name = delivered.user == nullptr ? std::string() : delivered.user->user_principal_name,
          .device_id = delivered.device->id,
          .device_name = delivered.device->name,
          .platform = std::string(platform_name(delivered.device->platform)),
          .profile = profile.name};
}

}  // namespace pki::cloudpki::fleet
