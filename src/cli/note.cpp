#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "cli/commands.h"
#include "cli/gitlab_access.h"
#include "cli/interruption.h"
#include "cli/transfer_options.h"
#include "disk/disk.h"
#include "gitlab/merge_request_note.h"
#include "net/transfers.h"
#include "output/markdown.h"
#include "source/characters.h"

namespace macrolint::cli {

namespace {

/// The text of a note, as `--output markdown=FILE` wrote it; what is wrong is logged.
std::variant<std::string, ExitStatus> read_note(const std::string& path, Console& console) {
  FileText text = RealDisk(std::filesystem::current_path().string()).read(path, longest_note);
  if (const auto* error = std::get_if<DiskError>(&text)) {
    console.error(error->message);
    return error->machine_at_fault && !error->missing ? ExitStatus::failure : ExitStatus::usage;
  }
  std::string note(std::string_view(std::get<Text>(text)));
  if (!note.starts_with(note_marker) || find_invalid_utf8(note) != std::string_view::npos) {
    console.error(fmt::format(
        "`{}` is no note; expected what `macrolint check --output markdown=FILE` or `macrolint merge` writes.", path));
    return ExitStatus::usage;
  }
  return note;
}

std::optional<MergeRequest> merge_request_of(const Options& options, Console& console) {
  MergeRequest target{options.project, options.merge_request};
  // In a pipeline of a fork, the merge request is in another project than the job.
  for (const char* name : {"CI_MERGE_REQUEST_PROJECT_ID", "CI_PROJECT_ID"}) {
    target.project = target.project.empty() ? environment(name) : target.project;
  }
  target.number = target.number.empty() ? environment("CI_MERGE_REQUEST_IID") : target.number;
  const bool is_number = !target.number.empty() && std::all_of(target.number.begin(), target.number.end(), is_digit);
  if (target.project.empty()) {
    console.error("There is no project to write to; give `--project`, or set `CI_PROJECT_ID`.");
  } else if (!is_number) {
    console.error(target.number.empty()
                      ? "There is no merge request to write to; give `--merge-request`, or set `CI_MERGE_REQUEST_IID`."
                      : fmt::format("`{}` is not the number of a merge request.", target.number));
  }
  return target.project.empty() || !is_number ? std::nullopt : std::optional(std::move(target));
}

std::optional<ApiClient> connect(Console& console) {
  const GitLabEnvironment found = read_gitlab_environment();
  if (found.token.empty()) {
    console.error(
        "`GITLAB_TOKEN` is not set. It has to hold a token with the scope `api`; GitLab lets `CI_JOB_TOKEN` write no "
        "notes.");
    return std::nullopt;
  }
  ApiOptions options;
  options.transfers.certificates = environment("SSL_CERT_FILE");
  options.transfers.policy = net::AddressPolicy(every_address());
  options.timeout = std::chrono::seconds(30);
  options.max_attempts = 3;
  options.time_for_all = std::chrono::minutes(5);
  options.longest_pause = std::chrono::minutes(1);
  options.is_stopped = [] { return Interruption::is_wanted(); };
  options.on_pause = [&console](std::string_view what) { console.debug(what); };
  const GitLabAccess access = access_to(found.token_server, found);
  auto service = ApiService::at(access.address, access.credentials);
  if (const auto* problem = std::get_if<std::string>(&service)) {
    console.error(*problem);
    return std::nullopt;
  }
  return std::optional<ApiClient>(std::in_place, std::get<ApiService>(std::move(service)), std::move(options));
}

void report(NoteChange change, const std::string& number, Console& console) {
  switch (change) {
    case NoteChange::created:
      console.information(fmt::format("Wrote a note to the merge request {}.", number));
      break;
    case NoteChange::updated:
      console.information(fmt::format("Changed the note of the merge request {}.", number));
      break;
    case NoteChange::unchanged:
      console.information(fmt::format("The note of the merge request {} says that already.", number));
      break;
    case NoteChange::unneeded:
      console.information(fmt::format("There is nothing to say in the merge request {}.", number));
      break;
  }
}

}  // namespace

ExitStatus note(const Options& options, Console& console) {
  if (const std::string obstacle = net::Transfers::obstacle("no note can be written"); !obstacle.empty()) {
    console.error(obstacle);
    return ExitStatus::failure;
  }
  const auto text = read_note(options.paths.front(), console);
  if (const auto* status = std::get_if<ExitStatus>(&text)) {
    return *status;
  }
  const auto target = merge_request_of(options, console);
  auto client = target.has_value() ? connect(console) : std::nullopt;
  if (!client.has_value()) {
    return ExitStatus::usage;
  }
  const Interruption interruption;
  const std::string& note = std::get<std::string>(text);
  const bool has_no_findings = note.starts_with(fmt::format("{}\n{}\n", note_marker, note_without_findings));
  const auto result = write_note(*client, *target, note_marker, note, has_no_findings);
  if (const auto* error = std::get_if<ApiError>(&result)) {
    console.error(fmt::format("The note could not be written. {}", error->message));
    return ExitStatus::failure;
  }
  report(std::get<NoteChange>(result), target->number, console);
  return ExitStatus::clean;
}

}  // namespace macrolint::cli
