#include "relying/word.h"

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "base/text.h"

using namespace pki;
using namespace pki::relying;

TEST_CASE("every product has an id of its own, a source and words") {
  std::set<std::string_view> ids;
  for (const ProductInfo& info : all_products()) {
    INFO(info.id);
    CHECK(ids.insert(info.id).second);
    CHECK(!info.title.empty());
    CHECK(!info.source.empty());
    CHECK(!words_of(info.product).empty());
    CHECK(product_info(info.product).id == info.id);
  }
}

TEST_CASE("every word has a code, a name or a message, and stands once for one fault") {
  std::set<std::tuple<Product, FaultId, std::string_view, std::string_view, std::string_view>> seen;
  for (const ProductInfo& info : all_products()) {
    for (const Word& word : words_of(info.product)) {
      INFO(info.id << " " << word.code << " " << word.name << " " << word.text);
      CHECK(!(word.code.empty() && word.name.empty() && word.text.empty()));
      CHECK(seen.emplace(info.product, word.fault, word.code, word.name, word.text).second);
      for (const std::string_view text : {word.code, word.name, word.text}) CHECK(trim(text) == text);
    }
  }
}

TEST_CASE("one name of a product has one code, and one code of OpenSSL one name") {
  for (const ProductInfo& info : all_products()) {
    std::map<std::string_view, std::string_view> codes;
    for (const Word& word : words_of(info.product)) {
      if (word.name.empty() || word.code.empty()) continue;
      INFO(info.id << " " << word.name);
      CHECK(codes.emplace(word.name, word.code).first->second == word.code);
    }
  }
  std::map<std::string_view, std::string_view> names;
  for (const Word& word : words_of(Product::OpenSsl)) {
    INFO(word.code);
    CHECK(names.emplace(word.code, word.name).first->second == word.name);
  }
}

TEST_CASE("every fault but those that only this workbench judges has a word of OpenSSL") {
  for (const Fault& fault : all_faults()) {
    INFO(fault.id);
    const bool foreign = fault.fault != FaultId::WebPki && fault.fault != FaultId::ValidityTooLong;
    CHECK(words_of(Product::OpenSsl, fault.fault).empty() != foreign);
  }
}
