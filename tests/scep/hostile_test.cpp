// Messages that somebody made to do harm: an answer always comes, and nothing that was changed is taken for good.

#include "scep/support.h"
#include "support/mutation.h"

namespace pki::scep {

TEST_CASE("of mutated requests none is accepted with another CSR, and each can be answered") {
  const Lab lab;
  const MadeRequest made = lab.request();
  test::Mutator mutator(made.der);
  for (int i = 0; i < 400; ++i) {
    const auto opened = open_request_message(mutator.next(), lab.desk());
    if (!opened.ok()) continue;
    REQUIRE(opened->checks.size() == request_checks().size());
    for (const CheckRow& row : opened->checks) REQUIRE((row.outcome != Outcome::Fail || !row.findings.empty()));
    if (opened->acceptable() && opened->request != nullptr) {
      REQUIRE(equal(opened->request->der(), lab.csr->der()));
      REQUIRE(opened->message.attributes.transaction_id == made.transaction_id);
    }
    if (i % 20 == 0) {
      const auto reply =
          make_reply(opened->message, {.status = PkiStatus::Failure}, {lab.authority_key, *lab.authority});
      REQUIRE(reply.ok());
    }
  }
}

TEST_CASE("of mutated replies none gives the device another certificate") {
  const Lab lab;
  const MadeRequest made = lab.request();
  const MadeReply reply = lab.grant(lab.open(made));
  const ByteVector issued = to_vector(open_reply(reply.der, lab.expectation(made)).value().issued->der());
  test::Mutator mutator(reply.der);
  for (int i = 0; i < 400; ++i) {
    const auto opened = open_reply(mutator.next(), lab.expectation(made));
    if (opened.ok() && opened->granted()) REQUIRE(equal(opened->issued->der(), issued));
  }
}

TEST_CASE("a truncated request is refused at every length") {
  const Lab lab;
  const MadeRequest made = lab.request();
  for (std::size_t size = 0; size < made.der.size(); size += 7) {
    const ByteVector part(made.der.begin(), made.der.begin() + static_cast<std::ptrdiff_t>(size));
    REQUIRE_FALSE(open_request_message(part, lab.desk()).ok());
  }
}

}  // namespace pki::scep
