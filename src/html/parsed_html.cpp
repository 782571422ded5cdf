#include "html/parsed_html.h"

#include <gumbo.h>

#include <csetjmp>

#include "source/characters.h"

namespace macrolint {

namespace {

constexpr std::size_t memory_of_parser = std::size_t{64} * 1024;

/// What Gumbo may allocate, freed as a whole: Gumbo's own function descends into the tree by recursion.
struct Arena {
  std::byte* next = nullptr;
  std::size_t left = 0;
  std::jmp_buf exhausted = {};
};

/// Gumbo does not check for a null pointer and, being C, cannot be left by an exception. The jump passes only its
/// frames, and all that they hold is in the arena.
void* allocate(void* userdata, std::size_t size) {
  auto* arena = static_cast<Arena*>(userdata);
  constexpr std::size_t alignment = alignof(std::max_align_t);
  if (size > arena->left || arena->left - size < alignment) {
    std::longjmp(arena->exhausted, 1);
  }
  const std::size_t rounded = (size + alignment - 1) / alignment * alignment;
  std::byte* memory = arena->next;
  arena->next += rounded;
  arena->left -= rounded;
  return memory;
}

void keep(void*, void*) {}

/// The root of the tree, or null if the arena is too small for it.
const GumboNode* parse_into(Arena& arena, const std::string& html) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = keep;
  options.userdata = &arena;
  options.max_errors = 0;
  options.fragment_context = GUMBO_TAG_BODY;
  if (setjmp(arena.exhausted) != 0) {
    return nullptr;
  }
  return gumbo_parse_with_options(&options, html.data(), html.size())->root;
}

bool has_too_many_tags(std::string_view html, std::size_t limit) {
  std::size_t count = 0;
  for (std::size_t at = 0; at + 1 < html.size(); ++at) {
    if (html[at] == '<' && (is_letter(html[at + 1]) || html[at + 1] == '/') && ++count > limit) {
      return true;
    }
  }
  return false;
}

const GumboVector* children_of(const GumboNode& node) {
  const bool is_element = node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
  return is_element ? &node.v.element.children : nullptr;
}

}  // namespace

ParsedHtml::ParsedHtml(std::string_view text, std::string_view ending, const Limits& limits)
    : outcome_(parse(text, ending, limits)) {}

ParsedHtml::Outcome ParsedHtml::parse(std::string_view text, std::string_view ending, const Limits& limits) {
  if (text.size() > limits.bytes) {
    return Outcome::too_long;
  }
  if (has_too_many_tags(text, limits.tags)) {
    return Outcome::too_many_tags;
  }
  html_.append(text).append(ending);
  const std::size_t size = memory_of_parser + html_.size() * limits.memory_per_byte;
  memory_ = std::make_unique_for_overwrite<std::byte[]>(size);
  Arena arena{.next = memory_.get(), .left = size};
  const GumboNode* root = parse_into(arena, html_);
  if (root == nullptr) {
    return Outcome::too_many_copies;
  }
  nodes_.push_back(root);
  for (std::size_t at = 0; at < nodes_.size(); ++at) {
    if (const GumboVector* children = children_of(*nodes_[at])) {
      for (unsigned int child = 0; child < children->length; ++child) {
        nodes_.push_back(static_cast<const GumboNode*>(children->data[child]));
      }
    }
  }
  return Outcome::parsed;
}

}  // namespace macrolint
