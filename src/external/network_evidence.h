#pragma once

#include <cstddef>
#include <set>
#include <string>

namespace macrolint {

/// What the course of a run tells about the network itself. Without it, or behind a wall, names of hosts are "not
/// known" that everybody knows: that a host does not exist may only be said where the public network is seen to be
/// there.
class NetworkEvidence {
 public:
  /// `is_public` says whether the answer came from beyond the machine's own network, `is_secure` whether a certificate
  /// vouched for it.
  void add_answer(const std::string& host, bool is_public, bool is_secure);
  void add_silence(const std::string& host);
  void add_unknown(const std::string& host);

  [[nodiscard]] bool has_answers() const { return !answered_.empty(); }
  /// So many hosts were silent, and none answered, that it is not worth asking others.
  [[nodiscard]] bool seems_gone() const;
  /// Whether some hosts were asked for, and none answered.
  [[nodiscard]] bool is_silent() const;
  /// Whether hosts are unknown because they do not exist, and not because of where this machine is. `has_witness` says
  /// that a host that is known to exist was found.
  [[nodiscard]] bool tells_unknown_hosts(bool has_witness) const;
  /// Whether certificates are those of the hosts, and not of something on the way that reads along.
  [[nodiscard]] bool tells_certificates() const { return has_secure_answer_; }

 private:
  std::set<std::string> answered_;
  std::set<std::string> silent_;
  std::set<std::string> unknown_;
  bool has_public_answer_ = false;
  bool has_secure_answer_ = false;
};

}  // namespace macrolint
