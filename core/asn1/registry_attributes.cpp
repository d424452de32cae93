// Attribute types of distinguished names. Short names are the keywords of RFC 4514 3, else OpenSSL's; Microsoft's
// names are those of CertNameToStr and certreq.

#include <array>

#include "asn1/registry_tables.h"

namespace pki::asn1::registry {
namespace {

constexpr OidUse kUse = OidUse::AttributeType;

// clang-format off
constexpr OidInfo kRows[] = {
    {make_oid<2, 5, 4, 3>(), kUse, "commonName", "CN", "", "", "X.520 6.2.2"},
    {make_oid<2, 5, 4, 4>(), kUse, "surname", "SN", "", "", "X.520 6.2.3"},
    {make_oid<2, 5, 4, 5>(), kUse, "serialNumber", "", "", "", "X.520 6.2.9"},
    {make_oid<2, 5, 4, 6>(), kUse, "countryName", "C", "", "", "X.520 6.3.1"},
    {make_oid<2, 5, 4, 7>(), kUse, "localityName", "L", "", "", "X.520 6.3.4"},
    {make_oid<2, 5, 4, 8>(), kUse, "stateOrProvinceName", "ST", "", "S", "X.520 6.3.5"},
    {make_oid<2, 5, 4, 9>(), kUse, "streetAddress", "STREET", "", "", "X.520 6.3.6"},
    {make_oid<2, 5, 4, 10>(), kUse, "organizationName", "O", "", "", "X.520 6.4.1"},
    {make_oid<2, 5, 4, 11>(), kUse, "organizationalUnitName", "OU", "", "", "X.520 6.4.2"},
    {make_oid<2, 5, 4, 12>(), kUse, "title", "", "", "T", "X.520 6.4.3"},
    {make_oid<2, 5, 4, 13>(), kUse, "description", "", "", "", "X.520 6.5.1"},
    {make_oid<2, 5, 4, 14>(), kUse, "searchGuide", "", "", "", "X.520 6.5.2"},
    {make_oid<2, 5, 4, 15>(), kUse, "businessCategory", "", "", "", "X.520 6.5.4"},
    {make_oid<2, 5, 4, 16>(), kUse, "postalAddress", "", "", "", "X.520 6.6.1"},
    {make_oid<2, 5, 4, 17>(), kUse, "postalCode", "", "", "", "X.520 6.6.2"},
    {make_oid<2, 5, 4, 18>(), kUse, "postOfficeBox", "", "", "POBox", "X.520 6.6.3"},
    {make_oid<2, 5, 4, 19>(), kUse, "physicalDeliveryOfficeName", "", "", "", "X.520 6.6.4"},
    {make_oid<2, 5, 4, 20>(), kUse, "telephoneNumber", "", "", "Phone", "X.520 6.7.1"},
    {make_oid<2, 5, 4, 21>(), kUse, "telexNumber", "", "", "", "X.520 6.7.2"},
    {make_oid<2, 5, 4, 22>(), kUse, "teletexTerminalIdentifier", "", "", "", "RFC 4519 2.37"},
    {make_oid<2, 5, 4, 23>(), kUse, "facsimileTelephoneNumber", "", "", "", "X.520 6.7.4"},
    {make_oid<2, 5, 4, 24>(), kUse, "x121Address", "", "", "X21Address", "X.520 6.7.5"},
    {make_oid<2, 5, 4, 25>(), kUse, "internationalISDNNumber", "", "internationaliSDNNumber", "", "X.520 6.7.6"},
    {make_oid<2, 5, 4, 26>(), kUse, "registeredAddress", "", "", "", "X.520 6.7.7"},
    {make_oid<2, 5, 4, 27>(), kUse, "destinationIndicator", "", "", "", "X.520 6.7.8"},
    {make_oid<2, 5, 4, 28>(), kUse, "preferredDeliveryMethod", "", "", "", "X.520 6.8.1"},
    {make_oid<2, 5, 4, 29>(), kUse, "presentationAddress", "", "", "", "X.520 6.9.1"},
    {make_oid<2, 5, 4, 30>(), kUse, "supportedApplicationContext", "", "", "", "X.520 6.9.2"},
    {make_oid<2, 5, 4, 31>(), kUse, "member", "", "", "", "X.520 6.10.2"},
    {make_oid<2, 5, 4, 32>(), kUse, "owner", "", "", "", "X.520 6.10.4"},
    {make_oid<2, 5, 4, 33>(), kUse, "roleOccupant", "", "", "", "X.520 6.10.5"},
    {make_oid<2, 5, 4, 34>(), kUse, "seeAlso", "", "", "", "X.520 6.10.6"},
    {make_oid<2, 5, 4, 35>(), kUse, "userPassword", "", "", "", "X.509"},
    {make_oid<2, 5, 4, 36>(), kUse, "userCertificate", "", "", "", "X.509, RFC 4523 4.1"},
    {make_oid<2, 5, 4, 37>(), kUse, "cACertificate", "", "", "", "X.509, RFC 4523 4.2"},
    {make_oid<2, 5, 4, 38>(), kUse, "authorityRevocationList", "", "", "", "X.509, RFC 4523 4.5"},
    {make_oid<2, 5, 4, 39>(), kUse, "certificateRevocationList", "", "", "", "X.509, RFC 4523 4.4"},
    {make_oid<2, 5, 4, 40>(), kUse, "crossCertificatePair", "", "", "", "X.509, RFC 4523 4.3"},
    {make_oid<2, 5, 4, 41>(), kUse, "name", "", "", "", "X.520 6.2.1"},
    {make_oid<2, 5, 4, 42>(), kUse, "givenName", "GN", "", "G", "X.520 6.2.4"},
    {make_oid<2, 5, 4, 43>(), kUse, "initials", "", "", "I", "X.520 6.2.5"},
    {make_oid<2, 5, 4, 44>(), kUse, "generationQualifier", "", "", "", "X.520 6.2.6"},
    {make_oid<2, 5, 4, 45>(), kUse, "x500UniqueIdentifier", "", "", "", "X.520 6.2.7"},
    {make_oid<2, 5, 4, 46>(), kUse, "dnQualifier", "", "", "", "X.520 6.2.8"},
    {make_oid<2, 5, 4, 47>(), kUse, "enhancedSearchGuide", "", "", "", "X.520 6.5.3"},
    {make_oid<2, 5, 4, 49>(), kUse, "distinguishedName", "", "", "", "X.520 6.10.1"},
    {make_oid<2, 5, 4, 50>(), kUse, "uniqueMember", "", "", "", "X.520 6.10.3"},
    {make_oid<2, 5, 4, 51>(), kUse, "houseIdentifier", "", "", "", "X.520 6.3.7"},
    {make_oid<2, 5, 4, 52>(), kUse, "supportedAlgorithms", "", "", "", "X.509, RFC 4523 4.6"},
    {make_oid<2, 5, 4, 53>(), kUse, "deltaRevocationList", "", "", "", "X.509, RFC 4523 4.7"},
    {make_oid<2, 5, 4, 54>(), kUse, "dmdName", "", "", "", "X.520 6.11.1"},
    {make_oid<2, 5, 4, 65>(), kUse, "pseudonym", "", "", "", "X.520 6.2.10"},
    {make_oid<2, 5, 4, 72>(), kUse, "role", "", "", "", "X.509 17.1"},
    {make_oid<2, 5, 4, 97>(), kUse, "organizationIdentifier", "", "", "", "X.520 6.4.4"},
    {make_oid<2, 5, 4, 98>(), kUse, "countryCode3c", "c3", "", "", "X.520 6.3.2"},
    {make_oid<2, 5, 4, 99>(), kUse, "countryCode3n", "n3", "", "", "X.520 6.3.3"},
    {make_oid<2, 5, 4, 100>(), kUse, "dnsName", "", "", "", "X.520 6.2.17"},

    {make_oid<0, 9, 2342, 19200300, 100, 1, 1>(), kUse, "userId", "UID", "", "", "RFC 4519 2.39"},
    {make_oid<0, 9, 2342, 19200300, 100, 1, 2>(), kUse, "textEncodedORAddress", "", "", "", "RFC 1274 9.3.2"},
    {make_oid<0, 9, 2342, 19200300, 100, 1, 3>(), kUse, "rfc822Mailbox", "mail", "", "", "RFC 4524 2.16"},
    {make_oid<0, 9, 2342, 19200300, 100, 1, 4>(), kUse, "info", "", "", "", "RFC 4524 2.12"},
    {make_oid<0, 9, 2342, 19200300, 100, 1, 6>(), kUse, "roomNumber", "", "", "", "RFC 4524 2.21"},
    {make_oid<0, 9, 2342, 19200300, 100, 1, 8>(), kUse, "userClass", "", "", "", "RFC 4524 2.25"},
    {make_oid<0, 9, 2342, 19200300, 100, 1, 9>(), kUse, "host", "", "", "", "RFC 4524 2.11"},
    {make_oid<0, 9, 2342, 19200300, 100, 1, 10>(), kUse, "manager", "", "", "", "RFC 4524 2.15"},
    {make_oid<0, 9, 2342, 19200300, 100, 1, 25>(), kUse, "domainComponent", "DC", "", "", "RFC 4519 2.4"},
    {make_oid<0, 9, 2342, 19200300, 100, 1, 37>(), kUse, "associatedDomain", "", "", "", "RFC 4524 2.1"},
    {make_oid<0, 9, 2342, 19200300, 100, 1, 41>(), kUse, "mobileTelephoneNumber", "mobile", "", "", "RFC 4524 2.18"},
    {make_oid<0, 9, 2342, 19200300, 100, 1, 43>(), kUse, "friendlyCountryName", "co", "", "", "RFC 4524 2.10"},
    {make_oid<0, 9, 2342, 19200300, 100, 1, 44>(), kUse, "uniqueIdentifier", "", "", "", "RFC 4524 2.24"},

    {make_oid<1, 2, 840, 113549, 1, 9, 1>(), kUse, "emailAddress", "", "", "E", "RFC 2985 5.2.1"},
    {make_oid<1, 2, 840, 113549, 1, 9, 2>(), kUse, "unstructuredName", "", "", "", "RFC 2985 5.2.2"},
    {make_oid<1, 2, 840, 113549, 1, 9, 8>(), kUse, "unstructuredAddress", "", "", "", "RFC 2985 5.2.3"},

    {make_oid<1, 3, 6, 1, 5, 5, 7, 9, 1>(), kUse, "dateOfBirth", "", "", "", "RFC 3739 3.3.2"},
    {make_oid<1, 3, 6, 1, 5, 5, 7, 9, 2>(), kUse, "placeOfBirth", "", "", "", "RFC 3739 3.3.2"},
    {make_oid<1, 3, 6, 1, 5, 5, 7, 9, 3>(), kUse, "gender", "", "", "", "RFC 3739 3.3.2"},
    {make_oid<1, 3, 6, 1, 5, 5, 7, 9, 4>(), kUse, "countryOfCitizenship", "", "", "", "RFC 3739 3.3.2"},
    {make_oid<1, 3, 6, 1, 5, 5, 7, 9, 5>(), kUse, "countryOfResidence", "", "", "", "RFC 3739 3.3.2"},

    {make_oid<1, 3, 6, 1, 4, 1, 311, 60, 2, 1, 1>(), kUse, "jurisdictionLocalityName", "jurisdictionL", "", "",
     "CA/Browser Forum EV Guidelines 7.1.4.2.3"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 60, 2, 1, 2>(), kUse, "jurisdictionStateOrProvinceName", "jurisdictionST", "", "",
     "CA/Browser Forum EV Guidelines 7.1.4.2.3"},
    {make_oid<1, 3, 6, 1, 4, 1, 311, 60, 2, 1, 3>(), kUse, "jurisdictionCountryName", "jurisdictionC", "", "",
     "CA/Browser Forum EV Guidelines 7.1.4.2.3"},

    {make_oid<1, 3, 6, 1, 1, 1, 1, 22>(), kUse, "macAddress", "", "", "", "RFC 2307 2.2"},
    {make_oid<2, 16, 840, 1, 113730, 3, 1, 3>(), kUse, "employeeNumber", "", "", "", "RFC 2798 2.3"},
    {make_oid<2, 16, 840, 1, 113730, 3, 1, 241>(), kUse, "displayName", "", "", "", "RFC 2798 2.4"},
};
// clang-format on

}  // namespace

std::span<const OidInfo> attribute_types() { return kRows; }

}  // namespace pki::asn1::registry
