#include "cli/option_values.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace macrolint::cli {

namespace {

/// A whole number, if the text is nothing else.
std::optional<unsigned> number_of(std::string_view text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

}  // namespace

void set_file(CLI::Option& option) {
  Completion completion;
  completion.is_file = true;
  set_completion(option, completion);
}

std::pair<std::string, std::string> halves(const std::string& option, const std::string& text, const char* shape) {
  const std::size_t equals = text.find('=');
  if (equals == 0 || equals == std::string::npos || equals + 1 == text.size()) {
    throw CLI::ValidationError(option, fmt::format("`{}` does not have the form `{}`.", text, shape));
  }
  return {text.substr(0, equals), text.substr(equals + 1)};
}

unsigned number_up_to(unsigned maximum, const std::string& option, const std::string& text) {
  const auto number = number_of(text);
  if (!number || *number < 1 || *number > maximum) {
    throw CLI::ValidationError(option, fmt::format("`{}` is not a number from 1 to {}.", text, maximum));
  }
  return *number;
}

Shard shard_of(const std::string& text) {
  const std::size_t slash = std::min(text.find('/'), text.size());
  const auto index = number_of(std::string_view(text).substr(0, slash));
  const auto total = number_of(std::string_view(text).substr(std::min(slash + 1, text.size())));
  if (!index || !total || *index < 1 || *index > *total || *total > max_shards) {
    throw CLI::ValidationError(
        "--shard", fmt::format("`{}` is not `N/M` with a part N from 1 to M, and M at most {}.", text, max_shards));
  }
  return {*index, *total};
}

std::string given(const std::string& option, const std::string& value) {
  if (value.empty()) {
    throw CLI::ValidationError(option, "Its value is empty.");
  }
  return value;
}

CLI::Option& add_word(CLI::App& command, const std::string& name, const char* shape, const char* description,
                      const Setter& set) {
  return *command.add_option_function<std::string>(name, set, description)->type_name(shape)->take_last();
}

CLI::Option& add_repeatable(CLI::App& command, const std::string& name, const char* shape, const char* description,
                            const Setter& set) {
  return *command
              .add_option_function<std::vector<std::string>>(
                  name,
                  [set](const std::vector<std::string>& values) { std::for_each(values.begin(), values.end(), set); },
                  description)
              ->type_name(shape)
              ->expected(1)
              ->take_all()
              ->allow_extra_args(false);
}

}  // namespace macrolint::cli
