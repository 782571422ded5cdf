#include "external/link_cache.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "external/sqlite_statement.h"

namespace macrolint {

namespace {

using Kind = ExternalOutcome::Kind;

/// Marks the file as ours, whatever its name: `mlnk`.
constexpr std::int64_t application = 0x6d6c6e6b;
/// Of the tables. Another one is made anew: all of it can be found out again.
constexpr std::int64_t version = 1;
constexpr int busy_timeout_ms = 5'000;
constexpr std::size_t entries_at_once = 256;
constexpr std::int64_t seconds_between_writes = 2;

constexpr std::int64_t hour = 3'600;
constexpr std::int64_t day = 24 * hour;

constexpr const char* create_tables =
    "CREATE TABLE outcomes (url TEXT NOT NULL, variant TEXT NOT NULL, time INTEGER NOT NULL, kind INTEGER NOT NULL,"
    " status INTEGER NOT NULL, reason TEXT NOT NULL, moved_to TEXT NOT NULL, moved_plainly INTEGER NOT NULL,"
    " insecure INTEGER NOT NULL, missing_fragments TEXT NOT NULL, other_fragments TEXT NOT NULL,"
    " PRIMARY KEY (url, variant)) WITHOUT ROWID;"
    "PRAGMA application_id = 1835822699;"
    "PRAGMA user_version = 1;";
static_assert(application == 1835822699 && version == 1);

constexpr const char* select_outcome =
    "SELECT time, kind, status, reason, moved_to, moved_plainly, insecure, missing_fragments, other_fragments "
    "FROM outcomes WHERE url = ? AND variant = ?";
constexpr const char* replace_outcome =
    "REPLACE INTO outcomes (url, variant, time, kind, status, reason, moved_to, moved_plainly, insecure,"
    " missing_fragments, other_fragments) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

using Fragments = std::set<std::string, std::less<>>;

/// One on a line; none has a line end in it.
std::string lines_of(const Fragments& fragments) {
  std::string lines;
  for (const std::string& fragment : fragments) {
    lines += fragment + '\n';
  }
  return lines;
}

Fragments fragments_of(std::string_view lines) {
  Fragments fragments;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    fragments.emplace(lines.substr(0, end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return fragments;
}

bool execute(sqlite3* database, const char* sql) {
  return sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

std::int64_t number_from(sqlite3* database, const char* sql) {
  SqliteStatement statement(database, sql);
  return statement.next() ? statement.number(0) : -1;
}

bool is_sound(sqlite3* database) {
  SqliteStatement check(database, "PRAGMA quick_check(1)");
  return check.next() && check.text(0) == "ok";
}

/// Whether the name says that a database is expected there, so that garbage in its place may go.
bool is_named_as_database(const std::string& path) {
  constexpr std::array<std::string_view, 3> endings = {".sqlite", ".sqlite3", ".db"};
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return path.ends_with(ending); });
}

}  // namespace

std::int64_t lifetime_of(const ExternalOutcome& outcome) {
  switch (outcome.kind) {
    case Kind::working:
      return 7 * day;
    case Kind::gone:
      return day;
    case Kind::no_such_host:
    case Kind::bad_certificate:
      return 6 * hour;
    case Kind::unchecked:
      // Refused for good, more or less; a server that is busy or broken may not be in a minute.
      return outcome.status >= 400 && outcome.status < 500 && outcome.status != 408 && outcome.status != 429 ? day : 0;
    case Kind::absent:
      // What a token may see is not for a file that others may read.
      return 0;
  }
  return 0;
}

std::unique_ptr<LinkCache> LinkCache::open(const std::string& path) {
  std::unique_ptr<LinkCache> cache(new LinkCache(path));
  std::error_code error;
  if (const auto folder = std::filesystem::path(path).parent_path(); !folder.empty()) {
    std::filesystem::create_directories(folder, error);
  }
  if (!cache->open_file()) {
    cache->close();
  }
  return cache;
}

LinkCache::~LinkCache() {
  write();
  close();
}

void LinkCache::close() {
  sqlite3_close(database_);
  database_ = nullptr;
}

void LinkCache::fail(const std::string& what) {
  warnings_.push_back(fmt::format("The cache `{}` {}; going on without it.", path_, what));
  close();
}

bool LinkCache::open_file() {
  constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  if (sqlite3_open_v2(path_.c_str(), &database_, flags, nullptr) != SQLITE_OK) {
    fail(fmt::format("cannot be opened: {}", sqlite3_errmsg(database_)));
    return false;
  }
  sqlite3_busy_timeout(database_, busy_timeout_ms);
  execute(database_, "PRAGMA trusted_schema = OFF; PRAGMA synchronous = NORMAL");
  if (prepare_tables()) {
    return true;
  }
  const int error = sqlite3_errcode(database_);
  if (database_ == nullptr || (error != SQLITE_NOTADB && error != SQLITE_CORRUPT && error != SQLITE_OK)) {
    if (database_ != nullptr) {
      fail(fmt::format("cannot be used: {}", sqlite3_errmsg(database_)));
    }
    return false;
  }
  if (error == SQLITE_NOTADB && !is_named_as_database(path_)) {
    fail("is some other file and stays as it is");
    return false;
  }
  start_anew();
  return database_ != nullptr;
}

/// False if the file is damaged; then SQLite's error is that of a damaged file, or none. False without a database if
/// the file belongs to another program.
bool LinkCache::prepare_tables() {
  if (!execute(database_, "BEGIN IMMEDIATE")) {
    return false;
  }
  const std::int64_t tables = number_from(database_, "SELECT count(*) FROM sqlite_master");
  const std::int64_t owner = number_from(database_, "PRAGMA application_id");
  const std::int64_t found = number_from(database_, "PRAGMA user_version");
  if (tables > 0 && owner != application) {
    fail("is the database of another program and stays as it is");
    return false;
  }
  if (tables > 0 && found == version) {
    return is_sound(database_) && execute(database_, "COMMIT");
  }
  if (tables > 0) {
    warnings_.push_back(fmt::format("The cache `{}` is of another version and is made anew.", path_));
    execute(database_, "DROP TABLE IF EXISTS outcomes");
  }
  return tables >= 0 && execute(database_, create_tables) && execute(database_, "COMMIT");
}

void LinkCache::start_anew() {
  close();
  warnings_.push_back(fmt::format("The cache `{}` is damaged and is made anew.", path_));
  std::error_code error;
  for (const char* ending : {"", "-journal", "-wal", "-shm"}) {
    std::filesystem::remove(path_ + ending, error);
  }
  constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  const bool is_open = sqlite3_open_v2(path_.c_str(), &database_, flags, nullptr) == SQLITE_OK;
  sqlite3_busy_timeout(database_, busy_timeout_ms);
  if (!is_open || (!prepare_tables() && database_ != nullptr)) {
    fail("cannot be made anew");
  }
}

std::optional<ExternalOutcome> LinkCache::find(const std::string& url, const std::string& variant,
                                               const Fragments& fragments, std::int64_t now) {
  if (database_ == nullptr) {
    return std::nullopt;
  }
  SqliteStatement row(database_, select_outcome);
  row.bind(1, url);
  row.bind(2, variant);
  if (!row.next()) {
    if (row.has_failed()) {
      fail("cannot be read");
    }
    return std::nullopt;
  }
  ExternalOutcome outcome;
  const std::int64_t age = now - row.number(0);
  const std::int64_t kind = row.number(1);
  if (kind < 0 || kind > static_cast<std::int64_t>(Kind::unchecked)) {
    return std::nullopt;
  }
  outcome.kind = static_cast<Kind>(kind);
  outcome.status = static_cast<long>(row.number(2));
  outcome.reason = row.text(3);
  outcome.moved_to = row.text(4);
  outcome.moved_plainly = row.number(5) != 0;
  outcome.is_needlessly_insecure = row.number(6) != 0;
  outcome.missing_fragments = fragments_of(row.text(7));
  outcome.other_fragments = fragments_of(row.text(8));
  const bool knows_fragments = std::all_of(fragments.begin(), fragments.end(), [&](const std::string& fragment) {
    return outcome.missing_fragments.contains(fragment) || outcome.other_fragments.contains(fragment);
  });
  return knows_fragments && age >= 0 && age < lifetime_of(outcome) ? std::optional(std::move(outcome)) : std::nullopt;
}

void LinkCache::add(const std::string& url, const std::string& variant, const ExternalOutcome& outcome,
                    std::int64_t now) {
  if (database_ == nullptr || lifetime_of(outcome) == 0) {
    return;
  }
  written_at_ = written_at_ == 0 ? now : written_at_;
  unwritten_.push_back({url, variant, outcome, now});
  if (unwritten_.size() >= entries_at_once || now - written_at_ >= seconds_between_writes) {
    write();
    written_at_ = now;
  }
}

void LinkCache::write() {
  if (database_ == nullptr || unwritten_.empty()) {
    return;
  }
  bool is_written = execute(database_, "BEGIN IMMEDIATE");
  {
    SqliteStatement row(database_, replace_outcome);
    for (const Entry& entry : unwritten_) {
      const ExternalOutcome& outcome = entry.outcome;
      const std::string missing = lines_of(outcome.missing_fragments);
      const std::string others = lines_of(outcome.other_fragments);
      row.bind(1, entry.url);
      row.bind(2, entry.variant);
      row.bind(3, entry.time);
      row.bind(4, static_cast<std::int64_t>(outcome.kind));
      row.bind(5, static_cast<std::int64_t>(outcome.status));
      row.bind(6, outcome.reason);
      row.bind(7, outcome.moved_to);
      row.bind(8, static_cast<std::int64_t>(outcome.moved_plainly));
      row.bind(9, static_cast<std::int64_t>(outcome.is_needlessly_insecure));
      row.bind(10, missing);
      row.bind(11, others);
      is_written = is_written && row.run();
      row.reset();
    }
  }
  unwritten_.clear();
  if (!is_written || !execute(database_, "COMMIT")) {
    fail(fmt::format("cannot be written: {}", sqlite3_errmsg(database_)));
  }
}

}  // namespace macrolint
