#include "rule/rule.h"

namespace macrolint {

namespace {

void check(const Project& project, const Reporter& reporter) {
  for (const Unreadable& unreadable : project.unreadable) {
    reporter.report(unreadable.place, unreadable.subject, unreadable.message);
  }
}

}  // namespace

extern const Rule input_unreadable;
const Rule input_unreadable = {
    .name = "input-unreadable",
    .severity = Severity::error,
    .summary = "A file or folder could not be read, so nothing in it was checked",
    .explanation =
        "Files that are not valid UTF-8, that are larger than any page or macro a person writes, that are pipes or "
        "devices, or that are symbolic links out of the repository are not read, and neither are folders that are "
        "missing. What is in them goes unchecked, so the run says so. Save the file as UTF-8, replace the link by the "
        "file, or correct the path in the configuration.",
    .bad =
        "-- handbook/content/returns.md --\n"
        "---\n"
        "title: Returns\n"
        "---\n"
        "\n"
        "Meet us at the Caf\xE9.\n",
    .good =
        "-- handbook/content/returns.md --\n"
        "---\n"
        "title: Returns\n"
        "---\n"
        "\n"
        "Meet us at the Café.\n",
    .check_project = check,
};

}  // namespace macrolint
