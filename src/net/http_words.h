#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace macrolint::net {

/// What a `Retry-After` asks for: a number of seconds, or a date, which counts from `now`, in seconds since 1970.
[[nodiscard]] std::optional<std::chrono::seconds> retry_after(const std::string& text, std::int64_t now);

/// `403 Forbidden`: a status as people know it.
[[nodiscard]] std::string status_text(long status);

}  // namespace macrolint::net
