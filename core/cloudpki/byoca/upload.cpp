#include "cloudpki/byoca/upload.h"

#include <algorithm>

#include "asn1/oids.h"
#include "cloudpki/rules.h"

namespace pki::cloudpki::byoca {
namespace {

// AD CS gives a subordinate CA five years by its template; ten is the most that Cloud PKI offers for its own.
constexpr std::int64_t kUsualDays = 5 * 365;

bool found(const DeskReport& report, const Rule& rule) {
  return std::any_of(report.rows.begin(), report.rows.end(), [&](const DeskRow& row) {
    return std::any_of(row.findings.begin(), row.findings.end(),
                       [&](const DeskFinding& each) { return each.finding.rule == &rule; });
  });
}

// Within the parent's life, where the parent is here.
std::int64_t days_to_ask(const DeskInput& input, const Parts& parts) {
  if (parts.chain.empty()) return kUsualDays;
  const auto& end = input.pile.certificates[parts.chain.front()].certificate->not_after();
  if (!end) return kUsualDays;
  return std::clamp<std::int64_t>((end->time.seconds - input.at.seconds) / kSecondsPerDay, 1, kUsualDays);
}

std::string purposes_line(const x509::Request& request) {
  const auto& usage = request.extensions().extended_key_usage;
  if (!usage) return {};
  std::string list;
  for (const asn1::Oid& purpose : usage->purposes) {
    if (purpose == asn1::oids::kAnyExtendedKeyUsage) continue;
    list += (list.empty() ? "" : ",") + purpose.to_dotted();
  }
  return list.empty() ? list : "extendedKeyUsage = " + list + "\n";
}

std::string adcs_commands(const DeskReport& report) {
  std::string text;
  if (report.parts.request->extensions().extended_key_usage) {
    text +=
        "rem let the CA take the extended key usage from requests, once\n"
        "certutil -setreg policy\\EnableRequestExtensionList +2.5.29.37\n"
        "net stop certsvc & net start certsvc\n";
  }
  if (found(report, rules::kIssuerUrlNotHttp) || found(report, rules::kNoIssuerUrl) ||
      found(report, rules::kCrlUrlNotHttp) || found(report, rules::kNoCrlUrl)) {
    text +=
        "rem publish AIA and CDP over http before signing: the URLs are written into the certificate\n"
        "certutil -getreg CA\\CACertPublicationURLs\n"
        "certutil -getreg CA\\CRLPublicationURLs\n";
  }
  if (found(report, rules::kOutlivesParent)) {
    text +=
        "rem the CA's own certificate ends first: renew it, or the answer is cut to its end\n"
        "certutil -renewCert ReuseKeys\n";
  }
  return text +
         "certreq -submit -attrib \"CertificateTemplate:SubCA\" request.req signed-certificate.cer\n"
         "certutil -ca.chain chain.p7b\n";
}

std::string openssl_commands(const DeskInput& input, const DeskReport& report) {
  return "cat > byoca.ext <<'END'\n"
         "basicConstraints = critical,CA:TRUE,pathlen:0\n"
         "keyUsage = critical,digitalSignature,keyCertSign,cRLSign\n" +
         purposes_line(*report.parts.request) +
         "subjectKeyIdentifier = hash\n"
         "authorityKeyIdentifier = keyid:always\n"
         "# where the private CA publishes its certificate and its CRL\n"
         "authorityInfoAccess = caIssuers;URI:http://pki.example/private-ca.cer\n"
         "crlDistributionPoints = URI:http://pki.example/private-ca.crl\n"
         "END\n"
         "openssl x509 -req -in request.req -CA private-ca.cer -CAkey private-ca.key -sha256 -days " +
         std::to_string(days_to_ask(input, report.parts)) + " -extfile byoca.ext -out signed-certificate.cer\n";
}

}  // namespace

std::string_view upload_box_name(UploadBox box) {
  return box == UploadBox::SignedCertificate ? "signed-certificate" : "chain";
}

std::vector<UploadFile> upload_files(const Parts& parts, const Pile& pile) {
  std::vector<UploadFile> files;
  if (!parts.answer) return files;
  files.push_back({UploadBox::SignedCertificate, "signed-certificate.cer", *parts.answer});
  for (std::size_t i = 0; i < parts.chain.size(); ++i) {
    const bool is_root = x509::is_self_signed(*pile.certificates[parts.chain[i]].certificate);
    files.push_back(
        {UploadBox::Chain, "chain-" + std::to_string(i + 1) + (is_root ? "-root.cer" : ".cer"), parts.chain[i]});
  }
  return files;
}

std::vector<CommandBlock> signing_commands(const DeskInput& input, const DeskReport& report) {
  if (report.parts.request == nullptr) return {};
  return {{"AD CS (certreq, certutil)", adcs_commands(report)}, {"OpenSSL", openssl_commands(input, report)}};
}

}  // namespace pki::cloudpki::byoca
