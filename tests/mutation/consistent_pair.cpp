#include "mutation/consistent_pair.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <utility>

#include "source/characters.h"

namespace macrolint {

namespace {

constexpr const char* configuration = R"(version: 1
instances:
  retail:
    sync:
      path: retail/sync
      urls: ["https://gitlab.example.com/support/retail/-/blob/main/data/"]
      former_urls: ["https://gitlab.example.com/legacy/retail/-/blob/master/macros/"]
    managed:
      path: retail/managed
      urls: ["https://gitlab.example.com/support/retail-wording/-/blob/main/"]
  wholesale:
    sync:
      path: wholesale/sync
      urls: ["https://gitlab.example.com/support/wholesale/-/blob/main/data/"]
    pages: ["content/wholesale/**"]
  online:
    export: online/macros.json
    pages: ["content/online/**"]
documents:
  - {kind: hugo, path: handbook, base_urls: ["https://handbook.example.com"]}
inbox_domains: [example.com]
)";

/// `%20` for spaces, as addresses have them.
std::string encoded(std::string_view path) {
  std::string result;
  for (const char byte : path) {
    byte == ' ' ? result += "%20" : result += byte;
  }
  return result;
}

std::string upper_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char byte) { return std::toupper(byte); });
  return text;
}

std::vector<std::pair<std::string, std::string>> values_of(const Program& program) {
  return {{"{name}", program.name},
          {"{NAME}", upper_case(program.name)},
          {"{Name}", lower_case(program.name)},
          {"{path}", encoded(program.name)},
          {"{slug}", program.slug},
          {"{inbox}", program.inbox},
          {"{status}", program.status},
          {"{other}", program.status == "open" ? "solved" : "open"},
          {"{written}", program.written_status},
          {"{channel}", program.channel_id},
          {"{team}", program.team},
          {"{number}", program.number},
          {"{promise}", program.promise}};
}

}  // namespace

const std::vector<Program>& programs() {
  static const std::vector<Program> all = {
      {"Return Program", "returns", "returns@example.com", "pending", "Pending", "C0RETURNS1", "Return Desk",
       "360001000001", "We take back every device within 14 days of its delivery."},
      {"Repair Program", "repairs", "repairs@example.com", "open", "**Open**", "C0REPAIRS1", "Workshop", "360001000002",
       "A repair takes our workshop five working days at most."},
      {"Trade-in Program", "trade-in", "tradein@example.com", "solved", "solved", "C0TRADEIN1", "Second Hand",
       "360001000003", "We estimate the value of your device from the pictures that you send."},
      {"School Program", "schools", "schools@example.com", "hold", "on hold", "C0SCHOOLS1", "Public Sector",
       "360001000004", "Schools get a third off every order above 20 devices."},
      {"Student Discount", "students", "students@example.com", "solved", "`Solved`", "C0STUDENTS", "Arts & Culture",
       "360001000005", "Your discount is valid until the end of the semester."},
  };
  return all;
}

std::string filled(std::string_view text, const Program& program) {
  std::string result(text);
  for (const auto& [key, value] : values_of(program)) {
    for (std::size_t at = result.find(key); at != std::string::npos; at = result.find(key, at + value.size())) {
      result.replace(at, key.size(), value);
    }
  }
  return result;
}

Files consistent_pair() {
  Files files;
  files[".macrolint.yml"] = configuration;
  add_macros(files);
  add_pages(files);
  return files;
}

std::string archive_of(const Files& files) {
  std::string archive;
  for (const auto& [path, text] : files) {
    archive += fmt::format("-- {} --\n{}", path, text);
  }
  return archive;
}

}  // namespace macrolint
