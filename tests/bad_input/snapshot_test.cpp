#include <fmt/format.h>

#include "bad_input/bad_input.h"
#include "catch.h"

// A snapshot of Zendesk that is broken, hostile or both costs one finding or some time, and the rest of the run goes
// on.
namespace macrolint {

namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t deep = 100'000;

/// A repository with bad input whose instance has this text as its snapshot.
class RepositoryWithSnapshot : public RepositoryWithBadInput {
 public:
  explicit RepositoryWithSnapshot(const std::string& text) {
    std::string configuration = folder().read(".macrolint.yml");
    const std::string before = "  example:\n";
    configuration.insert(configuration.find(before) + before.size(), "    snapshot: snapshot.json\n");
    folder().write(".macrolint.yml", configuration);
    folder().write("snapshot.json", text);
  }
};

std::string snapshot(const std::string& macros, const std::string& lists = "") {
  return "{\"version\": 1, \"instance\": \"example\", \"host\": \"example.zendesk.com\", \"macros\": [" + macros + "]" +
         lists + "}";
}

std::string macro(std::size_t id, const std::string& title, const std::string& actions) {
  return fmt::format(
      "{{\"id\": {}, \"title\": \"{}\", \"active\": true, \"description\": null, \"restriction\": null, "
      "\"actions\": [{}]}}",
      id, title, actions);
}

std::string good_macro() {
  return macro(1, "Good",
               "{\"field\": \"comment_value_html\", \"value\": \"<p>Hello {{ticket.requester.first_name}}</p>\"}");
}

void check_unreadable(const std::string& text) {
  INFO(text.substr(0, 100));
  CHECK(RepositoryWithSnapshot(text).findings() == Lines{"snapshot.json:1 input-unreadable"});
}

/// So many items of a list, separated by commas.
template <typename Item>
std::string list_of(std::size_t count, const Item& item) {
  std::string list;
  for (std::size_t index = 0; index < count; ++index) {
    list += (index == 0 ? "" : ",") + item(index);
  }
  return list;
}

}  // namespace

TEST_CASE("A snapshot that is none is one finding, and not used") {
  CHECK(RepositoryWithSnapshot(snapshot(good_macro())).findings().empty());
  check_unreadable("");
  check_unreadable("no JSON");
  check_unreadable("[]");
  check_unreadable("{\"version\": 1, \"instance\": \"example\", \"host\": \"x\"}");
  check_unreadable("{\"version\": 2, \"instance\": \"example\", \"host\": \"x\", \"macros\": []}");
  check_unreadable("{\"version\": 1, \"instance\": \"other\", \"host\": \"x\", \"macros\": []}");
  check_unreadable(snapshot("7"));
  check_unreadable(snapshot(good_macro(), ", \"groups\": {}"));
  check_unreadable("caf\xe9");
  check_unreadable(repeated("[", deep));
  check_unreadable(snapshot(good_macro()).substr(0, 100));
}

TEST_CASE("Twenty thousand macros with one title are compared within seconds") {
  const std::string all = list_of(20'000, [](std::size_t index) { return macro(index + 2, "Twice", ""); });
  const RepositoryWithSnapshot repository(snapshot(good_macro() + "," + all));
  repository.add_macro("Twice", macro_with("Twice", "- field: 'status'\n  value: 'open'\n"));
  (void)repository.check();
}

TEST_CASE("Many unknown names among many that are known are bounded") {
  const std::string groups = list_of(100'000, [](std::size_t index) {
    return fmt::format("{{\"id\": {}, \"name\": \"Group of many letters {}\"}}", index, index);
  });
  std::string actions;
  for (std::size_t index = 0; index < 20'000; ++index) {
    actions += fmt::format("- {{field: group_id, value: 'Groups of many letter {}'}}\n", index);
  }
  const RepositoryWithSnapshot repository(snapshot(good_macro(), ", \"groups\": [" + groups + "]"));
  repository.add_macro("Many", macro_with("Many", actions));
  (void)repository.check();
}

TEST_CASE("Texts that are built to be expensive are compared within seconds") {
  constexpr std::size_t most = 60'000;
  for (const std::string& piece : {std::string("<b>"), std::string("<p>x"), std::string("["), std::string("{{a"),
                                   std::string("{% if a %}"), std::string("a "), std::string("[a](b) ")}) {
    INFO(piece);
    const std::string text = repeated(piece, most / piece.size());
    const std::string live = "{\"field\": \"comment_value_html\", \"value\": \"" + text + "y\"}";
    const RepositoryWithSnapshot repository(snapshot(good_macro() + "," + macro(2, "Bad", live)));
    repository.add_macro("Bad",
                         "title: 'Bad'\nactive: true\nactions:\n- field: 'comment_value_html'\n  value: "
                         "'MANAGED_CONTENT'\ncontains_managed_content: true\n");
    repository.folder().write("macros/managed/active/Bad.md", text);
    (void)repository.check();
  }
}

}  // namespace macrolint
