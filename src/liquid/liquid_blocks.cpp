#include "liquid/liquid_blocks.h"

#include <fmt/format.h>

#include <utility>

#include "diagnostic/in_backticks.h"
#include "liquid/liquid_words.h"

namespace macrolint {

namespace {

/// Liquid's own limit: `Liquid::Block::MAX_DEPTH`.
constexpr std::size_t max_depth = 100;

std::string_view blocks_for(std::string_view branch) {
  if (branch == "when") {
    return "`case`";
  }
  return branch == "elsif" ? "`if` or `unless`" : "`if`, `unless`, `case` or `for`";
}

}  // namespace

void LiquidBlocks::report(Span tag, std::string message) { problems_->push_back({tag, std::move(message), ""}); }

void LiquidBlocks::report_unclosed(const std::string& name, Span tag) {
  report(tag, fmt::format("{} is never closed; expected `{{% end{} %}}` behind it.", in_backticks(written(tag)), name));
}

void LiquidBlocks::open(const std::string& name, Span tag) {
  if (open_.size() >= max_depth) {
    report(tag, "Blocks are nested more than 100 levels deep, which Liquid refuses.");
    too_deep_ = true;
    open_.clear();
    return;
  }
  open_.push_back({name, tag});
  ++open_by_name_[name];
}

void LiquidBlocks::close(const std::string& name, Span tag) {
  const std::string block = name.substr(std::string_view("end").size());
  const auto count = open_by_name_.find(block);
  if (count == open_by_name_.end() || count->second == 0) {
    report(tag,
           fmt::format("{} closes nothing; expected `{{% {} … %}}` before it.", in_backticks(written(tag)), block));
    return;
  }
  while (open_.back().name != block) {
    const Block& inner = open_.back();
    report(inner.tag, fmt::format("{} is not closed before {}; expected `{{% end{} %}}` in between.",
                                  in_backticks(written(inner.tag)), in_backticks(written(tag)), inner.name));
    --open_by_name_[inner.name];
    open_.pop_back();
  }
  --count->second;
  open_.pop_back();
}

void LiquidBlocks::branch(const std::string& name, Span tag) {
  if (!open_.empty() && liquid_branch_fits(name, open_.back().name)) {
    return;
  }
  const std::string where = open_.empty() ? "outside every block" : fmt::format("inside `{}`", open_.back().name);
  report(tag, fmt::format("{} stands {}; expected it directly inside {}.", in_backticks(written(tag)), where,
                          blocks_for(name)));
}

void LiquidBlocks::finish() {
  for (const Block& block : open_) {
    report_unclosed(block.name, block.tag);
  }
  open_.clear();
}

}  // namespace macrolint
