// Stands in for the parts of src/net that use libcurl, of which Debian has no archive that can be linked: it wants
// Kerberos and LDAP. With these definitions the linker never takes the objects that do. So the static program asks
// nothing of the web, and says so when `--online` is wanted.
#include "net/resolver.h"
#include "net/transfers.h"
#include "net/web_url.h"

namespace macrolint::net {

struct Transfers::State {};

std::string Transfers::obstacle(std::string_view consequence) {
  return "This program was built without the network, so " + std::string(consequence) +
         ". The package for Debian has it.";
}
Transfers::Transfers(TransferOptions) {}
Transfers::~Transfers() = default;
void Transfers::start(Request) {}
std::size_t Transfers::active() const { return 0; }
std::vector<Response> Transfers::wait(std::chrono::milliseconds) { return {}; }
void Transfers::wake() {}

std::optional<WebUrl> parse_web_url(std::string_view) { return std::nullopt; }
std::optional<WebUrl> resolve_web_url(const WebUrl&, std::string_view) { return std::nullopt; }

// Looking up names takes glibc's shared libraries.
Resolution resolve_host(const std::string& host) { return {host, Resolution::State::failed, {}}; }

}  // namespace macrolint::net
