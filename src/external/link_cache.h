#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "external/outcome.h"

struct sqlite3;

namespace macrolint {

/// What earlier runs found out about external addresses: a SQLite file that several processes may use at once, and that
/// a process which is killed leaves in order. A cache that cannot be used any more is only slow: whatever goes wrong,
/// the run goes on without it, with a warning. It holds addresses and outcomes, nothing that was sent to a host.
class LinkCache {
 public:
  /// Opens the file, made anew if it is not there. One that is damaged or of another version is made anew, too; one
  /// that is something else is left alone.
  [[nodiscard]] static std::unique_ptr<LinkCache> open(const std::string& path);
  LinkCache(const LinkCache&) = delete;
  LinkCache& operator=(const LinkCache&) = delete;
  /// Writes what is not written yet.
  ~LinkCache();

  /// What is known of an address and not too old at `now` (seconds since 1970), if it says something about all of these
  /// fragments. `variant` tells apart what is asked with different headers.
  [[nodiscard]] std::optional<ExternalOutcome> find(const std::string& url, const std::string& variant,
                                                    const std::set<std::string, std::less<>>& fragments,
                                                    std::int64_t now);
  /// Keeps an outcome, if it is of a kind that lasts. Written soon, several at a time.
  void add(const std::string& url, const std::string& variant, const ExternalOutcome& outcome, std::int64_t now);
  /// Writes what was added.
  void write();

  /// What went wrong, a sentence each.
  [[nodiscard]] const std::vector<std::string>& warnings() const { return warnings_; }

 private:
  struct Entry {
    std::string url;
    std::string variant;
    ExternalOutcome outcome;
    std::int64_t time = 0;
  };

  explicit LinkCache(std::string path) : path_(std::move(path)) {}
  [[nodiscard]] bool open_file();
  [[nodiscard]] bool prepare_tables();
  void start_anew();
  void fail(const std::string& what);
  void close();

  std::string path_;
  sqlite3* database_ = nullptr;
  std::vector<Entry> unwritten_;
  std::int64_t written_at_ = 0;
  std::vector<std::string> warnings_;
};

/// How long an outcome is taken for granted, in seconds: a success longer than a failure, and what may be different in
/// a minute not at all.
[[nodiscard]] std::int64_t lifetime_of(const ExternalOutcome& outcome);

}  // namespace macrolint
