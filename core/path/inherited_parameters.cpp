#include "path/inherited_parameters.h"

#include <set>

namespace pki::path {

std::vector<crypto::PublicKey> keys_with_inherited_parameters(const IssuerGraph& graph, EntityIndex entity) {
  const crypto::PublicKey& key = *graph.entities()[entity].key;
  std::vector<crypto::PublicKey> keys;
  std::set<std::string_view> parameters;
  std::set<NameIndex> seen;
  std::vector<EntityIndex> open = {entity};
  while (!open.empty()) {
    const Entity& below = graph.entities()[open.back()];
    open.pop_back();
    for (const CertificateIndex certificate : below.certificates) {
      const NameIndex name = graph.certificates()[certificate].issuer_name;
      if (name == kNone || !seen.insert(name).second) continue;
      for (const EntityIndex issuer : graph.entities_named(name)) {
        const crypto::PublicKey& issuer_key = *graph.entities()[issuer].key;
        if (issuer_key.kind != crypto::KeyKind::Dsa) continue;
        if (issuer_key.lacks_parameters()) {
          open.push_back(issuer);
        } else if (parameters.insert(as_text(issuer_key.dsa_parameters->whole)).second) {
          keys.push_back(crypto::inherit_parameters(key, issuer_key));
        }
      }
    }
  }
  return keys;
}

}  // namespace pki::path
