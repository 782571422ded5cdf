#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "drift/claim/sentence.h"

namespace macrolint {

/// Something that a sentence says a macro does to a ticket.
struct Claim {
  enum class Kind : std::uint8_t {
    adds_tag,
    removes_tag,
    sets_status,
    sets_priority,
    sets_type,
    sets_form,
    sets_field,
    assigns_to_agent,  ///< to whoever applies the macro
    assigns_to_group,
    public_reply,
    internal_note,
  };

  Kind kind = Kind::adds_tag;
  /// The tag, status, form, group or value of a field; empty for those that need none. A status is in Zendesk's
  /// spelling.
  std::string value;
  /// Of `sets_field` the field's title.
  std::string field;
  /// From the verb to the last word that belongs to it, in the passage's text.
  std::size_t begin = 0;
  std::size_t end = 0;
  /// Where `value` is written.
  std::size_t value_begin = 0;
  std::size_t value_end = 0;
};

/// The forms of a verb that have the macro as their subject: "it adds", "it will add", or either in a list.
enum class VerbForm : std::uint8_t { third_person, base, any };

/// Where a sentence begins to speak of what a macro does.
struct ClaimStart {
  /// The verb, or words such as "will also" before it.
  std::size_t first = 0;
  VerbForm form = VerbForm::third_person;
  /// Only the first verb is the macro's, as in "use the macro to tag the ticket and reply".
  bool one_verb = false;
  /// A base form behind a comma is somebody else's, as in "the macro, which will reply, and close the ticket".
  bool until_comma = false;
};

/// The claims in a sentence from that start on. Ends where the sentence may speak of something else.
[[nodiscard]] std::vector<Claim> claims_in(const Sentence& sentence, const ClaimStart& start);

}  // namespace macrolint
