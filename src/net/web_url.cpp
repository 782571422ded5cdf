#include "net/web_url.h"

#include <locale.h>

#include <algorithm>
#include <charconv>
#include <memory>

#include "net/libcurl.h"

namespace macrolint::net {

namespace {

/// Longer ones are refused by most servers; the standard wants at least 8,000 to be taken.
constexpr std::size_t max_url_bytes = 8'000;

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Handle = std::unique_ptr<CURLU, FreeUrl>;

std::string part(CURLU* url, CURLUPart name, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url, name, &text, flags) != CURLUE_OK) {
    return {};
  }
  std::string copy = text;
  curl_free(text);
  return copy;
}

/// libcurl takes a host's letters to be in the encoding of the thread's locale; they are UTF-8, whatever that is.
class Utf8Locale {
 public:
  Utf8Locale() : locale_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    before_ = locale_ == nullptr ? nullptr : ::uselocale(locale_);
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;
  ~Utf8Locale() {
    if (locale_ != nullptr) {
      ::uselocale(before_);
      ::freelocale(locale_);
    }
  }

 private:
  locale_t locale_;
  locale_t before_ = nullptr;
};

/// The host in ASCII; empty if its letters cannot be encoded.
std::string host_of(CURLU* url) {
  std::string host = part(url, CURLUPART_HOST);
  const bool is_ascii =
      std::none_of(host.begin(), host.end(), [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; });
  if (is_ascii) {
    return host;
  }
  const Utf8Locale locale;
  return part(url, CURLUPART_HOST, CURLU_PUNYCODE);
}

bool has_control_characters(std::string_view text) {
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    if (value < 0x20 || value == 0x7f) {
      return true;
    }
  }
  return false;
}

bool set_url(CURLU* url, std::string_view text) {
  return text.size() <= max_url_bytes && !has_control_characters(text) &&
         curl_url_set(url, CURLUPART_URL, std::string(text).c_str(), CURLU_URLENCODE) == CURLUE_OK;
}

std::optional<WebUrl> read(CURLU* url) {
  WebUrl result;
  const std::string scheme = part(url, CURLUPART_SCHEME);
  result.is_secure = scheme == "https";
  if (!result.is_secure && scheme != "http") {
    return std::nullopt;
  }
  result.host = host_of(url);
  if (result.host.empty() || result.host.find('%') != std::string::npos) {
    return std::nullopt;  // nothing, letters that cannot be encoded, or an interface of this machine
  }
  for (char& byte : result.host) {
    byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
  }
  result.fragment = part(url, CURLUPART_FRAGMENT);
  for (const CURLUPart gone : {CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS, CURLUPART_FRAGMENT}) {
    curl_url_set(url, gone, nullptr, 0);
  }
  if (curl_url_set(url, CURLUPART_HOST, result.host.c_str(), 0) != CURLUE_OK) {
    return std::nullopt;
  }
  const std::string port = part(url, CURLUPART_PORT, CURLU_DEFAULT_PORT);
  std::from_chars(port.data(), port.data() + port.size(), result.port);
  const bool is_default_port = result.port == (result.is_secure ? 443U : 80U);
  result.authority = is_default_port ? result.host : result.host + ":" + port;
  const std::string query = part(url, CURLUPART_QUERY);
  result.path = part(url, CURLUPART_PATH) + (query.empty() ? "" : "?" + query);
  result.text = part(url, CURLUPART_URL, CURLU_NO_DEFAULT_PORT);
  return result.port == 0 || result.text.empty() ? std::nullopt : std::optional(std::move(result));
}

}  // namespace

std::optional<WebUrl> parse_web_url(std::string_view text) {
  if (!library.is_there()) {
    return std::nullopt;
  }
  const Handle url(curl_url());
  return set_url(url.get(), text) ? read(url.get()) : std::nullopt;
}

std::optional<WebUrl> resolve_web_url(const WebUrl& base, std::string_view location) {
  const Handle url(curl_url());
  return set_url(url.get(), base.text) && set_url(url.get(), location) ? read(url.get()) : std::nullopt;
}

}  // namespace macrolint::net
