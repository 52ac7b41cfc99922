// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/gathering.hpp"

#include <algorithm>

#include "desks/activities/partner_lookup.hpp"
#include "desks/arrangements/arrangement.hpp"
#include "desks/coverage/dismissal.hpp"
#include "desks/coverage/reported_works.hpp"
#include "desks/coverage/stated_need.hpp"
#include "desks/directory/presence.hpp"

namespace tenpoint::coverage {

using arrangements::Action;
using arrangements::ActionStatus;
using arrangements::Arrangement;
using directory::Partner;
using directory::PartnerKind;
using directory::Place;
using directory::Presence;

namespace {

template <class K>
std::optional<Id> id_of(const std::optional<record::Ref<K>>& reference) {
    return reference ? std::optional(reference->id) : std::nullopt;
}

std::optional<Day> first_day(const std::optional<Period>& period) {
    return period ? std::optional(period->first_day()) : std::nullopt;
}

std::optional<Day> last_day(const std::optional<Period>& period) {
    return period ? std::optional(period->last_day()) : std::nullopt;
}

ResponsePlaces places_of(const store::Snapshot& snapshot) {
    ResponsePlaces all;
    for (const auto& [envelope, place] : snapshot.all<Place>()) {
        all.places[envelope.id] = id_of(place.parent);
        all.by_code[place.code] = envelope.id;
        all.place_kinds[envelope.id] = place.kind;
    }
    return all;
}

// Puts a response together, record by record; places and partners come first.
class Gatherer {
  public:
    explicit Gatherer(const store::Snapshot& snapshot) : snapshot_(snapshot) {}

    void add_places() { static_cast<ResponsePlaces&>(response_) = *known_places(snapshot_); }

    void add_partners() {
        for (const auto& [envelope, partner] : snapshot_.all<Partner>()) {
            Actor actor{partner.mandates, partner.expertise, id_of(partner.parent), {}};
            const bool is_authority =
                partner.kind == PartnerKind::state || partner.kind == PartnerKind::ministry;
            if (const auto* country = is_authority ? place_of_code(partner.country) : nullptr) {
                actor.only_in = *country;
                response_.stations.push_back({envelope.id, *country, {}, {}, {}, {}});
            }
            response_.actors[envelope.id] = std::move(actor);
        }
        for (auto& [partner, actor] : response_.actors)
            if (actor.whole && !response_.actors.contains(*actor.whole)) actor.whole.reset();
    }

    void add_presences() {
        for (const auto& [envelope, presence] : snapshot_.all<Presence>())
            if (knows(presence.partner) && knows(presence.place))
                response_.stations.push_back(
                    {presence.partner.id, presence.place.id, presence.services, presence.capacity,
                     first_day(presence.since), last_day(presence.until), envelope.visibility});
    }

    void add_actions() {
        std::map<Id, Arrangement> arrangements;
        for (auto& [envelope, arrangement] : snapshot_.all<Arrangement>())
            arrangements.emplace(envelope.id, std::move(arrangement));
        const auto actions = snapshot_.all<Action>();
        std::map<Id, Id> parents;
        for (const auto& [envelope, action] : actions)
            if (action.parent) parents[envelope.id] = action.parent->id;
        for (const auto& [envelope, action] : actions) {
            if (action.status == ActionStatus::dropped) continue;
            auto work = work_of(envelope, action);
            if (action.places.empty())
                if (const auto found = arrangements.find(action.arrangement.id);
                    found != arrangements.end())
                    add_known(found->second.places, work.places);
            auto here = envelope.id;
            constexpr std::size_t deepest = 20;
            for (auto up = parents.find(here); up != parents.end() && work.wholes.size() < deepest;
                 up = parents.find(up->second))
                work.wholes.push_back(up->second);
            response_.works.push_back(std::move(work));
        }
    }

    void add_reported(std::vector<Work> reported) {
        for (auto& work : reported) {
            std::erase_if(work.doers,
                          [&](const Id& doer) { return !response_.actors.contains(doer); });
            if (!work.organisation.empty()) add_reporter(work.organisation, work.doers);
            response_.works.push_back(std::move(work));
        }
    }

    void add_needs() {
        for (const auto& [envelope, need] : snapshot_.all<StatedNeed>())
            if (knows(need.place))
                response_.needs.push_back({envelope.id,
                                           need.theme,
                                           need.place.id,
                                           need.people,
                                           need.count,
                                           {},
                                           false,
                                           first_day(need.since),
                                           last_day(need.until),
                                           envelope.visibility});
    }

    Response take() { return std::move(response_); }

  private:
    const Id* place_of_code(const std::optional<std::string>& code) const {
        const auto found = response_.by_code.find(code.value_or(""));
        return found == response_.by_code.end() ? nullptr : &found->second;
    }
    bool knows(const record::Ref<Partner>& partner) const {
        return response_.actors.contains(partner.id);
    }
    bool knows(const record::Ref<Place>& place) const {
        return response_.places.contains(place.id);
    }
    template <class K>
    void add_known(const std::vector<record::Ref<K>>& references, std::vector<Id>& ids) const {
        for (const auto& reference : references)
            if (knows(reference) && std::ranges::count(ids, reference.id) == 0)
                ids.push_back(reference.id);
    }

    // A partner that came into the directory after its reports did is known by its name; whoever is
    // not in it stands beside the partners.
    void add_reporter(const std::string& name, std::vector<Id>& doers) {
        const auto [reporter, is_new] = reporters_.try_emplace(name);
        if (is_new) {
            if (!partners_)
                partners_ = snapshot_.derived<activities::PartnerLookup>(
                    record::kind_info<Partner>(), activities::all_partners);
            const auto partner = partners_->find(name);
            reporter->second = partner.value_or(organisation_id(name));
            if (!partner) {
                response_.actors.try_emplace(reporter->second);
                response_.organisations.try_emplace(reporter->second, name);
            }
        }
        std::erase(doers, reporter->second);
        doers.insert(doers.begin(), reporter->second);
    }

    Work work_of(const record::Envelope& envelope, const Action& action) const {
        Work work;
        work.id = envelope.id;
        work.visibility = envelope.visibility;
        work.plural = record::Kind<Action>::plural;
        work.title = action.title;
        if (action.lead) add_known(std::vector{*action.lead}, work.doers);
        add_known(action.partners, work.doers);
        work.themes = action.points;
        add_known(action.places, work.places);
        work.people = action.population;
        work.stage = action.status == ActionStatus::planned ? Stage::planned
                     : action.status == ActionStatus::done  ? Stage::done
                                                            : Stage::under_way;
        work.begins = first_day(action.begins);
        work.ends = last_day(action.due);
        return work;
    }

    const store::Snapshot& snapshot_;
    Response response_;
    std::shared_ptr<const activities::PartnerLookup> partners_;  // once somebody is looked for
    std::map<std::string, Id> reporters_;  // by their names as written, of those that were asked
};

}  // namespace

std::shared_ptr<const ResponsePlaces> known_places(const store::Snapshot& snapshot) {
    return snapshot.derived<ResponsePlaces>(record::kind_info<Place>(), places_of);
}

Response gather(const store::Snapshot& snapshot, std::vector<Work> reported) {
    Gatherer gatherer(snapshot);
    gatherer.add_places();
    gatherer.add_partners();
    gatherer.add_presences();
    gatherer.add_actions();
    gatherer.add_reported(std::move(reported));
    gatherer.add_needs();
    return gatherer.take();
}

Response gather(const store::Snapshot& snapshot, const ActivityRecords& reports) {
    return gather(snapshot, reported_works(reports, known_places(snapshot)->by_code));
}

std::vector<Dismissed> gather_dismissed(const store::Snapshot& snapshot) {
    std::vector<Dismissed> dismissed;
    for (const auto& [envelope, dismissal] : snapshot.all<Dismissal>())
        dismissed.push_back({envelope.id, subject_of(dismissal), dismissal.until});
    return dismissed;
}

}  // namespace tenpoint::coverage
