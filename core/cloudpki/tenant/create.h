#pragma once
// Creating CAs: root, issuing under a root of the tenant, and BYOCA.

#include <optional>
#include <string>
#include <vector>

#include "cloudpki/tenant/model.h"

namespace pki::cloudpki::tenant {

/// The way by which a CA is asked for. The forms of the admin centre have lists; Graph takes other validity periods.
enum class Via : std::uint8_t { AdminCentre, Graph };

/// What the form holds.
struct CaOrder {
  CaKind kind = CaKind::Root;
  std::string name;
  std::string description = {};
  CaSubject subject;
  std::vector<Purpose> purposes;
  /// Root and issuing; must be left out with BYOCA.
  std::optional<int> validity_years = {};
  /// Root and BYOCA; must be left out with an issuing CA, which goes by its root.
  std::optional<crypto::KeySpec> key = {};
  /// Issuing: the id of the root. Left out it is the only root of the tenant.
  std::string root = {};
  std::vector<std::string> scope_tags = {};
  Via via = Via::AdminCentre;
  /// A key pair that was made before, PKCS#8, since making one takes long; empty: it is made here.
  crypto::SecretBytes made_key = {};
};

/// The key that an order is for; with an issuing CA its root's. Rules: those of the order's root and key.
Result<crypto::KeySpec> key_for(const Tenant& tenant, const CaOrder& order);

/// A CA that was created. It is the last of Tenant::cas.
struct CreatedCa {
  std::string id;
  /// cloudpki.tenant.same_subject, .trial_key, and what issuing found.
  Findings findings;
};

/// Creates the CA at the tenant's clock: with key, certificate and first CRL, or, with BYOCA, with key and request.
/// Refuses as the service does (cloudpki.tenant.*); the tenant is then as before. Other rules: ca.*, x509.name.*,
/// crypto.*.
Result<CreatedCa> create_ca(Tenant& tenant, CaOrder order);

/// The key pair that was handed in (PKCS#8), which must be RSA of that size, or, where it is empty, a new one. Rules:
/// cloudpki.tenant.key_mismatch, crypto.*.
Result<crypto::PrivateKey> key_of_size(crypto::SecretBytes made, crypto::KeySpec wanted);

/// The subject in the order in which the service writes it: C, ST, L, OU, O, CN.
x509::NameInput subject_name(const CaSubject& subject);

/// Signs the certificate of an issuing CA's version with its root's key, for the years of the CA, but no longer than
/// the root. Rules: ca.*, crypto.*.
Result<x509::CertificatePtr> sign_issuing_ca(const Tenant& tenant, const Ca& ca, const CaVersion& version);

/// The request of a BYOCA version, DER. Rules: ca.*, crypto.*.
Result<ByteVector> make_byoca_request(const Ca& ca, const crypto::PrivateKey& key);

}  // namespace pki::cloudpki::tenant
