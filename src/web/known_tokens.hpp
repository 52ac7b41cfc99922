// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>

namespace tenpoint::web {

// The tokens that were good when they were last looked up, as hashes. Lets nobody in: it tells
// those who have been here from whoever makes tokens up, before the database is asked. Safe from
// many threads.
class KnownTokens {
  public:
    static constexpr std::size_t most = 10'000;  // beyond it any of them is forgotten

    void note(std::string_view token, bool is_good);
    bool contains(std::string_view token) const;

  private:
    mutable std::mutex mutex_;
    std::unordered_set<std::string> hashes_;  // under the mutex
};

}  // namespace tenpoint::web
