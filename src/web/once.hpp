// SPDX-License-Identifier: Apache-2.0
#pragma once

// Changes that are made once however often they are asked for: a client that does not know whether
// its request arrived sends it again with the same Idempotency-Key.

#include <optional>
#include <string_view>
#include <utility>

#include "store/store.hpp"
#include "web/request.hpp"

namespace tenpoint::web {

// How the request is known by its Idempotency-Key; nothing where it has none. `content` is what it
// asks for beside its address. Fails with `malformed_request` for a key that is empty, longer than
// 255 characters or not of printable ASCII.
Result<std::optional<store::RequestKey>> request_key(const Request& request,
                                                     std::string_view content);

inline const Id& id_of(const Id& id) {
    return id;
}
inline const Id& id_of(const store::Found& found) {
    return found.envelope.id;
}
template <class K>
const Id& id_of(const record::Record<K>& record) {
    return record.envelope.id;
}

// What came of a change that made or changed a record, as `write_once` reads it.
template <class K>
Result<record::Record<K>> read_again(store::Transaction& transaction, const Id& id) {
    return transaction.get<K>(id);
}

// Runs `change(Transaction&)`, whose Result holds a record or its id, as Store::write does. The
// same principal's same request with the same key within a day does not run it again:
// `again(Transaction&, id)` reads what came of it. A refusal changes nothing and is not kept. Fails
// with `idempotency_key_reused` where the key came with another content.
template <class Change, class Again>
auto write_once(store::Store& store, const Request& request, std::string_view content,
                Change change, Again again) -> std::invoke_result_t<Change&, store::Transaction&> {
    using Outcome = std::invoke_result_t<Change&, store::Transaction&>;
    TENPOINT_TRY(key, request_key(request, content));
    return store.write(request.principal, [&](store::Transaction& transaction) -> Outcome {
        if (!key) return change(transaction);
        TENPOINT_TRY(earlier, transaction.claim(*key));
        if (earlier) return again(transaction, *earlier);
        auto outcome = change(transaction);
        if (outcome) transaction.settle(*key, id_of(*outcome));
        return outcome;
    });
}

}  // namespace tenpoint::web
