// read_dropped: DER, PEM and what goes wrong with them. Texts and encodings are in sniff_text_test.cpp.

#include "formats/sniff.h"

#include <catch2/catch_test_macros.hpp>

#include "formats/support.h"

namespace pki::formats {
namespace {

using namespace std::string_view_literals;

std::string repeated(std::string_view part, std::size_t size) {
  std::string text;
  text.reserve(size + part.size());
  while (text.size() < size) text += part;
  return text;
}

}  // namespace

TEST_CASE("one object as DER is read") {
  const std::string file = read_data("certificate.der");
  const Dropped dropped = drop(file);
  CHECK(dropped.findings.empty());
  REQUIRE(dropped.items.size() == 1);
  CHECK(dropped.items[0].kind == ItemKind::Certificate);
  CHECK(dropped.items[0].label == "DER");
  CHECK(dropped.items[0].origin_hint == "der");
  CHECK(dropped.items[0].source == ByteRange{0, file.size()});
  CHECK(as_text(dropped.items[0].der) == file);
}

TEST_CASE("objects as DER behind each other are all read, each with its place") {
  const std::string certificate = read_data("certificate.der");
  const ByteVector crl = read_block("crl.pem");
  const std::string file = certificate + std::string(as_text(crl)) + certificate + "\r\n";
  const Dropped dropped = drop(file);
  CHECK(dropped.findings.empty());
  CHECK(kinds(dropped) == "certificate crl certificate");
  CHECK(dropped.items[1].source == ByteRange{certificate.size(), crl.size()});
}

TEST_CASE("octets behind the last object are noted with their place") {
  const std::string certificate = read_data("certificate.der");
  const Dropped dropped = drop(certificate + "garbage");
  CHECK(kinds(dropped) == "certificate");
  CHECK(ids(dropped.findings) == Ids{"formats.der.trailing"});
  CHECK(dropped.findings[0].where.range == ByteRange{certificate.size(), 7});
}

TEST_CASE("an object that was cut short is named so") {
  const std::string certificate = read_data("certificate.der");
  const Dropped dropped = drop(certificate.substr(0, 100));
  CHECK(dropped.items.empty());
  CHECK(ids(dropped.findings) == Ids{"formats.der.truncated"});
  CHECK(dropped.findings[0].param("announced") == std::to_string(certificate.size()));
  CHECK(dropped.findings[0].param("available") == "100");
  const Dropped second = drop(certificate + certificate.substr(0, 100));
  CHECK(kinds(second) == "certificate");
  CHECK(ids(second.findings) == Ids{"formats.der.truncated"});
}

TEST_CASE("each PEM file is read as what it holds") {
  const auto check = [](const char* name, const char* expected, const Ids& findings) {
    CAPTURE(name);
    const std::string file = read_data(name);
    const Dropped dropped = drop(file);
    CHECK(kinds(dropped) == expected);
    CHECK(ids(dropped.findings) == findings);
    check_law(dropped, file.size());
  };
  check("certificate.pem", "certificate", {});
  check("request.pem", "certificate_request", {});
  check("request-new.pem", "certificate_request", {});
  check("crl.pem", "crl", {});
  check("trusted.pem", "certificate", {"formats.certificate.trust_settings"});
  check("key.pkcs8.pem", "private_key", {});
  check("key.encrypted.pem", "encrypted_private_key", {});
  check("key.pkcs1.pem", "pkcs1_private_key", {});
  check("key.sec1.pem", "sec1_private_key", {"formats.parameters.skipped"});
  check("key.legacy.pem", "legacy_encrypted_key", {"formats.key.legacy_encrypted"});
  check("public.pem", "public_key", {});
  check("public.pkcs1.pem", "pkcs1_public_key", {});
  check("bundle.pem", "pkcs7 certificate certificate crl", {});
  check("bundle.p7b", "pkcs7 certificate certificate crl", {});
  check("signed-ber.p7m", "pkcs7 certificate", {"formats.pkcs7.signed", "formats.pkcs7.ber"});
  check("enveloped.p7m", "pkcs7", {"formats.pkcs7.other_content"});
  check("store.p12", "pkcs12", {"formats.foreign.pkcs12"});
  check("openssh.key", "", {"formats.foreign.openssh_key"});
  check("openssh.pub", "", {"formats.foreign.ssh_public_key"});
}

TEST_CASE("a certificate behind OpenSSL's label TRUSTED CERTIFICATE is the plain certificate") {
  CHECK(drop(read_data("trusted.pem")).items.at(0).der == read_octets("certificate.der"));
}

TEST_CASE("what comes from a PKCS#7 message says so, and has its place where that can be told") {
  const Dropped der = drop(read_data("bundle.p7b"));
  CHECK(der.items[1].origin_hint == "der/pkcs7");
  CHECK(der.items[1].source.offset > 0);
  CHECK(der.items[1].source.length == der.items[1].der.size());
  const Dropped pem = drop(read_data("bundle.pem"));
  CHECK(pem.items[1].origin_hint == "pem/pkcs7");
  CHECK(pem.items[1].label == "PKCS7");
  CHECK(pem.items[1].source == pem.items[0].source);
  const Dropped ber = drop(read_data("signed-ber.p7m"));
  CHECK(ber.items[1].source == ber.items[0].source);
  CHECK(kinds(read_dropped(ber.items[0].der)) == "pkcs7 certificate");
}

TEST_CASE("a place in a PKCS#7 message behind another object is a place in the file") {
  const std::string certificate = read_data("certificate.der");
  const std::string file = certificate + read_data("bundle.p7b");
  const Dropped dropped = drop(file);
  REQUIRE(kinds(dropped) == "certificate pkcs7 certificate certificate crl");
  const ByteRange range = dropped.items[2].source;
  CHECK(file.substr(range.offset, range.length) == as_text(dropped.items[2].der));
  const Dropped refused = drop(certificate + read_data("enveloped.p7m"));
  REQUIRE(refused.findings.size() == 1);
  CHECK(refused.findings[0].where.range->offset >= certificate.size());
}

TEST_CASE("a block whose label says something else is read by its structure") {
  const Dropped dropped = drop(asn1::write_pem("CERTIFICATE", read_block("request.pem")));
  CHECK(kinds(dropped) == "certificate_request");
  CHECK(ids(dropped.findings) == Ids{"formats.label.differs"});
  CHECK(dropped.findings[0].param("expected") == "CERTIFICATE REQUEST");
  CHECK(drop(asn1::write_pem("SOMETHING", read_block("request.pem"))).findings.empty());
}

TEST_CASE("a block that fails becomes a finding with its place, and the others go on") {
  const std::string good = read_data("certificate.pem");
  const std::string cut = asn1::write_pem("CERTIFICATE", Bytes(read_octets("certificate.der")).first(60));
  const std::string file = good + cut + "-----BEGIN CERTIFICATE-----\n%%\n-----END CERTIFICATE-----\n" +
                           asn1::write_pem("CERTIFICATE", as_bytes("no DER")) + good;
  const Dropped dropped = drop(file);
  CHECK(kinds(dropped) == "certificate certificate");
  CHECK(ids(dropped.findings) == Ids{"formats.der.truncated", "formats.der.malformed", "pem.base64.character"});
  CHECK(dropped.findings[0].where.range->offset == good.size());
  check_law(dropped, file.size());
}

TEST_CASE("an object of an unknown kind is kept and noted") {
  const Dropped dropped = drop("\x30\x03\x02\x01\x05");
  CHECK(kinds(dropped) == "other_der");
  CHECK(ids(dropped.findings) == Ids{"formats.kind.unknown"});
}

TEST_CASE("files of other kinds are named") {
  const auto found = [](std::string_view file) { return ids(drop(file).findings); };
  CHECK(found("\xFE\xED\xFE\xED\0\0\0\2"sv) == Ids{"formats.foreign.java_keystore"});
  CHECK(found("PK\x03\x04 and so on") == Ids{"formats.foreign.zip"});
  CHECK(found("%PDF-1.7\n\xB5\n\1"sv) == Ids{"formats.foreign.pdf"});
  CHECK(found("%PDF-1.7\n") == Ids{"formats.foreign.pdf"});
  CHECK(found("\n<!DOCTYPE html><title>Sign in</title>") == Ids{"formats.foreign.html"});
  CHECK(found("<?xml version='1.0'?><plist/>") == Ids{"formats.foreign.xml"});
  CHECK(found("PuTTY-User-Key-File-3: ssh-rsa\n") == Ids{"formats.foreign.putty"});
  CHECK(found("\0\0\0\0CERT\1\0\0\0"sv) == Ids{"formats.foreign.serialized_store"});
  CHECK(found("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") == Ids{"formats.foreign.document"});
  CHECK(found("\x89PNG\r\n\x1A\n\0"sv) == Ids{"formats.foreign.image"});
  CHECK(found("MZ\x90\0"sv) == Ids{"formats.foreign.program"});
  CHECK(found("\x1F\x8B\x08\0"sv) == Ids{"formats.foreign.archive"});
  CHECK(
      found("-----BEGIN PGP PUBLIC KEY BLOCK-----\nVersion: x\n\nAAEC\n=abcd\n-----END PGP PUBLIC KEY BLOCK-----\n") ==
      Ids{"formats.foreign.pgp"});
}

TEST_CASE("an empty file, zeros and noise are clear findings, quickly") {
  CHECK(ids(drop("").findings) == Ids{"formats.file.empty"});
  CHECK(ids(drop("\0"sv).findings) == Ids{"formats.file.zeros"});
  CHECK(ids(drop(std::string(10'000'000, '\0')).findings) == Ids{"formats.file.zeros"});
  CHECK(ids(drop(std::string(10'000'000, ' ')).findings) == Ids{"formats.file.unknown"});
  CHECK(ids(drop(std::string(10'000'000, 'A')).findings) == Ids{"formats.file.unknown"});
  CHECK(ids(drop(std::string(10'000'000, '\xFF')).findings) == Ids{"formats.file.unknown"});
  CHECK(ids(drop("\1\2\3").findings) == Ids{"formats.file.unknown"});
}

TEST_CASE("many objects and many faults in one file are limited") {
  const Dropped many = drop(repeated("\x30\x01\x80"sv, 10'000'000));
  CHECK(many.findings.size() == kMaxFindings + 1);
  check_law(many, 20'000'000);
  std::string certificates;
  const std::string one("\x30\x0B\x30\x04\xA0\x02\x05\x00\x30\x00\x03\x01\x00", 13);
  const Dropped full = drop(repeated(one, 10'000'000));
  CHECK(full.items.size() == kMaxItems);
  CHECK(ids(full.findings) == Ids{"formats.file.too_many_items"});
  check_law(drop(repeated("-----BEGIN A-----\nAA==\n-----END A-----\n", 10'000'000)), 20'000'000);
  check_law(drop(repeated("\x30\x80"sv, 10'000'000)), 20'000'000);
  check_law(drop(repeated("\x30\x80\x00\x00"sv, 10'000'000)), 20'000'000);
}

TEST_CASE("1,000 mutations of each file are read or named, without fail") {
  asn1::Noise noise(13);
  for (const char* name : {"certificate.der", "bundle.p7b", "signed-ber.p7m", "store.p12", "certificate.pem",
                           "bundle.pem", "trusted.pem", "key.legacy.pem", "powershell.txt", "openssh.pub"}) {
    const ByteVector seed = read_octets(name);
    for (int round = 0; round < 1000; ++round) {
      const ByteVector file = asn1::mutated(seed, noise);
      check_law(read_dropped(file), file.size());
    }
  }
}

}  // namespace pki::formats
