// SPDX-License-Identifier: Apache-2.0
#include "web/sign_in_pace.hpp"

#include <algorithm>

namespace tenpoint::web {
namespace {

using Wait = SignInPace::Wait;

constexpr std::size_t most_remembered = 10'000;  // names and addresses, whatever somebody makes up

// One second after the first failure that is not free, then twice as long each time.
Wait wait_after(int failures, int free, Wait most) {
    if (failures < free) return Wait{0};
    const auto doublings = std::min(failures - free, 16);
    return std::min(Wait{std::chrono::seconds{1}} * (1 << doublings), most);
}

Instant after(Instant instant, Wait wait) {
    return {instant.milliseconds + wait.count()};
}

}  // namespace

// The failures of a name or address, none where the last is long ago. Makes room by forgetting
// those that failed longest ago.
SignInPace::Failures& SignInPace::recent(Counts& counts, const std::string& key, Instant now) {
    const auto is_old = [&](const auto& entry) { return after(entry.second.last, memory) < now; };
    if (counts.size() >= most_remembered && !counts.contains(key)) {
        std::erase_if(counts, is_old);
        if (counts.size() >= most_remembered)
            counts.erase(std::ranges::min_element(
                counts, {}, [](const auto& entry) { return entry.second.last; }));
    }
    const auto entry = counts.try_emplace(key, Failures{0, now}).first;
    if (is_old(*entry)) entry->second = {};
    entry->second.last = now;
    return entry->second;
}

std::optional<Wait> SignInPace::begin(const std::string& account, const std::string& address) {
    const std::scoped_lock lock(mutex_);
    const auto now = clock_.now();
    auto& from = recent(addresses_, address, now);
    std::erase_if(from.held_until, [&](Instant end) { return end <= now; });
    auto& of = recent(accounts_, account, now);
    if (from.held_until.size() >= most_held && of.count > 0) return std::nullopt;
    const auto wait = std::max(wait_after(of.count, free_for_account, most_for_account),
                               wait_after(from.count, free_for_address, most_for_address));
    if (wait > Wait{0}) from.held_until.push_back(after(now, wait));
    ++of.count;
    ++from.count;
    return wait;
}

void SignInPace::take_back(Counts& counts, const std::string& key) {
    const auto entry = counts.find(key);
    if (entry != counts.end() && entry->second.count > 0) --entry->second.count;
}

void SignInPace::succeeded(const std::string& account, const std::string& address) {
    const std::scoped_lock lock(mutex_);
    accounts_.erase(account);
    take_back(addresses_, address);
}

void SignInPace::not_judged(const std::string& account, const std::string& address) {
    const std::scoped_lock lock(mutex_);
    take_back(accounts_, account);
    take_back(addresses_, address);
}

bool SignInPace::may_try_code(const Id& account) {
    const std::scoped_lock lock(mutex_);
    const auto now = clock_.now();
    auto& codes = recent(codes_, account.text, now);
    if (now < codes.next) return false;
    codes.next = after(now, wait_after(codes.count, free_for_account, most_for_code));
    ++codes.count;
    return true;
}

void SignInPace::code_was_right(const Id& account) {
    const std::scoped_lock lock(mutex_);
    codes_.erase(account.text);
}

}  // namespace tenpoint::web
