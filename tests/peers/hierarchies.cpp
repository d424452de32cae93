// hierarchies COUNT FOLDER [FIRST]: writes random hierarchies for other implementations to judge, and our own verdicts.
// Their numbers begin at FIRST, or 1.
//
// For each number N: FOLDER/N.target.der, N.target.pem, N.pool.pem, N.pool.M.der, N.anchor.pem, N.anchor.der;
// N.crls.pem where it is about CRLs; and in FOLDER/verdicts.tsv a line "N <tab> accepted or refused <tab> the planted
// fault or none <tab> clean or crowded <tab> what is asked besides" (questions.h: words).
//
// One third is asked nothing besides, one third policies, one third CRLs. Of the first, every eighth has a wrong
// authority key identifier, which is no fault by RFC 5280. Odd ones have no fault; every fourth and third has a crowded
// pool, the others nothing but the path.

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "asn1/pem.h"
#include "path/builder.h"
#include "questions.h"
#include "support/random_hierarchy.h"

namespace {

using namespace pki;

void write(const std::string& path, Bytes octets) {
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(octets.data()), static_cast<std::streamsize>(octets.size()));
}

std::string to_pem(const x509::Certificate& certificate) { return asn1::write_pem("CERTIFICATE", certificate.der()); }

bool accepted(const test::RandomHierarchy& hierarchy, const peers::Question& asked) {
  path::PathQuestion question{.target = hierarchy.trunk_certificates()[0],
                              .pool = hierarchy.pool(),
                              .anchors = {},
                              .crls = asked.crls,
                              .options = asked.options};
  question.anchors.add(hierarchy.anchor());
  question.options.at = test::kNow;
  question.options.purpose = path::Purpose::TlsServer;
  question.options.identities = {path::parse_reference_identity("leaf.example.com").value()};
  return path::check_paths(question).accepted;
}

// Asks nothing besides.
peers::Question ask_plainly(test::RandomHierarchy& hierarchy, unsigned number) {
  peers::Question question;
  if (number % 8 == 1) {
    const std::size_t place = hierarchy.choose(hierarchy.cas() + 1);
    hierarchy.trunk(place).key_ids = test::KeyIds::WrongAuthority;
    question.fault = "a wrong authority key identifier" + peers::place_text(place);
  } else if (number % 2 == 0) {
    const std::size_t place = hierarchy.choose(hierarchy.cas() + 1);
    const test::PlantedFault& planted = hierarchy.draw_fault(place);
    planted.plant(hierarchy.trunk(place), place);
    question.fault = planted.name + peers::place_text(place);
  }
  return question;
}

void write_files(const std::string& stem, const test::RandomHierarchy& hierarchy, const peers::Question& question) {
  const x509::Certificate& target = *hierarchy.trunk_certificates()[0];
  write(stem + ".target.der", target.der());
  write(stem + ".anchor.der", hierarchy.anchor()->der());
  std::string pool;
  for (std::size_t i = 0; i < hierarchy.pool().size(); ++i) {
    pool += to_pem(*hierarchy.pool()[i]);
    write(stem + ".pool." + std::to_string(i) + ".der", hierarchy.pool()[i]->der());
  }
  write(stem + ".target.pem", as_bytes(to_pem(target)));
  write(stem + ".anchor.pem", as_bytes(to_pem(*hierarchy.anchor())));
  write(stem + ".pool.pem", as_bytes(pool));
  std::string crls;
  for (const x509::CrlPtr& crl : question.crls) crls += asn1::write_pem("X509 CRL", crl->der());
  write(stem + ".crls.pem", as_bytes(crls));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 && argc != 4) {
    std::fprintf(stderr, "usage: hierarchies COUNT FOLDER [FIRST]\n");
    return 2;
  }
  const auto count = static_cast<unsigned>(std::strtoul(argv[1], nullptr, 10));
  const std::string folder = argv[2];
  const unsigned first = argc == 4 ? static_cast<unsigned>(std::strtoul(argv[3], nullptr, 10)) : 1;
  std::ofstream verdicts(folder + "/verdicts.tsv");
  for (unsigned number = first; number < first + count; ++number) {
    test::RandomHierarchy hierarchy(10'000 + number);
    const auto planting = number % 2 == 0 ? peers::Planting::One : peers::Planting::None;
    const bool crowded = number % 4 >= 2;
    if (crowded) hierarchy.add_decoys();
    peers::Question question;
    if (number % 3 == 2) {
      question = peers::ask_for_crls(hierarchy, planting);
    } else {
      question = number % 3 == 1 ? peers::ask_for_policies(hierarchy, planting) : ask_plainly(hierarchy, number);
      hierarchy.finish();
    }
    write_files(folder + "/" + std::to_string(number), hierarchy, question);
    verdicts << number << '\t' << (accepted(hierarchy, question) ? "accepted" : "refused") << '\t' << question.fault
             << '\t' << (crowded ? "crowded" : "clean") << '\t' << question.words << '\n';
  }
  return verdicts ? 0 : 1;
}
