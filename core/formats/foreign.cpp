#include "formats/foreign.h"

#include <array>
#include <span>
#include <string_view>

#include "base/text.h"
#include "formats/rules.h"

namespace pki::formats {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view beginning;
  const Rule* rule;
};

constexpr std::array kBinary = {
    Magic{"\xFE\xED\xFE\xED"sv, &rules::kForeignJavaKeystore},
    Magic{"\xCE\xCE\xCE\xCE"sv, &rules::kForeignJavaKeystore},
    Magic{"\0\0\0\0CERT"sv, &rules::kForeignSerializedStore},
    Magic{"openssh-key-v1\0"sv, &rules::kForeignOpensshKey},
    Magic{"PK\x03\x04"sv, &rules::kForeignZip},
    Magic{"PK\x05\x06"sv, &rules::kForeignZip},
    Magic{"\x1F\x8B"sv, &rules::kForeignArchive},
    Magic{"BZh"sv, &rules::kForeignArchive},
    Magic{"\xFD"
          "7zXZ\0"sv,
          &rules::kForeignArchive},
    Magic{"7z\xBC\xAF\x27\x1C"sv, &rules::kForeignArchive},
    Magic{"Rar!\x1A\x07"sv, &rules::kForeignArchive},
    Magic{"MSCF\0\0\0\0"sv, &rules::kForeignArchive},
    Magic{"%PDF-"sv, &rules::kForeignPdf},
    Magic{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, &rules::kForeignDocument},
    Magic{"\x89PNG\r\n\x1A\n"sv, &rules::kForeignImage},
    Magic{"\xFF\xD8\xFF"sv, &rules::kForeignImage},
    Magic{"GIF8"sv, &rules::kForeignImage},
    Magic{"MZ"sv, &rules::kForeignProgram},
    Magic{"\x7F"
          "ELF"sv,
          &rules::kForeignProgram},
    Magic{"bplist00"sv, &rules::kForeignXml},
};

/// In lower case.
constexpr std::array kText = {
    Magic{"<!doctype html"sv, &rules::kForeignHtml},
    Magic{"<html"sv, &rules::kForeignHtml},
    Magic{"<?xml"sv, &rules::kForeignXml},
    Magic{"<!doctype plist"sv, &rules::kForeignXml},
    Magic{"%pdf-"sv, &rules::kForeignPdf},
    Magic{"{\\rtf"sv, &rules::kForeignDocument},
    Magic{"ssh-rsa "sv, &rules::kForeignSshPublicKey},
    Magic{"ssh-ed25519 "sv, &rules::kForeignSshPublicKey},
    Magic{"ssh-dss "sv, &rules::kForeignSshPublicKey},
    Magic{"ecdsa-sha2-"sv, &rules::kForeignSshPublicKey},
    Magic{"---- begin ssh2 public key"sv, &rules::kForeignSshPublicKey},
    Magic{"sk-ssh-"sv, &rules::kForeignSshPublicKey},
    Magic{"putty-user-key-file-"sv, &rules::kForeignPutty},
};

constexpr std::array kLabels = {
    Magic{"OPENSSH PRIVATE KEY"sv, &rules::kForeignOpensshKey},
    Magic{"PGP "sv, &rules::kForeignPgp},
    Magic{"SSH2 "sv, &rules::kForeignSshPublicKey},
};

const Rule* find_beginning(std::span<const Magic> table, std::string_view text) {
  for (const Magic& magic : table) {
    if (text.starts_with(magic.beginning)) return magic.rule;
  }
  return nullptr;
}

}  // namespace

const Rule* foreign_binary(Bytes file) { return find_beginning(kBinary, as_text(file)); }

const Rule* foreign_text(std::string_view text) {
  constexpr std::size_t kLooked = 64;
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return nullptr;
  return find_beginning(kText, to_lower_ascii(text.substr(start, kLooked)));
}

const Rule* foreign_label(std::string_view label) { return find_beginning(kLabels, label); }

}  // namespace pki::formats
