#pragma once
// What each extension says, as one line and as fields: one overload for each type of x509/extensions/.

#include "api/field.h"
#include "x509/extensions/crl.h"
#include "x509/extensions/crl_entry.h"
#include "x509/known_extensions.h"

namespace pki::api {

/// An extension's value: as one line, and in full.
struct Shown {
  std::string text;
  FieldList fields;
};

// show_usage.cpp
Shown show(const x509::AuthorityKeyIdentifier& value, const Place& place);
Shown show(const x509::SubjectKeyIdentifier& value, const Place& place);
Shown show(const x509::KeyUsage& value, const Place& place);
Shown show(const x509::BasicConstraints& value, const Place& place);
Shown show(const x509::ExtendedKeyUsage& value, const Place& place);
Shown show(const x509::MsApplicationPolicies& value, const Place& place);
// show_names.cpp
Shown show(const x509::AlternativeNames& value, const Place& place);
Shown show(const x509::NameConstraints& value, const Place& place);
Shown show(const x509::SubjectDirectoryAttributes& value, const Place& place);
// show_policies.cpp
Shown show(const x509::CertificatePolicies& value, const Place& place);
Shown show(const x509::PolicyMappings& value, const Place& place);
Shown show(const x509::PolicyConstraints& value, const Place& place);
Shown show(const x509::InhibitAnyPolicy& value, const Place& place);
// show_locations.cpp
Shown show(const x509::DistributionPoints& value, const Place& place);
Shown show(const x509::AccessInfo& value, const Place& place);
Shown show(const x509::IssuingDistributionPoint& value, const Place& place);
// show_crl.cpp
Shown show(const x509::CrlNumber& value, const Place& place);
Shown show(const x509::CrlReason& value, const Place& place);
Shown show(const x509::InvalidityDate& value, const Place& place);
Shown show(const x509::HoldInstruction& value, const Place& place);
Shown show(const x509::CertificateIssuer& value, const Place& place);
// show_other.cpp
Shown show(const x509::TlsFeature& value, const Place& place);
Shown show(const x509::OcspNoCheck& value, const Place& place);
Shown show(const x509::MsTemplateName& value, const Place& place);
Shown show(const x509::MsTemplate& value, const Place& place);
Shown show(const x509::MsCaVersion& value, const Place& place);
Shown show(const x509::MsSecurityIdentifier& value, const Place& place);

}  // namespace pki::api
