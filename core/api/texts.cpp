#include "api/texts.h"

#include <algorithm>

#include "api/field.h"
#include "asn1/oids.h"
#include "base/encoding.h"
#include "base/text.h"
#include "json/reader.h"

namespace pki::api {
namespace {

constexpr std::size_t kLongestTitle = 200;

std::string with_noun(std::int64_t number, std::string_view noun) {
  return count_text(static_cast<std::size_t>(number), noun);
}

/// The magnitude of a negative two's complement number.
ByteVector negate(Bytes octets) {
  ByteVector magnitude = to_vector(octets);
  unsigned carry = 1;
  for (std::size_t i = magnitude.size(); i-- > 0;) {
    const unsigned sum = (magnitude[i] ^ 0xFFU) + carry;
    magnitude[i] = static_cast<std::uint8_t>(sum);
    carry = sum >> 8;
  }
  return magnitude;
}

}  // namespace

std::string title(const x509::Name& subject, const x509::GeneralNames* alternatives, std::string_view fallback) {
  for (const asn1::Oid type : {asn1::oids::kCommonName, asn1::oids::kOrganizationalUnit, asn1::oids::kOrganization}) {
    const auto text = subject.last(type);
    if (text.has_value() && !text->empty()) return printable(json::excerpt(*text, kLongestTitle));
  }
  if (!subject.empty()) return json::excerpt(x509::to_rfc4514(subject), kLongestTitle);
  if (alternatives != nullptr && !alternatives->empty()) {
    return json::excerpt(x509::value_text(alternatives->front()), kLongestTitle);
  }
  return std::string(fallback);
}

std::string span_text(Time from, Time to) {
  const std::int64_t seconds = to.seconds - from.seconds;
  if (seconds < kSecondsPerDay) {
    const std::int64_t hours = seconds / 3600;
    const std::int64_t minutes = seconds / 60 % 60;
    if (hours > 0) return with_noun(hours, "hour") + (minutes > 0 ? ", " + with_noun(minutes, "minute") : "");
    return minutes > 0 ? with_noun(minutes, "minute") : with_noun(seconds, "second");
  }
  // Years are the calendar's: the last birthday of `from` that is not after `to`.
  int years = to_civil(to).year - to_civil(from).year;
  if (add_calendar(from, years * 12, 0) > to) --years;
  const Time birthday = add_calendar(from, years * 12, 0);
  const std::int64_t days = (to.seconds - birthday.seconds) / kSecondsPerDay;
  if (years == 0) return with_noun(days, "day");
  return with_noun(years, "year") + (days > 0 ? ", " + with_noun(days, "day") : "");
}

std::string_view validity_state(std::optional<Time> not_before, std::optional<Time> not_after,
                                std::optional<Time> now) {
  if (!not_before.has_value() || !not_after.has_value() || !now.has_value()) return "unknown";
  // RFC 5280 4.1.2.5: both ends are included.
  if (*now < *not_before) return "not yet valid";
  return *now > *not_after ? "expired" : "valid";
}

std::string validity_text(std::optional<Time> not_before, std::optional<Time> not_after, std::optional<Time> now) {
  const std::string_view state = validity_state(not_before, not_after, now);
  if (state == "unknown") return {};
  if (state == "expired") return "expired " + span_text(*not_after, *now) + " ago";
  if (state == "not yet valid") return "starts in " + span_text(*now, *not_before);
  if (*not_after == kNoExpiry) return "valid without a well-defined end";
  return "valid for " + span_text(*now, *not_after) + " more";
}

std::string serial_text(const asn1::Integer& serial) {
  if (serial.octets.empty()) return {};
  if (serial.negative()) return "-" + octets_text(negate(serial.octets));
  return octets_text(serial.octets);
}

std::string decimal_text(const asn1::Integer& integer) {
  constexpr std::size_t kMost = 64;
  if (integer.octets.empty() || integer.octets.size() > kMost) return {};
  std::string digits;  // the least significant first
  ByteVector left = integer.negative() ? negate(integer.octets) : to_vector(integer.octets);
  while (std::any_of(left.begin(), left.end(), [](std::uint8_t octet) { return octet != 0; })) {
    unsigned remainder = 0;
    for (std::uint8_t& octet : left) {
      const unsigned value = remainder << 8 | octet;
      octet = static_cast<std::uint8_t>(value / 10);
      remainder = value % 10;
    }
    digits += static_cast<char>('0' + remainder);
  }
  if (digits.empty()) digits = "0";
  if (integer.negative()) digits += '-';
  std::reverse(digits.begin(), digits.end());
  return digits;
}

std::string file_stem(std::string_view title, std::string_view distinction) {
  constexpr std::size_t kMost = 40;
  std::string stem;
  for (const char c : to_lower_ascii(title)) {
    const bool safe = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (safe) {
      stem += c;
    } else if (!stem.empty() && stem.back() != '-') {
      stem += '-';
    }
    if (stem.size() == kMost) break;
  }
  while (!stem.empty() && stem.back() == '-') stem.pop_back();
  if (stem.empty()) stem = "object";
  return stem + "-" + std::string(distinction.substr(0, 8));
}

}  // namespace pki::api
