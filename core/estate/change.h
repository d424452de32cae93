#pragma once
// Changes to an estate: what a person does to one store, route or setting, and the what-ifs.

#include <string>

#include "base/result.h"
#include "cloudpki/tenant/model.h"
#include "estate/model.h"

namespace pki::estate {

/// What is changed. `holder` is the id of a device or a service.
///   Remove           certificate from the holder's stores (of a device also one of its own)
///   AddRoot          certificate to the holder's trusted roots
///   AddIntermediate  certificate to the holder's intermediate CAs
///   AddNtAuth        certificate to the NTAuth store that the service asks
///   RemoveNtAuth     certificate from it
///   OpenAia, CutAia, OpenCrl, CutCrl  the holder's routes
///   SetDepth         how many intermediate CAs the service takes: `number`
///   Revocation       the service's demand: `word` (revocation_demand_name)
///   Supply           where the service has its CRLs from: `word` (crl_supply_name)
///   Accounts         how the service finds accounts: `word` (accounts_name)
///   Sending          what the device sends: `word` (sending_name)
///   RenewServer      a new certificate for the service
///   SendLeafAlone    the service sends its own certificate only
///   LapseCrl         the CRL at `word` (a URL) is published no more, and ran out yesterday
///   RestoreCrl       it is published again
enum class ChangeKind : std::uint8_t {
  Remove,
  AddRoot,
  AddIntermediate,
  AddNtAuth,
  RemoveNtAuth,
  OpenAia,
  CutAia,
  OpenCrl,
  CutCrl,
  SetDepth,
  Revocation,
  Supply,
  Accounts,
  Sending,
  RenewServer,
  SendLeafAlone,
  LapseCrl,
  RestoreCrl,
};

struct Change {
  ChangeKind kind = ChangeKind::Remove;
  std::string holder = {};
  /// Null where the kind needs none.
  x509::CertificatePtr certificate = {};
  std::string word = {};
  std::uint32_t number = 0;
};

/// "remove", "add-root" ...: stable and unique.
std::string_view change_kind_name(ChangeKind kind);
/// All names, in the order of ChangeKind.
std::span<const std::string_view> change_kind_names();

/// Changes the estate. Fails, and leaves it as it was, where there is no such holder, certificate or URL
/// (estate.no_such, estate.not_held), or as renew_server and issuing a CRL do.
Status apply(const cloudpki::tenant::Tenant& tenant, Estate& estate, const Change& change);

/// The change as a sentence without the full stop: "Put «Contoso Root CA» among the trusted roots of NPS".
std::string sentence_of(const cloudpki::tenant::Tenant& tenant, const Estate& estate, const Change& change);

}  // namespace pki::estate
