#include "drift/inbox/statements.h"

#include <algorithm>
#include <array>
#include <optional>

#include "drift/inbox/address_places.h"
#include "drift/inbox/phrases.h"
#include "drift/inbox/sentence_words.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// No page that people write says more; from then on nothing more is read.
constexpr std::size_t max_statements = 1000;
/// Longer paragraphs are looked at line by line only.
constexpr std::size_t max_sentences_size = 20'000;

constexpr std::array<std::string_view, 14> header_words = {"address", "alias", "contact", "e",       "email",
                                                           "group",   "inbox", "mail",    "mailbox", "program",
                                                           "shared",  "team",  "the",     "to"};
constexpr std::array<std::string_view, 6> header_tells = {"address", "contact", "email", "inbox", "mail", "mailbox"};
constexpr std::array<std::string_view, 15> people_words = {"author", "contributor", "dri",    "employee", "engineer",
                                                           "first",  "last",        "lead",   "manager",  "member",
                                                           "name",   "owner",       "person", "user",     "who"};

class StatementReader {
 public:
  StatementReader(const Document& page, const std::vector<Address>& addresses, const std::vector<Passage>& passages,
                  const std::vector<Reference>& references, const InboxScope& scope)
      : page_(page), passages_(passages), references_(references), scope_(scope), addresses_(addresses) {}

  std::vector<InboxStatement> read() {
    for (std::size_t index = 0; index < passages_.size() && statements_.size() < max_statements; ++index) {
      const Passage& passage = passages_[index];
      if (passage.kind == Passage::Kind::heading) {
        ++section_;
        heading_ = plain_words(passage.text.text());
      } else if (passage.kind == Passage::Kind::cell) {
        if (index == 0 || passages_[index - 1].table != passage.table) {
          index = read_table(index) - 1;
        }
      } else if (passage.kind == Passage::Kind::paragraph && has_address(index)) {
        read_text(passage);
      }
    }
    return std::move(statements_);
  }

 private:
  /// The destination of a passage's last link stands behind its text.
  [[nodiscard]] bool has_address(std::size_t index) const {
    const auto first =
        std::lower_bound(addresses_.begin(), addresses_.end(), passages_[index].span.begin,
                         [](const Address& address, std::uint32_t offset) { return address.span.begin < offset; });
    return first != addresses_.end() &&
           (index + 1 == passages_.size() || first->span.begin < passages_[index + 1].span.begin);
  }

  void read_text(const Passage& passage) {
    const auto places = address_places(page_, addresses_, passage);
    if (!places.has_value() || places->empty()) {
      return;
    }
    const std::string_view text = passage.text.text();
    if (places->size() == 1 && read_line(passage, {0, text.size()}, places->front())) {
      return;
    }
    for (const AddressPlace& place : *places) {
      const TextRange line = line_around(passage, place);
      const bool alone = std::count_if(places->begin(), places->end(), [&](const AddressPlace& other) {
                           return other.begin >= line.begin && other.begin < line.end;
                         }) == 1;
      if (alone && (line.begin > 0 || line.end < text.size()) && read_line(passage, line, place)) {
        continue;
      }
      read_sentence(passage, *places, place);
    }
  }

  /// The lines of a paragraph are one sentence as a rule; a list that is written as one has names at their beginnings.
  [[nodiscard]] TextRange line_around(const Passage& passage, const AddressPlace& place) const {
    const std::string_view source = page_.source->text;
    const std::uint32_t address = place.spans.front().begin;
    const std::size_t before = source.rfind('\n', address);
    const std::size_t behind = std::min(source.find('\n', place.spans.back().end), source.size());
    const std::size_t begin = before == std::string_view::npos || before < passage.span.begin
                                  ? 0
                                  : passage.text.position_of(static_cast<std::uint32_t>(before) + 1);
    const std::size_t end = behind >= passage.span.end ? passage.text.text().size()
                                                       : passage.text.position_of(static_cast<std::uint32_t>(behind));
    const std::string_view above = without_edges(passage.text.text().substr(0, begin), " ");
    const bool begins_anew = above.empty() || std::string_view(".:;!?").find(above.back()) != std::string_view::npos ||
                             words_of(above).back().text.find('@') != std::string_view::npos;
    return begin <= place.begin && place.end <= end && begins_anew ? TextRange{begin, end}
                                                                   : TextRange{0, passage.text.text().size()};
  }

  bool read_line(const Passage& passage, TextRange range, const AddressPlace& place) {
    const std::string_view line = passage.text.text().substr(range.begin, range.end - range.begin);
    const TextRange address{place.begin - range.begin, place.end - range.begin};
    auto found = labelled_name(line, address);
    if (!found.has_value() && place.is_label && without_edges(line.substr(0, address.begin), " *").empty() &&
        without_edges(line.substr(address.end), " .*").empty()) {
      found = address;
    }
    if (!found.has_value()) {
      return false;
    }
    return add_named(passage, {range.begin + found->begin, range.begin + found->end}, place);
  }

  bool add_named(const Passage& passage, TextRange range, const AddressPlace& place) {
    InboxStatement statement;
    if (const Reference* reference = reference_in(passage, range); reference != nullptr) {
      statement.macro = reference->macro;
    } else if (auto name = read_thing_name(passage.text.text().substr(range.begin, range.end - range.begin))) {
      statement.name = std::move(*name);
      statement.link = link_of(passage, range);
    } else {
      return false;
    }
    add(std::move(statement), place);
    return true;
  }

  /// The macro that a range names and nothing else.
  [[nodiscard]] const Reference* reference_in(const Passage& passage, TextRange range) const {
    const Span span = passage.text.source_span(range.begin, range.end);
    const auto first =
        std::lower_bound(references_.begin(), references_.end(), span.begin,
                         [](const Reference& one, std::uint32_t offset) { return one.span.begin < offset; });
    if (first == references_.end() || first->span.end > span.end || first->macro == nullptr) {
      return nullptr;
    }
    const std::size_t rest = range.end - range.begin;
    constexpr std::size_t longest_rest = 16;
    return rest <= first->span.size() + longest_rest ? &*first : nullptr;
  }

  [[nodiscard]] std::string link_of(const Passage& passage, TextRange range) const {
    const std::int32_t link = passage.text.link_at(range.begin);
    if (link < 0 || link != passage.text.link_at(range.end - 1)) {
      return {};
    }
    std::string_view url = page_.links[static_cast<std::size_t>(link)].url;
    url = url.substr(0, url.find_first_of("#?"));
    const bool is_whole = url.starts_with('/') || url.starts_with("http");
    return is_whole && !url.starts_with("mailto:") ? std::string(without_edges(url, "/")) : std::string();
  }

  void read_sentence(const Passage& passage, const std::vector<AddressPlace>& places, const AddressPlace& place) {
    const std::string_view text = passage.text.text();
    if (text.size() > max_sentences_size) {
      return;
    }
    const TextRange range = sentence_around(text, place);
    const bool alone = std::count_if(places.begin(), places.end(), [&](const AddressPlace& other) {
                         return other.begin >= range.begin && other.begin < range.end;
                       }) == 1;
    if (!alone) {
      return;
    }
    const std::string_view sentence = text.substr(range.begin, range.end - range.begin);
    const TextRange address{place.begin - range.begin, place.end - range.begin};
    InboxStatement statement;
    statement.in_prose = true;
    if (place.is_label) {
      auto name = read_thing_name(text.substr(place.begin, place.end - place.begin));
      if (!name.has_value() || !name->is_proper || name->words.size() < 2) {
        return;
      }
      statement.name = std::move(*name);
    } else if (const Macro* macro = macro_of_sentence(passage, range, sentence, address); macro != nullptr) {
      statement.macro = macro;
    } else if (auto name = name_in_sentence(sentence, address)) {
      statement.name = std::move(*name);
    } else {
      return;
    }
    add(std::move(statement), place);
  }

  [[nodiscard]] static TextRange sentence_around(std::string_view text, const AddressPlace& place) {
    const auto ends_at = [&](std::size_t at) {
      return (text[at] == '.' || text[at] == '!' || text[at] == '?') && at + 1 < text.size() && text[at + 1] == ' ';
    };
    std::size_t begin = place.begin;
    while (begin > 0 && !ends_at(begin - 1)) {
      --begin;
    }
    std::size_t end = place.end;
    while (end < text.size() && !ends_at(end)) {
      ++end;
    }
    return {skip_spaces(text, begin), end};
  }

  [[nodiscard]] const Macro* macro_of_sentence(const Passage& passage, TextRange range, std::string_view sentence,
                                               TextRange address) const {
    const Span span = passage.text.source_span(range.begin, range.end);
    const auto before = [](const Reference& one, std::uint32_t offset) { return one.span.begin < offset; };
    const auto first = std::lower_bound(references_.begin(), references_.end(), span.begin, before);
    const auto last = std::lower_bound(first, references_.end(), span.end, before);
    if (last - first != 1) {
      return nullptr;
    }
    const std::size_t begin = passage.text.position_of(first->span.begin);
    const std::size_t end = begin + first->span.size();
    if (begin < range.begin || end > range.end ||
        !says_that_macro_names(sentence, {begin - range.begin, end - range.begin}, address)) {
      return nullptr;
    }
    return first->macro;
  }

  /// Returns the index behind the table's last cell.
  std::size_t read_table(std::size_t begin) {
    std::size_t end = begin;
    std::optional<std::uint32_t> inbox_column;
    std::size_t inbox_columns = 0;
    std::uint32_t people_columns = 0;
    for (; end < passages_.size() && passages_[end].table == passages_[begin].table &&
           passages_[end].kind == Passage::Kind::cell;
         ++end) {
      if (passages_[end].row > 0) {
        continue;
      }
      const std::vector<std::string> words = plain_words(passages_[end].text.text());
      const auto is_of = [&](const auto& list) {
        return [&list](const std::string& word) { return is_one_of(word, list); };
      };
      if (std::all_of(words.begin(), words.end(), is_of(header_words)) &&
          std::any_of(words.begin(), words.end(), is_of(header_tells))) {
        inbox_column = passages_[end].column;
        ++inbox_columns;
      }
      if (passages_[end].column < 2 && std::any_of(words.begin(), words.end(), is_of(people_words))) {
        ++people_columns;
      }
    }
    if (inbox_columns == 1 && people_columns == 0) {
      read_rows(begin, end, *inbox_column);
    }
    return end;
  }

  void read_rows(std::size_t begin, std::size_t end, std::uint32_t inbox_column) {
    const std::uint32_t name_column = inbox_column == 0 ? 1 : 0;
    const Passage* name = nullptr;
    const Passage* inbox = nullptr;
    for (std::size_t index = begin; index <= end; ++index) {
      const Passage* cell = index < end ? &passages_[index] : nullptr;
      const Passage* known = name != nullptr ? name : inbox;
      if (known != nullptr && (cell == nullptr || cell->row != known->row)) {
        read_row(name, inbox);
        name = nullptr;
        inbox = nullptr;
      }
      if (cell != nullptr && cell->row > 0) {
        name = cell->column == name_column ? cell : name;
        inbox = cell->column == inbox_column ? cell : inbox;
      }
    }
  }

  void read_row(const Passage* name, const Passage* inbox) {
    if (name == nullptr || inbox == nullptr) {
      return;
    }
    const auto places = address_places(page_, addresses_, *inbox);
    if (!places.has_value() || places->size() != 1) {
      return;
    }
    const AddressPlace& place = places->front();
    const std::string_view text = inbox->text.text();
    constexpr std::string_view marks = " \t*_`<>.";
    if (without_edges(text.substr(0, place.begin), marks).empty() &&
        without_edges(text.substr(place.end), marks).empty()) {
      add_named(*name, {0, name->text.text().size()}, place);
    }
  }

  void add(InboxStatement statement, const AddressPlace& place) {
    if (!scope_.is_relevant(place.inbox) || is_of_person(statement.name, place.inbox)) {
      return;
    }
    statement.page = &page_;
    statement.address = place.inbox;
    statement.spans = place.spans;
    statement.section = section_;
    statement.heading = heading_;
    statements_.push_back(std::move(statement));
  }

  /// `jdoe@` of Jane Doe is no inbox of a thing.
  [[nodiscard]] bool is_of_person(const ThingName& name, std::string_view address) const {
    if (name.words.size() < 2 || name.words.size() > 3 || !name.is_proper || scope_.is_configured(address)) {
      return false;
    }
    const std::vector<std::string> locals = plain_words(address.substr(0, address.find('@')));
    const std::vector<std::string> words = plain_words(name.written);
    if (locals.size() != 1 || words.size() < 2) {
      return false;
    }
    const std::string& local = locals.front();
    return local == words.front().substr(0, 1) + words.back() || local == words.front() + words.back().substr(0, 1);
  }

  const Document& page_;
  const std::vector<Passage>& passages_;
  const std::vector<Reference>& references_;
  const InboxScope& scope_;
  const std::vector<Address>& addresses_;
  std::vector<InboxStatement> statements_;
  std::uint32_t section_ = 0;
  std::vector<std::string> heading_;
};

}  // namespace

std::vector<Address> addresses_in_order(const Document& document) {
  std::vector<Address> addresses = document.addresses;
  std::sort(addresses.begin(), addresses.end(),
            [](const Address& left, const Address& right) { return left.span.begin < right.span.begin; });
  return addresses;
}

std::vector<InboxStatement> read_inbox_statements(const Document& page, const std::vector<Address>& addresses,
                                                  const std::vector<Passage>& passages,
                                                  const std::vector<Reference>& references, const InboxScope& scope) {
  return StatementReader(page, addresses, passages, references, scope).read();
}

}  // namespace macrolint
