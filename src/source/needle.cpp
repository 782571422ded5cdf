#include "source/needle.h"

#include <algorithm>

#include "source/characters.h"

namespace macrolint {

Needle::Needle(std::string_view text, Case letter_case)
    : text_(letter_case == Case::ignored ? lower_case(text) : std::string(text)), case_(letter_case) {
  // Two bytes are enough where they are rare: `::`, or any beyond ASCII.
  probe_count_ = text_.size() < max_probes || is_beyond_ascii(text_.front()) ? 2 : max_probes;
  for (std::size_t index = 0; index < probe_count_; ++index) {
    // Spread over the needle from end to end.
    Probe& probe = probes_[index];
    probe.offset = index * (text_.size() - 1) / (probe_count_ - 1);
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

template <std::size_t count>
bool Needle::may_be_in_block(const char* block) const {
  std::array<Probe, count> probes;
  std::copy_n(probes_.begin(), count, probes.begin());
  unsigned char least = 0xFF;
  for (std::size_t index = 0; index < block_size; ++index) {
    unsigned char difference = 0;
    for (const Probe& probe : probes) {
      const auto byte = static_cast<unsigned char>(block[index + probe.offset]);
      difference = static_cast<unsigned char>(difference | ((byte | probe.fold) ^ probe.byte));
    }
    // None where all bytes are equal.
    least = std::min(least, difference);
  }
  return least == 0;
}

void Needle::find_all(std::string_view text, std::vector<std::uint32_t>& places) const {
  if (text.size() < text_.size()) {
    return;
  }
  const std::size_t end = text.size() - text_.size() + 1;
  for (std::size_t begin = 0; begin < end; begin += block_size) {
    const char* const block = text.data() + begin;
    const bool whole = begin + block_size <= end;
    if (whole && !(probe_count_ == 2 ? may_be_in_block<2>(block) : may_be_in_block<max_probes>(block))) {
      continue;
    }
    for (std::size_t at = begin; at < std::min(begin + block_size, end); ++at) {
      if ((static_cast<unsigned char>(text[at]) | probes_[0].fold) == probes_[0].byte && matches_at(text, at)) {
        places.push_back(static_cast<std::uint32_t>(at));
      }
    }
  }
}

bool Needle::is_in(std::string_view text) const {
  for (std::size_t at = 0; at + text_.size() <= text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) | probes_[0].fold) == probes_[0].byte && matches_at(text, at)) {
      return true;
    }
  }
  return false;
}

bool Needle::may_be_in(const RareMarks& marks) const {
  return (marks.colons || text_ != "::") && (marks.beyond_ascii || !is_beyond_ascii(text_.front()));
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
