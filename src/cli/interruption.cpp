#include "cli/interruption.h"

namespace macrolint::cli {

namespace {

volatile std::sig_atomic_t wanted = 0;

void note(int) { wanted = 1; }

}  // namespace

Interruption::Interruption() {
  struct sigaction action {};
  action.sa_handler = note;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  ::sigaction(SIGINT, &action, &interrupt_before_);
  ::sigaction(SIGTERM, &action, &terminate_before_);
}

Interruption::~Interruption() {
  ::sigaction(SIGINT, &interrupt_before_, nullptr);
  ::sigaction(SIGTERM, &terminate_before_, nullptr);
}

bool Interruption::is_wanted() { return wanted != 0; }

}  // namespace macrolint::cli
