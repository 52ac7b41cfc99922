// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "access/may.hpp"
#include "base/remembered.hpp"
#include "store/store.hpp"
#include "web/collection_routes.hpp"
#include "web/table_download.hpp"

namespace tenpoint::web {

inline constexpr std::int64_t largest_page = 500;

// The members of a kind by which its list can be filtered.
std::vector<std::string> filters_of(const record::KindInfo& kind);

// One kind's collection: what the functions of its routes share.
struct Collection {
    store::Store& store;
    const record::KindInfo& kind;
    CollectionExtras extras;
    // Of lists that were asked for, as long as nothing is written.
    mutable Remembered<std::int64_t> totals{1000};
    mutable Remembered<std::string> pages{100};

    // What the routes answer: reading …
    Result<Response> list(const Request& request) const;
    Result<Response> get(const Request& request) const;
    Result<Response> history(const Request& request) const;
    // … and writing.
    Result<Response> post(const Request& request) const;
    Result<Response> patch(const Request& request) const;
    Result<Response> remove(const Request& request) const;
    Result<Response> erase(const Request& request) const;

    // A list as a file, and one that filters leave records out of.
    Result<Response> list_file(const Request& request, store::ListQuery query,
                               TableFormat format) const;
    Result<Response> sifted_list(const Request& request, store::ListQuery query) const;
    Result<store::Page> page(const store::Snapshot& snapshot, const Query& asked,
                             store::ListQuery query) const;
    void append(std::string& to, const store::Snapshot& snapshot,
                const CollectionExtras::Completion& complete, const store::Found& found) const;
    std::string key_of_list(const access::Principal& principal,
                            const store::ListQuery& query) const;

    // The answer to whoever made or changed a record.
    Result<Response> changed(const Request& request, store::Found found, int status) const;

    // Empty: a record is answered as it is.
    Result<CollectionExtras::Completion> completion() const {
        if (extras.completion) return extras.completion();
        return CollectionExtras::Completion{};
    }

    // The record, for a principal who may change it.
    Result<store::Found> may_change(const store::Snapshot& snapshot, const Id& id) const {
        TENPOINT_TRY(found, snapshot.get(kind, id));
        const auto subject = access::subject_of(kind.stewardship, found.envelope);
        if (!access::may(snapshot.principal(), access::Verb::change, subject))
            return Problem{ProblemCode::forbidden, std::string(kind.name)};
        return std::move(found);
    }
};

}  // namespace tenpoint::web
