#pragma once
// The signed attributes of a SCEP message (RFC 8894 3.2.1): what it is, to which transaction it belongs, and what
// became of the request.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cms/sign.h"
#include "cms/signature.h"

namespace pki::scep {

/// messageType (3.2.1.2); the numbers are those of the protocol.
enum class MessageType : std::uint8_t {
  CertRep = 3,
  RenewalReq = 17,
  PkcsReq = 19,
  CertPoll = 20,
  GetCert = 21,
  GetCrl = 22,
};
/// "CertRep", "RenewalReq" ...; what it is for, in a few words.
std::string_view message_type_name(MessageType type);
std::string_view message_type_meaning(MessageType type);
/// Reads that name or the number, in ASCII of either case.
std::optional<MessageType> message_type_from_name(std::string_view name);

/// pkiStatus (3.2.1.3).
enum class PkiStatus : std::uint8_t { Success = 0, Failure = 2, Pending = 3 };
/// "SUCCESS", "FAILURE", "PENDING".
std::string_view pki_status_name(PkiStatus status);

/// failInfo (3.2.1.4).
enum class FailInfo : std::uint8_t { BadAlg = 0, BadMessageCheck = 1, BadRequest = 2, BadTime = 3, BadCertId = 4 };
/// "badAlg" ...; what it means, in a few words.
std::string_view fail_info_name(FailInfo info);
std::string_view fail_info_meaning(FailInfo info);
/// Reads that name, in ASCII of either case.
std::optional<FailInfo> fail_info_from_name(std::string_view name);

/// How long nonces are (3.2.1.5), in octets.
inline constexpr std::size_t kNonceSize = 16;

/// The attributes as found. Views alias the message. Nothing where absent or unreadable; texts are as written, the
/// meaning beside them is nothing where it is not known.
struct MessageAttributes {
  std::optional<std::string> type_text;
  std::optional<MessageType> type;
  std::optional<std::string> status_text;
  std::optional<PkiStatus> status;
  std::optional<std::string> fail_info_text;
  std::optional<FailInfo> fail_info;
  /// failInfoText: the server's words for people.
  std::optional<std::string> explanation;
  std::optional<std::string> transaction_id;
  std::optional<Bytes> sender_nonce;
  std::optional<Bytes> recipient_nonce;
};

/// Reads what is there. What cannot be read is noted in `findings` (scep.attribute.malformed,
/// scep.attribute.string_type), with ranges from the first octet of the message.
MessageAttributes read_attributes(const cms::SignedData& data, const cms::SignerInfo& signer, Findings& findings);

/// The attributes of a message that is to be made.
struct AttributesInput {
  MessageType type = MessageType::PkcsReq;
  std::string_view transaction_id;
  Bytes sender_nonce;
  std::optional<Bytes> recipient_nonce = {};
  std::optional<PkiStatus> status = {};
  std::optional<FailInfo> fail_info = {};
  /// UTF-8; empty: no such attribute.
  std::string_view explanation = {};
};
std::vector<cms::AttributeInput> make_attributes(const AttributesInput& input);

}  // namespace pki::scep
