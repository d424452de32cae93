// workspace.write, workspace.read: everything that a person works on, as one file. The file is JSON, with each object
// in PEM; private keys stand in it as they are handed in, encrypted or not.

#include "api/describe_certificate.h"
#include "api/describe_crl.h"
#include "api/describe_finding.h"
#include "api/describe_key.h"
#include "api/describe_request.h"
#include "api/keys.h"
#include "api/method.h"
#include "api/params.h"
#include "api/rules.h"
#include "api/sources.h"
#include "asn1/pem.h"
#include "base/text.h"

namespace pki::api {
namespace {

using json::ObjectReader;
using json::Value;

constexpr std::string_view kFormat = "pki-workbench-workspace";
constexpr std::int64_t kVersion = 1;

enum class Kind : std::uint8_t { Certificate, Request, Crl, PrivateKey };
constexpr json::Choice<Kind> kKinds[] = {
    {"certificate", Kind::Certificate}, {"csr", Kind::Request}, {"crl", Kind::Crl}, {"private-key", Kind::PrivateKey}};

/// Copies what is said of an item besides the item itself.
Status copy_notes(ObjectReader& from, Json& to) {
  if (const std::optional<Value> label = from.optional("label")) {
    PKI_TRY(const std::string_view text, json::read_text(*label));
    to["label"] = text;
  }
  if (const std::optional<Value> links = from.optional("links")) {
    PKI_TRY(const std::vector<std::string_view> texts, json::read_texts(*links));
    to["links"] = texts;
  }
  return {};
}

// --- Writing ---------------------------------------------------------------------------------------------------------

Result<std::string> item_pem(Kind kind, const Value& data) {
  switch (kind) {
    case Kind::Certificate: {
      PKI_TRY(const x509::CertificatePtr certificate, read_certificate(data));
      return asn1::write_pem("CERTIFICATE", certificate->der());
    }
    case Kind::Request: {
      PKI_TRY(const x509::RequestPtr request, read_request(data));
      return asn1::write_pem("CERTIFICATE REQUEST", request->der());
    }
    case Kind::Crl: {
      PKI_TRY(const x509::CrlPtr crl, read_crl(data));
      return asn1::write_pem("X509 CRL", crl->der());
    }
    case Kind::PrivateKey:
      break;
  }
  return read_key_pem(data);
}

Result<Json> item_for_file(const Value& value) {
  PKI_TRY(ObjectReader item, ObjectReader::open(value));
  PKI_TRY(const Value kind_value, item.required("kind"));
  PKI_TRY(const Kind kind, json::read_choice(kind_value, kKinds));
  PKI_TRY(const Value data, item.required("data"));
  Json out;
  out["kind"] = kind_value.json();
  PKI_CHECK(copy_notes(item, out));
  PKI_CHECK(item.finish());
  PKI_TRY(out["data"], item_pem(kind, data));
  return out;
}

Result<Json> write_workspace(ObjectReader& params) {
  PKI_TRY(const Value now_value, params.required("now"));
  PKI_TRY(const Time now, read_time(now_value));
  PKI_TRY(const Value items_value, params.required("items"));
  PKI_TRY(const std::vector<Value> elements, json::read_list(items_value));
  Json items = Json::array();
  for (const Value& element : elements) {
    PKI_TRY(Json item, item_for_file(element));
    items.push_back(std::move(item));
  }
  Json file;
  file["format"] = kFormat;
  file["version"] = kVersion;
  file["saved_at"] = to_iso8601(now);
  file["items"] = std::move(items);
  Json out;
  out["text"] = json::dump_indented(file) + "\n";
  return out;
}

// --- Reading ---------------------------------------------------------------------------------------------------------

/// `finding` as told of the file: a pointer into the file's JSON, which is not the request's, becomes a part of the
/// field.
Finding in_file(Finding finding) {
  const std::string pointer(finding.param(json::kPointer));
  std::erase_if(finding.params, [](const Param& param) { return param.name == json::kPointer; });
  finding.where = {std::nullopt, pointer};
  return finding;
}

Status describe_content(Kind kind, const Value& data, std::optional<Time> now, Json& out) {
  switch (kind) {
    case Kind::Certificate: {
      PKI_TRY(const x509::CertificatePtr certificate, read_certificate(data));
      out["description"] = describe(*certificate, now);
      return {};
    }
    case Kind::Request: {
      PKI_TRY(const x509::RequestPtr request, read_request(data));
      out["description"] = describe(*request);
      return {};
    }
    case Kind::Crl: {
      PKI_TRY(const x509::CrlPtr crl, read_crl(data));
      out["description"] = describe(*crl, now);
      return {};
    }
    case Kind::PrivateKey:
      break;
  }
  PKI_TRY(const KeySource source, read_key_source(data));
  out["description"] = describe(source);
  PKI_TRY(out["private_key"], read_key_pem(data));
  return {};
}

Result<Json> item_from_file(const Value& value, std::optional<Time> now) {
  PKI_TRY(ObjectReader item, ObjectReader::open(value));
  PKI_TRY(const Value kind_value, item.required("kind"));
  PKI_TRY(const Kind kind, json::read_choice(kind_value, kKinds));
  PKI_TRY(const Value data, item.required("data"));
  Json out;
  out["kind"] = kind_value.json();
  out["label"] = nullptr;
  out["links"] = Json::array();
  PKI_CHECK(copy_notes(item, out));
  PKI_CHECK(item.finish());
  PKI_CHECK(describe_content(kind, data, now, out));
  return out;
}

/// The outline of a workspace file.
struct WorkspaceFile {
  Json json;
  Time saved_at;
};

Result<WorkspaceFile> read_outline(const Value& text_value) {
  PKI_TRY(const std::string_view text, json::read_text(text_value));
  Result<Json> json = json::parse(text);
  if (!json.ok()) return text_value.at({&rules::kWorkspaceFormat, {}, {{"reason", render_summary(json.error())}}});
  WorkspaceFile file{*std::move(json), {}};
  const auto format = file.json.is_object() ? file.json.find("format") : file.json.end();
  if (!file.json.is_object() || format == file.json.end() || *format != kFormat) {
    return text_value.at({&rules::kWorkspaceFormat, {}, {{"reason", "it does not say that it is one"}}});
  }
  const auto version = file.json.find("version");
  if (version == file.json.end() || *version != kVersion) {
    return text_value.at({&rules::kWorkspaceVersion, {}, {{"supported", std::to_string(kVersion)}}});
  }
  return file;
}

Result<Json> read_workspace(ObjectReader& params) {
  PKI_TRY(const std::optional<Time> now, read_optional_time(params, "now"));
  PKI_TRY(const Value text_value, params.required("text"));
  PKI_TRY(const WorkspaceFile file, read_outline(text_value));
  const auto damaged = [&](const Finding& finding) {
    const Finding inner = in_file(finding);
    return text_value.at({&rules::kWorkspaceFormat, inner.where, {{"reason", render_summary(inner)}}});
  };
  Findings notes;
  auto outline = ObjectReader::open(Value(file.json, "", &notes));
  PKI_ASSERT(outline.ok());  // read_outline has looked
  outline->optional("format");
  outline->optional("version");
  const Result<std::optional<Time>> saved_at = read_optional_time(*outline, "saved_at");
  if (!saved_at.ok()) return damaged(saved_at.error());
  const Result<Value> list = outline->required("items");
  if (!list.ok()) return damaged(list.error());
  const Result<std::vector<Value>> elements = json::read_list(*list);
  if (!elements.ok()) return damaged(elements.error());

  Findings findings;
  Json items = Json::array();
  for (const Value& element : *elements) {
    Result<Json> item = item_from_file(element, now);
    if (item.ok()) {
      items.push_back(*std::move(item));
    } else {
      findings.push_back(in_file(std::move(item).error()));
    }
  }
  if (const Status rest = outline->finish(); !rest.ok()) findings.push_back(in_file(rest.error()));
  for (Finding& note : notes) findings.push_back(in_file(std::move(note)));
  Json out;
  out["items"] = std::move(items);
  out["saved_at"] = saved_at->has_value() ? Json(to_iso8601(**saved_at)) : Json(nullptr);
  out["findings"] = describe(findings);
  return out;
}

constexpr ParamRow kWriteRows[] = {
    {"items", "[{kind, data, label?, links?}]", Presence::Required,
     "What is saved: kind is certificate, csr, crl or private-key, data a Source or a Key, links a list of texts"},
    {"now", "Time", Presence::Required, "The time of saving"},
};
constexpr ParamRow kReadRows[] = {
    {"text", "text", Presence::Required, "The workspace file"},
    {"now", "Time", Presence::Optional, "The time for which validity is told"},
};
constexpr std::span<const ParamRow> kWriteParams[] = {kWriteRows};
constexpr std::span<const ParamRow> kReadParams[] = {kReadRows};

constexpr Method kMethods[] = {
    {"workspace.write", "Writes certificates, requests, CRLs and private keys into a workspace file", kWriteParams,
     write_workspace},
    {"workspace.read", "Reads a workspace file; what cannot be read in it becomes a finding, and the rest goes on",
     kReadParams, read_workspace},
};

}  // namespace

std::span<const Method> workspace_methods() { return kMethods; }

}  // namespace pki::api
