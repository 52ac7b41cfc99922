// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/random.hpp"

namespace tenpoint {

// The identity of a record: a UUID of version 7 (RFC 9562) in its lower-case text form, which
// sorts by time of birth. An empty Id names nothing.
struct Id {
    std::string text;

    bool empty() const { return text.empty(); }
    auto operator<=>(const Id&) const = default;
};

// Accepts the canonical lower-case form of any UUID, nothing else.
std::optional<Id> id_from_text(std::string_view text);

// Makes ids that ascend strictly, also within a millisecond and when the clock is set back.
// May be called from many threads.
class IdMaker {
  public:
    IdMaker(const Clock& clock, Randomness& randomness) : clock_(clock), randomness_(randomness) {}
    Id next();

  private:
    const Clock& clock_;
    Randomness& randomness_;
    std::mutex mutex_;
    std::int64_t last_milliseconds_ = 0;
    std::uint32_t sequence_ = 0;  // 12 bits, in the place of rand_a
};

}  // namespace tenpoint

template <>
struct std::hash<tenpoint::Id> {
    std::size_t operator()(const tenpoint::Id& id) const noexcept {
        return std::hash<std::string>{}(id.text);
    }
};
