#pragma once

#include <string>

namespace macrolint {

/// The folder beside the repository that holds a handbook of thousands of pages, its macros and the page that the
/// project started from; empty if it is not there.
[[nodiscard]] std::string corpus_folder();

/// Runs the program with its macros and one of its folders as documents, of the `kind` that the configuration has.
/// A run that fails, fails the test. Returns the output.
[[nodiscard]] std::string run_on_corpus(const std::string& command, const std::string& documents,
                                        const std::string& kind);

}  // namespace macrolint
