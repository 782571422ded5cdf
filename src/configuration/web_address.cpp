#include "configuration/web_address.h"

#include <curl/curl.h>

#include <memory>
#include <string_view>

namespace macrolint {

namespace {

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

}  // namespace

bool is_web_address(const std::string& text) {
  const std::unique_ptr<CURLU, FreeUrl> url(curl_url());
  if (!url || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK) {
    return false;
  }
  char* part = nullptr;
  if (curl_url_get(url.get(), CURLUPART_SCHEME, &part, 0) != CURLUE_OK) {
    return false;
  }
  const std::unique_ptr<char, decltype(&curl_free)> scheme(part, curl_free);
  return std::string_view(scheme.get()) == "https" || std::string_view(scheme.get()) == "http";
}

}  // namespace macrolint
