#pragma once

#include <chrono>
#include <string>

namespace macrolint {

// What the servers of the tests are made of.

/// Opens a port of 127.0.0.1 that is free.
[[nodiscard]] int listen_on_loopback(unsigned& port);

/// Whether all of it could be sent.
bool send_all(int socket, const std::string& text);

/// Waits until the other side sends something, at most for so long; false if it does not.
[[nodiscard]] bool has_input(int socket, std::chrono::milliseconds longest);

}  // namespace macrolint
