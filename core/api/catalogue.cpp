#include "api/catalogue.h"

#include "api/rules.h"
#include "asn1/rules.h"
#include "ca/rules.h"
#include "cloudpki/fleet/rules.h"
#include "cloudpki/private_pki/rules.h"
#include "cloudpki/rules.h"
#include "cloudpki/tenant/rules.h"
#include "cms/rules.h"
#include "crypto/rules.h"
#include "estate/rules.h"
#include "formats/rules.h"
#include "json/rules.h"
#include "path/rules.h"
#include "pile/rules.h"
#include "repository/rules.h"
#include "scep/rules.h"
#include "tls/rules.h"
#include "x509/rules.h"

namespace pki::api {
namespace {

using Group = RuleList (*)();
constexpr Group kGroups[] = {asn1::asn1_rules,
                             crypto::crypto_rules,
                             x509::x509_rules,
                             cms::cms_rules,
                             formats::formats_rules,
                             scep::scep_rules,
                             tls::tls_rules,
                             path::path_rules,
                             repository::repository_rules,
                             pile::pile_rules,
                             ca::ca_rules,
                             cloudpki::cloudpki_rules,
                             cloudpki::tenant::tenant_rules,
                             cloudpki::fleet::fleet_rules,
                             cloudpki::private_pki::private_pki_rules,
                             estate::estate_rules,
                             json::json_rules,
                             api_rules};

std::vector<const Rule*> all_rules() {
  std::vector<const Rule*> all;
  for (const Group group : kGroups) all.insert(all.end(), group().begin(), group().end());
  return all;
}

}  // namespace

const std::vector<const Rule*>& rule_catalogue() {
  static const std::vector<const Rule*> kRules = all_rules();
  return kRules;
}

}  // namespace pki::api
