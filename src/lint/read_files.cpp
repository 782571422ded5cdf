#include "lint/read_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "macro/read_export.h"
#include "macro/read_macro.h"
#include "page/parse_page.h"
#include "page_cache/page_cache.h"
#include "snapshot/read_snapshot.h"
#include "threads/parallel.h"

namespace macrolint {

namespace {

/// The largest page of a large handbook has 220 kB; the largest comment that Zendesk takes, 64 kB.
constexpr std::uint64_t max_page_bytes = 1'000'000;
constexpr std::uint64_t max_macro_bytes = 1'000'000;
constexpr std::uint64_t max_export_bytes = 64'000'000;

std::uint64_t size_limit(InputFile::Kind kind) {
  switch (kind) {
    case InputFile::Kind::sync:
    case InputFile::Kind::managed:
      return max_macro_bytes;
    case InputFile::Kind::exported:
    case InputFile::Kind::snapshot:
      return max_export_bytes;
    case InputFile::Kind::page:
    case InputFile::Kind::include:
    case InputFile::Kind::redirects:
      return max_page_bytes;
  }
  return max_page_bytes;
}

/// What became of one input file. Filled by one thread each.
struct ReadResult {
  Source* source = nullptr;
  std::optional<DiskError> error;
  std::optional<Span> not_utf8;
  Document* page = nullptr;
  /// The page was parsed, not found among those that are known.
  bool is_parsed = false;
  PlacedFile placed;
  Macro* macro = nullptr;
  ManagedContent* managed = nullptr;
  std::unique_ptr<Snapshot> snapshot;
  std::vector<yaml::Problem> snapshot_problems;
};

void parse_macro_texts(Macro& macro, const MacroClues& clues) {
  for (MacroText& text : macro.texts) {
    parse_embedded(text.document, text.raw, clues);
  }
}

void read_snapshot_file(const InputFile& file, const Configuration& configuration, const MacroClues& clues,
                        ReadResult& result) {
  auto snapshot = std::make_unique<Snapshot>();
  result.snapshot_problems =
      read_snapshot(*result.source, file.instance, configuration.instances[file.instance].name, *snapshot);
  for (Macro& macro : snapshot->macros) {
    parse_macro_texts(macro, clues);
  }
  if (result.snapshot_problems.empty()) {
    result.snapshot = std::move(snapshot);
  }
}

bool is_document(const InputFile& file) {
  return file.kind == InputFile::Kind::page || file.kind == InputFile::Kind::include;
}

/// Takes the page from those that were parsed before.
bool find_page(const InputFile& file, const PageCache* cache, const MacroClues& clues, ReadResult& result) {
  if (cache == nullptr || !is_document(file)) {
    return false;
  }
  Document page;
  page.source = result.source;
  page.syntax = file.syntax;
  if (!cache->find(page, clues)) {
    return false;
  }
  *result.page = std::move(page);
  return true;
}

void read_one(const InputFile& file, const ReadableDisk& disk, const Configuration& configuration,
              const PageCache* page_cache, const MacroClues& clues, ReadResult& result) {
  FileText text = disk.read(file.path, size_limit(file.kind));
  if (auto* error = std::get_if<DiskError>(&text)) {
    result.error = std::move(*error);
    return;
  }
  result.source->text = std::get<Text>(std::move(text));
  if (find_page(file, page_cache, clues, result)) {
    return;
  }
  if (const std::size_t bad = find_invalid_utf8(result.source->text);
      bad != std::string_view::npos && file.kind != InputFile::Kind::sync) {
    result.not_utf8 = Span{static_cast<std::uint32_t>(bad), static_cast<std::uint32_t>(bad + 1)};
    return;
  }
  switch (file.kind) {
    case InputFile::Kind::sync:
      read_macro(*result.source, file.instance, file.path_key, *result.macro);
      parse_macro_texts(*result.macro, clues);
      break;
    case InputFile::Kind::managed:
      result.managed->source = result.source;
      result.managed->instance = file.instance;
      result.managed->path_key = file.path_key;
      result.managed->document = parse_page(*result.source, Document::Syntax::plain, clues);
      break;
    case InputFile::Kind::page:
    case InputFile::Kind::include:
      *result.page = parse_page(*result.source, file.syntax, clues);
      result.is_parsed = true;
      break;
    case InputFile::Kind::snapshot:
      read_snapshot_file(file, configuration, clues, result);
      break;
    case InputFile::Kind::exported:
    case InputFile::Kind::redirects:
      break;  // one file for many things; read when the others are
  }
}

void add_not_utf8(Project& project, const Source& source, Span span) {
  project.unreadable.push_back({{&source, span},
                                std::string(source.slice(span)),
                                "This byte is not valid UTF-8, so the file was not checked. Save it as UTF-8.",
                                false});
}

void add_too_complex(Project& project, const Document& document) {
  if (document.too_complex) {
    project.unreadable.push_back(
        {{document.source, {document.body.begin, document.body.begin}},
         document.source->path,
         "The text is built in a way that takes too long to read, so it was not checked to the "
         "end. Expected a page that a person wrote.",
         false});
  }
}

void read_exported(const InputFile& file, const Source& source, Project& project, const MacroClues& clues) {
  const std::size_t first = project.macros.size();
  for (yaml::Problem& problem : read_export(source, file.instance, project.macros)) {
    project.unreadable.push_back({{&source, problem.span}, problem.subject, problem.message, false});
  }
  for (std::size_t index = first; index < project.macros.size(); ++index) {
    parse_macro_texts(project.macros[index], clues);
  }
}

/// The macros of an instance that has neither repositories nor an export are those that Zendesk has.
void add_snapshot(const InputFile& file, ReadResult& result, Project& project) {
  for (yaml::Problem& problem : result.snapshot_problems) {
    project.unreadable.push_back({{result.source, problem.span},
                                  problem.subject,
                                  problem.message + " What this instance of Zendesk has was not looked at.",
                                  false});
  }
  const Instance& instance = project.configuration.instances[file.instance];
  if (result.snapshot != nullptr && !instance.sync.has_value() && !instance.managed.has_value() &&
      !instance.export_file.has_value()) {
    std::move(result.snapshot->macros.begin(), result.snapshot->macros.end(), std::back_inserter(project.macros));
    result.snapshot->macros.clear();
  }
  project.snapshots[file.instance] = std::move(result.snapshot);
}

void add_to_site(const InputFile& file, const Document& page, PlacedFile placed, Project& project) {
  if (file.kind == InputFile::Kind::include) {
    project.sites[file.set].add_include(page, file.path_in_site);
  } else {
    placed.page.document = &page;
    project.sites[file.set].add_page(std::move(placed), file.path_in_site);
  }
}

void add_unread_document(const InputFile& file, Project& project) {
  project.are_pages_complete = false;
  if (file.kind == InputFile::Kind::page) {
    project.sites[file.set].add_unread_page(file.path_in_site);
  }
}

void keep_pages(const ReadOptions& options, const MacroClues& clues, const Project& project) {
  // To write all pages down costs about as much as to parse one of fifty.
  constexpr std::size_t pages_for_one_parsed = 50;
  const bool is_worth_it = project.parsed_pages * pages_for_one_parsed > project.pages.size();
  if (options.page_cache != nullptr && options.keeps_pages && is_worth_it) {
    options.page_cache->keep(project.pages, clues, options.jobs);
  }
}

/// Room for what each file holds, so that threads fill it in without waiting for one another.
std::vector<ReadResult> make_room(const std::vector<InputFile>& files, Project& project) {
  project.pages.resize(static_cast<std::size_t>(std::count_if(files.begin(), files.end(), is_document)));
  std::vector<ReadResult> results(files.size());
  std::size_t pages = 0;
  for (std::size_t index = 0; index < files.size(); ++index) {
    const InputFile& file = files[index];
    ReadResult& result = results[index];
    result.source = &project.sources.emplace_back();
    result.source->path = file.path;
    if (file.kind == InputFile::Kind::sync) {
      result.macro = &project.macros.emplace_back();
    } else if (file.kind == InputFile::Kind::managed) {
      result.managed = &project.managed_contents.emplace_back();
    } else if (is_document(file)) {
      result.page = &project.pages[pages++];
    }
  }
  return results;
}

void add_unread(const InputFile& file, ReadResult& result, Project& project) {
  if (is_document(file)) {
    add_unread_document(file, project);
  }
  if (result.error.has_value()) {
    project.unreadable.push_back({{result.source, {}},
                                  file.path,
                                  fmt::format("{} It was not checked.", result.error->message),
                                  result.error->machine_at_fault});
  } else {
    add_not_utf8(project, *result.source, *result.not_utf8);
  }
}

/// `page` is where the page stays, which is where it was read unless a file before it could not be read.
void add_document(const InputFile& file, ReadResult& result, Document& page, Project& project) {
  if (&page != result.page) {
    page = std::move(*result.page);
  }
  add_too_complex(project, page);
  add_to_site(file, page, std::move(result.placed), project);
}

/// Puts together, in the order of the files, what threads read in any order.
void add_results(const std::vector<InputFile>& files, std::vector<ReadResult>& results, const MacroClues& clues,
                 Project& project) {
  std::size_t pages = 0;
  for (std::size_t index = 0; index < files.size(); ++index) {
    const InputFile& file = files[index];
    ReadResult& result = results[index];
    if (result.error.has_value() || result.not_utf8.has_value()) {
      add_unread(file, result, project);
    } else if (is_document(file)) {
      add_document(file, result, project.pages[pages++], project);
    } else if (file.kind == InputFile::Kind::redirects) {
      project.sites[file.set].add_redirects(read_redirects(*result.source));
    } else if (file.kind == InputFile::Kind::exported) {
      read_exported(file, *result.source, project, clues);
    } else if (file.kind == InputFile::Kind::snapshot) {
      add_snapshot(file, result, project);
    }
  }
  project.pages.resize(pages);
}

}  // namespace

void read_files(const InputFiles& input, const ReadableDisk& disk, const ReadOptions& options, const MacroClues& clues,
                Project& project) {
  project.snapshots.resize(project.configuration.instances.size());
  std::vector<ReadResult> results = make_room(input.files, project);
  const ReadableDisk& snapshot_disk = options.snapshot_disk == nullptr ? disk : *options.snapshot_disk;
  if (options.page_cache != nullptr) {
    project.known_pages = options.page_cache->bytes();
  }
  for_each_index(results.size(), options.jobs, [&](std::size_t index) {
    const InputFile& file = input.files[index];
    ReadResult& result = results[index];
    const bool is_snapshot = file.kind == InputFile::Kind::snapshot;
    read_one(file, is_snapshot ? snapshot_disk : disk, project.configuration, options.page_cache, clues, result);
    if (file.kind == InputFile::Kind::page && result.page->source != nullptr) {
      result.placed = project.sites[file.set].place(*result.page, file.path_in_site, project.today);
    }
  });
  add_results(input.files, results, clues, project);
  project.parsed_pages = static_cast<std::size_t>(
      std::count_if(results.begin(), results.end(), [](const ReadResult& one) { return one.is_parsed; }));
  keep_pages(options, clues, project);
}

}  // namespace macrolint
