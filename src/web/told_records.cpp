// SPDX-License-Identifier: Apache-2.0
#include "web/told_records.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "access/may.hpp"

namespace tenpoint::web {

namespace json = boost::json;

namespace {

using access::Verb;
using record::Told;

bool may(const store::Snapshot& snapshot, Verb verb, const record::KindInfo& kind,
         const record::Envelope& envelope) {
    return access::may(snapshot.principal(), verb, access::subject_of(kind.stewardship, envelope));
}

bool is_known(const store::Snapshot& snapshot, const record::FieldInfo& field, const Id& id) {
    const auto* target = record::find_kind(snapshot.kinds(), field.target);
    return target != nullptr && snapshot.get(*target, id).has_value();
}

// The envelope as it was before a change that said who may read the record.
void take_back(record::Envelope& envelope, const json::array& changes) {
    for (const auto& change : changes) {
        const std::string_view field = change.at("field").as_string();
        const auto& before = change.at("from");
        if (field == "visibility") {
            envelope.visibility = record::visibility_from_word(before.as_string()).value();
        } else if (field == "owner") {
            envelope.owner = before.is_null() ? Id{} : Id{std::string(before.as_string())};
        } else if (field == access::shared_with_field) {
            envelope.shared_with.clear();
            for (const auto& partner : before.as_array())
                envelope.shared_with.push_back({std::string(partner.as_string())});
        }
    }
}

// Of a record that is gone, and told of because it was merged into another, as it was at its end.
record::Envelope last_envelope(const store::Snapshot& snapshot, const record::KindInfo& kind,
                               const Id& id, const std::vector<store::JournalEntry>& history) {
    if (const auto found = snapshot.get(kind, id)) return found->envelope;
    record::Envelope envelope{};
    if (const auto standing = store::standing_at_removal(history.back())) {
        envelope.owner = standing->owner;
        envelope.visibility = standing->visibility;
        envelope.shared_with = standing->shared_with;
    }
    return envelope;
}

class Teller {
  public:
    Teller(const store::Snapshot& snapshot, const record::KindInfo& kind,
           const record::Envelope& now)
        : snapshot_(snapshot),
          kind_(kind),
          envelope_(now),
          keeps_(may(snapshot, Verb::change, kind, now)) {}

    // Entries are told from the newest on.
    ToldEntry tell(store::JournalEntry entry) {
        const bool after = may(snapshot_, Verb::read, kind_, envelope_);
        take_back(envelope_, entry.change);
        const bool before = entry.verb == "create" || may(snapshot_, Verb::read, kind_, envelope_);
        const auto changes = std::exchange(entry.change, {});
        ToldEntry told{std::move(entry)};
        for (const auto& change : changes)
            if (after && before && is_told(change.at("field").as_string()))
                told.entry.change.push_back(with_known_ends(change));
            else
                told.is_whole = false;
        return told;
    }

  private:
    bool is_told(std::string_view member) const {
        const auto* field = kind_.field(member);
        return keeps_ || !field || (!field->is_protected() && field->note.told != Told::to_keepers);
    }
    json::value with_known_ends(const json::value& change) const {
        auto told = change;
        const auto* field = kind_.field(std::string_view(change.at("field").as_string()));
        if (!field || field->note.told != Told::to_readers_of_its_end) return told;
        for (const auto* side : {"from", "to"})
            if (const auto* id = change.at(side).if_string();
                id && !is_known(snapshot_, *field, Id{std::string(*id)}))
                told.as_object()[side] = nullptr;
        return told;
    }

    const store::Snapshot& snapshot_;
    const record::KindInfo& kind_;
    record::Envelope envelope_;  // as it was after the next entry
    bool keeps_;
};

}  // namespace

void leave_out_unknown(const store::Snapshot& snapshot, const record::KindInfo& kind,
                       store::Found& found) {
    for (const auto& field : kind.fields) {
        if (field.note.told == Told::to_readers) continue;
        auto& value = found.row.values.at(field.position);
        if (field.note.told == Told::to_keepers) {
            if (!may(snapshot, Verb::change, kind, found.envelope)) value = field.blank;
        } else if (const auto* id = std::get_if<std::string>(&value);
                   id && !is_known(snapshot, field, Id{*id})) {
            value = field.blank;
        }
    }
}

Result<std::vector<ToldEntry>> told_history(const store::Snapshot& snapshot,
                                            const record::KindInfo& kind, const Id& id) {
    TENPOINT_TRY(history, snapshot.history(kind, id));
    Teller teller(snapshot, kind, last_envelope(snapshot, kind, id, history));
    std::vector<ToldEntry> told;
    for (auto entry = history.rbegin(); entry != history.rend(); ++entry)
        told.push_back(teller.tell(std::move(*entry)));
    std::ranges::reverse(told);
    return told;
}

}  // namespace tenpoint::web
