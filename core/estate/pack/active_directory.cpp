// What all members of the Active Directory domain are given alike.

#include <algorithm>

#include "estate/pack/quote.h"
#include "estate/pack/windows_scripts.h"
#include "estate/pack/writer.h"

namespace pki::estate::pack {
namespace {

using x509::CertificatePtr;

/// What each service of the domain has in a store. Publishing gives it to all of them, so what one of them lacks in the
/// estate is not published, but left to the scripts of the others.
class Common {
 public:
  void meet(const std::vector<CertificatePtr>& held) {
    if (!begun_) {
      list_ = held;
      begun_ = true;
      return;
    }
    std::erase_if(list_, [&](const CertificatePtr& mine) {
      return std::none_of(held.begin(), held.end(),
                          [&](const CertificatePtr& each) { return equal(each->fingerprint(), mine->fingerprint()); });
    });
  }
  const std::vector<CertificatePtr>& list() const { return list_; }

 private:
  std::vector<CertificatePtr> list_;
  bool begun_ = false;
};

struct Published {
  Common roots;
  Common intermediates;
  Common nt_auth;
};

Published published_by(const Stock& stock) {
  Published all;
  for (const Service& service : stock.estate.services) {
    if (service.membership != Service::Membership::Domain) continue;
    all.roots.meet(service.store.roots);
    all.intermediates.meet(service.store.intermediates);
    all.nt_auth.meet(service.nt_auth);
  }
  return all;
}

void add_steps(const Stock& stock, Lines& lines, const std::vector<CertificatePtr>& certificates,
               std::string_view folder) {
  if (certificates.empty()) return;
  lines.add("* **" + std::string(folder) + "**:");
  for (const CertificatePtr& each : certificates) {
    const PackedCertificate& packed = stock.packed(*each);
    lines.add("  * " + markdown_text(packed.title) + ", `certificates/" + packed.file + "`");
  }
}

}  // namespace

void add_active_directory(const Stock& stock, PackWriter& to) {
  const Published all = published_by(stock);
  if (all.roots.list().empty() && all.intermediates.list().empty() && all.nt_auth.list().empty()) return;
  Lines batch(LineEnd::CrLf);
  batch.add("@echo off");
  batch.add(
      "rem Publishes CA certificates to the forest, for all its members. Run it as a member of Enterprise Admins.");
  batch.add("setlocal DisableDelayedExpansion");
  batch.add("set \"certificates=%~dp0..\\certificates\"");
  for (const CertificatePtr& each : all.roots.list())
    add_certutil(batch, stock.packed(*each), "-dspublish -f", "RootCA");
  for (const CertificatePtr& each : all.intermediates.list()) {
    add_certutil(batch, stock.packed(*each), "-dspublish -f", "SubCA");
  }
  for (const CertificatePtr& each : all.nt_auth.list()) {
    add_certutil(batch, stock.packed(*each), "-dspublish -f", "NTAuthCA");
  }
  batch.add("echo Members take it over with the next group policy update: gpupdate /force");
  to.add("active-directory/publish.cmd", FileKind::Script, batch);

  Lines lines;
  lines.add("# Active Directory");
  lines.add();
  lines.add(
      "Either run `publish.cmd` as a member of Enterprise Admins, or spread the same by a group policy. Both give to");
  lines.add(
      "every member of the domain; so only what every service of the domain holds in the estate is here. The rest");
  lines.add("is in `services/`.");
  lines.add();
  lines.add("## Group policy");
  lines.add();
  lines.add("1. Open Group Policy Management, and make or edit a policy that is linked to the computers.");
  lines.add("2. Go to Computer Configuration, Policies, Windows Settings, Security Settings, Public Key Policies.");
  lines.add("3. Import, by the menu of each folder:");
  lines.add();
  add_steps(stock, lines, all.roots.list(), "Trusted Root Certification Authorities");
  add_steps(stock, lines, all.intermediates.list(), "Intermediate Certification Authorities");
  lines.add();
  lines.add("4. `gpupdate /force` on a member, then look: `certutil -store Root`, `certutil -store CA`.");
  if (!all.nt_auth.list().empty()) {
    lines.add();
    lines.add("## NTAuth");
    lines.add();
    lines.add(
        "A group policy does not reach the NTAuth store, which says whose certificates may log on: `publish.cmd`");
    lines.add("does, with `certutil -dspublish -f ... NTAuthCA`. Look with `certutil -store -enterprise NTAuth`.");
    lines.add();
    for (const CertificatePtr& each : all.nt_auth.list()) lines.add("* " + markdown_text(stock.packed(*each).title));
  }
  to.add("active-directory/group-policy.md", FileKind::Document, lines);
}

}  // namespace pki::estate::pack
