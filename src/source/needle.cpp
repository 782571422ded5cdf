#include "source/needle.h"

#include <algorithm>

#include "source/characters.h"

namespace macrolint {

Needle::Needle(std::string_view text, Case letter_case)
    : text_(letter_case == Case::ignored ? lower_case(text) : std::string(text)), case_(letter_case) {
  // Spread over the needle from end to end; a short one is compared with some byte twice.
  for (std::size_t index = 0; index < probe_count; ++index) {
    Probe& probe = probes_[index];
    probe.offset = index * (text_.size() - 1) / (probe_count - 1);
    const char byte = text_[probe.offset];
    probe.byte = static_cast<unsigned char>(byte);
    // The bit that tells upper from lower case.
    probe.fold = case_ == Case::ignored && is_letter(byte) ? 0x20 : 0;
  }
}

bool Needle::matches_at(std::string_view text, std::size_t at) const {
  const std::string_view piece = text.substr(at, text_.size());
  return case_ == Case::ignored ? equals_ignoring_case(piece, text_) : piece == text_;
}

bool Needle::may_be_in_block(const char* block) const {
  const auto [first, second, third, fourth] = probes_;
  const auto* at_first = reinterpret_cast<const unsigned char*>(block + first.offset);
  const auto* at_second = reinterpret_cast<const unsigned char*>(block + second.offset);
  const auto* at_third = reinterpret_cast<const unsigned char*>(block + third.offset);
  const auto* at_fourth = reinterpret_cast<const unsigned char*>(block + fourth.offset);
  unsigned char found = 0;
  for (std::size_t index = 0; index < block_size; ++index) {
    // Zero where all four bytes are equal; `found` gathers such places.
    const auto difference = static_cast<unsigned char>(
        ((at_first[index] | first.fold) ^ first.byte) | ((at_second[index] | second.fold) ^ second.byte) |
        ((at_third[index] | third.fold) ^ third.byte) | ((at_fourth[index] | fourth.fold) ^ fourth.byte));
    found = static_cast<unsigned char>(found | (difference == 0 ? 1U : 0U));
  }
  return found != 0;
}

void Needle::find_all(std::string_view text, std::vector<std::uint32_t>& places) const {
  if (text.size() < text_.size()) {
    return;
  }
  const std::size_t end = text.size() - text_.size() + 1;
  for (std::size_t begin = 0; begin < end; begin += block_size) {
    if (begin + block_size <= end && !may_be_in_block(text.data() + begin)) {
      continue;
    }
    for (std::size_t at = begin; at < std::min(begin + block_size, end); ++at) {
      if ((static_cast<unsigned char>(text[at]) | probes_[0].fold) == probes_[0].byte && matches_at(text, at)) {
        places.push_back(static_cast<std::uint32_t>(at));
      }
    }
  }
}

bool Needle::is_part_of(const Needle& other) const {
  const bool comparable = case_ == Case::ignored || other.case_ == Case::as_written;
  for (std::size_t at = 0; comparable && at + text_.size() <= other.text_.size(); ++at) {
    if (matches_at(other.text_, at)) {
      return true;
    }
  }
  return false;
}

}  // namespace macrolint
