// SPDX-License-Identifier: Apache-2.0
// The keys of a store: how it comes by them, and how they change.
#include <system_error>

#include "access/the_node.hpp"
#include "store/backend.hpp"
#include "store/blind_index.hpp"
#include "store/data_keys.hpp"
#include "store/store.hpp"

namespace tenpoint::store {

// A database of before there were keys has no table for them.
Result<bool> Store::keys_have_begun() {
    auto transaction = sessions_.begin(Purpose::reading);
    if (!transaction.session().has_table("index_keys")) return false;
    return DataKeys(transaction.session(), node_key_).have_begun();
}

// A file is made for the key where the database has no keys yet, never in the place of a lost one.
// Of nodes that begin together one is the first; the others learn whether they have its key.
Result<void> Store::start_keys() {
    TENPOINT_TRY(begun, keys_have_begun());
    if (begun) return {};
    TENPOINT_CHECK(node_key_.read_or_make());
    TENPOINT_CHECK(write(access::the_node(), [](Transaction& transaction) -> Result<void> {
        transaction.begin_keys();
        return {};
    }));
    forget_destroyed();  // what stood in the open before
    TENPOINT_CHECK(keys_have_begun());
    return {};
}

// Where it fails, such as for a reader that takes long, it is tried again later.
void Store::forget_destroyed() try {
    has_to_forget_ = false;
    const auto session = open_session();
    if (!session->backend().forget_destroyed(*session)) has_to_forget_ = true;
} catch (const DatabaseError&) {
    has_to_forget_ = true;
}

SecretKey Store::key_for(std::string_view purpose) {
    return SecretKey::from_digits(node_key_.first().hash(purpose)).value();
}

// What was begun and not ended is ended first, and then one is begun: whoever asks for a change
// gets a key that nobody had before.
Result<void> Store::rekey() try {
    return guarded<Result<void>>([&]() -> Result<void> {
        const auto turn = node_key_.take_turn();
        TENPOINT_CHECK(end_begun_rekey());
        TENPOINT_CHECK(change_key());
        forget_destroyed();
        return {};
    });
} catch (const std::system_error& error) {
    return storage_problem(error);
}

Result<void> Store::end_begun_rekey() {
    TENPOINT_TRY(is_changing, node_key_.is_changing());
    if (!is_changing) return {};
    return change_key();
}

Result<void> Store::change_key() {
    TENPOINT_TRY(name, node_key_.begin_change());
    writer_->write([&](Session& session) {
        if (DataKeys(session, node_key_).lead_to(name))
            for (const auto* kind : kinds_)
                BlindIndex(session, node_key_).renew(*kind);
        return true;
    });
    const auto change = [&](const auto& work) {
        writer_->write([&](Session& session) {
            DataKeys keys(session, node_key_);
            work(keys);
            return true;
        });
    };
    bool is_done = false;
    while (!is_done) {
        std::optional<std::string> last = "";
        while (last)
            change([&, after = *last](DataKeys& keys) { last = keys.wrap_anew(name, after); });
        change([&](DataKeys& keys) { is_done = keys.are_all_under_one(); });
    }
    return node_key_.end_change(name);
}

}  // namespace tenpoint::store
