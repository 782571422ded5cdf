#include "net/transfers.h"

#include <algorithm>
#include <mutex>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "library/missing_library.h"
#include "net/libcurl.h"
#include "net/running_transfer.h"

namespace macrolint::net {

namespace {

void start_libcurl() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

}  // namespace

struct Transfers::State {
  explicit State(TransferOptions given) : options(std::move(given)) {
    start_libcurl();
    multi = curl_multi_init();
    if (multi == nullptr) {
      throw std::runtime_error("libcurl cannot be started");
    }
    curl_multi_setopt(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, options.max_connections);
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, options.max_connections);
    curl_multi_setopt(multi, CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_MULTIPLEX));
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    for (const auto& [handle, transfer] : running) {
      curl_multi_remove_handle(multi, handle);
    }
    running.clear();
    curl_multi_cleanup(multi);
  }

  std::vector<Response> finished() {
    std::vector<Response> responses;
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi, &left)) {
      if (message->msg != CURLMSG_DONE) {
        continue;
      }
      CURL* handle = message->easy_handle;
      const CURLcode code = message->data.result;
      const auto found = running.find(handle);
      responses.push_back(found->second->take_response(code));
      curl_multi_remove_handle(multi, handle);
      running.erase(found);
    }
    return responses;
  }

  TransferOptions options;
  CURLM* multi = nullptr;
  std::unordered_map<CURL*, std::unique_ptr<RunningTransfer>> running;
};

std::string Transfers::obstacle(std::string_view consequence) {
  return library.is_there() ? "" : missing_library(MACROLINT_LIBCURL, consequence);
}

Transfers::Transfers(TransferOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Transfers::~Transfers() = default;

void Transfers::start(Request request) {
  auto transfer =
      std::make_unique<RunningTransfer>(std::move(request), state_->options.policy, state_->options.certificates);
  CURL* handle = transfer->handle();
  curl_multi_add_handle(state_->multi, handle);
  state_->running.emplace(handle, std::move(transfer));
}

std::size_t Transfers::active() const { return state_->running.size(); }

std::vector<Response> Transfers::wait(std::chrono::milliseconds longest) {
  int running = 0;
  curl_multi_perform(state_->multi, &running);
  std::vector<Response> responses = state_->finished();
  if (responses.empty()) {
    curl_multi_poll(state_->multi, nullptr, 0, static_cast<int>(longest.count()), nullptr);
    curl_multi_perform(state_->multi, &running);
    responses = state_->finished();
  }
  return responses;
}

void Transfers::wake() { curl_multi_wakeup(state_->multi); }

}  // namespace macrolint::net
