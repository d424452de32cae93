#include "crypto/curves.h"

#include <array>

#include "asn1/oids.h"

namespace pki::crypto {
namespace {

constexpr std::array<CurveInfo, 4> kCurves = {{
    {Curve::P256, "P-256", asn1::oids::kSecp256r1, 256},
    {Curve::P384, "P-384", asn1::oids::kSecp384r1, 384},
    {Curve::P521, "P-521", asn1::oids::kSecp521r1, 521},
    {Curve::Secp256k1, "secp256k1", asn1::oids::kSecp256k1, 256},
}};

}  // namespace

const CurveInfo* find_curve(Curve curve) {
  for (const CurveInfo& info : kCurves) {
    if (info.curve == curve) return &info;
  }
  return nullptr;
}

const CurveInfo* find_curve(asn1::Oid oid) {
  for (const CurveInfo& info : kCurves) {
    if (info.oid == oid) return &info;
  }
  return nullptr;
}

std::string_view curve_name(Curve curve) {
  const CurveInfo* info = find_curve(curve);
  return info == nullptr ? std::string_view("unknown curve") : info->name;
}

}  // namespace pki::crypto
