#pragma once

#include "net/web_url.h"

namespace macrolint {

/// Whether a permanent redirect from one address to another tells no more than where the same resource is now: scheme,
/// host, a slash at the end or a folder above changed. A redirect to a start page, to a page for signing in, or to a
/// translation chosen for the client is sent as permanent by many servers, too, but is not what a link should name.
[[nodiscard]] bool is_plain_move(const net::WebUrl& from, const net::WebUrl& to);

}  // namespace macrolint
