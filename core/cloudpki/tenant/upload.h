#pragma once
// Uploading what a private CA made of a BYOCA request.

#include <vector>

#include "cloudpki/byoca/desk.h"
#include "cloudpki/tenant/model.h"

namespace pki::cloudpki::tenant {

/// The two boxes of the upload page.
struct UploadInput {
  /// What is in the box for the signed certificate: exactly one certificate, and not as PKCS#7.
  std::vector<byoca::DroppedCertificate> signed_certificate;
  std::vector<byoca::DroppedCertificate> chain;
};

/// The request that waits for a signature: that of the first version, or of a renewed one. Its name is the CA's, as in
/// "Contoso BYOCA.req". Logged. Rules: cloudpki.tenant.not_byoca, .nothing_to_sign.
Result<ByteVector> download_request(Tenant& tenant, Ca& ca);

/// What came of an upload: what the desk was given, and its report.
struct Uploaded {
  byoca::DeskInput input;
  byoca::DeskReport report;
  /// cloudpki.tenant.upload_refused, with the first failure's words; nothing where it was accepted.
  std::optional<Finding> refusal = {};
  /// The version that now has its certificate.
  std::uint32_t version = 0;
};

/// Judges the upload as the BYOCA desk does, and accepts it where no check fails: the CA becomes active, a renewed
/// version staged, and its first CRL is published. When renewing, the chain may be left out: then that of the active
/// version counts. What Intune checks is not published; that a chain must hold is. Rules:
/// cloudpki.tenant.not_permitted, .not_byoca, .nothing_to_sign, .signed_box_kind; ca.crl.*, crypto.*.
Result<Uploaded> upload_signed(Tenant& tenant, Ca& ca, UploadInput input);

}  // namespace pki::cloudpki::tenant
