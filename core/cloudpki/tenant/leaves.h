#pragma once
// The certificates of devices: issuing and revoking them. What a SCEP profile asks for, and whether it may, is decided
// in cloudpki/devices/; here the CA only looks at itself.

#include <string>
#include <string_view>
#include <vector>

#include "ca/profile.h"
#include "cloudpki/tenant/model.h"
#include "x509/extensions/key_usage.h"
#include "x509/general_name.h"

namespace pki::cloudpki::tenant {

/// What shall be in the certificate, and whose it is.
struct LeafOrder {
  x509::NameInput subject;
  std::vector<x509::GeneralNameInput> alternative_names = {};
  /// DER of the SubjectPublicKeyInfo.
  ByteVector public_key;
  x509::KeyUsage key_usage;
  std::vector<asn1::OwnedOid> purposes;
  ca::CalendarSpan validity = {.years = 1};
  std::string user_principal_name = {};
  std::string device_id = {};
  std::string device_name = {};
  std::string platform = {};
  std::string profile = {};
};

/// Whether this version issues now: an active one of an active CA, or a staged one that has issued fewer than 50.
/// Rules: cloudpki.tenant.root_does_not_issue, .does_not_issue, .staged_full.
Status check_issues(const Tenant& tenant, const Ca& ca, const CaVersion& version);

/// Issues a certificate, valid from ten minutes before the clock; the last of Tenant::leaves. Rules: those of
/// check_issues, ca.*, crypto.*.
Result<x509::CertificatePtr> issue_leaf(Tenant& tenant, const Ca& ca, const CaVersion& version, LeafOrder order);

/// Revokes a certificate, and publishes the CRL at once. Finding: cloudpki.tenant.cached_crl. Rules: .not_permitted,
/// .no_such_leaf, .already_revoked, .leaf_expired, ca.crl.*, crypto.*.
Result<Findings> revoke_leaf(Tenant& tenant, Ca& ca, std::string_view serial_hex);

/// Revokes everything that is active of the CA, as the documented script does; returns how many. Each version's CRL is
/// published once. Rules: .not_permitted, ca.crl.*, crypto.*.
Result<std::size_t> revoke_all_leaves(Tenant& tenant, Ca& ca);

/// The list of a CA's certificates as the admin centre shows it.
struct LeafList {
  /// The newest 1,000 of those that fit, newest first. Aliases the tenant.
  std::vector<const Leaf*> shown;
  /// How many fit.
  std::size_t found = 0;
};
/// Those whose subject, user, device, profile or serial number holds `search`, in any case of letters; empty: all.
LeafList list_leaves(const Tenant& tenant, const Ca& ca, std::string_view search);

}  // namespace pki::cloudpki::tenant
