#pragma once
// The rows of each relying party, in profiles_<kin>.cpp.

#include "relying/profile.h"

namespace pki::relying::profiles {

RelyingParty rfc5280();
RelyingParty openssl();
RelyingParty openssl_strict();
RelyingParty gnutls();
RelyingParty mbedtls();
RelyingParty go();
RelyingParty java();
RelyingParty nodejs();
RelyingParty windows();
RelyingParty apple();
RelyingParty android();
RelyingParty chrome();
RelyingParty firefox();
RelyingParty nps();
RelyingParty freeradius();
RelyingParty nginx();
RelyingParty apache();
RelyingParty entra_cba();

}  // namespace pki::relying::profiles
