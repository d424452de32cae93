#pragma once
// The tables that make up the registry, by subject. Only oid_registry.cpp reads them.

#include <span>

#include "asn1/oid_registry.h"

namespace pki::asn1::registry {

std::span<const OidInfo> attribute_types();
std::span<const OidInfo> extensions();
std::span<const OidInfo> key_purposes();
std::span<const OidInfo> algorithms();
std::span<const OidInfo> policies();
std::span<const OidInfo> messages();

}  // namespace pki::asn1::registry
