#pragma once

#include <atomic>

namespace macrolint {

/// A shared library that is loaded when something of it is used for the first time. libgit2 and libcurl bring 35 others
/// along; to load them took longer than all else that a run does to begin, and most runs need neither.
class LateLibrary {
 public:
  /// `file` is what the system's loader finds it by, such as `libgit2.so.1.5`.
  constexpr explicit LateLibrary(const char* file) : file_(file) {}
  LateLibrary(const LateLibrary&) = delete;
  LateLibrary& operator=(const LateLibrary&) = delete;
  ~LateLibrary() = default;

  /// Whether this machine has it. Ask before any of its functions is called.
  [[nodiscard]] bool is_there() const { return handle() != nullptr; }
  /// Ends the process if there is no such function: then the library is none that this program was built for.
  [[nodiscard]] void* function(const char* name) const;

 private:
  [[nodiscard]] void* handle() const;

  const char* file_;
  /// Never closed: libraries are not made for that.
  mutable std::atomic<void*> handle_{nullptr};
};

/// What the functions of a late library have in common: an address that is looked up once.
class LateAddress {
 public:
  constexpr LateAddress(const LateLibrary& library, const char* name) : library_(&library), name_(name) {}

 protected:
  [[nodiscard]] void* address() const {
    void* known = address_.load(std::memory_order_acquire);
    if (known == nullptr) {
      known = library_->function(name_);
      address_.store(known, std::memory_order_release);
    }
    return known;
  }

 private:
  const LateLibrary* library_;
  const char* name_;
  mutable std::atomic<void*> address_{nullptr};
};

/// A function of a late library, called like the function itself.
template <typename Signature>
class LateFunction;

template <typename Result, typename... Parameters>
class LateFunction<Result(Parameters...)> : LateAddress {
 public:
  using LateAddress::LateAddress;
  Result operator()(Parameters... values) const {
    return reinterpret_cast<Result (*)(Parameters...)>(address())(values...);
  }
};

template <typename Result, typename... Parameters>
class LateFunction<Result(Parameters..., ...)> : LateAddress {
 public:
  using LateAddress::LateAddress;
  template <typename... More>
  Result operator()(Parameters... values, More... more) const {
    return reinterpret_cast<Result (*)(Parameters..., ...)>(address())(values..., more...);
  }
};

/// Declares a function of `library`, a variable at hand, under its own name. Within the namespace, that name then
/// stands for it rather than for the function that the library's header declares.
// NOLINTNEXTLINE(bugprone-macro-parentheses): the name of a declaration stands in none.
#define MACROLINT_LATE_FUNCTION(name) inline constinit const LateFunction<decltype(::name)> name{library, #name};

}  // namespace macrolint
