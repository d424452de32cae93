#include "api/tenant/private_pki_answer.h"

#include "api/describe_certificate.h"
#include "api/tenant/private_pki_json.h"
#include "base/encoding.h"
#include "base/text.h"

namespace pki::api {
namespace {

namespace private_pki = cloudpki::private_pki;
using json::Json;

Json entries_of(const std::vector<repository::Entry>& entries) {
  Json list = Json::array();
  for (const repository::Entry& entry : entries) {
    Json line;
    line["url"] = entry.url;
    line["data"] = to_base64(entry.data);
    list.push_back(std::move(line));
  }
  return list;
}

}  // namespace

Result<Json> private_pki_answer(const private_pki::PrivatePki& pki, Time now) {
  Json cas = Json::array();
  for (std::size_t i = 0; i < pki.cas.size(); ++i) {
    const private_pki::PrivateCa& ca = pki.cas[i];
    Json line;
    line["name"] = printable(ca.name);
    line["role"] = certificate_role(*ca.certificate);
    line["sentence"] = certificate_sentence(*ca.certificate, now);
    line["certificate_url"] = private_pki::certificate_url(pki, i);
    line["crl_url"] = private_pki::crl_url(pki, i);
    line["revoked"] = ca.revoked.size();
    line["der"] = to_base64(ca.certificate->der());
    cas.push_back(std::move(line));
  }
  PKI_TRY(const std::vector<repository::Entry> entries, private_pki::publish(pki, now));
  Json view;
  view["name"] = printable(pki.name);
  view["cas"] = std::move(cas);
  view["repository"] = entries_of(entries);
  Json out;
  out["private_pki"] = write_private_pki(pki);
  out["view"] = std::move(view);
  return out;
}

}  // namespace pki::api
