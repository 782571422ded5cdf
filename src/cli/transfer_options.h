#pragma once

#include <string>

#include "configuration/configuration.h"
#include "net/transfers.h"

namespace macrolint::cli {

/// The value of an environment variable; empty if it is not set.
[[nodiscard]] std::string environment(const std::string& name);

/// Where connections may go and whose certificates count, as the configuration and `SSL_CERT_FILE` say.
[[nodiscard]] net::TransferOptions transfer_options(const LinkSettings& settings);

}  // namespace macrolint::cli
