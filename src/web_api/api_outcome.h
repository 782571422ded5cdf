#pragma once

#include "net/transfer.h"
#include "web_api/api_client.h"

namespace macrolint {

/// Reads what came for a request that is not to be repeated: the answer, or what is wrong with it.
[[nodiscard]] ApiResult read_outcome(const net::Request& request, const net::Response& response, AnswerForm form);

/// Whether the same request may have success later. One that may have been obeyed without an answer is not repeated.
[[nodiscard]] bool may_repeat(const net::Request& request, const net::Response& response);

}  // namespace macrolint
