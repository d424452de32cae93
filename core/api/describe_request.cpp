#include "api/describe_request.h"

#include "api/describe_extensions.h"
#include "api/describe_finding.h"
#include "api/describe_key.h"
#include "api/describe_name.h"
#include "api/request_fields.h"
#include "api/texts.h"
#include "asn1/oid_registry.h"
#include "asn1/pem.h"
#include "base/encoding.h"

namespace pki::api {
namespace {

using json::Json;
using x509::Request;

Json alternative_names_json(const Request& request) {
  Json list = Json::array();
  if (const auto& names = request.extensions().subject_alt_name) {
    for (const x509::GeneralName& name : names->names) list.push_back(x509::to_text(name));
  }
  return list;
}

Json extensions_json(const Request& request) {
  Json list = Json::array();
  for (const x509::Extension& extension : request.extensions().all) {
    Json out;
    out["oid"] = extension.id.to_dotted();
    out["name"] = asn1::oid_name(extension.id);
    out["label"] = extension_label(extension.id);
    out["critical"] = extension.critical;
    out["text"] = extension_text(request.extensions(), extension);
    list.push_back(std::move(out));
  }
  return list;
}

bool asks_for_ca(const Request& request) {
  const auto& constraints = request.extensions().basic_constraints;
  return constraints && constraints->ca;
}

std::string sentence(const Request& request, const Status& proof) {
  const std::string_view wanted = asks_for_ca(request) ? "a CA certificate" : "a certificate";
  return "Request of " + std::string(wanted) + " for \u00AB" + request_title(request) + "\u00BB (" +
         crypto::public_key_name(request.public_key()) + "); " +
         (proof.ok() ? "the requester has the private key." : "that the requester has the private key is not proved.");
}

}  // namespace

std::string request_title(const Request& request) {
  const auto& names = request.extensions().subject_alt_name;
  return title(request.subject(), names ? &names->names : nullptr, "no name");
}

Json describe_proof(const Status& proof) {
  Json out;
  out["ok"] = proof.ok();
  out["finding"] = proof.ok() ? Json(nullptr) : describe(proof.error());
  return out;
}

Json describe(const Request& request) {
  const Place place(request.der());
  const Status proof = x509::verify_proof_of_possession(request);
  Json out;
  out["kind"] = "csr";
  out["title"] = request_title(request);
  out["sentence"] = sentence(request, proof);
  out["subject"] = describe(request.subject(), place);
  out["key"] = crypto::public_key_name(request.public_key());
  out["signature_algorithm"] = crypto::signature_algorithm_name(request.signature_algorithm(), request.algorithm());
  out["spki_sha256"] = spki_sha256(request.public_key());
  out["san"] = alternative_names_json(request);
  out["ca"] = asks_for_ca(request);
  out["extensions"] = extensions_json(request);
  out["proof_of_possession"] = describe_proof(proof);
  out["sha256"] = to_hex(request.fingerprint());
  out["der"] = to_base64(request.der());
  out["pem"] = asn1::write_pem("CERTIFICATE REQUEST", request.der());
  out["file_stem"] = file_stem(out["title"].get<std::string>(), out["spki_sha256"].get<std::string>());
  out["fields"] = to_json(request_fields(request), request.findings());
  out["findings"] = describe(request.findings());
  return out;
}

}  // namespace pki::api
