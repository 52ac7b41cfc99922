// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "record/kind_info.hpp"
#include "store/store.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// What a kind needs beyond its description; each may be left out.
struct CollectionExtras {
    // Adds to a record's answer what is not stored, such as whether a sheet has changed since.
    using Completion =
        std::function<void(const store::Snapshot&, const store::Found&, boost::json::object&)>;
    // Called once for each request, before it reads or writes; gives what completes its records.
    std::function<Result<Completion>()> completion{};
    boost::json::object answer_properties{};  // the schemas of what it adds

    // Filters of the list beside those of single members. The list is read whole for them: they are
    // for kinds of which a node has some thousands.
    using Sieve = std::function<bool(const store::Found&)>;
    struct Filter {
        std::vector<QueryParameter> parameters;  // it is asked for where one of them is
        std::function<Result<Sieve>(const store::Snapshot&, const Query& asked)> sieve;
    };
    std::vector<Filter> filters{};

    // Takes members that are written and never read, such as a password, out of a body. Gives the
    // step that puts them into the row once that is read. What it refuses by `invalid_fields` is
    // told together with what is wrong with the rest of the body.
    std::function<Result<std::function<void(record::StoredRow&)>>(boost::json::object& body)>
        take_secrets{};
    boost::json::object body_properties{};  // the schemas of what it takes
    bool only_in_session = false;           // no token of the API opens records of the kind

    // Whose a new record is, and who may read it where its body does not say.
    std::function<store::Draft(const store::Snapshot&, const record::KindInfo&,
                               const record::StoredRow&, const Id& owner)>
        first_draft{};

    // Refuses a record for what others say, within its write; the id of a new one is empty.
    std::function<Result<void>(const store::Snapshot&, const record::StoredRow&, const Id&)>
        check{};
    // Refuses that the record of an id be removed, or what is protected of it erased.
    std::function<Result<void>(const store::Snapshot&, const Id&)> check_end{};
    // Refuses a record as `check` does, by who may read it, once it is written.
    std::function<Result<void>(const store::Snapshot&, const store::Found&)> check_written{};

    // What the program itself makes of a change, before that is written.
    std::function<void(const record::StoredRow& before, record::StoredRow& after)> amend{};

    // Follows a change within its write, such as ending the sessions of an account.
    std::function<void(store::Transaction&, const store::Found& before, const store::Found& after)>
        changed{};
    // The same of one that says who may read the record, be it as before.
    std::function<void(store::Transaction&, const store::Found& after)> shared{};
};

// Adds the routes that every kind has, from its description alone: list, make, read, change,
// remove, history; and to erase, where something is personal or secret. A kind whose members the
// program sets itself can only be read here, and one whose records stay for ever has no removal.
void add_collection(Api& api, store::Store& store, const record::KindInfo& kind,
                    CollectionExtras extras = {});

}  // namespace tenpoint::web
