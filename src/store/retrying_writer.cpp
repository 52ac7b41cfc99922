// SPDX-License-Identifier: Apache-2.0
#include "store/retrying_writer.hpp"

#include <algorithm>
#include <random>
#include <thread>

namespace tenpoint::store {
namespace {

using Sort = DatabaseError::Sort;

// Longer after each try, and never in step with others that wait.
void wait_before(int attempt) {
    thread_local std::minstd_rand random{std::random_device{}()};
    const int most = 1000 << std::min(attempt, 8);  // microseconds, up to a quarter of a second
    std::this_thread::sleep_for(
        std::chrono::microseconds(std::uniform_int_distribution{most / 4, most}(random)));
}

}  // namespace

void RetryingWriter::write(const Work& work) {
    const auto end = std::chrono::steady_clock::now() + patience;
    for (int attempt = 0;; ++attempt) {
        bool committing = false;
        try {
            auto transaction = sessions_.begin(Purpose::writing);
            if (!work(transaction.session())) return;
            committing = true;
            return transaction.commit();
        } catch (const DatabaseError& error) {
            const bool may_pass = error.sort() == Sort::conflict ||
                                  (error.sort() == Sort::connection_lost && !committing);
            if (!may_pass || std::chrono::steady_clock::now() > end) throw;
        }
        wait_before(attempt);
    }
}

}  // namespace tenpoint::store
