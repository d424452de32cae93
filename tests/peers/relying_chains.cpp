// relying_chains FOLDER: writes chains on which relying parties differ, for real implementations to judge.
//
// For each number N: FOLDER/N.target.der, N.target.pem, N.pool.pem (where there is a pool), N.pool.M.der, N.anchor.pem,
// N.anchor.der; and in FOLDER/verdicts.tsv a line "N <tab> what it is". FOLDER/leaf.key is the key of every target that
// has the usual one. All chains are for TLS servers, for the host leaf.example.com, at pki::test::kNow.

#include <cstdio>
#include <fstream>
#include <string>

#include "asn1/pem.h"
#include "support/random_hierarchy.h"

namespace {

using namespace pki;
using namespace pki::test;

const Party kRoot{"CN=Root,O=Lab", 1};
const Party kUpper{"CN=Upper,O=Lab", 2};
const Party kIssuing{"CN=Issuing,O=Lab", 3};
const Party kLeaf{"CN=leaf.example.com", 4};
const Party kOther{"CN=Other Root,O=Lab", 5};
// Of the same name, and nobody that the leaf means.
const Party kImpostor{"CN=Issuing,O=Lab", 6};

/// leaf < issuing < upper < root, before it is made.
struct Chain {
  CertificateSpec leaf = test::leaf(kLeaf, kIssuing);
  CertificateSpec issuing = ca(kIssuing, kUpper);
  CertificateSpec upper = ca(kUpper, kRoot);
  CertificateSpec root = test::root(kRoot);
  /// Put before and behind the two CAs.
  std::vector<CertificateSpec> before = {};
  std::vector<CertificateSpec> behind = {};
  enum class Sent { Both, IssuingOnly, UpperOnly, None, WithRoot } sent = Sent::Both;
  enum class Trusted { Root, Upper, Issuing, Leaf, OtherRoot } trusted = Trusted::Root;

  Chain() {
    leaf.key_purposes = {asn1::oids::kServerAuth};
    leaf.names = kTargetNames;
  }
  /// In the order of the trunk of random_hierarchy.h.
  CertificateSpec& at(std::size_t place) { return place == 0 ? leaf : place == 1 ? issuing : upper; }
};

class Writer {
 public:
  explicit Writer(std::string folder) : folder_(std::move(folder)), cases_(folder_ + "/verdicts.tsv") {}

  void write(const std::string& name, const Chain& chain) {
    const std::string stem = folder_ + "/" + std::to_string(++number_);
    const ByteVector target = make_der(chain.leaf);
    put(stem + ".target", target);
    // A leaf that is trusted is the very one that is checked.
    put(stem + ".anchor", chain.trusted == Chain::Trusted::Leaf ? target : make_der(anchor_of(chain)));
    std::string pems;
    std::size_t count = 0;
    for (const CertificateSpec& spec : pool_of(chain)) {
      const ByteVector der = make_der(spec);
      pems += asn1::write_pem("CERTIFICATE", der);
      put_file(stem + ".pool." + std::to_string(count++) + ".der", as_text(der));
    }
    put_file(stem + ".pool.pem", pems);
    cases_ << number_ << '\t' << name << '\n';
  }
  void write_key() {
    const crypto::SecretBytes der = test_key(kLeaf.key).to_pkcs8();
    put_file(folder_ + "/leaf.key", asn1::write_pem("PRIVATE KEY", der.view()));
  }
  bool good() const { return static_cast<bool>(cases_); }

 private:
  static CertificateSpec anchor_of(const Chain& chain) {
    switch (chain.trusted) {
      case Chain::Trusted::Root:
        return chain.root;
      case Chain::Trusted::Upper:
        return chain.upper;
      case Chain::Trusted::Issuing:
        return chain.issuing;
      case Chain::Trusted::Leaf:
      case Chain::Trusted::OtherRoot:
        break;
    }
    return root(kOther);
  }
  static std::vector<CertificateSpec> pool_of(const Chain& chain) {
    std::vector<CertificateSpec> pool = chain.before;
    using Sent = Chain::Sent;
    if (chain.sent != Sent::None && chain.sent != Sent::UpperOnly) pool.push_back(chain.issuing);
    if (chain.sent != Sent::None && chain.sent != Sent::IssuingOnly) pool.push_back(chain.upper);
    if (chain.sent == Sent::WithRoot) pool.push_back(chain.root);
    pool.insert(pool.end(), chain.behind.begin(), chain.behind.end());
    return pool;
  }
  static void put(const std::string& stem, const ByteVector& der) {
    put_file(stem + ".der", as_text(der));
    put_file(stem + ".pem", asn1::write_pem("CERTIFICATE", der));
  }
  static void put_file(const std::string& path, std::string_view text) {
    std::ofstream(path, std::ios::binary).write(text.data(), static_cast<std::streamsize>(text.size()));
  }

  std::string folder_;
  std::ofstream cases_;
  unsigned number_ = 0;
};

using Spoil = void (*)(Chain&);
struct Case {
  const char* name;
  Spoil spoil;
};

CertificateSpec without_key_ids(CertificateSpec spec) {
  spec.key_ids = KeyIds::None;
  return spec;
}
void drop_key_ids(Chain& chain) {
  for (CertificateSpec* spec : {&chain.leaf, &chain.issuing, &chain.upper, &chain.root}) {
    spec->key_ids = KeyIds::None;
  }
}
CertificateSpec expired(CertificateSpec spec) {
  spec.not_after = Time{kNow.seconds - 1};
  return spec;
}

const Case kCases[] = {
    {"good", [](Chain&) {}},
    {"good, root sent too", [](Chain& c) { c.sent = Chain::Sent::WithRoot; }},
    {"good, CAs in the other order", [](Chain& c) { c.before = {c.upper}, c.sent = Chain::Sent::IssuingOnly; }},
    {"no intermediate sent", [](Chain& c) { c.sent = Chain::Sent::None; }},
    {"issuing CA not sent", [](Chain& c) { c.sent = Chain::Sent::UpperOnly; }},
    {"upper CA not sent", [](Chain& c) { c.sent = Chain::Sent::IssuingOnly; }},
    {"another root trusted", [](Chain& c) { c.trusted = Chain::Trusted::OtherRoot; }},
    {"another root trusted, root sent",
     [](Chain& c) { c.trusted = Chain::Trusted::OtherRoot, c.sent = Chain::Sent::WithRoot; }},
    {"issuing CA trusted alone", [](Chain& c) { c.trusted = Chain::Trusted::Issuing, c.sent = Chain::Sent::None; }},
    {"upper CA trusted alone", [](Chain& c) { c.trusted = Chain::Trusted::Upper, c.sent = Chain::Sent::IssuingOnly; }},
    {"leaf trusted alone", [](Chain& c) { c.trusted = Chain::Trusted::Leaf, c.sent = Chain::Sent::None; }},
    {"leaf self-signed",
     [](Chain& c) {
       c.leaf.issuer = kLeaf;
       c.sent = Chain::Sent::None;
     }},
    {"leaf self-signed and trusted",
     [](Chain& c) {
       c.leaf.issuer = kLeaf;
       c.sent = Chain::Sent::None;
       c.trusted = Chain::Trusted::Leaf;
     }},
    {"root expired", [](Chain& c) { c.root = expired(c.root); }},
    {"root for another purpose", [](Chain& c) { c.root.key_purposes = {asn1::oids::kClientAuth}; }},
    {"root without basic constraints", [](Chain& c) { c.root.basic_constraints.reset(); }},
    {"root with path length 0", [](Chain& c) { c.root.basic_constraints->path_length = 0; }},
    {"root without keyCertSign", [](Chain& c) { c.root.key_usage = kCrlSign; }},
    {"root permits another domain", [](Chain& c) { constrain(c.root, {"DNS:other.example"}, {}); }},
    {"issuing CA for every purpose", [](Chain& c) { c.issuing.key_purposes = {asn1::oids::kAnyExtendedKeyUsage}; }},
    {"issuing CA for this purpose and another",
     [](Chain& c) {
       c.issuing.key_purposes = {asn1::oids::kClientAuth, asn1::oids::kServerAuth};
     }},
    {"issuing CA permits the domain",
     [](Chain& c) {
       constrain(c.issuing, {"DNS:example.com", "IP:192.0.2.0/24", "email:mail.example.com", "URI:.example.com"}, {});
     }},
    {"no extended key usage", [](Chain& c) { c.leaf.key_purposes = {}; }},
    {"no alternative names", [](Chain& c) { c.leaf.names = {}; }},
    {"no DNS name", [](Chain& c) { c.leaf.names = {"email:ann@mail.example.com"}; }},
    {"no key identifiers", drop_key_ids},
    {"no authority key identifier in the leaf", [](Chain& c) { c.leaf.key_ids = KeyIds::None; }},
    {"no key usage in the issuing CA", [](Chain& c) { c.issuing.key_usage.reset(); }},
    {"RSA 2048 and P-384",
     [](Chain& c) {
       c.upper.subject.key = c.issuing.issuer.key = kRsaKeys + 2;
       c.issuing.subject.key = c.leaf.issuer.key = kP384Keys + 3;
     }},
    {"an impostor of the issuing CA before it", [](Chain& c) { c.before = {ca(kImpostor, kUpper)}; }},
    {"an impostor before it, no key identifiers",
     [](Chain& c) {
       drop_key_ids(c);
       c.before = {without_key_ids(ca(kImpostor, kUpper))};
     }},
    {"an impostor behind it, no key identifiers",
     [](Chain& c) {
       drop_key_ids(c);
       c.behind = {without_key_ids(ca(kImpostor, kUpper))};
     }},
    {"the expired issuing CA before the renewed one", [](Chain& c) { c.before = {expired(c.issuing)}; }},
    {"the issuing CA under an untrusted root before it", [](Chain& c) { c.before = {ca(kIssuing, kOther)}; }},
    {"the issuing CA under an untrusted root behind it", [](Chain& c) { c.behind = {ca(kIssuing, kOther)}; }},
    {"the root cross-signed by an untrusted one", [](Chain& c) { c.behind = {ca(kRoot, kOther)}; }},
    {"a stranger in the pool", [](Chain& c) { c.before = {root(kOther)}; }},
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: relying_chains FOLDER\n");
    return 2;
  }
  Writer writer(argv[1]);
  writer.write_key();
  for (const Case& each : kCases) {
    Chain chain;
    each.spoil(chain);
    writer.write(each.name, chain);
  }
  // Every fault that can be planted, in every place, alone and with the root sent too.
  constexpr const char* kPlaces[] = {"leaf", "issuing CA", "upper CA"};
  for (const PlantedFault& fault : kPlantedFaults) {
    for (std::size_t place = 0; place < std::size(kPlaces); ++place) {
      if (!fault.fits(place)) continue;
      for (const bool with_root : {false, true}) {
        Chain chain;
        fault.plant(chain.at(place), place);
        if (with_root) chain.sent = Chain::Sent::WithRoot;
        writer.write(std::string(fault.name) + ", " + kPlaces[place] + (with_root ? ", root sent too" : ""), chain);
      }
    }
  }
  constexpr KeyIds kWrong = KeyIds::WrongAuthority;
  for (std::size_t place = 0; place < std::size(kPlaces); ++place) {
    Chain chain;
    chain.at(place).key_ids = kWrong;
    writer.write(std::string("a wrong authority key identifier, ") + kPlaces[place], chain);
  }
  return writer.good() ? 0 : 1;
}
