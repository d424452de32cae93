#include "golden.h"

#include <cstdlib>

#include "api/method.h"
#include "support/walk.h"

using pki::json::Json;
using pki::test::Golden;

// PKI_UPDATE_GOLDEN=1 writes the answers anew: look at the difference before you commit it.
TEST_CASE("every golden request gets the answer that is on file, octet by octet") {
  const bool update = std::getenv("PKI_UPDATE_GOLDEN") != nullptr;
  Golden golden;
  for (const auto& [name, entry] : golden.cases()) {
    INFO(name << ": " << entry.value("name", std::string()));
    if (update) {
      golden.update(name);
    } else {
      CHECK(golden.answer(name) == pki::json::dump(entry["answer"]));
    }
  }
}

TEST_CASE("every method has a golden answer that went well, and one that did not") {
  // These take no parameters that could be wrong.
  const std::set<std::string_view> infallible = {
      "about",        "profiles",        "relying_parties",      "faults",      "examples",
      "tenant.facts", "fleet.variables", "private_pki.mistakes", "estate.kinds"};
  Golden golden;
  std::set<std::string> good;
  std::set<std::string> bad;
  for (const auto& [name, entry] : golden.cases()) {
    const std::string method = entry["request"].value("method", std::string());
    (entry["answer"].value("ok", false) ? good : bad).insert(method);
  }
  for (const pki::api::Method& method : pki::api::methods()) {
    INFO(method.name);
    CHECK(good.contains(std::string(method.name)));
    if (!infallible.contains(method.name)) CHECK(bad.contains(std::string(method.name)));
  }
}

TEST_CASE(
    "a private key leaves the core in `private_key`, a key export and the files that are saved, and nowhere else") {
  Golden golden;
  for (const auto& [name, entry] : golden.cases()) {
    const std::string method = entry["request"].value("method", std::string());
    pki::test::walk(entry["answer"], [&](const std::string& pointer, const Json& value) {
      const auto* text = value.get_ptr<const std::string*>();
      if (text == nullptr || text->find("PRIVATE KEY-----") == std::string::npos) return;
      INFO(name << " " << pointer);
      const bool allowed = pointer.ends_with("/private_key") || (method == "key.export" && pointer == "/result/pem") ||
                           (method == "workspace.write" && pointer == "/result/text") ||
                           (method == "tenant.write" && pointer == "/result/text") ||
                           (method == "lab.write" && pointer == "/result/text");
      CHECK(allowed);
    });
  }
}

TEST_CASE("every range of a golden answer lies within its object") {
  Golden golden;
  for (const auto& [name, entry] : golden.cases()) {
    pki::test::walk(entry["answer"], [&](const std::string& pointer, const Json& object) {
      if (!object.is_object() || !object.contains("fields") || !object.contains("der")) return;
      const std::size_t size = pki::from_base64(object["der"].get<std::string>())->size();
      pki::test::walk(object["fields"], [&](const std::string& field, const Json& value) {
        if (!field.ends_with("/range") || value.is_null()) return;
        INFO(name << " " << pointer << " " << field);
        CHECK(value[0].get<std::size_t>() + value[1].get<std::size_t>() <= size);
      });
    });
  }
}
