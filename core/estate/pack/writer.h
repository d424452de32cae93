#pragma once
// What each part of the pack is written with, and the parts.

#include "estate/pack/lines.h"
#include "estate/pack/stock.h"
#include "estate/plan.h"

namespace pki::estate::pack {

/// Adds files to a pack, in the order of the calls.
class PackWriter {
 public:
  void add(std::string path, FileKind kind, Bytes octets);
  void add(std::string path, FileKind kind, const Lines& lines) { add(std::move(path), kind, as_bytes(lines.text())); }
  Pack take() { return std::move(pack_); }

 private:
  Pack pack_;
};

/// One service of the stock, and the folder of its files.
struct PackedService {
  const ServiceView& view;
  /// "services/<id>/".
  std::string folder;

  const Service& service() const { return *view.service; }
};

/// What the service needs of the chain that it judges: whether its product is asked to check revocation, and how many
/// intermediate CAs it takes. The service must judge somebody.
struct Demands {
  bool revocation = false;
  std::size_t intermediates = 0;
};
Demands demands_of(const PackedService& packed, Time at);

/// The absolute name of a file of a service on its machine.
std::string place_of(const Stock& stock, std::string_view file);

/// Whether it is a DNS name that can stand in a configuration as it is.
bool is_host_name(std::string_view text);

// The parts, each a file of its own.

/// server.pem, server.key, anchors.pem, intermediates.pem, client-ca.pem, crls.pem.
void add_pem_files(const Stock& stock, const PackedService& packed, PackWriter& to);

/// nginx.conf.
void add_nginx(const Stock& stock, const PackedService& packed, PackWriter& to);
/// apache.conf.
void add_apache(const Stock& stock, const PackedService& packed, PackWriter& to);
/// eap.conf.
void add_freeradius(const Stock& stock, const PackedService& packed, PackWriter& to);

}  // namespace pki::estate::pack
