// SPDX-License-Identifier: Apache-2.0
#include "web/known_tokens.hpp"

#include "base/hash.hpp"

namespace tenpoint::web {

void KnownTokens::note(std::string_view token, bool is_good) {
    const auto hash = hash_of(token);
    const std::scoped_lock lock(mutex_);
    if (!is_good) {
        hashes_.erase(hash);
        return;
    }
    if (hashes_.size() >= most && !hashes_.contains(hash)) hashes_.erase(hashes_.begin());
    hashes_.insert(hash);
}

bool KnownTokens::contains(std::string_view token) const {
    const auto hash = hash_of(token);
    const std::scoped_lock lock(mutex_);
    return hashes_.contains(hash);
}

}  // namespace tenpoint::web
