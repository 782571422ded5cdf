#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "drift/live/live_differences.h"
#include "index/project.h"
#include "report/report.h"

namespace macrolint {

/// Gathers the disagreements about one macro.
class MacroDisagreements {
 public:
  MacroDisagreements(const Project& project, const Macro& macro);

  /// The macro in Zendesk, or null.
  [[nodiscard]] const Macro* live() const { return live_; }
  [[nodiscard]] bool has(const std::string& field) const { return rows_.contains(field); }

  /// What a document says of an action's field.
  void add_claim(const std::string& field, std::string_view text, ReportPlace place);
  /// What a document says of the wording: `original` is what the repository has in its place.
  void add_wording(const std::string& field, std::string_view text, std::string_view original, Span span,
                   ReportPlace place);
  /// What documents call the macro, or that they send people to it.
  void add_reference(const std::string& field, std::string_view text, ReportPlace place);

  [[nodiscard]] std::vector<Disagreement> take();

 private:
  static void state(Disagreement& row, std::string_view text, ReportPlace place);
  Disagreement& row_of(const std::string& field);
  [[nodiscard]] std::optional<std::string> row_of_wording(const std::string& field, Span span) const;
  [[nodiscard]] Side wording_of_live(const std::string& field, std::string_view original) const;

  const Macro& macro_;
  const Macro* live_ = nullptr;
  LiveComparison comparison_;
  /// By field, in their order; of wording several.
  std::map<std::string, Disagreement> rows_;
};

}  // namespace macrolint
