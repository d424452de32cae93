#pragma once
// RFC 5280 6.1.4 (d) to (f) for the search: a key without parameters (DSA) takes those of the key that certified it,
// so what it signed cannot be checked with the key alone.

#include <vector>

#include "crypto/public_key.h"
#include "path/issuer_graph.h"

namespace pki::path {

/// The key of `entity`, which lacks parameters, with those of each key that may have certified it by names, directly or
/// through further keys without parameters; none where there is no such key. Each set of parameters comes once. The
/// keys are views into the graph's certificates. Work: n log n in the size of the graph at most.
std::vector<crypto::PublicKey> keys_with_inherited_parameters(const IssuerGraph& graph, EntityIndex entity);

}  // namespace pki::path
