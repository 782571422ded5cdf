#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace macrolint {

/// What was found out about an address on the web.
struct ExternalOutcome {
  enum class Kind : std::uint8_t {
    working,
    gone,             ///< 404 or 410
    no_such_host,     ///< the host's name is not known to anybody
    bad_certificate,  ///< no browser would connect
    unchecked,        ///< it could not be found out; says nothing about the address
    absent,           ///< the API of its host says that there is no such thing
  };

  Kind kind = Kind::unchecked;
  /// The last answer's status; 0 without an answer.
  long status = 0;
  /// Of `unchecked` and `bad_certificate`: how it went, to follow a colon. Of `absent`: what is not there, a sentence.
  std::string reason;
  /// Where permanent redirects lead to; empty without one.
  std::string moved_to;
  /// The redirect changes nothing but where the same resource is found.
  bool moved_plainly = false;
  /// It is served without encryption, and with encryption as well.
  bool is_needlessly_insecure = false;
  /// Of the fragments that were asked for: those that the page surely lacks, and the others.
  std::set<std::string, std::less<>> missing_fragments;
  std::set<std::string, std::less<>> other_fragments;
  /// Of a file in a repository whose missing fragments are lines: how many it has.
  std::optional<std::size_t> lines;
  /// Of `absent`: the address of what was probably meant, and whether that is the same file in another folder.
  std::string nearby;
  bool is_nearby_moved = false;
};

/// By the address as it is written, without its fragment.
using ExternalOutcomes = std::map<std::string, ExternalOutcome, std::less<>>;

/// The addresses that documents name, each with the fragments that are named with it.
using ExternalRequest = std::map<std::string, std::set<std::string, std::less<>>, std::less<>>;

/// The part of a written address that is asked for: all but the fragment.
[[nodiscard]] std::string_view address_without_fragment(std::string_view url);
/// The fragment as it is written, without a text fragment (`:~:text=`); empty if there is nothing to look for.
[[nodiscard]] std::string_view fragment_of(std::string_view url);

}  // namespace macrolint
