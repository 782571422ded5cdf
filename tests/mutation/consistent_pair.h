#pragma once

#include <map>
#include <string>
#include <vector>

namespace macrolint {

/// One program of an invented company: what its macros and pages are about.
struct Program {
  std::string name;
  /// In paths, tags and anchors.
  std::string slug;
  std::string inbox;
  /// As the macro has it, and as the page writes it.
  std::string status;
  std::string written_status;
  std::string channel_id;
  /// A sentence that the macro's wording and the page's quote share.
  std::string promise;
};

[[nodiscard]] const std::vector<Program>& programs();

/// Files by their paths: `.macrolint.yml`, two Zendesk instances with their macros, and a handbook that agrees with
/// them in every respect. Nothing is to be found there; tests plant one drift at a time.
using Files = std::map<std::string, std::string>;
[[nodiscard]] Files consistent_pair();

// Where a program's things are.
[[nodiscard]] std::string reply_title(const Program& program);
[[nodiscard]] std::string reply_file(const Program& program);
[[nodiscard]] std::string reply_wording_file(const Program& program);
[[nodiscard]] std::string form_title(const Program& program);
[[nodiscard]] std::string form_file(const Program& program);
[[nodiscard]] std::string page_file(const Program& program);
/// The address of the reply's file in its repository.
[[nodiscard]] std::string reply_url(const Program& program);

/// The files in the txtar format.
[[nodiscard]] std::string archive_of(const Files& files);

}  // namespace macrolint
