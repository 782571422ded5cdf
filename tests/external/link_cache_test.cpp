#include "external/link_cache.h"

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include "catch.h"
#include "support/temporary_folder.h"

namespace macrolint {

namespace {

using Kind = ExternalOutcome::Kind;
constexpr std::int64_t now = 1'700'000'000;
constexpr std::int64_t day = 86'400;

ExternalOutcome outcome_of(Kind kind, long status = 200) {
  ExternalOutcome outcome;
  outcome.kind = kind;
  outcome.status = status;
  return outcome;
}

bool has(const std::string& path, const std::string& url, std::int64_t time = now) {
  return LinkCache::open(path)->find(url, "", {}, time).has_value();
}

void change(const std::string& path, const char* sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  REQUIRE(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(database);
}

}  // namespace

TEST_CASE("An outcome is kept as it is, for as long as its kind lasts") {
  const TemporaryFolder folder;
  const std::string path = folder.path("new/folder/cache.sqlite");
  ExternalOutcome working = outcome_of(Kind::working);
  working.moved_to = "https://b.org/";
  working.moved_plainly = true;
  working.is_needlessly_insecure = true;
  working.missing_fragments = {"one", "two"};
  working.other_fragments = {"three"};
  {
    const auto cache = LinkCache::open(path);
    cache->add("https://a.org/", "", working, now);
    cache->add("https://a.org/gone", "", outcome_of(Kind::gone, 404), now);
    cache->add("https://a.org/forbidden", "", outcome_of(Kind::unchecked, 403), now);
    cache->add("https://a.org/busy", "", outcome_of(Kind::unchecked, 429), now);
    cache->add("https://a.org/broken", "", outcome_of(Kind::unchecked, 500), now);
    cache->add("https://a.org/silent", "", outcome_of(Kind::unchecked, 0), now);
    CHECK(cache->warnings().empty());
  }
  const auto cache = LinkCache::open(path);
  const auto found = cache->find("https://a.org/", "", {"two", "three"}, now + 6 * day);
  REQUIRE(found.has_value());
  CHECK(found->kind == Kind::working);
  CHECK(found->moved_to == working.moved_to);
  CHECK(found->moved_plainly);
  CHECK(found->is_needlessly_insecure);
  CHECK(found->missing_fragments == working.missing_fragments);
  CHECK(found->other_fragments == working.other_fragments);
  CHECK_FALSE(cache->find("https://a.org/", "", {"four"}, now).has_value());
  CHECK_FALSE(cache->find("https://a.org/", "authorization ", {}, now).has_value());
  CHECK_FALSE(cache->find("https://a.org/", "", {}, now + 7 * day).has_value());
  CHECK_FALSE(cache->find("https://a.org/", "", {}, now - 1).has_value());
  CHECK(cache->find("https://a.org/gone", "", {}, now + day - 1).has_value());
  CHECK_FALSE(cache->find("https://a.org/gone", "", {}, now + day).has_value());
  CHECK(cache->find("https://a.org/forbidden", "", {}, now).has_value());
  for (const char* url : {"https://a.org/busy", "https://a.org/broken", "https://a.org/silent", "https://a.org/new"}) {
    CHECK_FALSE(cache->find(url, "", {}, now).has_value());
  }
}

TEST_CASE("A cache that is damaged or of another version is made anew, with a warning") {
  const TemporaryFolder folder;
  const std::string path = folder.path("cache.sqlite");
  const auto fill = [&] { LinkCache::open(path)->add("https://a.org/", "", outcome_of(Kind::working), now); };
  const auto check_anew = [&](const char* word) {
    {
      const auto cache = LinkCache::open(path);
      REQUIRE(cache->warnings().size() == 1);
      CHECK(cache->warnings().front().find(word) != std::string::npos);
      CHECK_FALSE(cache->find("https://a.org/", "", {}, now).has_value());
    }
    fill();
    CHECK(has(path, "https://a.org/"));
  };
  fill();
  change(path, "PRAGMA user_version = 7");
  check_anew("another version");
  folder.write("cache.sqlite", "this is no database, but it is long enough to look at " + std::string(4096, 'x'));
  check_anew("damaged");
  std::string text = folder.read("cache.sqlite");
  folder.write("cache.sqlite", text.substr(0, text.size() / 2));
  check_anew("damaged");
  text = folder.read("cache.sqlite");
  for (std::size_t at = 100; at < text.size(); ++at) {
    text[at] = '\x5a';
  }
  folder.write("cache.sqlite", text);
  check_anew("damaged");
  folder.write("cache.sqlite", "");
  CHECK_FALSE(has(path, "https://a.org/"));
}

TEST_CASE("A file that is not the cache's stays as it is") {
  const TemporaryFolder folder;
  folder.write("notes.md", "# Notes that somebody needs\n");
  const auto cache = LinkCache::open(folder.path("notes.md"));
  CHECK(cache->warnings().size() == 1);
  cache->add("https://a.org/", "", outcome_of(Kind::working), now);
  cache->write();
  CHECK(folder.read("notes.md") == "# Notes that somebody needs\n");
  change(folder.path("other.sqlite"), "CREATE TABLE outcomes (precious TEXT); INSERT INTO outcomes VALUES ('thing')");
  const std::string before = folder.read("other.sqlite");
  CHECK(LinkCache::open(folder.path("other.sqlite"))->warnings().size() == 1);
  CHECK(folder.read("other.sqlite") == before);
  folder.write("file", "");
  CHECK(LinkCache::open(folder.path("file/cache.sqlite"))->warnings().size() == 1);
}

TEST_CASE("Several processes fill one cache, and some are killed") {
  const TemporaryFolder folder;
  const std::string path = folder.path("cache.sqlite");
  constexpr int processes = 6;
  constexpr int addresses = 400;
  std::vector<pid_t> children;
  for (int process = 0; process < processes; ++process) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      {
        const auto cache = LinkCache::open(path);
        for (int index = 0; index < addresses; ++index) {
          cache->add("https://a.org/" + std::to_string(process) + "/" + std::to_string(index), "",
                     outcome_of(Kind::working), now);
          if (index % 50 == 0) {
            cache->write();
          }
          if (process % 3 == 2 && index == addresses / 2) {
            ::raise(SIGKILL);
          }
        }
      }
      ::_exit(0);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    ::waitpid(child, nullptr, 0);
  }
  const auto cache = LinkCache::open(path);
  CHECK(cache->warnings().empty());
  int found = 0;
  for (int process = 0; process < processes; ++process) {
    for (int index = 0; index < addresses; ++index) {
      found +=
          cache->find("https://a.org/" + std::to_string(process) + "/" + std::to_string(index), "", {}, now) ? 1 : 0;
    }
  }
  CHECK(found >= 4 * addresses + 2 * (addresses / 2 - 50));
}

}  // namespace macrolint
