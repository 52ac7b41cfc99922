// SPDX-License-Identifier: Apache-2.0
#include "store/retrying_writer.hpp"

#include "store/patience.hpp"

namespace tenpoint::store {

void RetryingWriter::write(const Work& work) {
    using Sort = DatabaseError::Sort;
    for (Patience patience;;) {
        bool committing = false;
        try {
            auto transaction = sessions_.begin(Purpose::writing);
            if (!work(transaction.session())) return;
            committing = true;
            return transaction.commit();
        } catch (const DatabaseError& error) {
            const bool is_lost = error.sort() == Sort::connection_lost;
            // Run again, or asked for again as if nothing had been kept, it might be kept twice.
            if (is_lost && committing) throw DatabaseError(Sort::outcome_unknown, error.what());
            const bool may_pass = is_lost || error.sort() == Sort::conflict;
            if (!may_pass || !patience.wait()) throw;
        }
    }
}

}  // namespace tenpoint::store
