// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/response_index.hpp"

#include <algorithm>
#include <iterator>

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include "desks/coverage/theme_parts.hpp"

namespace tenpoint::coverage {
namespace {

std::vector<Id> place_ids(const Response& response) {
    std::vector<Id> ids;
    for (const auto& [place, outer] : response.places) {
        ids.push_back(place);
        if (outer) ids.push_back(*outer);
    }
    for (const auto& work : response.works)
        ids.insert(ids.end(), work.places.begin(), work.places.end());
    for (const auto& station : response.stations)
        ids.push_back(station.place);
    for (const auto& need : response.needs)
        ids.push_back(need.place);
    for (const auto& [partner, actor] : response.actors)
        if (actor.only_in) ids.push_back(*actor.only_in);
    return ids;
}

std::vector<Id> partner_ids(const Response& response) {
    std::vector<Id> ids;
    for (const auto& [partner, actor] : response.actors) {
        ids.push_back(partner);
        if (actor.whole) ids.push_back(*actor.whole);
    }
    for (const auto& work : response.works)
        ids.insert(ids.end(), work.doers.begin(), work.doers.end());
    for (const auto& station : response.stations)
        ids.push_back(station.partner);
    return ids;
}

bool contains(const Numbers& numbers, Number number) {
    return std::ranges::binary_search(numbers, number);
}

}  // namespace

Numbers common(const Numbers& one, const Numbers& other) {
    Numbers both;
    std::ranges::set_intersection(one, other, std::back_inserter(both));
    return both;
}

void put_in_order(Numbers& numbers) {
    std::ranges::sort(numbers);
    const auto again = std::ranges::unique(numbers);
    numbers.erase(again.begin(), again.end());
}

Numbering::Numbering(std::vector<Id> ids) : ids_(std::move(ids)) {
    std::ranges::sort(ids_);
    const auto again = std::ranges::unique(ids_);
    ids_.erase(again.begin(), again.end());
    numbers_.reserve(ids_.size());
    for (Number number = 0; number < ids_.size(); ++number)
        numbers_.emplace(ids_[number].text, number);
}

Numbers Numbering::all(const std::vector<Id>& ids) const {
    Numbers numbers;
    numbers.reserve(ids.size());
    for (const auto& id : ids)
        numbers.push_back((*this)[id]);
    return numbers;
}

ResponseIndex::ResponseIndex(const Response& response)
    : response_(response), places_(place_ids(response)), partners_(partner_ids(response)) {
    nest_places();
    nest_partners();
    add_works();
    add_stations();
    add_actors();
}

bool ResponseIndex::meets(Number one, Number other) const {
    return contains(meeting_[one], other);
}

bool ResponseIndex::is_within(Number place, Number outer) const {
    return contains(outer_[place], outer);
}

bool ResponseIndex::belongs_to(Number partner, Number whole) const {
    return contains(wholes_[partner], whole);
}

void ResponseIndex::nest_places() {
    meeting_.resize(places_.size());
    outer_.resize(places_.size());
    parts_.resize(places_.size());
    for (Number place = 0; place < places_.size(); ++place) {
        auto& outer = outer_[place] = places_.all(with_outer_places(response_, places_.id(place)));
        if (outer.size() > 1) parts_[outer[1]].push_back(place);
        put_in_order(outer);
        meeting_[place].insert(meeting_[place].end(), outer.begin(), outer.end());
        for (const auto each : outer)
            meeting_[each].push_back(place);
    }
    for (auto& numbers : meeting_)
        put_in_order(numbers);
}

void ResponseIndex::nest_partners() {
    wholes_.resize(partners_.size());
    for (Number partner = 0; partner < partners_.size(); ++partner) {
        wholes_[partner] = partners_.all(with_wholes(response_, partners_.id(partner)));
        put_in_order(wholes_[partner]);
    }
}

void ResponseIndex::add_works() {
    std::unordered_map<std::string, std::uint32_t> whats{{{}, 0}};
    for (const auto& work : response_.works) {
        work_places_.push_back(places_.all(work.places));
        work_doers_.push_back(partners_.all(work.doers));
        const auto next = static_cast<std::uint32_t>(whats.size());
        work_whats_.push_back(whats.try_emplace(work.what, next).first->second);
    }
}

void ResponseIndex::add_stations() {
    is_stationed_.resize(partners_.size());
    for (const auto& station : response_.stations) {
        const auto partner = partners_[station.partner];
        stations_.push_back({partner, places_[station.place]});
        for (const auto whole : wholes_[partner])
            is_stationed_[whole] = true;
    }
}

void ResponseIndex::add_actors() {
    only_in_.resize(partners_.size());
    for (const auto& [id, actor] : response_.actors) {
        const auto partner = partners_[id];
        if (actor.only_in) only_in_[partner] = places_[*actor.only_in];
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<Theme>>([&](auto theme) {
            if (any_concerns(actor.mandates, theme.value))
                charged_.at(at(theme.value)).push_back(partner);
            if (any_concerns(actor.expertise, theme.value))
                experts_.at(at(theme.value)).push_back(partner);
        });
    }
}

}  // namespace tenpoint::coverage
