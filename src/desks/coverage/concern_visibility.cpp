// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/concern_visibility.hpp"

#include <algorithm>

#include "desks/coverage/theme_parts.hpp"

namespace tenpoint::coverage {
namespace {

using record::Visibility;

// Whether a record may be behind the subject; what the subject does not say, any may be.
struct Behind {
    const Response& response;
    const Subject& subject;

    bool place(const Id& place) const {
        return !subject.place || meets(response, place, *subject.place);
    }
    bool theme(Theme theme) const { return !subject.theme || answers(theme, *subject.theme); }
    bool partner(const Id& partner) const {
        return std::ranges::any_of(subject.partners, [&](const Id& named) {
            return belongs_to(response, partner, named);
        });
    }

    bool need(const Need& need) const {
        const bool is_told_by_needs = subject.sort == ConcernSort::need_without_action ||
                                      subject.sort == ConcernSort::mandate_without_presence;
        return is_told_by_needs && subject.place && need.place == *subject.place &&
               theme(need.theme);
    }
    bool work(const Work& work) const {
        const bool is_of_partners = subject.sort == ConcernSort::action_without_capacity ||
                                    subject.sort == ConcernSort::overlap;
        if (is_of_partners && !(work.doers.empty() && subject.partners.empty()) &&
            std::ranges::none_of(work.doers, [&](const Id& doer) { return partner(doer); }))
            return false;
        // An action of several places that names nobody is told without a place.
        const bool may_be_here =
            subject.place
                ? std::ranges::any_of(work.places, [&](const Id& each) { return place(each); })
                : subject.sort == ConcernSort::action_without_capacity && work.places.size() > 1;
        return may_be_here && (!subject.theme || std::ranges::any_of(work.themes, [&](Theme each) {
                   return theme(each);
               }));
    }
    bool station(const Station& station) const {
        if (!subject.place || !place(station.place) || subject.sort == ConcernSort::overlap)
            return false;
        return partner(station.partner) || std::ranges::any_of(station.services, [&](Theme each) {
                   return subject.theme && theme(each);
               });
    }
};

}  // namespace

Visibility narrowest_behind(const Response& response, const Subject& subject) {
    const Behind behind{response, subject};
    auto narrowest = Visibility::partners;
    // Few records are for fewer people than that, and only these are looked at.
    const auto look = [&](const auto& records, auto is_behind) {
        for (const auto& record : records)
            if (record.visibility > narrowest && is_behind(record)) narrowest = record.visibility;
    };
    look(response.needs, [&](const Need& need) { return behind.need(need); });
    look(response.works, [&](const Work& work) { return behind.work(work); });
    look(response.stations, [&](const Station& station) { return behind.station(station); });
    return narrowest;
}

}  // namespace tenpoint::coverage
