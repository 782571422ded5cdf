#include "yaml/yaml.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <map>
#include <set>
#include <sstream>

#include "yaml/scalar_place.h"

namespace macrolint::yaml {

namespace {

constexpr std::size_t max_depth = 64;
constexpr std::size_t max_nodes = 100'000;
/// Of text in scalars, after aliases are expanded.
constexpr std::size_t max_bytes = 16'000'000;

/// Thrown through yaml-cpp to stop it early, at a bound or a defect that it lets pass; never leaves this file.
struct Refused {
  Problem problem;
};

/// yaml-cpp puts the escapes `\N` and `\_` (U+0085 and U+00A0) into its otherwise valid UTF-8 as single bytes.
std::string with_escapes_in_utf8(std::string_view value) {
  std::string valid;
  while (!value.empty()) {
    const std::size_t bad = std::min(find_invalid_utf8(value), value.size());
    valid += value.substr(0, bad);
    if (bad < value.size()) {
      valid += value[bad] == '\0' ? "" : "\xC2";
      valid += value[bad];
    }
    value.remove_prefix(std::min(bad + 1, value.size()));
  }
  return valid;
}

/// Builds the tree from yaml-cpp's events. Events are used rather than its own nodes because only they show
/// duplicate keys and let aliases be counted before they are expanded.
class TreeBuilder final : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view text, std::uint32_t offset) : text_(text), offset_(offset) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 2) {
      problems_.push_back(
          {place(mark, 1), "A second YAML document starts here; expected one document per file.", "---"});
    }
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Node node;
    node.span = place(mark, 0);
    finish(std::move(node), anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) {
      throw Refused{{place(mark, 1), "An alias refers to the node that contains it, which has no end.", "*"}};
    }
    count(found->second.size, mark);
    Node copy = found->second.node;
    copy.span = place(mark, 1);
    add(std::move(copy), found->second.size);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    Node node;
    node.kind = Kind::scalar;
    node.value = with_escapes_in_utf8(value);
    const auto begin = static_cast<std::uint32_t>(offset_ + static_cast<std::uint32_t>(mark.pos));
    const bool in_flow = !open_.empty() && open_.back().flow;
    const ScalarPlace found = place_of_scalar(text_, begin, tag != "?", in_flow);
    node.style = found.style;
    node.span = found.span;
    if (found.unclosed) {
      throw Refused{{{begin, begin + 1}, "This quotation mark is never closed.", std::string(text_.substr(begin, 1))}};
    }
    finish(std::move(node), anchor);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open(Kind::sequence, mark, anchor, style);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(Kind::mapping, mark, anchor, style);
  }
  void OnMapEnd() override { close(); }

  Document take() && { return {std::move(root_), std::move(problems_)}; }

 private:
  /// What a node costs with everything below it.
  struct Size {
    std::size_t nodes = 1;
    std::size_t bytes = 0;
  };
  struct Open {
    Node node;
    YAML::anchor_t anchor = 0;
    Size size;
    /// Written in brackets, where a comma ends a scalar.
    bool flow = false;
    /// The key that waits for its value, in a mapping.
    std::optional<Node> key;
    std::set<std::string> keys;
  };
  struct Anchored {
    Node node;
    Size size;
  };

  [[nodiscard]] Span place(const YAML::Mark& mark, std::uint32_t length) const {
    const auto size = static_cast<std::uint32_t>(text_.size());
    const std::uint32_t begin = std::min(size, offset_ + static_cast<std::uint32_t>(std::max(mark.pos, 0)));
    return {begin, std::min(size, begin + length)};
  }

  void count(Size size, const YAML::Mark& mark) {
    total_.nodes += size.nodes;
    total_.bytes += size.bytes;
    if (total_.nodes > max_nodes || total_.bytes > max_bytes) {
      throw Refused{{place(mark, 1),
                     fmt::format("The file has more than {} nodes or {} MB of text after its aliases are expanded; "
                                 "expected a file that a person wrote.",
                                 max_nodes, max_bytes / 1'000'000),
                     "*"}};
    }
  }

  void open(Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor, YAML::EmitterStyle::value style) {
    if (open_.size() >= max_depth) {
      throw Refused{
          {place(mark, 1), fmt::format("Nested more than {} levels deep; expected a flatter file.", max_depth), ""}};
    }
    count(Size{}, mark);
    Open entry;
    entry.node.kind = kind;
    entry.node.span = place(mark, 1);
    entry.anchor = anchor;
    entry.flow = style == YAML::EmitterStyle::Flow;
    open_.push_back(std::move(entry));
  }

  void close() {
    Open done = std::move(open_.back());
    open_.pop_back();
    if (done.anchor != 0) {
      anchors_[done.anchor] = {done.node, done.size};
    }
    add(std::move(done.node), done.size);
  }

  void finish(Node node, YAML::anchor_t anchor) {
    YAML::Mark mark;
    mark.pos = static_cast<int>(node.span.begin - offset_);
    const Size size{1, node.value.size()};
    count(size, mark);
    if (anchor != 0) {
      anchors_[anchor] = {node, size};
    }
    add(std::move(node), size);
  }

  void add(Node node, Size size) {
    if (open_.empty()) {
      if (!root_.has_value() && documents_ == 1) {
        root_ = std::move(node);
      }
      return;
    }
    Open& parent = open_.back();
    parent.size.nodes += size.nodes;
    parent.size.bytes += size.bytes;
    if (parent.node.kind == Kind::sequence) {
      parent.node.items.push_back(std::move(node));
    } else if (!parent.key.has_value()) {
      check_key(parent, node);
      parent.key = std::move(node);
    } else {
      parent.node.members.emplace_back(std::move(*parent.key), std::move(node));
      parent.key.reset();
    }
  }

  void check_key(Open& mapping, const Node& key) {
    if (key.kind == Kind::scalar && !mapping.keys.insert(key.value).second) {
      problems_.push_back({key.span,
                           fmt::format("The key `{}` stands twice in the same mapping; only one of its values is "
                                       "used. Remove one of them.",
                                       key.value),
                           key.value});
    }
  }

  std::string_view text_;
  std::uint32_t offset_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, Anchored> anchors_;
  std::optional<Node> root_;
  std::vector<Problem> problems_;
  Size total_{0, 0};
  std::size_t documents_ = 0;
};

/// yaml-cpp ends some messages with a period and begins all in lower case.
std::string sentence(std::string message) {
  if (!message.empty() && message.front() >= 'a' && message.front() <= 'z') {
    message.front() = static_cast<char>(message.front() - 'a' + 'A');
  }
  if (!message.ends_with('.')) {
    message += '.';
  }
  return message;
}

/// One character at the place that the parser complains about, inside the text.
Span place_of_error(std::string_view text, Span region, int position) {
  std::uint32_t begin = region.begin + static_cast<std::uint32_t>(std::max(position, 0));
  begin = std::min(begin, region.end);
  // At the end of the text there is nothing to underline: point to the last character instead.
  while (begin > region.begin && (begin >= region.end || text[begin] == '\n' || text[begin] == '\r')) {
    --begin;
  }
  return {begin, std::min(begin + 1, region.end)};
}

/// Flow collections that are opened and never closed make yaml-cpp's scanner slow and deep long before its parser
/// notices. A bracket inside a quoted text counts too, which the generous bound allows for.
std::optional<std::uint32_t> find_deep_flow(std::string_view text) {
  constexpr std::size_t max_open = 10 * max_depth;
  std::size_t open = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '[' || text[at] == '{') {
      if (++open > max_open) {
        return static_cast<std::uint32_t>(at);
      }
    } else if ((text[at] == ']' || text[at] == '}') && open > 0) {
      --open;
    }
  }
  return std::nullopt;
}

}  // namespace

const Node* Node::find(std::string_view key) const {
  for (const auto& [name, value_node] : members) {
    if (name.kind == Kind::scalar && name.value == key) {
      return &value_node;
    }
  }
  return nullptr;
}

std::optional<bool> Node::boolean() const {
  if (kind != Kind::scalar || style != Style::plain) {
    return std::nullopt;
  }
  if (value == "true" || value == "True" || value == "TRUE") {
    return true;
  }
  if (value == "false" || value == "False" || value == "FALSE") {
    return false;
  }
  return std::nullopt;
}

bool Node::is_null() const {
  return kind == Kind::null ||
         (kind == Kind::scalar && style == Style::plain &&
          (value.empty() || value == "~" || value == "null" || value == "Null" || value == "NULL"));
}

namespace {

/// What the library means, for people who do not know its terms.
std::string in_plain_words(const std::string& message) {
  using namespace YAML::ErrorMsg;
  if (message == END_OF_MAP || message == END_OF_SEQ) {
    return "This line does not fit the lines above; check how far they are indented.";
  }
  if (message == END_OF_MAP_FLOW || message == END_OF_SEQ_FLOW) {
    return "A bracket before this place is not closed.";
  }
  if (message == MAP_VALUE) {
    return "There cannot be another `:` here. Put quotes around a text that has `: ` in it, and indent with spaces.";
  }
  if (message == EOF_IN_SCALAR) {
    return "A quotation mark before this place is not closed.";
  }
  return sentence(message);
}

}  // namespace

Document parse(std::string_view text) { return parse(text, {0, static_cast<std::uint32_t>(text.size())}); }

Document parse(std::string_view text, Span region) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.substr(region.begin).starts_with(byte_order_mark)) {
    // yaml-cpp skips it without counting it.
    region.begin += static_cast<std::uint32_t>(byte_order_mark.size());
  }
  const std::string_view content = text.substr(region.begin, region.size());
  if (const auto deep = find_deep_flow(content)) {
    const std::uint32_t at = region.begin + *deep;
    return {std::nullopt, {{{at, at + 1}, "Brackets are nested too deep; expected a flatter file.", "["}}};
  }
  TreeBuilder builder(text.substr(0, region.end), region.begin);
  try {
    std::istringstream stream{std::string(content)};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Refused& refused) {
    return {std::nullopt, {refused.problem}};
  } catch (const YAML::Exception& error) {
    const Span place = place_of_error(text, region, error.mark.pos);
    return {std::nullopt,
            {{place, fmt::format("Not valid YAML: {}", in_plain_words(error.msg)),
              std::string(text.substr(place.begin, place.size()))}}};
  }
  return std::move(builder).take();
}

}  // namespace macrolint::yaml
