#include "git/repository.h"

#include <filesystem>

#include "catch.h"
#include "support/git_repository.h"

namespace macrolint {

namespace {

using git::Error;
using git::Repository;

Repository opened(const std::string& path) { return std::get<Repository>(Repository::open(path)); }

Error::Kind kind_of(const git::Result<Repository>& result) { return std::get<Error>(result).kind; }

using Paths = std::set<std::string>;

}  // namespace

TEST_CASE("A repository is found from any folder or file in its work tree, also from one that is not there yet") {
  const GitRepository repository("-- a/b/c.md --\ntext\n");
  for (const char* path : {"", "/a/b", "/a/b/c.md", "/a/new/new.md"}) {
    CHECK(opened(repository.path() + path).work_tree() == std::filesystem::canonical(repository.path()));
  }
  CHECK(opened(repository.path()).path_below(repository.path("a/b")) == "a/b");
  CHECK(opened(repository.path()).path_below(repository.path()).value().empty());
  CHECK(opened(repository.path()).path_below(repository.path("a/../x")) == "x");
  CHECK_FALSE(opened(repository.path()).path_below("/tmp").has_value());
  CHECK_FALSE(opened(repository.path()).is_shallow());
}

TEST_CASE("No repository, a bare one and a broken one are errors with a message") {
  const TemporaryFolder folder("-- broken/.git --\ngitdir: nowhere\n");
  CHECK(kind_of(Repository::open(folder.path())) == Error::Kind::no_repository);
  CHECK(kind_of(Repository::open(folder.path("missing/x"))) == Error::Kind::no_repository);
  run_git(folder.path(), {"init", "-q", "--bare", "bare"});
  CHECK(kind_of(Repository::open(folder.path("bare"))) == Error::Kind::no_repository);
  CHECK_FALSE(std::get<Error>(Repository::open(folder.path("broken"))).message.empty());
}

TEST_CASE("Revisions are found by any name, and a missing one says what to do") {
  GitRepository repository("-- a.md --\n1\n");
  const std::string first = repository.git({"rev-parse", "HEAD"});
  repository.git({"tag", "-a", "-m", "x", "v1"});
  repository.commit("-- a.md --\n2\n");
  const Repository open = opened(repository.path());
  for (const std::string& name : {first, first.substr(0, 10), std::string("HEAD~1"), std::string("v1")}) {
    CHECK(std::get<git::CommitId>(open.find_revision(name)) == first);
  }
  for (const char* name : {"nothing", "", "HEAD:a.md", "0123456789012345678901234567890123456789", "HEAD~9", "--all"}) {
    const auto found = open.find_revision(name);
    REQUIRE(std::holds_alternative<Error>(found));
    CHECK(std::get<Error>(found).kind == Error::Kind::unknown_revision);
    CHECK(std::get<Error>(found).message.find("GIT_DEPTH: 0") != std::string::npos);
  }
}

TEST_CASE("Merge requests are compared with the commit that the branch began at") {
  GitRepository repository("-- a.md --\n1\n");
  const std::string base = repository.git({"rev-parse", "HEAD"});
  repository.git({"checkout", "-q", "-b", "branch"});
  repository.commit("-- b.md --\n1\n");
  repository.git({"checkout", "-q", "main"});
  const std::string main = repository.commit("-- c.md --\n1\n");
  repository.git({"checkout", "-q", "branch"});
  CHECK(std::get<git::CommitId>(opened(repository.path()).merge_base("main")) == base);
  CHECK(std::get<git::CommitId>(opened(repository.path()).merge_base(base)) == base);

  repository.git({"checkout", "-q", "--orphan", "other"});
  repository.commit("-- d.md --\n1\n");
  CHECK(std::holds_alternative<Error>(opened(repository.path()).merge_base("main")));
}

TEST_CASE("A shallow clone can be compared with what it holds") {
  GitRepository repository("-- a.md --\n1\n");
  const std::string first = repository.git({"rev-parse", "HEAD"});
  const std::string second = repository.commit("-- a.md --\n2\n");
  repository.commit("-- a.md --\n3\n");
  const TemporaryFolder clones;
  run_git(clones.path(), {"clone", "-q", "--depth", "2", "file://" + repository.path(), "clone"});
  const Repository open = opened(clones.path("clone"));
  CHECK(std::get<git::CommitId>(open.merge_base(second)) == second);
  const auto missing = open.merge_base(first);
  REQUIRE(std::holds_alternative<Error>(missing));
  CHECK(std::get<Error>(missing).kind == Error::Kind::incomplete);
  CHECK(std::get<Error>(missing).message.find("GIT_DEPTH: 0") != std::string::npos);
}

TEST_CASE("A repository without a commit has no revision") {
  const GitRepository repository;
  CHECK(std::holds_alternative<Error>(opened(repository.path()).merge_base("HEAD")));
}

TEST_CASE("Changed files are those committed since, staged, unstaged, new and moved") {
  GitRepository repository(
      "-- .gitignore --\nignored\n-- same.md --\n1\n-- committed.md --\n1\n-- staged.md --\n1\n-- unstaged.md --\n1\n"
      "-- deleted.md --\n1\n-- from.md --\n1\n");
  const std::string base = repository.git({"rev-parse", "HEAD"});
  repository.commit("-- committed.md --\n2\n");
  repository.write("-- staged.md --\n2\n");
  repository.git({"add", "-A"});
  repository.git({"mv", "from.md", "to.md"});
  repository.write("-- unstaged.md --\n2\n-- d/new.md --\n1\n-- ignored/x.md --\n1\n");
  std::filesystem::remove(repository.path("deleted.md"));
  const auto changed = opened(repository.path()).changed_since(base);
  CHECK(std::get<Paths>(changed) ==
        Paths{"committed.md", "d/new.md", "deleted.md", "from.md", "staged.md", "to.md", "unstaged.md"});
}

TEST_CASE("No hook and no filter of a repository is run") {
  GitRepository repository("-- .gitattributes --\n*.md filter=evil\n-- a.md --\n1\n");
  const std::string marker = repository.path("ran");
  const std::string base = repository.git({"rev-parse", "HEAD"});
  for (const char* name : {"filter.evil.clean", "filter.evil.smudge", "core.fsmonitor", "diff.external"}) {
    repository.git({"config", name, "touch " + marker});
  }
  repository.write("-- a.md --\n2\n");
  CHECK(std::get<Paths>(opened(repository.path()).changed_since(base)) == Paths{"a.md"});
  CHECK_FALSE(std::filesystem::exists(marker));
}

}  // namespace macrolint
