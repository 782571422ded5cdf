#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "rule/rule.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// The number in `https://SUBDOMAIN.zendesk.com/agent/tickets/382970`, or empty.
std::string_view ticket_number(std::string_view url) {
  constexpr std::string_view path = ".zendesk.com/agent/tickets/";
  const std::size_t at = url.find(path);
  if (at == std::string_view::npos) {
    return {};
  }
  const std::string_view rest = url.substr(at + path.size());
  const auto end = std::find_if_not(rest.begin(), rest.end(), is_digit);
  return rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
}

bool looks_like_year(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

/// Numbers in a label that are meant as a ticket's: all of them where the label speaks of a ticket or holds
/// nothing else; years and short counts aside.
std::vector<std::string_view> numbers_in(std::string_view label) {
  constexpr std::size_t shortest = 3;
  const bool about_ticket = contains_ignoring_case(label, "zd") || contains_ignoring_case(label, "zendesk") ||
                            contains_ignoring_case(label, "ticket") ||
                            label.find_first_not_of("0123456789# ") == std::string_view::npos;
  std::vector<std::string_view> numbers;
  for (std::size_t at = 0; at < label.size(); ++at) {
    if (!is_digit(label[at])) {
      continue;
    }
    std::size_t end = at;
    while (end < label.size() && is_digit(label[end])) {
      ++end;
    }
    const std::string_view digits = label.substr(at, end - at);
    const bool marked = at > 0 && label[at - 1] == '#';
    if (digits.size() >= shortest && (marked || (about_ticket && !looks_like_year(digits)))) {
      numbers.push_back(digits);
    }
    at = end;
  }
  return numbers;
}

void check(const Project&, const Document& document, const Reporter& reporter) {
  for (const Link& link : document.links) {
    const std::string_view ticket = ticket_number(link.url);
    if (ticket.empty() || link.kind == Link::Kind::autolink || link.kind == Link::Kind::html) {
      continue;
    }
    const std::string_view label = document.source->slice(link.label);
    const std::vector<std::string_view> numbers = numbers_in(label);
    if (numbers.empty() || std::find(numbers.begin(), numbers.end(), ticket) != numbers.end()) {
      continue;
    }
    reporter.report({document.source, link.label}, std::string(label),
                    fmt::format("The label names ticket {}, but the link goes to ticket {}. Make both the same ticket.",
                                numbers.front(), ticket));
  }
}

}  // namespace

extern const Rule ticket_label_mismatch;
const Rule ticket_label_mismatch = {
    .name = "ticket-label-mismatch",
    .severity = Severity::warning,
    .summary = "A ticket link's label has another number than its address",
    .explanation =
        "Example tickets are linked as `[ZD#382970](https://….zendesk.com/agent/tickets/382970)`. When label and "
        "address "
        "have different numbers, one of them was copied wrongly. Correct the wrong one.",
    .bad =
        "-- handbook/content/returns.md --\n"
        "A past case: [ZD#200417](https://example.zendesk.com/agent/tickets/200471)\n",
    .good =
        "-- handbook/content/returns.md --\n"
        "A past case: [ZD#200417](https://example.zendesk.com/agent/tickets/200417)\n",
    .check_document = check,
};

}  // namespace macrolint
