// Name constraints: laws of the matching over generated names, the step in a path, and bounded work.

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <deque>
#include <random>

#include "asn1/values.h"
#include "name_constraints_laws.h"
#include "path/name_constraints/punycode.h"
#include "path/validator.h"
#include "path_support.h"
#include "x509/extensions/name_constraints.h"

namespace pki::path::test {
namespace {

namespace nc = name_constraints;
using nc::Verdict;
using Texts = std::vector<std::string>;

std::vector<x509::GeneralNameInput> inputs(const Texts& texts) {
  std::vector<x509::GeneralNameInput> list;
  for (const std::string& text : texts) {
    CAPTURE(text);
    const auto input = x509::parse_general_name_text(text);
    REQUIRE(input.ok());
    list.push_back(*input);
  }
  return list;
}

// Constraints that own their DER.
struct Constraints {
  ByteVector der;
  x509::NameConstraints parsed;

  static ByteVector encode(const Texts& permitted, const Texts& excluded) {
    CAPTURE(permitted, excluded);
    Result<ByteVector> encoded = x509::encode_name_constraints(inputs(permitted), inputs(excluded));
    REQUIRE(encoded.ok());
    return std::move(encoded).value();
  }

  Constraints(const Texts& permitted, const Texts& excluded) : der(encode(permitted, excluded)) {
    asn1::Context context(der);
    parsed = x509::read_name_constraints(der, context).value();
  }
};

// A name that owns its DER.
struct Name {
  ByteVector der;
  x509::GeneralName parsed;

  explicit Name(const std::string& text) {
    asn1::Writer writer;
    REQUIRE(x509::write_general_name(writer, x509::parse_general_name_text(text).value()).ok());
    der = writer.take();
    asn1::Context context(der);
    asn1::Reader reader(der, context);
    parsed = x509::read_general_name(reader.next().value(), context).value();
  }
};

// Octets as they are, for names that the writer would not write. The name is a view: `octets` must outlive it.
x509::GeneralName raw_name(x509::GeneralNameKind, std::string&& octets) = delete;
x509::GeneralName raw_name(x509::GeneralNameKind kind, const std::string& octets) {
  x509::GeneralName name;
  name.kind = kind;
  name.value = as_bytes(octets);
  return name;
}

Verdict judge(const x509::NameConstraints& constraints, const x509::GeneralName& name) {
  const nc::Point point = nc::to_point(name);
  x509::GeneralName as_judged = name;
  if (point.form == nc::Form::Email) as_judged.kind = x509::GeneralNameKind::Email;
  std::size_t comparisons = 0;
  return nc::ConstraintSet(constraints).judge(point, nc::form_key(as_judged), comparisons).verdict;
}

Verdict judge(const Texts& permitted, const Texts& excluded, const std::string& name) {
  const Constraints constraints(permitted, excluded);
  const Name parsed(name);
  CHECK(name_constraint_laws_hold(constraints.parsed, parsed.parsed));
  return judge(constraints.parsed, parsed.parsed);
}

struct Row {
  const char* name;
  const char* permitted;
  Verdict expected;
};

std::string upper(std::string text) {
  const std::size_t from = text.find(':') + 1;
  for (std::size_t i = from; i < text.size(); ++i) {
    if (text[i] >= 'a' && text[i] <= 'z') text[i] = static_cast<char>(text[i] - 'a' + 'A');
  }
  return text;
}

// Names and subtrees over a small alphabet, so that they meet often.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::size_t choose(std::size_t count) { return static_cast<std::size_t>(random_() % count); }

  std::string host() {
    constexpr std::array kLabels = {"a", "b", "lab", "example", "xn--bcher-kva"};
    std::string text;
    for (std::size_t i = 0, count = 1 + choose(4); i < count; ++i) {
      text += (text.empty() ? "" : ".") + std::string(kLabels[choose(kLabels.size())]);
    }
    return text;
  }
  std::string mailbox() { return std::string(choose(2) == 0 ? "ann" : "Ann") + "@" + host(); }
  std::string address() { return "10." + std::to_string(choose(3)) + ".0." + std::to_string(choose(3)); }
  std::string directory() {
    constexpr std::array kRdns = {"O=Lab", "O=lab", "OU=A", "C=DE", "CN=x"};
    std::string text;
    for (std::size_t i = 0, count = 1 + choose(4); i < count; ++i) {
      text += (text.empty() ? "" : ",") + std::string(kRdns[choose(kRdns.size())]);
    }
    return text;
  }

  std::string name() {
    switch (choose(6)) {
      case 0:
        return "DNS:" + std::string(choose(4) == 0 ? "*." : "") + host() + (choose(8) == 0 ? "." : "");
      case 1:
        return "email:" + mailbox();
      case 2:
        return "URI:https://" + host() + ":8443/path";
      case 3:
        return "IP:" + address();
      case 4:
        return "UPN:" + mailbox();
      default:
        return "dirName:" + directory();
    }
  }

  std::string subtree() {
    constexpr std::array kNetworks = {"0.0.0.0/0", "10.0.0.0/8", "10.1.0.0/16", "10.2.0.0/23", "10.1.0.2/32"};
    const std::string dot = choose(3) == 0 ? "." : "";
    switch (choose(6)) {
      case 0:
        return "DNS:" + dot + host();
      case 1:
        return "email:" + (choose(3) == 0 ? mailbox() : dot + host());
      case 2:
        return "URI:" + dot + host();
      case 3:
        return "IP:" + std::string(kNetworks[choose(kNetworks.size())]);
      case 4:
        return "UPN:" + (choose(3) == 0 ? mailbox() : dot + host());
      default:
        return "dirName:" + directory();
    }
  }

  Texts subtrees(std::size_t most) {
    Texts texts;
    for (std::size_t i = 0, count = choose(most + 1); i < count; ++i) texts.push_back(subtree());
    return texts;
  }

 private:
  std::minstd_rand random_;
};

// root (constrained) -> issuing -> leaf
struct Chain {
  CertificateSpec root = test::root(kRoot);
  CertificateSpec issuing = ca(kIssuing, kRoot);
  CertificateSpec leaf = test::leaf(kLeaf, kIssuing);
  CheckOptions options = {.at = kNow};

  Chain() { leaf.names = {"DNS:www.lab.example"}; }

  static void constrain(CertificateSpec& spec, const Texts& permitted, const Texts& excluded, bool critical = true) {
    spec.more.push_back(make_extension(asn1::oids::kNameConstraints, critical, Constraints(permitted, excluded).der));
  }

  CandidatePath validate() const {
    return validate_given_path({make(leaf), make(issuing)}, TrustAnchor::from_certificate(make(root)), options);
  }
};

using Failures = std::set<std::string>;

}  // namespace

TEST_CASE("Each form is matched as RFC 5280 4.2.1.10 says") {
  constexpr Row kRows[] = {
      {"DNS:lab.example", "DNS:lab.example", Verdict::Permitted},
      {"DNS:www.lab.example", "DNS:lab.example", Verdict::Permitted},
      {"DNS:WWW.LAB.EXAMPLE.", "DNS:lab.example", Verdict::Permitted},
      {"DNS:badlab.example", "DNS:lab.example", Verdict::NotPermitted},
      {"DNS:lab.example", "DNS:.lab.example", Verdict::NotPermitted},
      {"DNS:www.lab.example", "DNS:.lab.example", Verdict::Permitted},
      {"DNS:*.lab.example", "DNS:lab.example", Verdict::Permitted},
      {"DNS:*.lab.example", "DNS:www.lab.example", Verdict::NotPermitted},
      {"DNS:www.lab.example", "IP:10.0.0.0/8", Verdict::Unconstrained},
      {"IP:10.1.2.3", "IP:10.0.0.0/8", Verdict::Permitted},
      {"IP:11.1.2.3", "IP:10.0.0.0/8", Verdict::NotPermitted},
      {"IP:2001:db8::1", "IP:10.0.0.0/8", Verdict::NotPermitted},
      {"IP:2001:db8::1", "IP:2001:db8::/32", Verdict::Permitted},
      {"email:ann@lab.example", "email:lab.example", Verdict::Permitted},
      {"email:ann@mx.lab.example", "email:lab.example", Verdict::NotPermitted},
      {"email:ann@mx.lab.example", "email:.lab.example", Verdict::Permitted},
      {"email:ann@lab.example", "email:.lab.example", Verdict::NotPermitted},
      {"email:ann@LAB.example", "email:ann@lab.example", Verdict::Permitted},
      {"email:Ann@lab.example", "email:ann@lab.example", Verdict::NotPermitted},
      {"URI:https://ann@lab.example:8443/x?y#z", "URI:lab.example", Verdict::Permitted},
      {"URI:https://www.lab.example/", "URI:lab.example", Verdict::NotPermitted},
      {"URI:https://www.lab.example/", "URI:.lab.example", Verdict::Permitted},
      {"URI:https://evil.example\\@lab.example/", "URI:lab.example", Verdict::Permitted},
      {"URI:https://lab.example\\@evil.example/", "URI:lab.example", Verdict::NotPermitted},
      {"URI:https://10.0.0.1/", "URI:.lab.example", Verdict::NameMalformed},
      {"URI:https://[2001:db8::1]/", "URI:.lab.example", Verdict::NameMalformed},
      {"URI:urn:lab:example", "URI:.lab.example", Verdict::NameMalformed},
      {"URI:https:///x", "URI:.lab.example", Verdict::NameMalformed},
      {"dirName:CN=x,O=Lab,C=DE", "dirName:O=lab,C=de", Verdict::Permitted},
      {"dirName:CN=x,O=Lab,C=DE", "dirName:O=Lab", Verdict::NotPermitted},
      {"UPN:Ann@lab.example", "UPN:ann@lab.example", Verdict::Permitted},
      {"UPN:ann@lab.example", "UPN:@lab.example", Verdict::Permitted},
      {"UPN:ann@mx.lab.example", "UPN:.lab.example", Verdict::Permitted},
      {"UPN:ann@mx.lab.example", "UPN:lab.example", Verdict::NotPermitted},
      {"RID:1.2.3", "RID:1.2", Verdict::FormUnknown},
      {"otherName:1.2.3;x", "otherName:1.2.3;x", Verdict::FormUnknown},
      {"otherName:1.2.3;x", "otherName:1.2.4;x", Verdict::Unconstrained},
      {"otherName:1.3.6.1.5.5.7.8.9;\u00E4nn@lab.example", "email:lab.example", Verdict::Permitted},
      {"otherName:1.3.6.1.5.5.7.8.9;\u00E4nn@b\u00FCcher.example", "email:xn--bcher-kva.example", Verdict::Permitted},
      {"otherName:1.3.6.1.5.5.7.8.9;\u00E4nn@B\u00DCCHER.example", "email:xn--bcher-kva.example",
       Verdict::NameMalformed},
      {"otherName:1.3.6.1.5.5.7.8.9;\u00E4nn@other.example", "email:lab.example", Verdict::NotPermitted},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.name, row.permitted);
    CHECK(static_cast<int>(judge({row.permitted}, {}, row.name)) == static_cast<int>(row.expected));
  }
}

TEST_CASE("An excluded name is found under a wildcard that can be it") {
  CHECK(judge({}, {"DNS:www.lab.example"}, "DNS:*.lab.example") == Verdict::Excluded);
  CHECK(judge({}, {"DNS:lab.example"}, "DNS:*.lab.example") == Verdict::Excluded);
  CHECK(judge({}, {"DNS:www.lab.example"}, "DNS:*.example") == Verdict::NotExcluded);
  CHECK(judge({}, {"DNS:.www.lab.example"}, "DNS:*.lab.example") == Verdict::NotExcluded);
}

TEST_CASE("Malformed names and subtrees refuse") {
  using Kind = x509::GeneralNameKind;
  const Constraints dns({"DNS:lab.example"}, {});
  for (const std::string& bad :
       {std::string("a\0.lab.example", 14), std::string("a..lab.example"), std::string(".lab.example"),
        std::string("a b.lab.example"), std::string("\xC3\xA4.lab.example"), std::string(64, 'a') + ".lab.example",
        std::string("."), std::string("a@lab.example")}) {
    CAPTURE(bad);
    CHECK(judge(dns.parsed, raw_name(Kind::Dns, bad)) == Verdict::NameMalformed);
  }
  const Constraints email({"email:lab.example"}, {});
  for (const std::string& bad :
       {std::string("lab.example"), std::string("@lab.example"), std::string("a@b@lab.example"),
        std::string("\"a\"@lab.example"), std::string("a@[10.0.0.1]"), std::string("a@")}) {
    CAPTURE(bad);
    CHECK(judge(email.parsed, raw_name(Kind::Email, bad)) == Verdict::NameMalformed);
  }
  for (const std::string& bad : {std::string("."), std::string(".."), std::string("*.lab.example"),
                                 std::string("lab..example"), std::string("\0", 1)}) {
    CAPTURE(bad);
    x509::NameConstraints constraints;
    const std::string permitted = "lab.example";
    constraints.permitted.push_back({raw_name(Kind::Dns, permitted), 0, {}});
    constraints.excluded.push_back({raw_name(Kind::Dns, bad), 0, {}});
    const std::string name = "www.lab.example";
    CHECK(judge(constraints, raw_name(Kind::Dns, name)) == Verdict::SubtreeUnusable);
  }
  const std::string base = "lab.example";
  x509::NameConstraints with_maximum;
  with_maximum.permitted.push_back({raw_name(Kind::Dns, base), 0, 3});
  CHECK(judge(with_maximum, raw_name(Kind::Dns, base)) == Verdict::SubtreeUnusable);
  const std::string holes("\x0A\0\0\0\xFF\0\xFF\0", 8);
  x509::NameConstraints with_holes;
  with_holes.permitted.push_back({raw_name(Kind::IpAddress, holes), 0, {}});
  const std::string address("\x0A\0\0\1", 4);
  CHECK(judge(with_holes, raw_name(Kind::IpAddress, address)) == Verdict::SubtreeUnusable);
}

TEST_CASE("Laws of name constraints over generated names") {
  Generator generator(1);
  for (int round = 0; round < 4000; ++round) {
    const Texts permitted = generator.subtrees(5);
    Texts excluded = generator.subtrees(3);
    if (permitted.empty() && excluded.empty()) excluded.push_back(generator.subtree());
    const std::string name = generator.name();
    CAPTURE(round, name, permitted, excluded);
    const Verdict verdict = judge(permitted, excluded, name);
    // Case counts in local parts alone.
    if (!name.starts_with("email:")) CHECK(judge(permitted, excluded, upper(name)) == verdict);
    // Excluded stays excluded whatever is permitted.
    Texts more = permitted;
    more.push_back(generator.subtree());
    const Verdict with_more = judge(more, excluded, name);
    CHECK((verdict == Verdict::Excluded) == (with_more == Verdict::Excluded));
    // One more permitted subtree never takes away what was permitted.
    if (verdict == Verdict::Permitted) CHECK(with_more == Verdict::Permitted);
    // One more exclusion never lets a name in.
    Texts stricter = excluded;
    stricter.push_back(generator.subtree());
    if (nc::is_refusal(verdict)) CHECK(nc::is_refusal(judge(permitted, stricter, name)));
  }
}

TEST_CASE("U-labels become A-labels") {
  CHECK(nc::to_a_label("b\u00FCcher") == "xn--bcher-kva");
  CHECK(nc::to_a_label("m\u00FCnchen") == "xn--mnchen-3ya");
  CHECK(nc::to_a_label("\u4F8B\u5B50") == "xn--fsqu00a");
  CHECK(nc::to_a_label("B\u00DCCHER") == std::nullopt);
  CHECK(nc::to_a_label("\xC3") == std::nullopt);
}

TEST_CASE("A path is held against the constraints of every CA above") {
  struct Case {
    const char* name;
    void (*spoil)(Chain&);
    Failures expected;
  };
  const Case kCases[] = {
      {"within", [](Chain& c) { Chain::constrain(c.issuing, {"DNS:lab.example"}, {}); }, {}},
      {"outside",
       [](Chain& c) { Chain::constrain(c.issuing, {"DNS:other.example"}, {}); },
       {"path.name_constraints.not_permitted@0"}},
      {"excluded",
       [](Chain& c) { Chain::constrain(c.issuing, {"DNS:lab.example"}, {"DNS:www.lab.example"}); },
       {"path.name_constraints.excluded@0"}},
      {"a CA below cannot widen",
       [](Chain& c) {
         Chain::constrain(c.root, {"DNS:other.example"}, {});
         Chain::constrain(c.issuing, {"DNS:lab.example"}, {});
       },
       {"path.name_constraints.not_permitted@0"}},
      {"an anchor's constraints, where they do not count",
       [](Chain& c) {
         Chain::constrain(c.root, {"DNS:other.example"}, {});
         c.options.anchor_constraints = AnchorConstraints::Ignore;
       },
       {}},
      {"the subject of every certificate",
       [](Chain& c) { Chain::constrain(c.root, {"dirName:O=Other"}, {}); },
       {"path.name_constraints.not_permitted@0", "path.name_constraints.not_permitted@1"}},
      {"an empty subject",
       [](Chain& c) {
         Chain::constrain(c.issuing, {"dirName:O=Other"}, {});
         c.leaf.subject.name = "";
       },
       {}},
      {"a self-issued CA is exempt",
       [](Chain& c) {
         c.issuing = ca({kRoot.name, 2}, kRoot);
         c.leaf.issuer = c.issuing.subject;
         c.leaf.subject.name = "CN=x,O=Other";
         Chain::constrain(c.root, {"dirName:O=Other"}, {});
       },
       {}},
      {"emailAddress in the subject",
       [](Chain& c) {
         c.leaf.subject.name = "1.2.840.113549.1.9.1=ann@other.example,CN=Ann";
         Chain::constrain(c.issuing, {"email:lab.example"}, {});
       },
       {"path.name_constraints.not_permitted@0"}},
      {"emailAddress in the subject, where an alternative name is an e-mail address",
       [](Chain& c) {
         c.leaf.subject.name = "1.2.840.113549.1.9.1=ann@other.example,CN=Ann";
         c.leaf.names = {"email:ann@lab.example"};
         Chain::constrain(c.issuing, {"email:lab.example"}, {});
       },
       {}},
      {"an excluded emailAddress in the subject in another case",
       [](Chain& c) {
         c.leaf.subject.name = "1.2.840.113549.1.9.1=Ann@lab.example,CN=Ann";
         Chain::constrain(c.issuing, {}, {"email:ann@lab.example"});
       },
       {"path.name_constraints.excluded@0"}},
      {"a permitted emailAddress in the subject in another case",
       [](Chain& c) {
         c.leaf.subject.name = "1.2.840.113549.1.9.1=Ann@lab.example,CN=Ann";
         Chain::constrain(c.issuing, {"email:ann@lab.example"}, {});
       },
       {"path.name_constraints.not_permitted@0"}},
      {"a common name is no host",
       [](Chain& c) {
         c.leaf.names = {};
         Chain::constrain(c.issuing, {"DNS:lab.example"}, {});
       },
       {}},
      {"a common name that the relying party takes for a host",
       [](Chain& c) {
         c.leaf.names = {};
         c.options.common_name = CommonNameUse::WithoutAlternativeNames;
         Chain::constrain(c.issuing, {"DNS:lab.example"}, {});
       },
       {"path.name_constraints.not_permitted@0"}},
      {"a form without meaning in a critical extension",
       [](Chain& c) {
         c.leaf.names = {"RID:1.2.3"};
         Chain::constrain(c.issuing, {"RID:1.2.3"}, {});
       },
       {"path.name_constraints.form_unknown@0"}},
      {"a form without meaning in an extension that is not critical",
       [](Chain& c) {
         c.leaf.names = {"RID:1.2.3"};
         Chain::constrain(c.issuing, {"RID:1.2.3"}, {}, false);
       },
       {}},
      {"a form without meaning that no name has", [](Chain& c) { Chain::constrain(c.issuing, {"RID:1.2.3"}, {}); }, {}},
      {"a malformed name",
       [](Chain& c) {
         c.leaf.names = {"URI:urn:x"};
         Chain::constrain(c.issuing, {}, {"URI:lab.example"});
       },
       {"path.name_constraints.name_malformed@0"}},
      {"a malformed subtree",
       [](Chain& c) { Chain::constrain(c.issuing, {"DNS:*.lab.example"}, {}); },
       {"path.name_constraints.subtree_unusable@0"}},
      {"constraints of the anchor that cannot be read",
       [](Chain& c) {
         c.root.more.push_back(make_extension(asn1::oids::kNameConstraints, true, {0x04, 0x00}));
       },
       {"path.name_constraints.unreadable@0", "path.name_constraints.unreadable@1"}},
  };
  for (const Case& row : kCases) {
    CAPTURE(row.name);
    Chain chain;
    row.spoil(chain);
    const CandidatePath path = chain.validate();
    CHECK(failures(path) == row.expected);
    CHECK(path.accepted == row.expected.empty());
  }
}

TEST_CASE("A refusal tells the name, the subtree, the CA and their octets") {
  Chain chain;
  chain.leaf.names = {"DNS:lab.example"};
  Chain::constrain(chain.issuing, {"DNS:.lab.example"}, {});
  const CandidatePath path = chain.validate();
  const Step* step = find_step(path, checks::kNameConstraints, 0);
  REQUIRE(step != nullptr);
  REQUIRE(step->findings.size() == 1);
  const Finding& finding = step->findings[0];
  const auto& name = path.certificates[0]->extensions().subject_alt_name->names.at(0);
  CHECK(finding.where.range == path.certificates[0]->range(name.whole));
  CHECK(finding.param("name") == "DNS:lab.example");
  CHECK(finding.param("subtree") == "DNS:.lab.example");
  CHECK(finding.param("ca") == "CN=Issuing,O=Lab");
  CHECK(finding.param("ca_certificate") == "1");
  const auto& base = path.certificates[1]->extensions().name_constraints->permitted.at(0).base;
  const ByteRange range = path.certificates[1]->range(base.whole);
  CHECK(finding.param("subtree_octets") == std::to_string(range.offset) + "+" + std::to_string(range.length));
  CHECK(finding.param("hint").find("begins with a dot") != std::string_view::npos);
  CHECK(path.near_miss());
}

TEST_CASE("5,000 names against 5,000 subtrees: work grows with the names, not with their product") {
  const auto comparisons = [](std::size_t count) {
    std::deque<std::string> texts;
    x509::NameConstraints constraints;
    const auto add = [&](std::vector<x509::GeneralSubtree>& list, x509::GeneralNameKind kind, std::string text) {
      texts.push_back(std::move(text));
      list.push_back({raw_name(kind, texts.back()), 0, {}});
    };
    for (std::size_t i = 0; i < count; ++i) {
      const std::string number = std::to_string(i);
      add(constraints.permitted, x509::GeneralNameKind::Dns, "d" + number + ".lab.example");
      add(constraints.excluded, x509::GeneralNameKind::Dns, "x" + number + ".lab.example");
      add(constraints.excluded, x509::GeneralNameKind::Email, "x" + number + "@lab.example");
    }
    const nc::ConstraintSet set(constraints);
    std::size_t work = 0;
    std::size_t permitted = 0;
    for (std::size_t i = 0; i < count; ++i) {
      texts.push_back("www.d" + std::to_string(i) + ".lab.example");
      const x509::GeneralName name = raw_name(x509::GeneralNameKind::Dns, texts.back());
      if (set.judge(nc::to_point(name), nc::form_key(name), work).verdict == Verdict::Permitted) ++permitted;
    }
    CHECK(permitted == count);
    return work;
  };
  const std::size_t small = comparisons(500);
  const std::size_t large = comparisons(5000);
  CHECK(large == 10 * small);
  CHECK(large < 5000 * 12);
}

TEST_CASE("Hostile names are judged in bounded time") {
  using Kind = x509::GeneralNameKind;
  std::string labels;
  for (int i = 0; i < 10'000; ++i) labels += "a.";
  labels += "example";
  const std::string huge(10'000'000, 'a');
  const Constraints constraints({"DNS:example", "email:example", "URI:example", "UPN:example"}, {});
  for (const std::string& text : {labels, huge, std::string(1'000'000, '.'), std::string(1'000'000, '@'), "a@" + labels,
                                  "https://" + huge, "https://" + std::string(1'000'000, '@')}) {
    for (const Kind kind : {Kind::Dns, Kind::Email, Kind::Uri}) {
      const x509::GeneralName name = raw_name(kind, text);
      CHECK(judge(constraints.parsed, name) == Verdict::NameMalformed);
      x509::NameConstraints hostile;
      hostile.excluded.push_back({name, 0, {}});
      const x509::GeneralName harmless = raw_name(kind, labels);
      CHECK(nc::is_refusal(judge(hostile, harmless)));
    }
  }
}

}  // namespace pki::path::test
