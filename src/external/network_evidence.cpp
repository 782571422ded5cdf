#include "external/network_evidence.h"

namespace macrolint {

namespace {

constexpr std::size_t hosts_that_tell = 24;
/// Where so many hosts are unknown and fewer answer, only some names can be looked up, as where a list says which.
constexpr std::size_t unknown_hosts_that_tell = 8;

}  // namespace

void NetworkEvidence::add_answer(const std::string& host, bool is_public, bool is_secure) {
  answered_.insert(host);
  silent_.erase(host);
  has_public_answer_ = has_public_answer_ || is_public;
  has_secure_answer_ = has_secure_answer_ || (is_public && is_secure);
}

void NetworkEvidence::add_silence(const std::string& host) {
  if (!answered_.contains(host)) {
    silent_.insert(host);
  }
}

void NetworkEvidence::add_unknown(const std::string& host) { unknown_.insert(host); }

bool NetworkEvidence::seems_gone() const {
  return answered_.empty() && silent_.size() + unknown_.size() >= hosts_that_tell;
}

bool NetworkEvidence::is_silent() const { return answered_.empty() && silent_.size() + unknown_.size() > 0; }

bool NetworkEvidence::tells_unknown_hosts(bool has_witness) const {
  const bool are_most_unknown =
      unknown_.size() >= unknown_hosts_that_tell && unknown_.size() > answered_.size() + silent_.size();
  return (has_public_answer_ || has_witness) && !are_most_unknown;
}

}  // namespace macrolint
