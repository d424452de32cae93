#include "crypto/ec_key.h"

#include <mbedtls/ecp.h>
#include <psa/crypto.h>

namespace pki::crypto {
namespace {

psa_ecc_family_t family(Curve curve) {
  return curve == Curve::Secp256k1 ? PSA_ECC_FAMILY_SECP_K1 : PSA_ECC_FAMILY_SECP_R1;
}

mbedtls_ecp_group_id group_id(Curve curve) {
  switch (curve) {
    case Curve::P256:
      return MBEDTLS_ECP_DP_SECP256R1;
    case Curve::P384:
      return MBEDTLS_ECP_DP_SECP384R1;
    case Curve::P521:
      return MBEDTLS_ECP_DP_SECP521R1;
    case Curve::Secp256k1:
      return MBEDTLS_ECP_DP_SECP256K1;
    case Curve::Unknown:
      break;
  }
  return MBEDTLS_ECP_DP_NONE;
}

psa_key_attributes_t public_attributes(const CurveInfo& curve) {
  psa_key_attributes_t key = PSA_KEY_ATTRIBUTES_INIT;
  psa_set_key_bits(&key, curve.bits);
  psa_set_key_type(&key, PSA_KEY_TYPE_ECC_PUBLIC_KEY(family(curve.curve)));
  psa_set_key_usage_flags(&key, PSA_KEY_USAGE_VERIFY_HASH);
  psa_set_key_algorithm(&key, PSA_ALG_ECDSA(PSA_ALG_ANY_HASH));
  return key;
}

psa_key_attributes_t private_attributes(const CurveInfo& curve) {
  psa_key_attributes_t key = PSA_KEY_ATTRIBUTES_INIT;
  psa_set_key_bits(&key, curve.bits);
  psa_set_key_type(&key, PSA_KEY_TYPE_ECC_KEY_PAIR(family(curve.curve)));
  psa_set_key_usage_flags(&key, PSA_KEY_USAGE_SIGN_HASH | PSA_KEY_USAGE_EXPORT);
  psa_set_key_algorithm(&key, PSA_ALG_DETERMINISTIC_ECDSA(PSA_ALG_ANY_HASH));
  return key;
}

std::optional<EngineKey> import_key(const psa_key_attributes_t& attributes, Bytes octets) {
  start_engine();
  psa_key_id_t id = PSA_KEY_ID_NULL;
  if (psa_import_key(&attributes, octets.data(), octets.size(), &id) != PSA_SUCCESS) {
    return std::nullopt;
  }
  return EngineKey(id);
}

struct Group {
  Group() {
    mbedtls_ecp_group_init(&group);
    mbedtls_ecp_point_init(&point);
  }
  ~Group() {
    mbedtls_ecp_point_free(&point);
    mbedtls_ecp_group_free(&group);
  }
  Group(const Group&) = delete;
  Group& operator=(const Group&) = delete;

  mbedtls_ecp_group group;
  mbedtls_ecp_point point;
};

}  // namespace

std::optional<EngineKey> import_ec_public(const CurveInfo& curve, Bytes point) {
  return import_key(public_attributes(curve), point);
}

std::optional<EngineKey> import_ec_private(const CurveInfo& curve, Bytes scalar) {
  return import_key(private_attributes(curve), scalar);
}

std::optional<EngineKey> generate_ec_private(const CurveInfo& curve) {
  start_engine();
  const psa_key_attributes_t attributes = private_attributes(curve);
  psa_key_id_t id = PSA_KEY_ID_NULL;
  if (psa_generate_key(&attributes, &id) != PSA_SUCCESS) return std::nullopt;
  return EngineKey(id);
}

std::optional<ByteVector> uncompressed_point(const CurveInfo& curve, Bytes point) {
  if (!point.empty() && point[0] == 0x04) return to_vector(point);
  Group on;
  ByteVector out(1 + 2 * curve.octets());
  std::size_t size = 0;
  const bool done = mbedtls_ecp_group_load(&on.group, group_id(curve.curve)) == 0 &&
                    mbedtls_ecp_point_read_binary(&on.group, &on.point, point.data(), point.size()) == 0 &&
                    mbedtls_ecp_check_pubkey(&on.group, &on.point) == 0 &&
                    mbedtls_ecp_point_write_binary(&on.group, &on.point, MBEDTLS_ECP_PF_UNCOMPRESSED, &size, out.data(),
                                                   out.size()) == 0 &&
                    size == out.size();
  if (!done) return std::nullopt;
  return out;
}

}  // namespace pki::crypto
