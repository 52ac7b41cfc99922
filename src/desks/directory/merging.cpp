// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/merging.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/json/array.hpp>
#include <fmt/format.h>

#include "access/may.hpp"
#include "desks/directory/own_entry.hpp"
#include "desks/directory/partner_filling.hpp"
#include "record/listed_texts.hpp"
#include "store/merged_names.hpp"

namespace tenpoint::directory {
namespace {

using record::KindInfo;
using store::Found;

constexpr std::string_view merge_verb = "merge";

const KindInfo& partners() {
    return record::kind_info<Partner>();
}

Problem not_into(const char* code) {
    return Problem{ProblemCode::invalid_fields, "into", {{"/into", code}}};
}

Result<void> check_may(const access::Principal& principal, access::Verb verb, const KindInfo& kind,
                       const record::Envelope& envelope) {
    if (access::may(principal, verb, access::subject_of(kind.stewardship, envelope))) return {};
    return Problem{ProblemCode::forbidden, std::string{kind.name}};
}

// A line of the journal beside what changes.
boost::json::array told(std::string_view field, const std::string& words) {
    boost::json::array lines;
    lines.push_back({{"field", field}, {"from", nullptr}, {"to", words}});
    return lines;
}

bool says_the_same(const Found& one, const Found& other) {
    return one.row == other.row && one.envelope.owner == other.envelope.owner &&
           one.envelope.visibility == other.envelope.visibility &&
           one.envelope.shared_with == other.envelope.shared_with;
}

// To all partners at the least.
bool is_open(const record::Envelope& envelope) {
    return envelope.visibility == record::Visibility::everybody ||
           envelope.visibility == record::Visibility::partners;
}

// Whether all who may read the second may read the first anyway.
bool is_as_open(const record::Envelope& one, const record::Envelope& other) {
    using record::Visibility;
    return one.visibility == Visibility::everybody ||
           (is_open(one) && other.visibility != Visibility::everybody);
}

// One merge in the making, with the rights to all of it.
class Merge {
  public:
    Merge(store::Transaction& whole, const access::Principal& asks, const Id& doubled,
          const Id& into)
        : whole_(whole), asks_(asks), doubled_(doubled), into_(into) {}

    // The other partner first: what names it must not come to stand in itself by way of it.
    Result<record::Record<Partner>> run() {
        TENPOINT_TRY(completed, complete());
        std::vector<std::pair<const KindInfo*, Id>> naming;
        for (const auto* kind : whole_.kinds())
            for (auto& id : whole_.naming(*kind, partners(), doubled_))
                if (id != doubled_ && id != into_) naming.emplace_back(kind, std::move(id));
        whole_.hand_over_files(doubled_, into_);
        for (const auto& [kind, id] : naming)
            TENPOINT_CHECK(change(*kind, id));
        return std::move(completed);
    }

  private:
    // Takes the other's name in a list, once.
    template <class T>
    void rename(std::vector<T>& ids, const T& from, const T& to) const {
        std::ranges::replace(ids, from, to);
        const auto first = std::ranges::find(ids, to);
        if (first != ids.end()) ids.erase(std::remove(first + 1, ids.end(), to), ids.end());
    }

    // What a list says of both is said of the other, one after the other.
    void rename(std::map<Id, std::string>& texts) const {
        const auto doubled = texts.extract(doubled_);
        if (!doubled) return;
        const auto [place, is_new] = texts.try_emplace(into_, doubled.mapped());
        if (!is_new && place->second != doubled.mapped()) place->second += "; " + doubled.mapped();
    }

    // The record as it is once the other partner stands for both.
    Found renamed(const KindInfo& kind, Found found) const {
        auto& [envelope, row] = found;
        if (envelope.owner == doubled_) envelope.owner = into_;
        rename(envelope.shared_with, doubled_, into_);
        for (const auto& field : kind.fields) {
            if (field.target != partners().plural) continue;
            if (field.is_link_list) {
                rename(row.links.at(field.position), doubled_.text, into_.text);
                record::change_listed_texts(kind, field, row, [&](auto& texts) { rename(texts); });
            } else if (auto& value = row.values.at(field.position);
                       value == record::StoredValue{doubled_.text}) {
                value = into_.text;
            }
        }
        leave_out_lead(kind, row);
        return found;
    }

    // Who leads an action is not one of its partners beside.
    void leave_out_lead(const KindInfo& kind, record::StoredRow& row) const {
        const auto* lead = kind.field("lead");
        const auto* others = kind.field("partners");
        if (!lead || !others || row.values.at(lead->position) != record::StoredValue{into_.text})
            return;
        std::erase(row.links.at(others->position), into_.text);
        record::change_listed_texts(kind, *others, row, [&](auto& texts) { texts.erase(into_); });
    }

    static store::Sharing sharing_of(const record::Envelope& envelope) {
        return {{}, envelope.shared_with, envelope.owner};
    }

    // A merge gives nobody rights that the principal could not give: whose a record is says who
    // may share and erase it, also where all partners read it.
    Result<void> check_rights(const KindInfo& kind, const record::Envelope& envelope) const {
        const bool is_account = kind.stewardship == record::Stewardship::administrators;
        const auto& readers = envelope.shared_with;
        const bool is_among_few =
            !is_open(envelope) && std::ranges::find(readers, doubled_) != readers.end();
        if (!is_account && envelope.owner != doubled_ && !is_among_few) return {};
        return check_may(asks_, access::Verb::share, kind, envelope);
    }

    Result<void> change(const KindInfo& kind, const Id& id) {
        TENPOINT_TRY(found, whole_.get(kind, id));
        TENPOINT_CHECK(check_rights(kind, found.envelope));
        auto after = renamed(kind, found);
        const auto version = found.envelope.version;
        if (kind.removable && is_said(kind, found, after)) {
            auto removed = whole_.remove(kind, id, version);
            if (removed || removed.error().code != ProblemCode::still_referenced) return removed;
        }
        if (&kind == &record::kind_info<Contact>()) take_back_link(found.row, after.row);
        const auto changed =
            whole_.update(kind, id, version, after.row, merge_verb, sharing_of(after.envelope));
        if (changed) return {};
        if (changed.error().code != ProblemCode::invalid_fields) return changed.error();
        return Problem{ProblemCode::still_referenced,
                       fmt::format("{} {}: {}", kind.name, id.text, changed.error().detail)};
    }

    // Whether a record that named the other partner before says what this one will.
    bool is_said(const KindInfo& kind, const Found& before, const Found& after) {
        for (const auto& field : kind.fields)
            if (field.target == partners().plural && !field.is_link_list &&
                after.row.values.at(field.position) != before.row.values.at(field.position))
                return std::ranges::any_of(said_of_the_other(kind, field), [&](const Found& said) {
                    return says_the_same(said, after);
                });
        return false;
    }

    // Read before the first record comes to name the other partner there.
    const std::vector<Found>& said_of_the_other(const KindInfo& kind,
                                                const record::FieldInfo& field) {
        const auto [place, is_new] = said_.try_emplace({kind.plural, field.name});
        if (!is_new) return place->second;
        store::ListQuery query;
        query.equal.emplace(field.name, into_.text);
        query.limit = 0;
        auto page = whole_.list(kind, query);
        for (auto& found : page.value().items)
            place->second.push_back(renamed(kind, std::move(found)));
        return place->second;
    }

    Result<record::Record<Partner>> complete() {
        TENPOINT_TRY(doubled, whole_.get(partners(), doubled_));
        TENPOINT_TRY(found, whole_.get(partners(), into_));
        TENPOINT_CHECK(check_rights(partners(), found.envelope));
        const auto name = record::from_row<Partner>(doubled.row).name;
        auto partner = without_itself(found);
        fill(partner, without_itself(doubled));
        if (partner.parent && is_part_of_either(partner.parent->id)) partner.parent.reset();
        auto lines = told("merged", name);
        for (const auto& former : store::merged_names(whole_, partners(), doubled_))
            lines.push_back({{"field", "merged"}, {"from", nullptr}, {"to", former}});
        TENPOINT_TRY(
            after, whole_.update(partners(), into_, found.envelope.version, record::to_row(partner),
                                 merge_verb, sharing_of(renamed(partners(), found).envelope),
                                 std::move(lines)));
        return record::Record<Partner>{after.envelope, std::move(partner)};
    }

    // A partner as the other is to be: without what would be itself.
    Partner without_itself(const Found& found) const {
        auto partner = record::from_row<Partner>(renamed(partners(), found).row);
        const record::Ref<Partner> itself{into_};
        if (partner.parent == itself) partner.parent.reset();
        std::erase(partner.members, itself);
        return partner;
    }

    // By however many steps.
    bool is_part_of_either(Id id) const {
        std::set<Id> passed;
        while (passed.insert(id).second) {
            const auto partner = whole_.get<Partner>(id);
            if (!partner || !partner->value.parent) return false;
            id = partner->value.parent->id;
            if (id == into_ || id == doubled_) return true;
        }
        return false;
    }

    store::Transaction& whole_;
    const access::Principal& asks_;
    const Id& doubled_;
    const Id& into_;
    // By kind and member.
    std::map<std::pair<std::string_view, std::string_view>, std::vector<Found>> said_;
};

}  // namespace

Result<record::Record<Partner>> merge_partner(store::Transaction& transaction, const Id& doubled,
                                              const Id& into, std::optional<std::int64_t> seen) {
    const auto& asks = transaction.principal();
    TENPOINT_TRY(leaves, transaction.get<Partner>(doubled));
    TENPOINT_CHECK(check_may(asks, access::Verb::change, partners(), leaves.envelope));
    const auto version = leaves.envelope.version;
    if (seen && *seen != version) return Problem{ProblemCode::precondition_failed, "partner"};
    if (into == doubled) return not_into("refers_to_itself");
    const auto stays = transaction.get<Partner>(into);
    if (!stays) return not_into("unknown_reference");
    TENPOINT_CHECK(check_may(asks, access::Verb::change, partners(), stays->envelope));
    if (!is_as_open(leaves.envelope, stays->envelope))
        TENPOINT_CHECK(check_may(asks, access::Verb::share, partners(), leaves.envelope));
    return transaction.with_all_rights(
        [&](store::Transaction& whole) -> Result<record::Record<Partner>> {
            TENPOINT_TRY(merged, Merge(whole, asks, doubled, into).run());
            TENPOINT_CHECK(
                whole.remove(partners(), doubled, version, told("merged_into", into.text)));
            return std::move(merged);
        });
}

}  // namespace tenpoint::directory
