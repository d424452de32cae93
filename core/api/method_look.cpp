// asn1.tree, name.parse: octets and names, without judging.

#include "api/describe_finding.h"
#include "api/describe_name.h"
#include "api/method.h"
#include "api/params.h"
#include "api/sources.h"
#include "asn1/tree.h"
#include "base/encoding.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;

Json describe(const asn1::TreeNode& node) {
  Json out;
  out["tag"] = asn1::tag_name(node.tag);
  out["depth"] = node.depth;
  out["parent"] = node.parent;
  out["range"] = range_json(node.whole);
  out["value_range"] = range_json(node.value);
  out["text"] = node.text;
  out["encapsulates"] = node.encapsulates;
  if (node.indefinite) out["indefinite"] = true;
  return out;
}

Result<Json> show_tree(ObjectReader& params) {
  PKI_TRY(const Value value, params.required("source"));
  PKI_TRY(const ByteVector der, read_der(value));
  const asn1::Tree tree = asn1::read_tree(der);
  Json nodes = Json::array();
  for (const asn1::TreeNode& node : tree.nodes) nodes.push_back(describe(node));
  Json out;
  out["der"] = to_base64(der);
  out["nodes"] = std::move(nodes);
  out["findings"] = api::describe(tree.findings);
  return out;
}

Result<Json> parse_name(ObjectReader& params) {
  PKI_TRY(const Value value, params.required("text"));
  PKI_TRY(const x509::NameInput input, read_subject(value));
  PKI_TRY(const ByteVector der, x509::encode_name(input));
  asn1::Context context(der);
  PKI_TRY(const x509::Name name, x509::read_name(der, context));
  Json out;
  out["name"] = api::describe(name, Place(der));
  out["der"] = to_base64(der);
  return out;
}

constexpr ParamRow kTreeRows[] = {{"source", "Source", Presence::Required, "Any object in PEM, DER, base64 or hex"}};
constexpr ParamRow kNameRows[] = {{"text", "Subject", Presence::Required, "The name"}};

constexpr std::span<const ParamRow> kTreeParams[] = {kTreeRows};
constexpr std::span<const ParamRow> kNameParams[] = {kNameRows};

constexpr Method kMethods[] = {
    {"asn1.tree", "Lists the ASN.1 elements of any object with their places, for a view of its octets", kTreeParams,
     show_tree},
    {"name.parse", "Reads a name as people write it, and shows how it is encoded", kNameParams, parse_name},
};

}  // namespace

std::span<const Method> look_methods() { return kMethods; }

}  // namespace pki::api
