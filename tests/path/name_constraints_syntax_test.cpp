// Name constraints: how hosts, mailboxes and URIs are read, Punycode, and subtrees one by one.

#include <catch2/catch_test_macros.hpp>

#include "draft.h"
#include "name_constraints_laws.h"
#include "path/name_constraints/host.h"
#include "path/name_constraints/punycode.h"
#include "path_support.h"

namespace pki::path::test {
namespace {

namespace nc = name_constraints;
using Kind = x509::GeneralNameKind;
using nc::LocalPart;
using nc::Parts;
using nc::Side;
using nc::Verdict;

// A name as its octets; the texts must outlive it.
x509::GeneralName name_of(Kind kind, std::string_view text) {
  x509::GeneralName name;
  name.kind = kind;
  name.value = as_bytes(text);
  return name;
}

x509::GeneralName other_name_of(asn1::Oid type, const asn1::Tag& tag, std::string_view text) {
  x509::GeneralName name;
  name.kind = Kind::OtherName;
  name.type_id = type;
  name.other.tag = tag;
  name.other.value = as_bytes(text);
  return name;
}

x509::GeneralName upn(std::string_view text, const asn1::Tag& tag = asn1::tags::kUtf8String) {
  return other_name_of(asn1::oids::kUserPrincipalName, tag, text);
}

// Constraints of so many permitted and excluded subtrees.
x509::NameConstraints constraints(const std::vector<x509::GeneralName>& permitted,
                                  const std::vector<x509::GeneralName>& excluded = {}) {
  x509::NameConstraints result;
  for (const x509::GeneralName& base : permitted) result.permitted.push_back({base, 0, {}});
  for (const x509::GeneralName& base : excluded) result.excluded.push_back({base, 0, {}});
  return result;
}

nc::Answer judge(const x509::NameConstraints& all, const nc::Point& point, const std::string& form) {
  CHECK(name_constraint_laws_hold(all, point, form));
  std::size_t comparisons = 0;
  return nc::ConstraintSet(all).judge(point, form, comparisons);
}
nc::Answer judge(const x509::NameConstraints& all, const x509::GeneralName& name) {
  return judge(all, nc::to_point(name), nc::form_key(name));
}

std::string text(const x509::GeneralSubtree* subtree) {
  return subtree == nullptr ? "" : std::string(as_text(subtree->base.value));
}

}  // namespace

TEST_CASE("A host is read as its labels from the right") {
  CHECK(nc::read_host("WWW.Lab_1.example.") == Parts{"example", "lab_1", "www"});
  CHECK(nc::read_host("") == Parts{});
  CHECK(nc::read_host("*.example", nc::Labels::Wildcards) == Parts{"example", "*"});
  CHECK_FALSE(nc::read_host("*.example"));
  CHECK_FALSE(nc::read_host("m\u00FCller.example"));
  CHECK(nc::read_host("m\u00FCller.example", nc::Labels::International) == Parts{"example", "xn--mller-kva"});
}

TEST_CASE("A mailbox has the local part that its kind allows") {
  const auto reads = [](std::string_view text, LocalPart local_part) {
    const auto mailbox = nc::read_mailbox(text, local_part);
    return mailbox.has_value() && mailbox->local_part == text.substr(0, text.rfind('@'));
  };
  for (const char* good :
       {"Zoe.1@lab.example", "Z@lab.example", "ann+lab@lab.example", "!#$%&'*-/=?^_`{|}~@lab.example"}) {
    CAPTURE(good);
    for (const LocalPart kind : {LocalPart::Ascii, LocalPart::Utf8, LocalPart::Any}) CHECK(reads(good, kind));
  }
  // U+0100 ends with the octet 80.
  for (const char* beyond : {"\u00E4nn@lab.example", "\u0100@lab.example"}) {
    CAPTURE(beyond);
    CHECK_FALSE(reads(beyond, LocalPart::Ascii));
    CHECK(reads(beyond, LocalPart::Utf8));
    CHECK(reads(beyond, LocalPart::Any));
  }
  CHECK_FALSE(reads("a b@lab.example", LocalPart::Ascii));
  CHECK_FALSE(reads("a b@lab.example", LocalPart::Utf8));
  CHECK(reads("a b@lab.example", LocalPart::Any));
  for (const char* bad : {"\xFF@lab.example", "a@b@lab.example", "a\nb@lab.example", "a\u202Eb@lab.example",
                          "@lab.example", "ann@", "ann"}) {
    CAPTURE(bad);
    CHECK_FALSE(reads(bad, LocalPart::Any));
  }
  CHECK_FALSE(reads("\xFF@lab.example", LocalPart::Utf8));
}

TEST_CASE("The host of a URI needs a scheme, an authority and a port of digits") {
  const Parts lab = {"example", "lab"};
  CHECK(nc::read_uri_host("https://lab.example") == lab);
  CHECK(nc::read_uri_host("https://lab.example:/") == lab);
  CHECK(nc::read_uri_host("ms-app2+x.y://ann@lab.example:8443/z") == lab);
  for (const char* bad : {"https://lab.example:http/", "1https://lab.example/", "ht_tps://lab.example/",
                          "://lab.example/", "//lab.example", "https:lab.example", "https://lab.1/"}) {
    CAPTURE(bad);
    CHECK_FALSE(nc::read_uri_host(bad));
  }
}

TEST_CASE("Labels become Punycode as RFC 3492 says") {
  struct Row {
    const char* label;
    const char* encoded;
  };
  constexpr Row kRows[] = {
      // RFC 3492 7.1 (A), (B), (G) and (I).
      {"\u0644\u064A\u0647\u0645\u0627\u0628\u062A\u0643\u0644\u0645\u0648\u0634\u0639\u0631\u0628\u064A\u061F",
       "xn--egbpdaj6bu4bxfgehfvwxn"},
      {"\u4ED6\u4EEC\u4E3A\u4EC0\u4E48\u4E0D\u8BF4\u4E2D\u6587", "xn--ihqwcrb4cv8a8dqg056pqjye"},
      {"\u306A\u305C\u307F\u3093\u306A\u65E5\u672C\u8A9E\u3092\u8A71\u3057\u3066\u304F\u308C\u306A\u3044\u306E\u304B",
       "xn--n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa"},
      {"\u043F\u043E\u0447\u0435\u043C\u0443\u0436\u0435\u043E\u043D\u0438\u043D\u0435\u0433\u043E\u0432\u043E\u0440"
       "\u044F\u0442\u043F\u043E\u0440\u0443\u0441\u0441\u043A\u0438",
       "xn--b1abfaaepdrnnbgefbadotcwatmq2g4l"},
      // What each constant of the bias does; a delta of 455 on its way; the first character beyond ASCII.
      {"\u06CB\u8564\u4E45\u6B48", "xn--blb0177avgs3ex"},
      {"\u7488\u77AB\u7C1B\u5D87", "xn--ppty52c3gc38f"},
      {"\u5580\u859B\u74A2\u0196", "xn--7ha7704bfstt8o"},
      {"a\xC2\x80", "xn--a-ba"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.encoded);
    CHECK(nc::encode_a_label(row.label) == row.encoded);
  }
}

TEST_CASE("A label of more characters than a label has octets is not encoded") {
  std::string label;
  for (int i = 0; i < 63; ++i) label += "\u00E4";
  CHECK(nc::encode_a_label(label));
  CHECK_FALSE(nc::encode_a_label(label + "\u00E4"));
}

TEST_CASE("A subtree holds the names that it says, and none of another form") {
  const auto pattern = [](Kind kind, std::string_view text) { return nc::to_pattern({name_of(kind, text), 0, {}}); };
  const nc::Pattern www = pattern(Kind::Dns, "www.lab.example");
  CHECK(matches(www, nc::dns_point("www.lab.example"), Side::Permitted));
  CHECK(matches(www, nc::dns_point("a.www.lab.example"), Side::Permitted));
  CHECK_FALSE(matches(www, nc::dns_point("lab.example"), Side::Permitted));
  CHECK_FALSE(matches(www, nc::dns_point("ftp.lab.example"), Side::Permitted));
  const std::string_view range("\x0A\0\0\0\xFF\0\0\0", 8);
  const std::string_view address("\x0A\1\2\3", 4);
  CHECK(matches(pattern(Kind::IpAddress, range), nc::to_point(name_of(Kind::IpAddress, address)), Side::Permitted));
  CHECK_FALSE(matches(pattern(Kind::IpAddress, range), nc::dns_point("lab.example"), Side::Permitted));
}

TEST_CASE(
    "An excluded emailAddress of a subject is found in any case, a permitted one and an alternative name are not") {
  const x509::GeneralName ann = name_of(Kind::Email, "ann@lab.example");
  const std::string form = nc::form_key(ann);
  const auto in_subject = [&](std::string_view text, const x509::NameConstraints& all) {
    nc::Point point = nc::email_point(text);
    point.any_case = true;
    return judge(all, point, form).verdict;
  };
  CHECK(in_subject("Ann@lab.example", constraints({}, {ann})) == Verdict::Excluded);
  CHECK(in_subject("bob@lab.example", constraints({}, {ann})) == Verdict::NotExcluded);
  CHECK(in_subject("Ann@lab.example", constraints({ann})) == Verdict::NotPermitted);
  CHECK(judge(constraints({}, {ann}), name_of(Kind::Email, "Ann@lab.example")).verdict == Verdict::NotExcluded);
  CHECK(judge(constraints({}, {ann}), ann).verdict == Verdict::Excluded);
}

TEST_CASE("User principal names are read as UTF-8, and compared without regard to case") {
  const x509::NameConstraints ann = constraints({upn("ann@lab.example")});
  CHECK(judge(ann, upn("ANN@lab.example")).verdict == Verdict::Permitted);
  CHECK(judge(ann, upn("bob@lab.example")).verdict == Verdict::NotPermitted);
  CHECK(judge(ann, upn("ann@lab.example", asn1::tags::kIa5String)).verdict == Verdict::NameMalformed);
  CHECK(judge(ann, upn("ann")).verdict == Verdict::NameMalformed);
  CHECK(judge(constraints({upn("ann@lab..example")}), upn("ann@lab.example")).verdict == Verdict::SubtreeUnusable);
  const auto mailbox = other_name_of(asn1::oids::kSmtpUtf8Mailbox, asn1::tags::kIa5String, "ann@lab.example");
  CHECK_FALSE(nc::to_point(mailbox).fault.empty());
}

TEST_CASE("What cannot be compared or applied says so") {
  const auto fault = [](const x509::GeneralName& base, std::uint64_t minimum = 0) {
    return !nc::to_pattern({base, minimum, {}}).fault.empty();
  };
  CHECK_FALSE(fault(name_of(Kind::Email, "lab.example")));
  CHECK(fault(name_of(Kind::Email, "lab.example"), 1));
  CHECK(fault(name_of(Kind::Email, "")));
  CHECK(fault(name_of(Kind::Uri, ".")));
  CHECK(fault(name_of(Kind::IpAddress, std::string_view("\x0A\0\0\xFF\0\0", 6))));
  CHECK_FALSE(nc::to_point(name_of(Kind::IpAddress, "abc")).fault.empty());
  CHECK_FALSE(nc::dns_point("*").wildcard);
  CHECK(nc::dns_point("*.example").wildcard);
  x509::GeneralName registered = name_of(Kind::RegisteredId, "");
  registered.type_id = asn1::oids::kSmtpUtf8Mailbox;
  CHECK(nc::form_of_name(registered) == nc::Form::Other);
}

TEST_CASE("Everything is within the DNS subtree of no text") {
  CHECK(judge(constraints({name_of(Kind::Dns, "")}), name_of(Kind::Dns, "www.lab.example")).verdict ==
        Verdict::Permitted);
}

TEST_CASE("The subtree that decided, or nearly did, is told") {
  const x509::GeneralName wildcard = name_of(Kind::Dns, "*.lab.example");
  const x509::NameConstraints second =
      constraints({}, {name_of(Kind::Dns, "other.example"), name_of(Kind::Dns, "www.lab.example")});
  const nc::Answer excluded = judge(second, wildcard);
  CHECK(excluded.verdict == Verdict::Excluded);
  CHECK(text(excluded.subtree) == "www.lab.example");

  const x509::NameConstraints near =
      constraints({name_of(Kind::Dns, "other.example"), name_of(Kind::Dns, "www.lab.example")});
  const nc::Answer one_of_many = judge(near, wildcard);
  CHECK(one_of_many.verdict == Verdict::NotPermitted);
  CHECK(text(one_of_many.subtree) == "www.lab.example");
  CHECK(one_of_many.why.find("the wildcard stands for more names") != std::string_view::npos);

  const nc::Answer far = judge(constraints({name_of(Kind::Dns, "other.example")}), wildcard);
  CHECK(far.verdict == Verdict::NotPermitted);
  CHECK(far.subtree == nullptr);
  CHECK(far.why.empty());
}

TEST_CASE("The first subtree that cannot be used is told, and why") {
  const x509::NameConstraints all = constraints(
      {name_of(Kind::Dns, "lab.example"), name_of(Kind::Dns, "*.one.example")}, {name_of(Kind::Dns, "two..example")});
  const nc::Answer answer = judge(all, name_of(Kind::Dns, "www.lab.example"));
  CHECK(answer.verdict == Verdict::SubtreeUnusable);
  CHECK(text(answer.subtree) == "*.one.example");
  CHECK(answer.why == "it is no DNS name or domain");
}

}  // namespace pki::path::test
