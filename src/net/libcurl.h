#pragma once

#include <curl/curl.h>

#include "library/late_library.h"

/// The functions of libcurl that this program calls.
#define MACROLINT_LIBCURL_FUNCTIONS(DO) \
  DO(curl_easy_cleanup)                 \
  DO(curl_easy_getinfo)                 \
  DO(curl_easy_init)                    \
  DO(curl_easy_setopt)                  \
  DO(curl_easy_strerror)                \
  DO(curl_free)                         \
  DO(curl_global_init)                  \
  DO(curl_multi_add_handle)             \
  DO(curl_multi_cleanup)                \
  DO(curl_multi_info_read)              \
  DO(curl_multi_init)                   \
  DO(curl_multi_perform)                \
  DO(curl_multi_poll)                   \
  DO(curl_multi_remove_handle)          \
  DO(curl_multi_setopt)                 \
  DO(curl_multi_wakeup)                 \
  DO(curl_slist_append)                 \
  DO(curl_slist_free_all)               \
  DO(curl_url)                          \
  DO(curl_url_cleanup)                  \
  DO(curl_url_get)                      \
  DO(curl_url_set)

namespace macrolint::net {

inline constinit const LateLibrary library(MACROLINT_LIBCURL);

MACROLINT_LIBCURL_FUNCTIONS(MACROLINT_LATE_FUNCTION)

}  // namespace macrolint::net
