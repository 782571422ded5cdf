#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <set>

#include "catch.h"
#include "support/corpus.h"
#include "yaml/yaml.h"
#include "zendesk/snapshot_run.h"

// A hundred macros that people might have written, where they lie beside the repository: `macrolint snapshot` takes
// them from an instance that a sync has brought into line with them, and then somebody changes things in Zendesk.
namespace macrolint {

namespace {

using nlohmann::json;

/// `rule file`, the file without the folders that the whole repository lies in.
using Findings = std::multiset<std::string>;

/// The HTML that a sync makes of managed content.
std::string html_of(const std::string& markdown) {
  const TemporaryFolder folder;
  folder.write("text.md", markdown);
  ProgramOptions options;
  options.program = MACROLINT_CMARK_GFM;
  const ProgramRun run = run_program({"--unsafe", folder.path("text.md")}, options);
  REQUIRE(run.status == 0);
  return run.output;
}

struct Synced {
  /// As Zendesk lists them.
  json macros = json::array();
  /// Of each macro, in the same order, the path below the sync repository without extension.
  std::vector<std::string> paths;
};

/// What a sync writes to Zendesk.
Synced synced_macros(const std::filesystem::path& corpus) {
  const std::filesystem::path sync = corpus / "macros/sync/data";
  std::set<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(sync)) {
    if (entry.path().extension() == ".yaml") {
      files.insert(entry.path());
    }
  }
  Synced synced;
  for (const std::filesystem::path& file : files) {
    const yaml::Document document = yaml::parse(text_of(file.string()));
    REQUIRE(document.root.has_value());
    json macro = yaml::to_json(*document.root);
    const std::string path = file.lexically_relative(sync).replace_extension().string();
    for (json& action : macro.at("actions")) {
      if (action.at("value") == "MANAGED_CONTENT") {
        action["value"] = html_of(text_of((corpus / "macros/managed" / (path + ".md")).string()));
      } else if (action.at("value").is_boolean()) {
        action["value"] = action.at("value").get<bool>() ? "true" : "false";
      }
    }
    const std::size_t number = synced.macros.size() + 1;
    synced.macros.push_back({{"id", 360000000000 + number},
                             {"title", macro.at("title")},
                             {"active", macro.at("active")},
                             {"description", macro.at("description")},
                             {"position", number},
                             {"actions", macro.at("actions")},
                             {"restriction", nullptr}});
    synced.paths.push_back(path);
  }
  return synced;
}

void write_configuration(const TemporaryFolder& folder, const std::string& address) {
  folder.write(".macrolint.yml", fmt::format("version: 1\ninstances:\n  zendesk-global:\n"
                                             "    sync: {{path: \"{0}/macros/sync/data\"}}\n"
                                             "    managed: {{path: \"{0}/macros/managed\"}}\n"
                                             "    zendesk: {1}\n    snapshot: snapshots/global.json\n"
                                             "links: {{allow_addresses: [127.0.0.0/8]}}\n",
                                             corpus_folder(), address));
}

/// The snapshot that the program takes of an instance with these macros.
json snapshot_of(const json& macros, const TemporaryFolder& folder) {
  json lists = instance_lists();
  for (auto& [name, list] : lists.items()) {
    list = json::array();
  }
  lists["macros"] = macros;
  const FakeZendesk zendesk(lists);
  const std::string address = fmt::format("http://127.0.0.1:{}", zendesk.server().port());
  write_configuration(folder, address);
  folder.write("snapshots/global.json", first_snapshot);
  const ProgramRun run = take(folder, credentials_for(address));
  INFO(run.errors);
  REQUIRE(run.status == 0);
  return json::parse(folder.read("snapshots/global.json"));
}

Findings findings_with(const json& snapshot, const TemporaryFolder& folder) {
  folder.write("snapshots/global.json", snapshot.dump());
  const ProgramRun run = run_program_in(folder.path(), {"check", "--format", "json"});
  INFO(run.errors);
  REQUIRE(run.status <= 1);
  Findings findings;
  const json result = json::parse(run.output);
  for (const json& diagnostic : result.at("diagnostics")) {
    std::string path = diagnostic.at("path").get<std::string>();
    const std::size_t at = path.find("/macros/");
    path = at == std::string::npos ? path : path.substr(at + 1);
    findings.insert(fmt::format("{} {}", diagnostic.at("rule").get<std::string>(), path));
  }
  return findings;
}

json* action_of(json& macro, const char* field) {
  for (json& action : macro.at("actions")) {
    if (action.at("field") == field) {
      return &action["value"];
    }
  }
  return nullptr;
}

/// A change in Zendesk: edits the macro that stands at the index, and says false if it is none to do that with.
struct Change {
  const char* what;
  std::function<bool(json& macros, std::size_t index)> make;
  /// What is found, with `{sync}` and `{wording}` for the macro's files.
  std::vector<std::string> findings;
};

std::function<bool(json&, std::size_t)> with_macro(const std::function<bool(json& macro)>& edit) {
  return [edit](json& macros, std::size_t index) { return edit(macros.at(index)); };
}

std::vector<Change> changes() {
  const std::string changed = "live-changed {sync}";
  return {
      {"title in punctuation",
       with_macro([](json& macro) {
         macro["title"] = macro.at("title").get<std::string>() + " -";
         return true;
       }),
       {changed}},
      {"another title, of wording that no other macro has",
       [](json& macros, std::size_t index) {
         const json* text = action_of(macros.at(index), "comment_value_html");
         const bool is_only = text != nullptr && std::count_if(macros.begin(), macros.end(), [&](json& other) {
                                                   const json* same = action_of(other, "comment_value_html");
                                                   return same != nullptr && *same == *text;
                                                 }) == 1;
         macros.at(index)["title"] = "Planted::Other title";
         return is_only;
       },
       {changed}},
      {"another title and wording",
       with_macro([](json& macro) {
         json* text = action_of(macro, "comment_value_html");
         macro["title"] = "Planted::Other title";
         return text != nullptr && (*text = "<p>Call the planted number.</p>", true);
       }),
       {"live-missing {sync}", "live-unmanaged snapshots/global.json"}},
      {"status",
       with_macro([](json& macro) {
         json* status = action_of(macro, "status");
         return status != nullptr && (*status = *status == "open" ? "solved" : "open", true);
       }),
       {changed}},
      {"one tag more",
       with_macro([](json& macro) {
         json* tags = action_of(macro, "current_tags");
         return tags != nullptr && (*tags = tags->get<std::string>() + " planted_tag", true);
       }),
       {changed}},
      {"visibility",
       with_macro([](json& macro) {
         json* is_public = action_of(macro, "comment_mode_is_public");
         return is_public != nullptr && (*is_public = *is_public == "true" ? "false" : "true", true);
       }),
       {changed}},
      {"one action more",
       with_macro([](json& macro) {
         macro["actions"].push_back({{"field", "priority"}, {"value", "urgent"}});
         return true;
       }),
       {changed}},
      {"description",
       with_macro([](json& macro) {
         macro["description"] = "Planted words";
         return true;
       }),
       {changed}},
      {"state",
       with_macro([](json& macro) {
         macro["active"] = false;
         return true;
       }),
       {changed}},
      {"a sentence more in the wording",
       with_macro([](json& macro) {
         json* text = action_of(macro, "comment_value_html");
         return text != nullptr && (*text = text->get<std::string>() + "<p>Call the planted number.</p>", true);
       }),
       {"live-changed {wording}"}},
      {"a word in the wording",
       with_macro([](json& macro) {
         json* text = action_of(macro, "comment_value_html");
         std::string words = text == nullptr ? "" : text->get<std::string>();
         const std::size_t at = words.find(" you ");
         return at != std::string::npos && (*text = words.replace(at, 5, " nobody "), true);
       }),
       {"live-changed {wording}"}},
      {"missing",
       [](json& macros, std::size_t index) {
         macros.erase(index);
         return true;
       },
       {"live-missing {sync}"}},
      {"added",
       [](json& macros, std::size_t index) {
         json added = macros.at(index);
         added["id"] = 990000000001;
         added["title"] = "Planted::Macro";
         added["actions"] = json::array({{{"field", "status"}, {"value", "open"}}});
         macros.push_back(added);
         return true;
       },
       {"live-unmanaged snapshots/global.json"}},
      {"two with one title",
       [](json& macros, std::size_t index) {
         json added = macros.at(index);
         added["id"] = 990000000001;
         macros.push_back(added);
         return true;
       },
       {"live-title-collision snapshots/global.json"}},
  };
}

/// What is found once the change is made; what was found before is found still.
Findings expected(const Change& change, const std::string& path, const json& macro, const Findings& before) {
  Findings findings = before;
  json copy = macro;
  const json* text = action_of(copy, "comment_value_html");
  const std::string managed = fmt::format("macros/managed/{}.md", path);
  const std::string sync = fmt::format("macros/sync/data/{}.yaml", path);
  const bool is_managed = text != nullptr && std::filesystem::exists(corpus_folder() + "/" + managed);
  for (const std::string& finding : change.findings) {
    findings.insert(
        fmt::format(fmt::runtime(finding), fmt::arg("sync", sync), fmt::arg("wording", is_managed ? managed : sync)));
  }
  return findings;
}

}  // namespace

TEST_CASE("What is changed in a Zendesk of a hundred macros is found, and nothing else") {
  const std::string corpus = corpus_folder();
  if (corpus.empty() || std::string(MACROLINT_CMARK_GFM).find("NOTFOUND") != std::string::npos) {
    WARN("Skipped: there is no ../shared with macros, or no cmark-gfm.");
    return;
  }
  const TemporaryFolder folder;
  const Synced synced = synced_macros(corpus);
  REQUIRE(synced.macros.size() == 100);
  const json snapshot = snapshot_of(synced.macros, folder);
  REQUIRE(snapshot.at("macros").size() == 100);
  const Findings before = findings_with(snapshot, folder);
  for (const std::string& finding : before) {
    INFO(finding);
    CHECK_FALSE(finding.starts_with("live-"));
  }
  constexpr std::size_t step = 9;
  for (const Change& change : changes()) {
    std::size_t made = 0;
    for (std::size_t index = 0; index < synced.macros.size(); index += step) {
      json changed = snapshot;
      if (!synced.macros.at(index).at("active").get<bool>() || !change.make(changed["macros"], index)) {
        continue;
      }
      ++made;
      INFO(change.what << " in " << synced.paths[index]);
      CHECK(findings_with(changed, folder) == expected(change, synced.paths[index], synced.macros.at(index), before));
    }
    INFO(change.what);
    CHECK(made > 0);
  }
}

}  // namespace macrolint
