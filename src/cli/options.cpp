#include "cli/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <thread>

#include "cli/completion.h"
#include "cli/help.h"
#include "cli/load_configuration.h"
#include "cli/option_values.h"
#include "cli/today.h"

namespace macrolint::cli {

namespace {

constexpr unsigned maximum_jobs = 64;
constexpr unsigned maximum_seconds = 24 * 3600;

/// What findings are written in.
constexpr Word<Format> report_formats[] = {
    {"text", Format::text},   {"json", Format::json},         {"gitlab", Format::gitlab}, {"junit", Format::junit},
    {"sarif", Format::sarif}, {"markdown", Format::markdown}, {"html", Format::html}};
/// What the consistency report is written in.
constexpr Word<Format> whole_report_formats[] = {
    {"html", Format::html}, {"markdown", Format::markdown}, {"json", Format::json}};
constexpr Word<Format> reference_formats[] = {{"text", Format::text}, {"json", Format::json}};
constexpr Word<Format> list_formats[] = {
    {"text", Format::text}, {"json", Format::json}, {"markdown", Format::markdown}};
constexpr Word<Color> colors[] = {{"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}};
constexpr Word<Shell> shells[] = {{"bash", Shell::bash}, {"zsh", Shell::zsh}, {"fish", Shell::fish}};
constexpr Word<Severity> severities[] = {
    {"error", Severity::error}, {"warning", Severity::warning}, {"note", Severity::note}};
const Word<RuleSetting> rule_settings[] = {
    {"off", std::nullopt}, {"note", Severity::note}, {"warning", Severity::warning}, {"error", Severity::error}};

std::vector<std::string> words_of_rules() {
  const std::vector<std::string_view> names = rule_names();
  return {names.begin(), names.end()};
}

void add_format(CLI::App& command, Options& options, const char* description, std::span<const Word<Format>> formats) {
  set_words(
      add_word(command, "--format", "FORMAT", description,
               [&options, formats](const std::string& word) { options.format = value_of("--format", word, formats); }),
      formats);
}

void add_color(CLI::App& command, Options& options) {
  set_words<Color>(
      add_word(command, "--color", "WHEN", "auto (default; on a terminal, unless NO_COLOR is set), always or never",
               [&options](const std::string& word) { options.color = value_of<Color>("--color", word, colors); }),
      colors);
}

void add_log_options(CLI::App& command, Options& options) {
  command.add_flag("-q,--quiet", options.quiet, "Leave out the summary, and of the log all but errors");
  command.add_flag("-v,--verbose", options.verbose, "Also log each step and how long it took");
  command.final_callback([&options] {
    if (options.quiet && options.verbose) {
      throw CLI::ValidationError("--quiet", "It cannot be combined with `--verbose`.");
    }
  });
}

void add_jobs(CLI::App& command, Options& options) {
  add_word(command, "--jobs", "N", "How many threads to use, 1 to 64; by default as many as the machine has",
           [&options](const std::string& text) { options.jobs = number_up_to(maximum_jobs, "--jobs", text); });
}

void add_page_cache(CLI::App& command, Options& options) {
  command.add_flag("--no-page-cache{false}", options.page_cache,
                   "Parse all pages, not only those that changed since an earlier run");
}

void add_today(CLI::App& command, Options& options) {
  add_word(command, "--today", "YYYY-MM-DD", "The day to judge dates by; by default the current one",
           [&options](const std::string& text) {
             if (!is_day(text)) {
               throw CLI::ValidationError("--today", fmt::format("`{}` is not a day of the form YYYY-MM-DD.", text));
             }
             options.today = text;
           });
}

void add_configuration(CLI::App& command, Options& options) {
  set_file(*command
                .add_option("--config", options.config,
                            "The configuration; by default .macrolint.yml in this folder or one above")
                ->type_name("FILE"));
}

/// What every command that reads the repositories takes.
void add_reading_options(CLI::App& command, Options& options) {
  add_configuration(command, options);
  add_jobs(command, options);
  add_page_cache(command, options);
  add_color(command, options);
  add_log_options(command, options);
}

void add_fix_options(CLI::App& command, Options& options) {
  command.add_flag("--fix", options.fix, "Apply the edits that are safe, then report what is left");
  command.add_flag("--unsafe-fixes", options.unsafe_fixes,
                   "Like --fix, but with the edits that somebody has to look at, too");
  CLI::Option* diff = command.add_flag("--diff", options.diff,
                                       "Print what would be fixed as a diff instead of findings, and change nothing");
  command.get_option("--format")->excludes(diff);
  for (const char* fixing : {"--fix", "--unsafe-fixes", "--diff"}) {
    command.get_option(fixing)->group("Fixes");
    command.get_option("--shard")->excludes(command.get_option(fixing));
  }
}

/// What every command that reports findings takes.
void add_report_options(CLI::App& command, Options& options, const char* description,
                        std::span<const Word<Format>> formats) {
  add_format(command, options, description, formats);
  CLI::Option& output = add_repeatable(
      command, "--output", "FORMAT=FILE", "Also write the findings to a file, in any of these formats; repeatable",
      [&options, formats](const std::string& text) {
        const auto [format, path] = halves("--output", text, "FORMAT=FILE");
        options.outputs.push_back({value_of<Format>("--output", format, formats), path});
      });
  set_completion(output, {words_of<Format>(formats), true, {}, true});
  set_words<Severity>(
      add_word(
          command, "--fail-on", "SEVERITY",
          "End with status 1 on findings of this severity or above: error (default), warning or note",
          [&options](const std::string& word) { options.fail_on = value_of<Severity>("--fail-on", word, severities); }),
      severities);
}

void add_online_options(CLI::App& command, Options& options) {
  CLI::Option* online = command.add_flag("--online", options.online, "Also ask the web whether links to it work");
  add_word(
      command, "--max-time", "SECONDS", "How long to ask the web at most; by default an hour",
      [&options](const std::string& text) { options.max_seconds = number_up_to(maximum_seconds, "--max-time", text); });
  set_file(add_word(command, "--cache", "FILE", "Where to keep what the web answered; by default in your cache folder",
                    [&options](const std::string& path) { options.cache = given("--cache", path); }));
  online->group("Links to the web");
  for (const char* dependent : {"--max-time", "--cache"}) {
    command.get_option(dependent)->needs(online)->group("Links to the web");
  }
}

void define_check(CLI::App& app, Options& options) {
  CLI::App* command = app.add_subcommand("check", "Check macros and documents and report what is wrong");
  set_file(*command
                ->add_option("PATH", options.paths,
                             "Files and folders to report on, with what they break elsewhere; all that the "
                             "configuration names by default")
                ->type_name(""));
  add_report_options(*command, options,
                     "How to write the findings: text (default), json, gitlab, junit, sarif, markdown or html",
                     report_formats);
  CLI::Option& rule =
      add_repeatable(*command, "--rule", "NAME=SEVERITY", "Set a rule to off, note, warning or error; repeatable",
                     [&options](const std::string& text) {
                       const auto [name, setting] = halves("--rule", text, "NAME=SEVERITY");
                       options.rules.push_back({name, value_of<RuleSetting>("--rule", setting, rule_settings)});
                     });
  set_completion(rule, {words_of_rules(), true, words_of<RuleSetting>(rule_settings), false});
  set_file(add_word(*command, "--baseline", "FILE",
                    "Report only what is not in this file, which `macrolint baseline` writes",
                    [&options](const std::string& path) { options.baseline = given("--baseline", path); }));
  add_word(*command, "--changed-since", "REV",
           "Report only findings in files that differ from this revision of git, and new ones in others",
           [&options](const std::string& revision) { options.changed_since = given("--changed-since", revision); });
  add_word(*command, "--shard", "N/M", "Report only on the Nth of M parts of the files, for `macrolint merge`",
           [&options](const std::string& text) { options.shard = shard_of(text); });
  add_today(*command, options);
  add_reading_options(*command, options);
  add_fix_options(*command, options);
  add_online_options(*command, options);
  command->footer(
      "Exit status: 0 no finding at or above --fail-on, 1 findings, 2 wrong usage or\n"
      "configuration, 3 the job could not be done. With --fix it follows the findings\n"
      "that are left, with --diff it is 1 if there is anything to fix.\n\n"
      "Examples:\n"
      "  macrolint check\n"
      "  macrolint check docs/refunds.md macros/active/Billing\n"
      "  macrolint check --fail-on warning --rule macro-path-mismatch=off\n"
      "  macrolint check --output json=findings.json\n"
      "  macrolint check --output gitlab=gl-code-quality-report.json --output junit=macrolint.xml\n"
      "  macrolint check --changed-since origin/main\n"
      "  macrolint check --diff --unsafe-fixes docs | less\n"
      "  macrolint check --fix\n"
      "  macrolint check --online --max-time 600");
}

void define_merge(CLI::App& app, Options& options) {
  CLI::App* command = app.add_subcommand("merge", "Join the JSON results of `check --shard` into one report");
  set_file(
      *command->add_option("FILE", options.paths, "The results of all parts, in any order")->type_name("")->required());
  // The page with everything needs more than the results hold.
  add_report_options(*command, options,
                     "How to write the findings: text (default), json, gitlab, junit, sarif or markdown",
                     std::span(report_formats).first(std::size(report_formats) - 1));
  add_configuration(*command, options);
  add_color(*command, options);
  add_log_options(*command, options);
  command->footer(
      "The report is that of a run that was not split, but for its time: that is the\n"
      "sum of all parts. The checked files have to be there, as reports show lines of\n"
      "them.\n\n"
      "Example:\n"
      "  macrolint check --shard 1/2 --output json=1.json\n"
      "  macrolint check --shard 2/2 --output json=2.json\n"
      "  macrolint merge 1.json 2.json --output junit=macrolint.xml");
}

void define_note(CLI::App& app, Options& options) {
  CLI::App* command = app.add_subcommand("note", "Write findings to a GitLab merge request, in one note");
  set_file(*command
                ->add_option_function<std::string>(
                    "FILE", [&options](const std::string& path) { options.paths = {path}; },
                    "The Markdown file that check or merge wrote")
                ->type_name("")
                ->required());
  add_word(*command, "--project", "ID", "The project, by number or path; by default that of the GitLab job",
           [&options](const std::string& id) { options.project = given("--project", id); });
  add_word(*command, "--merge-request", "NUMBER", "The number of the merge request; by default that of the GitLab job",
           [&options](const std::string& number) { options.merge_request = given("--merge-request", number); });
  add_log_options(*command, options);
  command->footer(
      "The note that an earlier run wrote is changed; there is never a second one.\n"
      "GITLAB_TOKEN in the environment has to hold a token with the scope `api`, as the\n"
      "token of the job may write no notes.\n\n"
      "Example:\n"
      "  macrolint check --output markdown=macrolint.md; macrolint note macrolint.md");
}

void define_baseline(CLI::App& app, Options& options) {
  CLI::App* command =
      app.add_subcommand("baseline", "Write today's findings to a file, so that they are not reported again");
  set_file(*command
                ->add_option("-o,--output", options.output,
                             "The file to write; by default the one that `baseline` names in the configuration, else "
                             ".macrolint-baseline.json beside it")
                ->type_name("FILE"));
  add_today(*command, options);
  add_reading_options(*command, options);
  add_online_options(*command, options);
  command->footer(
      "Examples:\n"
      "  macrolint baseline\n"
      "  macrolint check --baseline .macrolint-baseline.json");
}

void define_report(CLI::App& app, Options& options) {
  CLI::App* command = app.add_subcommand("report", "Write a page on the state of macros and documents");
  add_format(*command, options, "How to write the page: html (default), markdown or json", whole_report_formats);
  set_file(*command
                ->add_option(
                    "-o,--output", options.output,
                    "The file to write, `-` for standard output; by default macrolint-report.html, .md or .json here")
                ->type_name("FILE"));
  set_file(*command
                ->add_option("--history", options.history,
                             "A folder with earlier results of check or report, in JSON, for the trend")
                ->type_name("DIR"));
  add_today(*command, options);
  add_reading_options(*command, options);
  add_online_options(*command, options);
  command->footer(
      "Everything is reported, what a baseline holds back too. Findings do not change\n"
      "the exit status.\n\n"
      "Examples:\n"
      "  macrolint report\n"
      "  macrolint report --history results --output public/index.html\n"
      "  macrolint report --format json --output results/$(date -I).json");
}

void define_rules(CLI::App& app, Options& options) {
  CLI::App* command = app.add_subcommand("rules", "List the rules");
  add_format(*command, options, "How to write the list: text (default), json, or markdown for the whole reference",
             list_formats);
  command->footer("Example:\n  macrolint rules --format markdown > docs/rules.md");
}

void define_explain(CLI::App& app, Options& options) {
  CLI::App* command = app.add_subcommand("explain", "Explain one rule, with examples");
  set_completion(*command->add_option("RULE", options.rule, "The rule's name")->type_name("")->required(),
                 {words_of_rules(), false, {}, false});
  add_color(*command, options);
  command->footer("Example:\n  macrolint explain reference-unknown-macro");
}

void define_init(CLI::App& app, Options& options) {
  CLI::App* command = app.add_subcommand("init", "Write a .macrolint.yml for what is in this folder");
  add_log_options(*command, options);
  command->footer("Example:\n  cd my-macros && macrolint init && macrolint check");
}

CLI::Option* add_instance(CLI::App& command, Options& options) {
  return command
      .add_option("--instance", options.instance, "The Zendesk instance, if several have a macro of that title")
      ->type_name("NAME");
}

void define_references(CLI::App& app, Options& options) {
  CLI::App* command = app.add_subcommand("references", "List every place that refers to a macro");
  CLI::Option* title = command->add_option("TITLE", options.title, "Only references to the macro with this title");
  title->type_name("");
  add_instance(*command, options)->needs(title);
  add_format(*command, options, "How to write the list: text (default) or json", reference_formats);
  add_reading_options(*command, options);
  command->footer(
      "Examples:\n"
      "  macrolint references\n"
      "  macrolint references 'General::EDU Response' --format json");
}

void define_rename(CLI::App& app, Options& options) {
  CLI::App* command = app.add_subcommand("rename", "Change a macro's title, its files and all references to it");
  command->add_option("OLD", options.title, "The macro's title")->type_name("")->required();
  command->add_option("NEW", options.new_title, "Its new title")->type_name("")->required();
  add_instance(*command, options);
  command->add_flag("--write", options.write, "Make the change; without it, only the diff is printed");
  add_reading_options(*command, options);
  command->footer(
      "Prints the change as a diff for `git apply`. The old title becomes the macro's\n"
      "`previous_title`.\n\n"
      "Examples:\n"
      "  macrolint rename 'General::EDU Response' 'General::Education Response'\n"
      "  macrolint rename 'General::EDU Response' 'Programs::Education' --write");
}

void define_snapshot(CLI::App& app, Options& options) {
  CLI::App* command = app.add_subcommand("snapshot", "Write what a live Zendesk instance has to a file");
  command->add_option("INSTANCE", options.instance, "The instance's name in the configuration")
      ->type_name("")
      ->required();
  set_file(*command
                ->add_option("-o,--output", options.output,
                             "The file to write, `-` for standard output; by default the one that `snapshot` of the "
                             "instance names in the configuration")
                ->type_name("FILE"));
  add_word(
      *command, "--max-time", "SECONDS", "How long to ask at most; by default half an hour",
      [&options](const std::string& text) { options.max_seconds = number_up_to(maximum_seconds, "--max-time", text); });
  add_configuration(*command, options);
  add_log_options(*command, options);
  command->footer(
      "Asks the address that `zendesk` of the instance names in the configuration. The\n"
      "credentials come from the environment: ZENDESK_EMAIL and ZENDESK_TOKEN, or\n"
      "ZENDESK_OAUTH_TOKEN; each may have the instance's name behind it, as\n"
      "ZENDESK_TOKEN_GLOBAL.\n\n"
      "Examples:\n"
      "  macrolint snapshot zendesk-global\n"
      "  macrolint snapshot zendesk-global --output - | jq '.macros | length'");
}

void define_completions(CLI::App& app, Options& options) {
  CLI::App* command = app.add_subcommand("completions", "Print what a shell needs to complete the command line");
  CLI::Option* shell = command->add_option_function<std::string>(
      "SHELL", [&options](const std::string& word) { options.shell = value_of<Shell>("SHELL", word, shells); },
      "bash, zsh or fish");
  set_words<Shell>(*shell->type_name("")->required(), shells);
  command->footer(
      "Examples:\n"
      "  macrolint completions bash > ~/.local/share/bash-completion/completions/macrolint\n"
      "  macrolint completions fish > ~/.config/fish/completions/macrolint.fish");
}

void define_manual(CLI::App& app) {
  CLI::App* command = app.add_subcommand("manual", "Print the manual page");
  command->footer("Example:\n  macrolint manual | man -l -");
}

}  // namespace

std::unique_ptr<CLI::App> define_options(Options& options) {
  options.today = today();
  options.jobs = std::clamp(std::thread::hardware_concurrency(), 1U, maximum_jobs);
  auto app =
      std::make_unique<CLI::App>("Checks Zendesk macros against the workflow documents that name them.", "macrolint");
  set_help_format(*app);
  app->set_help_flag("-h,--help", "Print this help");
  app->set_version_flag("--version", "macrolint " MACROLINT_VERSION, "Print the version");
  app->require_subcommand(1);
  define_check(*app, options);
  define_merge(*app, options);
  define_note(*app, options);
  define_baseline(*app, options);
  define_report(*app, options);
  define_rules(*app, options);
  define_explain(*app, options);
  define_init(*app, options);
  define_references(*app, options);
  define_rename(*app, options);
  define_snapshot(*app, options);
  define_completions(*app, options);
  define_manual(*app);
  complete_help(*app);
  return app;
}

}  // namespace macrolint::cli
