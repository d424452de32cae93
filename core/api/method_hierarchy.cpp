// hierarchy, bundle.write: piles of certificates.

#include "api/describe_certificate.h"
#include "api/describe_finding.h"
#include "api/hierarchy.h"
#include "api/method.h"
#include "api/params.h"
#include "api/rules.h"
#include "api/sources.h"
#include "api/texts.h"
#include "asn1/pem.h"
#include "base/encoding.h"
#include "cms/certificates_only.h"

namespace pki::api {
namespace {

using json::Choice;
using json::ObjectReader;
using json::Value;
using x509::CertificatePtr;

// --- hierarchy -------------------------------------------------------------------------------------------------------

Result<Json> show_hierarchy(ObjectReader& params) {
  PKI_TRY(const std::optional<Time> now, read_optional_time(params, "now"));
  PKI_TRY(const Value value, params.required("certificates"));
  PKI_TRY(const CertificateList list, read_certificates(value));
  const Hierarchy hierarchy = build_hierarchy(list.certificates);
  Json nodes = Json::array();
  for (std::size_t i = 0; i < list.certificates.size(); ++i) {
    const x509::Certificate& certificate = *list.certificates[i];
    const HierarchyNode& node = hierarchy.nodes[i];
    Json out;
    out["index"] = i;
    out["parent"] = node.parent.has_value() ? Json(*node.parent) : Json(nullptr);
    out["sha256"] = to_hex(certificate.fingerprint());
    out["title"] = certificate_title(certificate);
    out["role"] = certificate_role(certificate);
    out["how"] = parentage_text(node.how);
    out["sentence"] = certificate_sentence(certificate, now);
    nodes.push_back(std::move(out));
  }
  Findings findings = hierarchy.findings;
  findings.insert(findings.end(), list.findings.begin(), list.findings.end());
  Json out;
  out["nodes"] = std::move(nodes);
  out["findings"] = describe(findings);
  return out;
}

// --- bundle.write ----------------------------------------------------------------------------------------------------

enum class BundleFormat : std::uint8_t { Pem, Pkcs7, Der };
enum class BundleOrder : std::uint8_t { AsGiven, LeafFirst };
enum class RootRule : std::uint8_t { Keep, Drop };
constexpr Choice<BundleFormat> kFormats[] = {
    {"pem", BundleFormat::Pem}, {"p7b", BundleFormat::Pkcs7}, {"der", BundleFormat::Der}};
constexpr Choice<BundleOrder> kOrders[] = {{"as-given", BundleOrder::AsGiven}, {"leaf-first", BundleOrder::LeafFirst}};
constexpr Choice<RootRule> kRoots[] = {{"keep", RootRule::Keep}, {"drop", RootRule::Drop}};

/// Every certificate before the one that signed it; strangers stay in their order.
std::vector<CertificatePtr> leaf_first(const std::vector<CertificatePtr>& certificates) {
  const Hierarchy hierarchy = build_hierarchy(certificates);
  // The height above the deepest leaf below; parents never form a circle.
  std::vector<std::size_t> height(certificates.size(), 0);
  std::vector<std::size_t> children(certificates.size(), 0);
  for (const HierarchyNode& node : hierarchy.nodes) {
    if (node.parent.has_value()) ++children[*node.parent];
  }
  std::vector<std::size_t> ready;
  for (std::size_t i = 0; i < certificates.size(); ++i) {
    if (children[i] == 0) ready.push_back(i);
  }
  while (!ready.empty()) {
    const std::size_t at = ready.back();
    ready.pop_back();
    const auto& parent = hierarchy.nodes[at].parent;
    if (!parent.has_value()) continue;
    height[*parent] = std::max(height[*parent], height[at] + 1);
    if (--children[*parent] == 0) ready.push_back(*parent);
  }
  std::vector<std::size_t> order(certificates.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return height[a] < height[b]; });
  std::vector<CertificatePtr> sorted;
  for (const std::size_t i : order) sorted.push_back(certificates[i]);
  return sorted;
}

struct Bundle {
  ByteVector data;
  std::string_view extension;
  std::string_view media_type;
};

Bundle write_bundle(const std::vector<CertificatePtr>& certificates, BundleFormat format) {
  switch (format) {
    case BundleFormat::Der:
      return {to_vector(certificates.front()->der()), ".cer", "application/pkix-cert"};  // RFC 2585 4.1
    case BundleFormat::Pkcs7: {
      std::vector<ByteVector> ders;
      for (const CertificatePtr& certificate : certificates) ders.push_back(to_vector(certificate->der()));
      return {cms::write_certificates_only({.certificates = ders}), ".p7b", "application/pkcs7-mime"};  // RFC 8551 3.2
    }
    case BundleFormat::Pem:
      break;
  }
  std::string text;
  for (const CertificatePtr& certificate : certificates) text += asn1::write_pem("CERTIFICATE", certificate->der());
  return {to_vector(as_bytes(text)), ".pem", "application/pem-certificate-chain"};  // RFC 8555 9.1
}

Result<Json> write_bundle_file(ObjectReader& params) {
  PKI_TRY(const Value format_value, params.required("format"));
  PKI_TRY(const BundleFormat format, json::read_choice(format_value, kFormats));
  BundleOrder order = BundleOrder::AsGiven;
  RootRule root = RootRule::Keep;
  if (const auto value = params.optional("order")) {
    PKI_TRY(order, json::read_choice(*value, kOrders));
  }
  if (const auto value = params.optional("root")) {
    PKI_TRY(root, json::read_choice(*value, kRoots));
  }
  PKI_TRY(const Value value, params.required("certificates"));
  PKI_TRY(const CertificateList list, read_certificates(value));
  if (!list.findings.empty()) return list.findings.front();
  std::vector<CertificatePtr> certificates = list.certificates;
  if (order == BundleOrder::LeafFirst) certificates = leaf_first(certificates);
  if (root == RootRule::Drop) {
    std::erase_if(certificates, [](const CertificatePtr& certificate) { return x509::is_self_signed(*certificate); });
  }
  if (certificates.empty()) return value.at({&rules::kBundleEmpty, {}, {}});
  if (format == BundleFormat::Der && certificates.size() > 1) {
    return format_value.at({&rules::kBundleDer, {}, {{"count", std::to_string(certificates.size())}}});
  }

  const Bundle bundle = write_bundle(certificates, format);
  Json titles = Json::array();
  for (const CertificatePtr& certificate : certificates) titles.push_back(certificate_title(*certificate));
  const x509::Certificate& first = *certificates.front();
  std::string stem = file_stem(certificate_title(first), to_hex(first.serial().magnitude()));
  if (certificates.size() > 1) stem += "-chain";
  Json out;
  out["data"] = to_base64(bundle.data);
  out["file_name"] = stem + std::string(bundle.extension);
  out["media_type"] = bundle.media_type;
  out["certificates"] = std::move(titles);
  return out;
}

constexpr ParamRow kHierarchyRows[] = {
    {"certificates", "[Source]", Presence::Required, "The certificates, in any order"},
    {"now", "Time", Presence::Optional, "The time for which validity is told"},
};
constexpr ParamRow kBundleRows[] = {
    {"certificates", "[Source]", Presence::Required, "The certificates"},
    {"format", "text", Presence::Required, "pem, p7b (PKCS#7, certificates only), or der for a single one"},
    {"order", "text", Presence::Optional, "as-given or leaf-first; otherwise as given. A p7b has an order of its own"},
    {"root", "text", Presence::Optional, "keep or drop: what becomes of self-signed ones; otherwise they stay"},
};
constexpr std::span<const ParamRow> kHierarchyParams[] = {kHierarchyRows};
constexpr std::span<const ParamRow> kBundleParams[] = {kBundleRows};

constexpr Method kMethods[] = {
    {"hierarchy", "Finds out which certificate signed which, by the signatures", kHierarchyParams, show_hierarchy},
    {"bundle.write", "Writes certificates into one file", kBundleParams, write_bundle_file},
};

}  // namespace

std::span<const Method> hierarchy_methods() { return kMethods; }

}  // namespace pki::api
