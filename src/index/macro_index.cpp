#include "index/macro_index.h"

#include <algorithm>

#include "index/title_key.h"
#include "link/macro_number.h"
#include "link/repository_url.h"
#include "link/web_address.h"
#include "source/characters.h"
#include "source/nearest.h"

namespace macrolint {

namespace {

/// The macro that somebody means by a title: an active one before an inactive one, else the first by path.
const Macro* preferred(const std::vector<const Macro*>& macros) {
  const auto active = std::find_if(macros.begin(), macros.end(), [](const Macro* macro) { return macro->active; });
  return active != macros.end() ? *active : macros.front();
}

const std::vector<const Macro*>* find_in(const std::unordered_map<std::string, std::vector<const Macro*>>& titles,
                                         const std::string& key) {
  const auto found = titles.find(key);
  return found == titles.end() ? nullptr : &found->second;
}

bool have_one_title(const std::vector<const Macro*>& macros) {
  return std::all_of(macros.begin(), macros.end(),
                     [&](const Macro* macro) { return macro->title == macros.front()->title; });
}

/// Whether the address has what all addresses of files and folders of a repository have; nearly no link does.
bool may_lead_to_file(std::string_view url) {
  if (!starts_with_ignoring_case(url, "http")) {
    return false;
  }
  for (std::size_t at = url.find('/'); at != std::string_view::npos; at = url.find('/', at + 1)) {
    const std::string_view rest = url.substr(at + 1);
    if (rest.starts_with("blob/") || rest.starts_with("tree/") || rest.starts_with("raw/")) {
      return true;
    }
  }
  return false;
}

bool is_state_folder(std::string_view path) {
  return path.starts_with("active/") || path.starts_with("inactive/") || path == "active" || path == "inactive";
}

}  // namespace

bool TitleMatch::is_unique() const { return candidates != nullptr && have_one_title(*candidates); }

void MacroIndex::add_addresses(const MacroRepository& repository, std::size_t instance, bool managed) {
  for (const auto& [urls, former] : {std::pair{&repository.urls, false}, std::pair{&repository.former_urls, true}}) {
    for (const std::string& url : *urls) {
      if (const auto parsed = parse_repository_url(url)) {
        RepositoryAddress address{instance, managed, former, url, parsed->project, {}, {}};
        // In the configuration's own addresses the reference is one segment.
        const std::size_t slash = parsed->reference_and_path.find('/');
        address.reference = parsed->reference_and_path.substr(0, slash);
        if (slash != std::string::npos) {
          address.folder = parsed->reference_and_path.substr(slash + 1);
        }
        if (!address.folder.empty() && !address.folder.ends_with('/')) {
          address.folder += '/';
        }
        project_names_.emplace_back(address.project.substr(address.project.rfind('/') + 1), Needle::Case::ignored);
        addresses_.push_back(std::move(address));
      }
    }
  }
}

void MacroIndex::build(const Configuration& configuration, const std::deque<Macro>& macros,
                       std::vector<RepositoryFiles> files) {
  files_ = std::move(files);
  for (std::size_t instance = 0; instance < configuration.instances.size(); ++instance) {
    if (const auto& sync = configuration.instances[instance].sync) {
      add_addresses(*sync, instance, false);
    }
    if (const auto& managed = configuration.instances[instance].managed) {
      add_addresses(*managed, instance, true);
    }
  }
  for (const Macro& macro : macros) {
    if (!macro.path_key.empty()) {
      by_path_.emplace(std::pair{macro.instance, macro.path_key}, &macro);
    }
    if (macro.is_usable()) {
      add_macro(macro);
    }
  }
  std::sort(titles_.begin(), titles_.end());
  add_file_names();
}

void MacroIndex::add_macro(const Macro& macro) {
  by_title_[macro.title].push_back(&macro);
  const std::string key = title_key(macro.title);
  by_key_[key].push_back(&macro);
  for (std::string& suffix : title_suffix_keys(key)) {
    by_suffix_key_[std::move(suffix)].push_back(&macro);
  }
  if (!macro.previous_title.empty() && macro.previous_title != macro.title) {
    by_previous_title_[macro.previous_title].push_back(&macro);
    if (std::string previous_key = title_key(macro.previous_title); !previous_key.empty()) {
      for (std::string& suffix : title_suffix_keys(previous_key)) {
        by_previous_suffix_key_[std::move(suffix)].push_back(&macro);
      }
      by_previous_key_[std::move(previous_key)].push_back(&macro);
    }
  }
  if (macro.id != 0) {
    by_id_[macro.id].push_back(&macro);
    const yaml::Node* address = macro.yaml.root->find("url");
    if (const auto parsed = read_web_address(address == nullptr ? "" : address->value)) {
      by_host_.emplace(lower_case(parsed->host), macro.instance);
    }
  }
  titles_.push_back(macro.title);
}

void MacroIndex::add_file_names() {
  for (std::size_t instance = 0; instance < files_.size(); ++instance) {
    for (const bool managed : {false, true}) {
      for (const std::string& path : files(instance, managed)) {
        by_file_name_[{instance, managed, std::string(file_name_of(path))}].push_back(path);
      }
    }
  }
}

void MacroIndex::set_files(std::size_t instance, bool managed, FileList files) {
  (managed ? files_[instance].managed : files_[instance].sync) = std::move(files);
  by_file_name_.clear();
  add_file_names();
}

TitleMatch MacroIndex::find_title(std::string_view title) const {
  const auto found = [](TitleMatch::Kind kind, const std::vector<const Macro*>& macros) {
    return TitleMatch{kind, kind == TitleMatch::Kind::none ? nullptr : preferred(macros), &macros};
  };
  if (const auto* macros = find_in(by_title_, std::string(title))) {
    return found(TitleMatch::Kind::exact, *macros);
  }
  const std::string key = title_key(title);
  if (key.empty()) {
    return {};
  }
  const auto* ends_in_it = find_in(by_suffix_key_, key);
  const bool is_end = ends_in_it != nullptr && have_one_title(*ends_in_it);
  if (const auto* macros = find_in(by_previous_title_, std::string(title))) {
    // A macro that only moved into a folder is still named by the last part of its title.
    const bool still_fits = is_end && have_one_title(*macros) && ends_in_it->front()->title == macros->front()->title;
    return still_fits ? found(TitleMatch::Kind::partial, *ends_in_it) : found(TitleMatch::Kind::renamed, *macros);
  }
  if (const auto* macros = find_in(by_key_, key)) {
    return found(TitleMatch::Kind::inexact, *macros);
  }
  if (is_end) {
    return found(TitleMatch::Kind::partial, *ends_in_it);
  }
  if (const auto* macros = find_in(by_previous_key_, key)) {
    return found(TitleMatch::Kind::renamed, *macros);
  }
  if (ends_in_it != nullptr) {
    return found(TitleMatch::Kind::none, *ends_in_it);
  }
  const auto* ended_in_it = find_in(by_previous_suffix_key_, key);
  const bool was_end = ended_in_it != nullptr && have_one_title(*ended_in_it);
  return was_end ? found(TitleMatch::Kind::renamed, *ended_in_it) : TitleMatch();
}

bool MacroIndex::may_name_project(std::string_view url) const {
  const bool is_plain = url.find_first_of("%\t\n\r") == std::string_view::npos;
  return !is_plain || std::any_of(project_names_.begin(), project_names_.end(),
                                  [url](const Needle& name) { return name.is_in(url); });
}

LinkTarget MacroIndex::find_link(std::string_view url) const {
  if (addresses_.empty() || !may_lead_to_file(url) || !may_name_project(url)) {
    return {};
  }
  const auto parsed = parse_repository_url(url);
  if (!parsed.has_value()) {
    return {};
  }
  for (const RepositoryAddress& address : addresses_) {
    if (address.project != parsed->project) {
      continue;
    }
    // A reference such as `feature/x` has slashes: it ends where what follows is a path of the repository.
    const std::string& rest = parsed->reference_and_path;
    for (std::size_t slash = rest.find('/'); slash != std::string::npos; slash = rest.find('/', slash + 1)) {
      const std::string_view path = std::string_view(rest).substr(slash + 1);
      if (path.starts_with(address.folder) && is_state_folder(path.substr(address.folder.size()))) {
        LinkTarget target = look_up(address, std::string(path.substr(address.folder.size())));
        target.reference = rest.substr(0, slash);
        return target;
      }
    }
  }
  return {};
}

LinkTarget MacroIndex::look_up(const RepositoryAddress& address, std::string path) const {
  while (path.ends_with('/')) {
    path.pop_back();
  }
  LinkTarget target;
  target.former = address.former;
  target.managed = address.managed;
  target.instance = address.instance;
  target.path = std::move(path);
  target.address = &address;
  const auto& paths = files(address.instance, address.managed);
  target.macro = find_path(address.instance, target.path);
  if (origin(address.instance, address.managed) == FileList::Origin::none) {
    target.kind = LinkTarget::Kind::unlisted;
  } else if (paths.contains(target.path)) {
    target.kind = LinkTarget::Kind::file;
  } else {
    const auto below = paths.lower_bound(target.path + '/');
    const bool is_folder = below != paths.end() && below->starts_with(target.path + '/');
    target.kind = is_folder ? LinkTarget::Kind::folder : LinkTarget::Kind::missing;
  }
  return target;
}

const Macro* MacroIndex::find_path(std::size_t instance, std::string_view path) const {
  const auto found = by_path_.find({instance, std::string(without_macro_extension(path))});
  return found == by_path_.end() ? nullptr : found->second;
}

void MacroIndex::add_numbers(std::size_t instance, const Snapshot& snapshot) {
  by_host_.emplace(snapshot.host, instance);
  std::unordered_map<const Macro*, const Macro*> macro_of;
  for (const auto& [macro, live] : snapshot.live_of) {
    macro_of.emplace(live, macro);
  }
  for (const Macro& live : snapshot.macros) {
    const auto known = macro_of.find(&live);
    by_id_[live.id].push_back(known == macro_of.end() ? &live : known->second);
  }
}

const Macro* MacroIndex::find_number(std::string_view url) const {
  const std::uint64_t number = macro_number_in(url);
  const auto found = number == 0 ? by_id_.end() : by_id_.find(number);
  if (found == by_id_.end()) {
    return nullptr;
  }
  const auto address = read_web_address(url);
  const auto instance = address.has_value() ? instance_of_host(address->host) : std::nullopt;
  if (!instance.has_value()) {
    return found->second.front();
  }
  const auto of_instance = std::find_if(found->second.begin(), found->second.end(),
                                        [&](const Macro* macro) { return macro->instance == *instance; });
  return of_instance == found->second.end() ? nullptr : *of_instance;
}

std::vector<const Macro*> MacroIndex::with_title(std::size_t instance, std::string_view title) const {
  std::vector<const Macro*> found;
  if (const auto* macros = find_in(by_title_, std::string(title))) {
    std::copy_if(macros->begin(), macros->end(), std::back_inserter(found),
                 [instance](const Macro* macro) { return macro->instance == instance; });
  }
  return found;
}

std::optional<std::size_t> MacroIndex::instance_of_host(std::string_view host) const {
  const auto found = by_host_.find(lower_case(host));
  return found == by_host_.end() ? std::nullopt : std::optional(found->second);
}

const RepositoryAddress* MacroIndex::address_of(std::size_t instance, bool managed) const {
  const auto found = std::find_if(addresses_.begin(), addresses_.end(), [&](const RepositoryAddress& address) {
    return address.instance == instance && address.managed == managed && !address.former;
  });
  return found == addresses_.end() ? nullptr : &*found;
}

const std::set<std::string, std::less<>>& MacroIndex::files(std::size_t instance, bool managed) const {
  return list(instance, managed).paths;
}

bool MacroIndex::has_other_files(std::size_t instance, bool managed) const {
  return list(instance, managed).has_others;
}

FileList::Origin MacroIndex::origin(std::size_t instance, bool managed) const { return list(instance, managed).origin; }

const FileList& MacroIndex::list(std::size_t instance, bool managed) const {
  return managed ? files_[instance].managed : files_[instance].sync;
}

std::span<const std::string_view> MacroIndex::files_named(std::size_t instance, bool managed,
                                                          const std::string& stem) const {
  const auto found = by_file_name_.find({instance, managed, stem});
  return found == by_file_name_.end() ? std::span<const std::string_view>() : found->second;
}

bool MacroIndex::has_folder(std::string_view folder) const {
  const std::string beginning = std::string(folder) + "::";
  const auto at = std::lower_bound(titles_.begin(), titles_.end(), beginning);
  return at != titles_.end() && at->starts_with(beginning);
}

const Macro* MacroIndex::nearest_title(std::string_view title) const {
  const auto found = nearest(title, titles_);
  return found.has_value() ? preferred(by_title_.at(std::string(*found))) : nullptr;
}

std::string MacroIndex::nearest_path(const LinkTarget& missing) const {
  const auto& present = files(missing.instance, missing.managed);
  const std::vector<std::string_view> paths(present.begin(), present.end());
  return std::string(nearest(missing.path, paths).value_or(""));
}

std::string_view without_macro_extension(std::string_view path) {
  for (const std::string_view extension : {".yaml", ".yml", ".md"}) {
    if (path.ends_with(extension)) {
      return path.substr(0, path.size() - extension.size());
    }
  }
  return {};
}

std::string_view file_name_of(std::string_view path) {
  const std::string_view stem = without_macro_extension(path);
  return stem.substr(stem.rfind('/') + 1);
}

}  // namespace macrolint
