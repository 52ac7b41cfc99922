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
        return subject.place &&
               std::ranges::any_of(work.places, [&](const Id& each) { return place(each); }) &&
               (!subject.theme ||
                std::ranges::any_of(work.themes, [&](Theme each) { return theme(each); }));
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
    for (const auto& need : response.needs)
        if (behind.need(need)) narrowest = std::max(narrowest, need.visibility);
    for (const auto& work : response.works)
        if (behind.work(work)) narrowest = std::max(narrowest, work.visibility);
    for (const auto& station : response.stations)
        if (behind.station(station)) narrowest = std::max(narrowest, station.visibility);
    return narrowest;
}

}  // namespace tenpoint::coverage
