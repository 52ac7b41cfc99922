// SPDX-License-Identifier: Apache-2.0
#include "app/named_records.hpp"

#include <fmt/ostream.h>

#include "base/text.hpp"
#include "base/translations.hpp"
#include "desks/directory/all_places.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/partner_names.hpp"
#include "desks/directory/place.hpp"
#include "desks/movements/corridor.hpp"

namespace tenpoint::app {
namespace {

// A problem of a partner as a problem of the option that names it.
Problem of_named_partner(Problem problem) {
    for (auto& field : problem.fields)
        field.pointer = "/partner";
    return problem;
}

}  // namespace

void say_made(Terminal& terminal, std::string_view what, const std::string& name) {
    fmt::print(terminal.err, "{}\n",
               translate(terminal.language, fmt::format("reports.{}", what), {{"name", name}}));
}

Result<NamedPartner> find_or_add_partner(store::Transaction& transaction, const std::string& name) {
    directory::Partner partner;
    partner.name = trimmed(name);
    partner.kind = directory::PartnerKind::other;
    if (const auto known = directory::find_by_name(transaction, partner.name))
        return NamedPartner{known->envelope.id, known->value.name};
    if (auto checked = directory::check_names(transaction, partner, {}); !checked)
        return of_named_partner(std::move(checked).error());
    auto added = transaction.insert(partner, {});
    if (!added) return of_named_partner(std::move(added).error());
    return NamedPartner{added->envelope.id, partner.name, true};
}

Result<record::Record<movements::Source>> find_or_add_source(store::Store& store,
                                                             const access::Principal& principal,
                                                             const std::string& name,
                                                             const Id& publisher) {
    using SourceRecord = record::Record<movements::Source>;
    return store.write(principal, [&](store::Transaction& transaction) -> Result<SourceRecord> {
        if (auto source = transaction.find<movements::Source>("name", name))
            return std::move(*source);
        movements::Source source;
        source.name = name;
        source.title.en = name;
        if (!publisher.empty()) source.publisher = {publisher};
        return transaction.insert(source, {publisher});
    });
}

Result<std::string> known_corridor(store::Store& store, const access::Principal& principal,
                                   const std::string& name, const std::string& field) {
    return store.read(principal, [&](const store::Snapshot& snapshot) -> Result<std::string> {
        const auto wanted = folded(name);
        for (const auto& [envelope, corridor] : snapshot.all<movements::Corridor>())
            for (const auto& each : {corridor.code, corridor.name.en, corridor.name.fr,
                                     corridor.name.es, corridor.name.ar})
                if (folded(each) == wanted) return corridor.code;
        return Problem{ProblemCode::invalid_query, name, {{field, "no_such_corridor", {name}}}};
    });
}

Result<std::string> known_place(store::Store& store, const access::Principal& principal,
                                const std::string& name, const std::string& field) {
    return store.read(principal, [&](const store::Snapshot& snapshot) -> Result<std::string> {
        // A code is found without a look at all places, of which there may be many.
        if (snapshot.find<directory::Place>("code", name)) return name;
        const auto lookup = directory::all_places(snapshot);
        if (auto code = lookup->find(name); !code.empty()) return code;
        return Problem{
            ProblemCode::invalid_query, name, {directory::unknown_place(*lookup, field, name)}};
    });
}

Result<bool> ensure_place(store::Transaction& transaction, const std::string& code,
                          const std::string& field) {
    if (transaction.find<directory::Place>("code", code)) return false;
    const auto lookup = directory::all_places(transaction);
    if (!lookup->find(code).empty()) return false;
    if (const auto nearest = lookup->suggest(code); !nearest.empty())
        return Problem{
            ProblemCode::invalid_fields, code, {{field, "unknown_place", {code, nearest}}}};
    directory::Place place;
    place.code = code;
    place.name.en = code;
    place.kind = directory::PlaceKind::site;
    TENPOINT_CHECK(transaction.insert(place, {}));
    return true;
}

}  // namespace tenpoint::app
