#pragma once
// The rules of ASN.1's encodings and of PEM. What stops the reading is Fatal for the object that is read; what
// can be read but is not DER is an Error.

#include "base/rule.h"

namespace pki::asn1::rules {

// Elements.
inline constexpr Rule kElementTruncated{
    "asn1.element.truncated", Severity::Fatal, "X.690 8.1.3",
    "An element says that its contents are {announced} octets long, but only {available} follow",
    "Get the object again: it was cut short, or octets in its midst were lost"};
inline constexpr Rule kElementUnexpected{
    "asn1.element.unexpected", Severity::Fatal, "X.680 16", "{what}: {expected} is expected here, {found} was found",
    "Check that this is the kind of object that it is taken for; otherwise have it issued again"};
inline constexpr Rule kElementTrailing{
    "asn1.element.trailing", Severity::Fatal, "X.690 8.1.1", "{what}: {octets} octets follow where nothing may follow",
    "Remove what follows, if it was added to the object; otherwise have the object issued again"};

// Identifier octets.
inline constexpr Rule kTagTruncated{"asn1.tag.truncated", Severity::Fatal, "X.690 8.1.2", "A tag is cut short",
                                    "Get the object again: it was cut short"};
inline constexpr Rule kTagTooLarge{"asn1.tag.too_large", Severity::Fatal, "X.690 8.1.2.4",
                                   "A tag's number is larger than any in use",
                                   "Check that the octets are an ASN.1 object at all"};
inline constexpr Rule kTagNotMinimal{"asn1.tag.not_minimal", Severity::Error, "X.690 8.1.2.4.2",
                                     "A tag's number is written in more octets than it needs",
                                     "Have the object issued again by software that writes DER"};

// Length octets.
inline constexpr Rule kLengthTruncated{"asn1.length.truncated", Severity::Fatal, "X.690 8.1.3", "A length is cut short",
                                       "Get the object again: it was cut short"};
inline constexpr Rule kLengthTooLarge{"asn1.length.too_large", Severity::Fatal, "X.690 8.1.3.5",
                                      "A length does not fit into 32 bits",
                                      "Check that the octets are an ASN.1 object at all"};
inline constexpr Rule kLengthReserved{"asn1.length.reserved", Severity::Fatal, "X.690 8.1.3.5",
                                      "A length begins with the octet FF, which is reserved",
                                      "Check that the octets are an ASN.1 object at all"};
inline constexpr Rule kLengthNotMinimal{"asn1.length.not_minimal", Severity::Error, "X.690 10.1",
                                        "A length is written in more octets than it needs",
                                        "Have the object issued again by software that writes DER"};
inline constexpr Rule kLengthIndefinite{
    "asn1.length.indefinite", Severity::Error, "X.690 10.1",
    "A length is indefinite, which BER allows and DER does not",
    "Convert the object to DER; one that is signed as a whole must be issued again"};
inline constexpr Rule kLengthIndefinitePrimitive{
    "asn1.length.indefinite_primitive", Severity::Fatal, "X.690 8.1.3.2",
    "A primitive element has an indefinite length, so its end cannot be told",
    "Check that the octets are an ASN.1 object at all"};

// Values.
inline constexpr Rule kBooleanMalformed{"asn1.boolean.malformed", Severity::Fatal, "X.690 8.2.1",
                                        "A BOOLEAN is {octets} octets long instead of one",
                                        "Have the object issued again"};
inline constexpr Rule kBooleanNotDer{"asn1.boolean.not_der", Severity::Error, "X.690 11.1",
                                     "TRUE is written as {value} instead of ff",
                                     "Have the object issued again by software that writes DER"};
inline constexpr Rule kIntegerEmpty{"asn1.integer.empty", Severity::Fatal, "X.690 8.3.1", "An INTEGER has no octets",
                                    "Have the object issued again"};
inline constexpr Rule kIntegerNotMinimal{"asn1.integer.not_minimal", Severity::Error, "X.690 8.3.2",
                                         "An INTEGER is written in more octets than it needs",
                                         "Have the object issued again by software that writes DER"};
inline constexpr Rule kIntegerNegative{"asn1.integer.negative", Severity::Fatal, "X.690 8.3.3",
                                       "An INTEGER is negative where it must not be",
                                       "Have the object issued again with a number of zero or more"};
inline constexpr Rule kIntegerTooLarge{"asn1.integer.too_large", Severity::Fatal, "X.680 19",
                                       "An INTEGER is {octets} octets long, more than its use allows",
                                       "Have the object issued again with a smaller number"};
inline constexpr Rule kNullNotEmpty{"asn1.null.not_empty", Severity::Fatal, "X.690 8.8.2",
                                    "A NULL has {octets} octets of contents", "Have the object issued again"};
inline constexpr Rule kOidMalformed{"asn1.oid.malformed", Severity::Fatal, "X.690 8.19",
                                    "An OBJECT IDENTIFIER is empty, or its last arc is cut short",
                                    "Have the object issued again"};
inline constexpr Rule kOidNotMinimal{"asn1.oid.not_minimal", Severity::Error, "X.690 8.19.2",
                                     "An arc of an OBJECT IDENTIFIER is written in more octets than it needs",
                                     "Have the object issued again by software that writes DER"};
inline constexpr Rule kBitStringMalformed{"asn1.bit_string.malformed", Severity::Fatal, "X.690 8.6.2",
                                          "A BIT STRING does not say correctly how many of its last bits are unused",
                                          "Have the object issued again"};
inline constexpr Rule kBitStringPadding{"asn1.bit_string.padding", Severity::Error, "X.690 11.2.1",
                                        "The unused bits of a BIT STRING are not all zero",
                                        "Have the object issued again by software that writes DER"};
inline constexpr Rule kBitStringTrailingZeros{"asn1.bit_string.trailing_zeros", Severity::Error, "X.690 11.2.2",
                                              "A list of named bits ends with zero bits",
                                              "Have the object issued again by software that writes DER"};
inline constexpr Rule kTimeForm{"asn1.time.form", Severity::Error, "RFC 5280 4.1.2.5, X.690 11.7, X.690 11.8",
                                "The time \"{value}\" is not written in UTC with seconds and without a fraction",
                                "Have the object issued again with times that end in Z"};
inline constexpr Rule kTimeMalformed{"asn1.time.malformed", Severity::Fatal, "X.680 46, X.680 47",
                                     "\"{value}\" is no time", "Have the object issued again"};
inline constexpr Rule kStringCharacter{"asn1.string.character", Severity::Error, "X.680 41",
                                       "{type} may not hold all characters of \"{value}\"",
                                       "Have the object issued again with the text as a UTF8String"};
inline constexpr Rule kStringMalformed{"asn1.string.malformed", Severity::Fatal, "X.680 41",
                                       "The octets of a {type} are no text of that type",
                                       "Have the object issued again with the text as a UTF8String"};
inline constexpr Rule kStringConstructed{"asn1.string.constructed", Severity::Error, "X.690 10.2",
                                         "A string is written in parts, which BER allows and DER does not",
                                         "Have the object issued again by software that writes DER"};
inline constexpr Rule kDefaultEncoded{"asn1.default.encoded", Severity::Error, "X.690 11.5",
                                      "{what} is written out although it has its default value",
                                      "Have the object issued again by software that writes DER"};
inline constexpr Rule kSetOrder{"asn1.set.order", Severity::Error, "X.690 10.3, X.690 11.6",
                                "The elements of a SET are not in ascending order",
                                "Have the object issued again by software that writes DER"};

// The tree of elements.
inline constexpr Rule kTreeTooDeep{"asn1.tree.too_deep", Severity::Fatal, "",
                                   "Elements are nested more than {limit} deep, so the rest is not shown",
                                   "Check that the octets are an ASN.1 object at all"};
inline constexpr Rule kTreeTooLarge{"asn1.tree.too_large", Severity::Fatal, "",
                                    "There are more than {limit} elements, so the rest is not shown",
                                    "Look at a part of the object by itself"};
inline constexpr Rule kTreeUnclosed{"asn1.tree.unclosed", Severity::Fatal, "X.690 8.1.5",
                                    "An element of indefinite length has no end-of-contents octets",
                                    "Get the object again: it was cut short"};
inline constexpr Rule kTreeStrayEnd{"asn1.tree.stray_end", Severity::Fatal, "X.690 8.1.5",
                                    "End-of-contents octets stand where no element of indefinite length is open",
                                    "Remove zero octets that were added to the object; otherwise have it issued again"};

// PEM.
inline constexpr Rule kPemUnterminated{"pem.block.unterminated", Severity::Error, "RFC 7468 2",
                                       "The block {label} has no END line",
                                       "Copy the block again, down to and with its line -----END {label}-----"};
inline constexpr Rule kPemEmpty{"pem.block.empty", Severity::Error, "RFC 7468 2", "The block {label} holds nothing",
                                "Copy the block again in full"};
inline constexpr Rule kPemBeginMalformed{
    "pem.begin.malformed", Severity::Error, "RFC 7468 2", "A BEGIN line is not complete",
    "Give the line its form, as in -----BEGIN CERTIFICATE-----, with five hyphens at both ends"};
inline constexpr Rule kPemEndMalformed{"pem.end.malformed", Severity::Warning, "RFC 7468 2",
                                       "The END line of the block {label} is not complete",
                                       "Write it as -----END {label}-----, with five hyphens at both ends"};
inline constexpr Rule kPemStrayEnd{"pem.end.stray", Severity::Error, "RFC 7468 2",
                                   "An END line stands without a BEGIN line: {label}",
                                   "Copy the block again, from its line -----BEGIN {label}----- on"};
inline constexpr Rule kPemLabelDiffers{"pem.label.differs", Severity::Warning, "RFC 7468 3",
                                       "The block begins as {label} and ends as {end}",
                                       "Write the same label in both lines"};
inline constexpr Rule kPemBase64Character{
    "pem.base64.character", Severity::Error, "RFC 4648 3.3, RFC 7468 3",
    "The block {label} holds \"{character}\", which is not base64",
    "Copy the block again, and nothing but the block: characters were added or changed on the way"};
inline constexpr Rule kPemBase64Malformed{"pem.base64.malformed", Severity::Error, "RFC 4648 4, RFC 7468 3",
                                          "The base64 of the block {label} is cut short or badly padded",
                                          "Copy the block again: characters were lost on the way"};
inline constexpr Rule kPemEscaped{"pem.text.escaped", Severity::Notice, "",
                                  "The block {label} has its line ends written as \\n, as in a JSON string",
                                  "Save it with real line ends for programs that are stricter"};
inline constexpr Rule kPemManyFindings{"pem.findings.more", Severity::Error, "",
                                       "There are {count} more faults of this kind in the text",
                                       "Check that this is the file that you mean"};

}  // namespace pki::asn1::rules

namespace pki::asn1 {

/// All rules of this layer, for the catalogue.
RuleList asn1_rules();

}  // namespace pki::asn1
