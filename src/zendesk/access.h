#pragma once

#include <functional>
#include <string>
#include <variant>

#include "web_api/api_service.h"

namespace macrolint::zendesk {

/// The value of a variable; empty if it is not set.
using Environment = std::function<std::string(const std::string& variable)>;

/// The address of an instance and what it is asked with, or what is wrong with them as a sentence. The credentials come
/// from the environment only. Strangers can propose another address in the configuration, so they are sent to Zendesk's
/// own domain, or to the one address that `ZENDESK_URL` of the same environment names.
[[nodiscard]] std::variant<ApiService, std::string> find_service(const std::string& instance,
                                                                 const std::string& configured_url,
                                                                 const Environment& environment);

}  // namespace macrolint::zendesk
