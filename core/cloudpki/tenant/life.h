#pragma once
// The life of a CA after it was created: pause, resume, revoke, delete, scope tags. Each refuses as the service does
// and then leaves the tenant as it was.

#include <string>
#include <vector>

#include "cloudpki/tenant/model.h"

namespace pki::cloudpki::tenant {

// Whether each would be done now, without doing it: for buttons, and the reason why one is grey.
Status check_pause(const Tenant& tenant, const Ca& ca);
Status check_resume(const Tenant& tenant, const Ca& ca);
Status check_revoke(const Tenant& tenant, const Ca& ca);
Status check_delete(const Tenant& tenant, const Ca& ca);

// Issuing CAs of both kinds; a root has neither pause nor revoke. Rules: cloudpki.tenant.not_permitted,
// .root_has_no_pause, and those that are named.

/// It issues nothing any more, and goes on to publish. Rule: .not_active.
Status pause_ca(Tenant& tenant, Ca& ca);
/// Rule: .not_paused.
Status resume_ca(Tenant& tenant, Ca& ca);
/// For good: only of a paused CA without active leaves. The root's CRL lists it at once; of a BYOCA a finding says that
/// the private CA has to. Rules: .not_paused, .active_leaves, ca.crl.*, crypto.*.
Result<Findings> revoke_ca(Tenant& tenant, Ca& ca);

/// An issuing CA that was revoked, or that was never signed; a root that has no issuing CA below it. It is gone then,
/// with everything that it published. Rules: .not_permitted, .not_revoked, .root_in_use.
Status delete_ca(Tenant& tenant, std::string_view id);

/// The one thing of a CA that can be edited.
Status set_scope_tags(Tenant& tenant, Ca& ca, std::vector<std::string> tags);

}  // namespace pki::cloudpki::tenant
