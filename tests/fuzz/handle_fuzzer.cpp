// Law: whatever the octets, the answer is JSON that says whether it went well, and an error is a finding with a rule.
// The octets are a request; or else, behind a first octet that chooses among them, the object that a request hands in.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "api/handle.h"
#include "base/assert.h"
#include "base/encoding.h"
#include "json/json.h"

namespace {

void check(std::string_view request) {
  const auto answer = pki::json::parse(pki::api::handle(request));
  PKI_ASSERT(answer.ok() && answer->is_object());
  PKI_ASSERT((*answer)["ok"].is_boolean());
  PKI_ASSERT((*answer)["ok"].get<bool>() || (*answer)["error"]["rule"].is_string());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::array<std::string_view, 3> kMethods = {
      R"({"method":"inspect","params":{"files":[{"name":"x","data":")",
      R"({"method":"csr.inspect","params":{"csr":{"data":")", R"({"method":"asn1.tree","params":{"source":{"data":")"};
  constexpr std::array<std::string_view, 3> kEnds = {R"("}]}})", R"("}}})", R"("}}})"};
  if (size > 0 && data[0] < kMethods.size()) {
    const std::string object = pki::to_base64(pki::Bytes(data + 1, size - 1));
    check(std::string(kMethods[data[0]]) + object + std::string(kEnds[data[0]]));
  } else {
    check(std::string_view(reinterpret_cast<const char*>(data), size));
  }
  return 0;
}
