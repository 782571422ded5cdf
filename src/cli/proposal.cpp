#include "cli/proposal.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string_view>

#include "disk/paths.h"
#include "inbox/addresses.h"
#include "inbox/email_address.h"

namespace macrolint::cli {

namespace {

/// Beyond these a look into more files would not change what is proposed.
constexpr std::size_t maximum_files = 200'000;
constexpr std::size_t maximum_texts = 2'000;
constexpr std::size_t maximum_addresses = 50;
constexpr std::uint64_t maximum_text_size = std::uint64_t{1} << 20;

using Paths = std::vector<std::string>;

/// The part of a path before its last `/`; `.` at the top.
std::string parent(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? "." : std::string(path.substr(0, slash));
}

bool is_at_or_below(std::string_view path, std::string_view folder) { return path == folder || is_below(path, folder); }

bool is_inside(std::string_view path, const Paths& folders) {
  return std::any_of(folders.begin(), folders.end(),
                     [&](const std::string& folder) { return is_at_or_below(path, folder); });
}

/// Whether a folder on the way to the file holds what tools put there.
bool is_generated(std::string_view path) {
  while (true) {
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) {
      return false;
    }
    const std::string_view folder = path.substr(0, slash);
    if (folder == "node_modules" || folder.starts_with("build")) {
      return true;
    }
    path.remove_prefix(slash + 1);
  }
}

/// What stands before the first folder called `name` on the way to the file, if there is one.
std::optional<std::string> before_folder(std::string_view path, std::string_view name) {
  std::size_t begin = 0;
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', begin)) {
    if (path.substr(begin, slash - begin) == name) {
      return begin == 0 ? "." : std::string(path.substr(0, begin - 1));
    }
    begin = slash + 1;
  }
  return std::nullopt;
}

std::optional<std::string> state_parent(std::string_view path) {
  const auto active = before_folder(path, "active");
  return active ? active : before_folder(path, "inactive");
}

void add_once(Paths& paths, std::string path) {
  if (std::find(paths.begin(), paths.end(), path) == paths.end()) {
    paths.push_back(std::move(path));
  }
}

std::string read_text(const ReadableDisk& disk, const std::string& path) {
  const FileText text = disk.read(path, maximum_text_size);
  return std::holds_alternative<Text>(text) ? std::string(std::get<Text>(text)) : "";
}

bool has_actions(std::string_view text) {
  return text.starts_with("actions:") || text.find("\nactions:") != std::string_view::npos;
}

void add_addresses(std::string_view text, std::set<std::string>& addresses) {
  std::vector<Address> found;
  find_addresses(text, {0, static_cast<std::uint32_t>(text.size())}, 0, found);
  for (const Address& address : found) {
    const std::string_view written = text.substr(address.span.begin, address.span.size());
    if (addresses.size() < maximum_addresses && defect_of_address(written).empty()) {
      addresses.emplace(written);
    }
  }
}

/// Goes over the listing once for each kind of thing, each time leaving out what is already accounted for.
class Survey {
 public:
  Survey(const ReadableDisk& disk, Paths files) : disk_(disk), files_(std::move(files)) {}

  Proposal run() {
    find_sites();
    find_sync();
    find_managed();
    find_plain_folders();
    if (proposal_.empty() &&
        std::any_of(files_.begin(), files_.end(), [](const std::string& file) { return file.ends_with(".md"); })) {
      proposal_.plain_folders.emplace_back(".");
    }
    return std::move(proposal_);
  }

 private:
  void find_sites() {
    constexpr std::array<std::string_view, 4> markers = {"hugo.toml", "hugo.yaml", "config.toml", "hugo.json"};
    constexpr std::array<std::string_view, 3> marker_folders = {"layouts", "static", "assets"};
    std::map<std::string, int> seen;
    constexpr int content = 1;
    constexpr int marker = 2;
    for (const std::string& file : files_) {
      if (const auto site = before_folder(file, "content")) {
        seen[*site] |= content;
      }
      for (const std::string_view folder : marker_folders) {
        if (const auto site = before_folder(file, folder)) {
          seen[*site] |= marker;
        }
      }
      const std::string folder = parent(file);
      const std::string_view name =
          folder == "." ? std::string_view(file) : std::string_view(file).substr(folder.size() + 1);
      if (std::find(markers.begin(), markers.end(), name) != markers.end()) {
        seen[folder] |= marker;
      }
    }
    for (const auto& [site, marks] : seen) {
      if (marks == (content | marker) && !is_inside(site, proposal_.hugo_sites)) {
        proposal_.hugo_sites.push_back(site);
      }
    }
  }

  /// Calls `use` with the text of each file with one of the extensions below `active/` or `inactive/`.
  void for_each_state_file(std::initializer_list<std::string_view> extensions,
                           const std::function<void(const std::string& folder, const std::string& text)>& use) const {
    std::size_t texts = 0;
    for (const std::string& file : files_) {
      const bool wanted = std::any_of(extensions.begin(), extensions.end(),
                                      [&](std::string_view extension) { return file.ends_with(extension); });
      const auto folder = wanted ? state_parent(file) : std::nullopt;
      if (folder && !is_inside(file, proposal_.hugo_sites) && texts++ < maximum_texts) {
        use(*folder, read_text(disk_, file));
      }
    }
  }

  void find_sync() {
    for_each_state_file({".yaml", ".yml"}, [&](const std::string& folder, const std::string& text) {
      if (has_actions(text)) {
        add_once(proposal_.sync, folder);
      }
    });
  }

  void find_managed() {
    for_each_state_file({".md"}, [&](const std::string& folder, const std::string& text) {
      add_once(proposal_.managed, folder);
      add_addresses(text, proposal_.addresses);
    });
  }

  void find_plain_folders() {
    std::set<std::string> folders;
    for (const std::string& file : files_) {
      const bool taken = is_inside(file, proposal_.hugo_sites) || is_inside(file, proposal_.sync) ||
                         is_inside(file, proposal_.managed);
      if (file.ends_with(".md") && !taken && file.find('/') != std::string::npos) {
        folders.insert(file.substr(0, file.find('/')));
      }
    }
    // A folder that macros or a site lie in is not a folder of documents as a whole.
    for (const std::string& folder : folders) {
      const auto holds = [&](const Paths& paths) {
        return std::any_of(paths.begin(), paths.end(),
                           [&](const std::string& path) { return is_at_or_below(path, folder); });
      };
      if (!holds(proposal_.hugo_sites) && !holds(proposal_.sync) && !holds(proposal_.managed)) {
        proposal_.plain_folders.push_back(folder);
      }
    }
  }

  const ReadableDisk& disk_;
  Paths files_;
  Proposal proposal_;
};

}  // namespace

std::variant<Proposal, DiskError> propose(const ReadableDisk& disk) {
  ListResult listed = disk.list(".");
  if (auto* error = std::get_if<DiskError>(&listed); error != nullptr) {
    return std::move(*error);
  }
  Paths files;
  for (DiskEntry& entry : std::get<Listing>(listed).entries) {
    if (entry.error.message.empty() && files.size() < maximum_files && !is_generated(entry.path)) {
      files.push_back(std::move(entry.path));
    }
  }
  return Survey(disk, std::move(files)).run();
}

}  // namespace macrolint::cli
