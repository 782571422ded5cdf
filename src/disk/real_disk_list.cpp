#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <deque>
#include <iterator>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "disk/disk.h"
#include "disk/disk_error.h"
#include "disk/file_descriptor.h"
#include "disk/file_name.h"
#include "disk/paths.h"
#include "threads/threads.h"

namespace macrolint {

namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};
using Folder = std::unique_ptr<DIR, CloseFolder>;

/// A folder that is being read: the open folder, and its path below the one that is listed with a `/` behind.
struct Level {
  Folder folder;
  std::string prefix;
  std::size_t depth = 0;
};

/// Folders that were found and that any thread may read.
class FolderQueue {
 public:
  explicit FolderQueue(unsigned threads) : reading_(threads) {}

  /// Whether a folder should be kept here instead of being read at once. Some have to be, so that no thread runs out of
  /// work; open folders are a scarce good, so that they are few.
  [[nodiscard]] bool has_room() const { return size_.load(std::memory_order_relaxed) < max_size; }

  void add(Level level) {
    {
      const std::lock_guard lock(mutex_);
      levels_.push_back(std::move(level));
      size_ = levels_.size();
    }
    changed_.notify_one();
  }

  /// Waits for a folder; nothing once all threads wait, since then no more will come.
  std::optional<Level> take() {
    std::unique_lock lock(mutex_);
    if (levels_.empty() && --reading_ == 0) {
      finish();
    } else if (levels_.empty()) {
      changed_.wait(lock, [this] { return !levels_.empty() || finished_; });
      ++reading_;
    }
    if (finished_) {
      return std::nullopt;
    }
    // The first was found nearest to the top, so that it holds most.
    Level level = std::move(levels_.front());
    levels_.pop_front();
    size_ = levels_.size();
    return level;
  }

  void give_up() {
    const std::lock_guard lock(mutex_);
    finish();
  }

 private:
  static constexpr std::size_t max_size = 32;

  void finish() {
    finished_ = true;
    changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Level> levels_;
  std::atomic<std::size_t> size_{0};
  /// Threads that do not wait.
  unsigned reading_;
  bool finished_ = false;
};

/// Opens a folder by its name in its parent, never through a symbolic link put in its place.
Folder open_folder(int parent, const char* name, int extra_flags) {
  const int descriptor = ::openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK | extra_flags);
  if (descriptor < 0) {
    return nullptr;
  }
  Folder folder(::fdopendir(descriptor));
  if (!folder) {
    ::close(descriptor);
  }
  return folder;
}

/// Type of an entry as in `dirent::d_type`; asks the file system only where the folder does not say.
unsigned char type_of(int folder, const dirent& entry) {
  if (entry.d_type != DT_UNKNOWN) {
    return entry.d_type;
  }
  struct stat status {};
  if (::fstatat(folder, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
    return DT_UNKNOWN;
  }
  return static_cast<unsigned char>(IFTODT(status.st_mode));
}

/// What all threads that list a folder share.
struct WalkedTree {
  std::string folder;
  std::string absolute;
  FolderQueue queue;
  std::atomic<std::size_t> names{0};
};

/// Reads folders on one thread; hands some of what it finds to threads that have nothing to do.
class Walk {
 public:
  explicit Walk(WalkedTree& tree) : tree_(tree), folder_(tree.folder), absolute_(tree.absolute) {}

  void run() {
    while (std::optional<Level> level = tree_.queue.take()) {
      levels_.push_back(std::move(*level));
      while (!levels_.empty()) {
        errno = 0;
        const dirent* entry = ::readdir(levels_.back().folder.get());
        if (entry == nullptr) {
          leave(errno);
          continue;
        }
        if (++tree_.names > maximum_names) {
          tree_.queue.give_up();
          return;
        }
        if (entry->d_name[0] != '.') {
          visit(*entry);
        }
      }
    }
  }

  [[nodiscard]] std::vector<DiskEntry>& entries() { return entries_; }

 private:
  void leave(int error_number) {
    if (error_number != 0) {
      const std::string& prefix = levels_.back().prefix;
      add_error(prefix.substr(0, prefix.size() - (prefix.empty() ? 0 : 1)), error_number);
    }
    levels_.pop_back();
  }

  void visit(const dirent& entry) {
    const std::string below = levels_.back().prefix + entry.d_name;
    if (!is_printable_name(entry.d_name)) {
      const std::string shown = joined(folder_, levels_.back().prefix + printable_name(entry.d_name));
      add(shown, refusal(shown, unprintable_name));
      return;
    }
    const int folder = ::dirfd(levels_.back().folder.get());
    switch (type_of(folder, entry)) {
      case DT_REG:
        add(joined(folder_, below), {});
        return;
      case DT_DIR:
        enter(folder, entry.d_name, below);
        return;
      case DT_LNK:
        follow(below);
        return;
      default:
        add(joined(folder_, below), refusal(joined(folder_, below), not_a_file));
    }
  }

  void enter(int parent, const char* name, const std::string& below) {
    const std::string path = joined(folder_, below);
    const std::size_t depth = levels_.back().depth + 1;
    if (depth > maximum_depth) {
      add(path, nested_too_deep(path));
      return;
    }
    Folder folder = open_folder(parent, name, O_NOFOLLOW);
    if (!folder) {
      add_error(below, errno);
      return;
    }
    Level level{std::move(folder), below + "/", depth};
    if (tree_.queue.has_room()) {
      tree_.queue.add(std::move(level));
    } else {
      levels_.push_back(std::move(level));
    }
  }

  /// A link to a file inside counts as a file; what a linked folder holds is listed where it is.
  void follow(const std::string& below) {
    const std::string path = joined(folder_, below);
    const std::string target = real_path(joined(absolute_, below));
    if (target.empty()) {
      add(path, refusal(path, errno == ELOOP ? link_to_itself : link_to_nothing));
      return;
    }
    if (real_folder_.empty()) {
      real_folder_ = real_path(absolute_);
    }
    if (target != real_folder_ && !is_below(target, real_folder_)) {
      add(path, refusal(path, link_out_of_folder));
      return;
    }
    struct stat status {};
    if (::lstat(target.c_str(), &status) != 0) {
      add_error(below, errno);
    } else if (S_ISREG(status.st_mode)) {
      add(path, {});
    } else if (!S_ISDIR(status.st_mode)) {
      add(path, refusal(path, not_a_file));
    }
  }

  void add(std::string path, DiskError error) { entries_.push_back({std::move(path), std::move(error)}); }

  void add_error(const std::string& below, int error_number) {
    const std::string path = joined(folder_, below);
    add(path, system_error(path, "read", error_number));
  }

  WalkedTree& tree_;
  const std::string& folder_;
  const std::string& absolute_;
  /// `absolute_` without symbolic links; found when the first link is met.
  std::string real_folder_;
  std::vector<Level> levels_;
  std::vector<DiskEntry> entries_;
};

}  // namespace

ListResult RealDisk::list(const std::string& folder) const {
  WalkedTree tree{folder, absolute(folder), FolderQueue(std::max(jobs_, 1U))};
  Folder top = open_folder(AT_FDCWD, tree.absolute.c_str(), 0);
  if (!top) {
    return system_error(folder, "read", errno);
  }
  tree.queue.add({std::move(top), "", 0});
  Listing listing;
  std::mutex mutex;
  const auto work = [&] {
    Walk walk(tree);
    walk.run();
    const std::lock_guard lock(mutex);
    std::move(walk.entries().begin(), walk.entries().end(), std::back_inserter(listing.entries));
  };
  on_threads(jobs_, work, [&] { tree.queue.give_up(); });
  if (tree.names > maximum_names) {
    return refusal(folder, too_many_names);
  }
  std::sort(listing.entries.begin(), listing.entries.end(),
            [](const DiskEntry& left, const DiskEntry& right) { return left.path < right.path; });
  return listing;
}

}  // namespace macrolint
