// estate.pack: the files with which an estate is built in reality.

#include "api/estate/estate_json.h"
#include "api/method.h"
#include "api/tenant/members.h"
#include "api/tenant/tenant_answer.h"
#include "base/encoding.h"
#include "estate/pack/pack.h"

namespace pki::api {
namespace {

using estate::FileKind;
using json::ObjectReader;
using json::Value;

/// {path, kind} with `text`, with `base64`, or a private key's PEM in `private_key`, where the page's vault finds it.
Json describe(const estate::PackFile& file) {
  Json line;
  line["path"] = file.path;
  line["kind"] = estate::file_kind_name(file.kind);
  if (!estate::is_text(file.kind)) {
    line["base64"] = to_base64(file.octets.view());
  } else {
    line[file.kind == FileKind::PrivateKey ? "private_key" : "text"] = as_text(file.octets.view());
  }
  return line;
}

Result<Json> make_pack(ObjectReader& params) {
  PKI_TRY(const cloudpki::tenant::Tenant tenant, take_tenant(params));
  PKI_TRY(const Value value, params.required("estate"));
  PKI_TRY(const estate::Estate packed, read_estate(value));
  estate::PackOptions options;
  PKI_TRY(std::string directory, optional_text(params, "directory"));
  if (!directory.empty()) options.directory = std::move(directory);
  bool with_keys = false;
  PKI_CHECK(read_flag(params, "with_keys", with_keys));
  if (with_keys) options.keys = estate::PackOptions::Keys::Include;
  PKI_TRY(const estate::Pack pack, estate::make_pack(tenant, packed, options));
  Json files = Json::array();
  for (const estate::PackFile& file : pack.files) files.push_back(describe(file));
  Json out;
  out["at"] = to_iso8601(tenant.clock);
  out["files"] = std::move(files);
  return out;
}

constexpr ParamRow kPackRows[] = {
    {"estate", "Estate", Presence::Required, "The estate, as the request before gave it back"},
    {"directory", "text", Presence::Optional,
     "The folder in which the files of a service lie on its machine; /etc/pki-workbench otherwise"},
    {"with_keys", "true/false", Presence::Optional, "Whether the private keys of the services are in it"},
};
constexpr std::span<const ParamRow> kPackParams[] = {kTenantRow, kPackRows};

constexpr Method kMethods[] = {
    {"estate.pack",
     "Writes the deploy pack: certificates, CRLs, scripts, profiles and settings for every device platform and service "
     "of an estate, as it stands",
     kPackParams, make_pack},
};

}  // namespace

std::span<const Method> estate_pack_methods() { return kMethods; }

}  // namespace pki::api
