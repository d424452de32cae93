// What the documents say of who must hold what.

#include <array>

#include "estate/plan.h"

namespace pki::estate {
namespace {

constexpr std::string_view kOverview = "Overview of Microsoft Cloud PKI deployment in Intune";
constexpr std::string_view kFirst = "2024-02-21";
constexpr std::string_view kRevised = "2024-12-06";
constexpr std::string_view kByoca = "Configure Microsoft Cloud PKI - Bring your own CA";

using enum Part;
using enum Need;
constexpr Holder kDevice = Holder::ManagedDevice;
constexpr Holder kParty = Holder::RelyingParty;

constexpr std::array kStatements = {
    // The table of the Cloud PKI root CA; the private CA in it is the one of the servers.
    Statement{CloudRoot, kDevice, Required, "", kOverview, kFirst},
    Statement{CloudIssuing, kDevice, Recommended, "", kOverview, kFirst},
    Statement{ServerRoot, kDevice, Required, "the private CA that issued the relying party's certificate", kOverview,
              kFirst},
    Statement{ServerIssuing, kDevice, Recommended, "", kOverview, kFirst},
    Statement{CloudRoot, kParty, Required, "", kOverview, kFirst},
    Statement{CloudIssuing, kParty, Recommended, "", kOverview, kFirst},
    Statement{ServerRoot, kParty, Required, "", kOverview, kFirst},
    Statement{ServerIssuing, kParty, Recommended, "", kOverview, kFirst},
    // The table of BYOCA, and where it changed.
    Statement{PrivateRoot, kDevice, NotListed, "absent from the table; the prose says to deploy it", kOverview, kFirst},
    Statement{PrivateRoot, kDevice, Required, "", kOverview, kRevised},
    Statement{PrivateIssuing, kDevice, Recommended, "", kOverview, kFirst},
    Statement{PrivateIssuing, kDevice, Recommended, "optional but recommended", kOverview, kRevised},
    Statement{PrivateIssuing, kDevice, Required, "a trusted certificate profile for each private CA", kByoca, kRevised},
    Statement{ByocaIssuing, kDevice, Recommended, "", kOverview, kFirst},
    Statement{ByocaIssuing, kDevice, Recommended, "optional but recommended", kOverview, kRevised},
    Statement{ByocaIssuing, kDevice, Required, "a trusted certificate profile for it", kByoca, kRevised},
    Statement{PrivateRoot, kParty, Required, "assumed to be there already", kOverview, kFirst},
    Statement{PrivateIssuing, kParty, Recommended, "assumed to be there already", kOverview, kFirst},
    Statement{ByocaIssuing, kParty, Recommended, "should also be deployed", kOverview, kFirst},
    Statement{ByocaIssuing, kParty, Required, "on all relying parties", kByoca, kRevised},
};

struct PartRow {
  std::string_view name;
  std::string_view title;
};
constexpr std::array kParts = {
    PartRow{"server-root", "Root CA of the servers' PKI"},
    PartRow{"server-issuing", "Issuing CA of the servers' PKI"},
    PartRow{"cloud-root", "Cloud PKI root CA"},
    PartRow{"cloud-issuing", "Cloud PKI issuing CA"},
    PartRow{"private-root", "Private root CA (above the BYOCA)"},
    PartRow{"private-issuing", "Private issuing CA (above the BYOCA)"},
    PartRow{"byoca-issuing", "Cloud PKI BYOCA issuing CA"},
};

}  // namespace

std::span<const Statement> statements() { return kStatements; }

std::string_view part_name(Part part) { return kParts[static_cast<std::size_t>(part)].name; }
std::string_view part_title(Part part) { return kParts[static_cast<std::size_t>(part)].title; }

std::string_view need_name(Need need) {
  switch (need) {
    case Need::Required:
      return "required";
    case Need::Recommended:
      return "recommended";
    case Need::NotListed:
      break;
  }
  return "not-listed";
}

}  // namespace pki::estate
