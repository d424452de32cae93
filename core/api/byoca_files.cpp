#include "api/byoca_files.h"

#include "api/rules.h"
#include "api/sources.h"
#include "formats/sniff.h"

namespace pki::api {
namespace {

using cloudpki::byoca::FileForm;

FileForm form_of(const formats::Item& item) {
  const std::string_view hint = item.origin_hint;
  const auto has = [&](std::string_view word) { return hint.find(word) != std::string_view::npos; };
  if (has("pkcs7")) return FileForm::Pkcs7;
  if (has("pem")) return FileForm::Pem;
  return hint == "der" ? FileForm::Der : FileForm::Other;
}

/// Fills the pile, file by file.
class Reader {
 public:
  void add(const SourceData& source) {
    formats::Dropped dropped = formats::read_dropped(source.data);
    for (Finding& finding : dropped.findings) note(std::move(finding), source.name);
    for (formats::Item& item : dropped.items) add_item(std::move(item), source.name);
  }

  ByocaFiles take() {
    if (left_out_ > 0) {
      files_.findings.push_back({&rules::kByocaLeftOut, {}, {{"count", std::to_string(left_out_)}}});
    }
    return std::move(files_);
  }

 private:
  void note(Finding finding, const std::string& file) {
    if (!file.empty()) finding.params.push_back({"file", file});
    files_.findings.push_back(std::move(finding));
  }

  bool has_room() {
    if (files_.pile.certificates.size() + files_.pile.requests.size() < kMostByocaObjects) return true;
    ++left_out_;
    return false;
  }

  void add_item(formats::Item item, const std::string& file) {
    const FileForm form = form_of(item);
    if (item.kind == formats::ItemKind::Certificate) {
      if (!has_room()) return;
      auto certificate = parse_certificate(std::move(item.der));
      if (!certificate.ok()) return note(std::move(certificate).error(), file);
      files_.pile.certificates.push_back({*std::move(certificate), file, form});
    } else if (item.kind == formats::ItemKind::CertificateRequest) {
      if (!has_room()) return;
      auto request = parse_request(std::move(item.der));
      if (!request.ok()) return note(std::move(request).error(), file);
      files_.pile.requests.push_back({*std::move(request), file});
    } else if (item.kind != formats::ItemKind::Pkcs7) {
      files_.others.push_back({file, formats::kind_phrase(item.kind)});
    }
  }

  ByocaFiles files_;
  std::size_t left_out_ = 0;
};

}  // namespace

Result<ByocaFiles> read_byoca_files(const json::Value& value) {
  PKI_TRY(const std::vector<json::Value> elements, json::read_list(value));
  Reader reader;
  for (const json::Value& element : elements) {
    PKI_TRY(const SourceData source, read_source(element));
    reader.add(source);
  }
  return reader.take();
}

}  // namespace pki::api
