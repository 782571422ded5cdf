#include "net/http_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <ctime>
#include <string_view>
#include <utility>

namespace macrolint::net {

std::optional<std::chrono::seconds> retry_after(const std::string& text, std::int64_t now) {
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error == std::errc() && end == text.data() + text.size()) {
    return seconds < 0 ? std::nullopt : std::optional(std::chrono::seconds(seconds));
  }
  std::tm date{};
  const char* rest = ::strptime(text.c_str(), "%a, %d %b %Y %H:%M:%S GMT", &date);
  if (rest == nullptr || *rest != '\0') {
    return std::nullopt;
  }
  return std::chrono::seconds(std::max<std::int64_t>(static_cast<std::int64_t>(::timegm(&date)) - now, 0));
}

std::string status_text(long status) {
  constexpr std::pair<long, std::string_view> names[] = {{400, "Bad Request"},
                                                         {401, "Unauthorized"},
                                                         {402, "Payment Required"},
                                                         {403, "Forbidden"},
                                                         {404, "Not Found"},
                                                         {405, "Method Not Allowed"},
                                                         {406, "Not Acceptable"},
                                                         {408, "Request Timeout"},
                                                         {410, "Gone"},
                                                         {429, "Too Many Requests"},
                                                         {451, "Unavailable For Legal Reasons"},
                                                         {500, "Internal Server Error"},
                                                         {501, "Not Implemented"},
                                                         {502, "Bad Gateway"},
                                                         {503, "Service Unavailable"},
                                                         {504, "Gateway Timeout"}};
  for (const auto& [number, name] : names) {
    if (number == status) {
      return fmt::format("{} {}", number, name);
    }
  }
  return std::to_string(status);
}

}  // namespace macrolint::net
