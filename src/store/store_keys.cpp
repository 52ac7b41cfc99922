// SPDX-License-Identifier: Apache-2.0
// The keys of a store: how it comes by them, and how they change.
#include <system_error>

#include "store/backend.hpp"
#include "store/data_keys.hpp"
#include "store/store.hpp"

namespace tenpoint::store {

// A file is made for the key where the database has no keys yet, never in the place of a lost one.
// Of nodes that begin together one is the first; the others learn whether they have its key.
Result<void> Store::start_keys() {
    const auto have_begun = [&] {
        auto transaction = sessions_.begin(Purpose::reading);
        return DataKeys(transaction.session(), node_key_).have_begun();
    };
    TENPOINT_TRY(begun, have_begun());
    if (begun) return {};
    TENPOINT_CHECK(node_key_.read_or_make());
    const auto node = access::Principal::local_administrator("node");
    TENPOINT_CHECK(write(node, [](Transaction& transaction) -> Result<void> {
        transaction.begin_keys();
        return {};
    }));
    forget_destroyed();  // what stood in the open before
    TENPOINT_CHECK(have_begun());
    return {};
}

// What stays in the files where it fails, such as for a reader that takes long, goes at the next
// time, or when the database tidies up by itself.
void Store::forget_destroyed() try {
    const auto session = open_session();
    for (const auto statement : session->backend().forget_destroyed())
        session->execute(statement);
} catch (const DatabaseError&) {
}

Result<void> Store::rekey() try {
    return guarded<Result<void>>([&]() -> Result<void> {
        TENPOINT_TRY(name, node_key_.begin_change());
        const auto change = [&](const auto& work) {
            writer_->write([&](Session& session) {
                DataKeys keys(session, node_key_);
                work(keys);
                return true;
            });
        };
        change([&](DataKeys& keys) { keys.lead_to(name); });
        bool is_done = false;
        while (!is_done) {
            std::optional<std::string> last = "";
            while (last)
                change([&, after = *last](DataKeys& keys) { last = keys.wrap_anew(name, after); });
            change([&](DataKeys& keys) { is_done = keys.are_all_under(name); });
        }
        node_key_.end_change(name);
        forget_destroyed();
        return {};
    });
} catch (const std::system_error& error) {
    return Problem{ProblemCode::storage_failed, error.what()};
}

}  // namespace tenpoint::store
