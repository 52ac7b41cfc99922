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
            const bool may_pass = error.sort() == Sort::conflict ||
                                  (error.sort() == Sort::connection_lost && !committing);
            if (!may_pass || !patience.wait()) throw;
        }
    }
}

}  // namespace tenpoint::store
