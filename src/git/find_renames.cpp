#include "git/find_renames.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "git/similarity.h"

namespace macrolint::git {

namespace {

/// As git has it: half of the larger file.
constexpr unsigned least_similarity = 50;
/// The largest page and macro that is read at all.
constexpr std::uint64_t max_bytes = 1'000'000;
/// Above this many pairs of files in one step only files with one name are compared.
constexpr std::size_t max_pairs = 10'000;

/// A file that vanished or came up.
struct File {
  std::string path;
  git_oid id{};
  bool paired = false;
  /// Read when first needed; stays empty for what is not read.
  std::optional<Lines> lines;
  bool read = false;

  [[nodiscard]] std::string_view name() const { return std::string_view(path).substr(path.rfind('/') + 1); }
  [[nodiscard]] std::string_view extension() const {
    const std::size_t dot = name().rfind('.');
    return dot == std::string_view::npos ? std::string_view() : name().substr(dot);
  }
};

struct Candidate {
  unsigned similarity = 0;
  bool same_name = false;
  std::size_t before = 0;
  std::size_t after = 0;
};

class RenameFinder {
 public:
  RenameFinder(git_repository& repository, git_diff& diff, ReadBudget& budget)
      : repository_(repository), budget_(budget) {
    for (std::size_t index = 0; index < git_diff_num_deltas(&diff); ++index) {
      const git_diff_delta& delta = *git_diff_get_delta(&diff, index);
      if (delta.status == GIT_DELTA_DELETED && is_file(delta.old_file)) {
        before_.push_back({delta.old_file.path, delta.old_file.id, false, std::nullopt, false});
      } else if (delta.status == GIT_DELTA_ADDED && is_file(delta.new_file)) {
        after_.push_back({delta.new_file.path, delta.new_file.id, false, std::nullopt, false});
      }
    }
  }

  std::vector<Rename> find() && {
    if (!before_.empty() && !after_.empty()) {
      pair_equal();
      pair_similar();
    }
    return std::move(renames_);
  }

 private:
  static bool is_file(const git_diff_file& file) {
    return file.mode == GIT_FILEMODE_BLOB || file.mode == GIT_FILEMODE_BLOB_EXECUTABLE;
  }

  void pair(File& before, File& after) {
    before.paired = true;
    after.paired = true;
    renames_.push_back({before.path, after.path});
  }

  /// Of several equal files, one with the same name is taken before others.
  void pair_equal() {
    std::map<std::string, std::vector<File*>> by_id;
    for (File& file : before_) {
      by_id[key_of(file)].push_back(&file);
    }
    for (const bool same_name : {true, false}) {
      for (File& after : after_) {
        const auto found = by_id.find(key_of(after));
        if (after.paired || found == by_id.end()) {
          continue;
        }
        std::vector<File*>& files = found->second;
        const auto before = std::find_if(files.begin(), files.end(),
                                         [&](const File* file) { return !same_name || file->name() == after.name(); });
        if (before != files.end()) {
          pair(**before, after);
          files.erase(before);
        }
      }
    }
  }

  static std::string key_of(const File& file) { return {reinterpret_cast<const char*>(file.id.id), GIT_OID_RAWSZ}; }

  void pair_similar() {
    std::vector<Candidate> candidates = similar_pairs();
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& left, const Candidate& right) {
      return std::tie(right.similarity, right.same_name, left.before, left.after) <
             std::tie(left.similarity, left.same_name, right.before, right.after);
    });
    for (const Candidate& candidate : candidates) {
      if (!before_[candidate.before].paired && !after_[candidate.after].paired) {
        pair(before_[candidate.before], after_[candidate.after]);
      }
    }
  }

  std::vector<Candidate> similar_pairs() {
    const auto left = [](const std::vector<File>& files) {
      return static_cast<std::size_t>(
          std::count_if(files.begin(), files.end(), [](const File& file) { return !file.paired; }));
    };
    const bool many = left(before_) * left(after_) > max_pairs;
    std::multimap<std::string_view, std::size_t> by_key;
    for (std::size_t index = 0; index < after_.size(); ++index) {
      if (!after_[index].paired) {
        by_key.emplace(many ? after_[index].name() : after_[index].extension(), index);
      }
    }
    std::vector<Candidate> candidates;
    for (std::size_t before = 0; before < before_.size(); ++before) {
      if (before_[before].paired) {
        continue;
      }
      const auto [begin, end] = by_key.equal_range(many ? before_[before].name() : before_[before].extension());
      for (auto after = begin; after != end && candidates.size() < max_pairs; ++after) {
        add_if_similar(before, after->second, candidates);
      }
    }
    return candidates;
  }

  void add_if_similar(std::size_t before, std::size_t after, std::vector<Candidate>& candidates) {
    const Lines* one = lines_of(before_[before]);
    const Lines* other = one == nullptr ? nullptr : lines_of(after_[after]);
    if (other == nullptr) {
      return;
    }
    const unsigned similarity = one->similarity(*other);
    if (similarity >= least_similarity) {
      candidates.push_back({similarity, before_[before].name() == after_[after].name(), before, after});
    }
  }

  const Lines* lines_of(File& file) {
    if (!file.read) {
      file.read = true;
      read(file);
    }
    return file.lines.has_value() ? &*file.lines : nullptr;
  }

  void read(File& file) {
    git_odb* opened = nullptr;
    if (git_repository_odb(&opened, &repository_) != 0) {
      return;
    }
    const DatabaseHandle database(opened);
    std::size_t size = 0;
    git_object_t type = GIT_OBJECT_INVALID;
    git_blob* found = nullptr;
    if (git_odb_read_header(&size, &type, database.get(), &file.id) != 0 || size > max_bytes || size > budget_.bytes ||
        git_blob_lookup(&found, &repository_, &file.id) != 0) {
      return;
    }
    const BlobHandle blob(found);
    budget_.bytes -= size;
    file.lines.emplace(std::string_view(static_cast<const char*>(git_blob_rawcontent(blob.get())), size));
  }

  git_repository& repository_;
  ReadBudget& budget_;
  std::vector<File> before_;
  std::vector<File> after_;
  std::vector<Rename> renames_;
};

}  // namespace

std::vector<Rename> find_renames(git_repository& repository, git_diff& diff, ReadBudget& budget) {
  return RenameFinder(repository, diff, budget).find();
}

}  // namespace macrolint::git
