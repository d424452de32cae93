#include "ca/request_match.h"

#include <map>
#include <set>

#include "asn1/oid_registry.h"
#include "asn1/oids.h"
#include "ca/extension_merge.h"
#include "ca/rules.h"

namespace pki::ca {

using x509::Certificate;
using x509::Extension;
using x509::KeyUsageBit;
namespace oids = asn1::oids;

namespace {

// The same key, however its point or its parameters are written.
bool same_key(const crypto::PublicKey& a, const crypto::PublicKey& b) {
  if (equal(a.whole, b.whole)) return true;
  if (a.kind != b.kind || a.kind == crypto::KeyKind::Unknown) return false;
  if (a.kind == crypto::KeyKind::Rsa) {
    return equal(a.modulus, b.modulus) && equal(a.exponent, b.exponent);
  }
  return a.curve != crypto::Curve::Unknown && a.curve == b.curve && equal(a.key_bits, b.key_bits);
}

class Matcher {
 public:
  explicit Matcher(const Certificate& certificate) : certificate_(certificate) {
    // Of duplicates the first counts.
    for (const Extension& extension : certificate.extensions().all) by_id_.emplace(extension.id, &extension);
  }

  void match_key(const crypto::PublicKey& key) {
    if (!same_key(key, certificate_.public_key())) add(rules::kMatchKey, certificate_.public_key().whole, {});
  }

  void match_subject(const x509::Name& requested) {
    const Bytes found = certificate_.subject().der();
    if (equal(requested.der(), found)) return;
    if (x509::names_match(requested, certificate_.subject())) {
      add(rules::kMatchSubjectEncoding, found, {});
      return;
    }
    add(rules::kMatchSubject, found,
        {{"requested", x509::to_rfc4514(requested)}, {"found", x509::to_rfc4514(certificate_.subject())}});
  }

  void match_ca() {
    const auto& constraints = certificate_.extensions().basic_constraints;
    if (!constraints || !constraints->ca) {
      std::string_view reason = "its basic constraints say so";
      if (constraints.malformed()) reason = "its basic constraints cannot be read";
      if (!constraints.present()) reason = "it has no basic constraints";
      add(rules::kMatchNotCa, place(oids::kBasicConstraints), {{"reason", std::string(reason)}});
    }
    const auto& usage = certificate_.extensions().key_usage;
    if (!usage.present()) return;
    const auto has = [&](KeyUsageBit bit) { return usage && usage->has(bit); };
    if (!has(KeyUsageBit::KeyCertSign)) add(rules::kMatchKeyUsage, place(oids::kKeyUsage), {});
    if (!has(KeyUsageBit::CrlSign)) add(rules::kMatchCrlSign, place(oids::kKeyUsage), {});
  }

  void match_extensions(const x509::Request& request) {
    std::set<asn1::Oid> requested;
    for (const Extension& extension : request.extensions().all) {
      if (requested.insert(extension.id).second) match_extension(extension);
    }
    for (const Extension& extension : certificate_.extensions().all) {
      if (requested.insert(extension.id).second) {
        add(rules::kMatchExtensionAdded, extension.whole, {name(extension.id)});
      }
    }
    match_purposes(request);
  }

  Findings take() { return std::move(findings_); }

 private:
  void match_extension(const Extension& requested) {
    const Extension* found = find(requested.id);
    // The authority key identifier is the issuer's to say.
    if (requested.id == oids::kAuthorityKeyIdentifier) return;
    if (found == nullptr) {
      add(rules::kMatchExtensionLost, {}, {name(requested.id)});
      return;
    }
    if (!same_meaning(requested.id, requested.value, found->value)) {
      add(rules::kMatchExtensionChanged, found->whole, {name(requested.id)});
    }
    if (requested.critical != found->critical) {
      const auto word = [](bool critical) { return critical ? "critical" : "not critical"; };
      add(rules::kMatchCriticalChanged, found->whole,
          {name(requested.id), {"found", word(found->critical)}, {"requested", word(requested.critical)}});
    }
  }

  // A list that is missing allows everything; one that lacks a purpose does not.
  void match_purposes(const x509::Request& request) {
    const auto& asked = request.extensions().extended_key_usage;
    const auto& found = certificate_.extensions().extended_key_usage;
    if (!asked || !found || found->has(oids::kAnyExtendedKeyUsage)) return;
    std::string lacking;
    const std::set<asn1::Oid> kept(found->purposes.begin(), found->purposes.end());
    for (const asn1::Oid purpose : asked->purposes) {
      if (kept.contains(purpose)) continue;
      if (!lacking.empty()) lacking += ", ";
      lacking += asn1::oid_name_and_dotted(purpose);
    }
    if (lacking.empty()) return;
    add(rules::kMatchPurposes, found.extension->whole, {{"purposes", std::move(lacking)}});
  }

  const Extension* find(asn1::Oid id) const {
    const auto found = by_id_.find(id);
    return found != by_id_.end() ? found->second : nullptr;
  }

  static Param name(asn1::Oid id) { return {"extension", asn1::oid_name_and_dotted(id)}; }

  Bytes place(asn1::Oid id) const {
    const Extension* found = find(id);
    return found != nullptr ? found->whole : Bytes{};
  }

  void add(const Rule& rule, Bytes where, std::vector<Param> params) {
    Finding finding{&rule, {}, std::move(params)};
    if (!where.empty()) finding.where.range = certificate_.range(where);
    findings_.push_back(std::move(finding));
  }

  const Certificate& certificate_;
  std::map<asn1::Oid, const Extension*> by_id_;
  Findings findings_;
};

}  // namespace

Findings match_request(const x509::Request& request, const Certificate& certificate, Expected expected) {
  Matcher matcher(certificate);
  matcher.match_key(request.public_key());
  matcher.match_subject(request.subject());
  const auto& asked = request.extensions().basic_constraints;
  if (expected == Expected::Ca || (asked && asked->ca)) matcher.match_ca();
  matcher.match_extensions(request);
  return matcher.take();
}

Findings match_key(const crypto::PublicKey& key, const Certificate& certificate, Expected expected) {
  Matcher matcher(certificate);
  matcher.match_key(key);
  if (expected == Expected::Ca) matcher.match_ca();
  return matcher.take();
}

}  // namespace pki::ca
