// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "desks/coverage/response.hpp"

namespace tenpoint::coverage {

// A place or a partner of an index: numbers are in the order of the ids.
using Number = std::uint32_t;
using Numbers = std::vector<Number>;  // ascending, each once

Numbers common(const Numbers& one, const Numbers& other);
void put_in_order(Numbers& numbers);

// The ids that are met in a response, by their numbers.
class Numbering {
  public:
    explicit Numbering(std::vector<Id> ids);

    std::size_t size() const { return ids_.size(); }
    const Id& id(Number number) const { return ids_[number]; }
    Number operator[](const Id& id) const { return numbers_.at(id.text); }
    Numbers all(const std::vector<Id>& ids) const;  // as they come

  private:
    std::vector<Id> ids_;
    std::unordered_map<std::string, Number> numbers_;
};

// What a response is looked up by on whatever day: made once, in the order of its size, where a
// look through all of it for each place, theme and day would be in that of its product. The
// response outlives it and does not change.
class ResponseIndex {
  public:
    explicit ResponseIndex(const Response& response);

    const Response& response() const { return response_; }
    const Numbering& places() const { return places_; }
    const Numbering& partners() const { return partners_; }

    // The place with all that it lies in or that lies in it.
    const Numbers& meeting(Number place) const { return meeting_[place]; }
    bool meets(Number one, Number other) const;
    // Whether a place is another one or lies in it.
    bool is_within(Number place, Number outer) const;
    // What lies in it with nothing between.
    const Numbers& parts_of(Number place) const { return parts_[place]; }
    // The partner with all that it is a part of.
    const Numbers& wholes(Number partner) const { return wholes_[partner]; }
    bool belongs_to(Number partner, Number whole) const;
    // Whether anything says where it, or a part of it, is or was present.
    bool is_stationed(Number partner) const { return is_stationed_[partner]; }

    // Of response().works and stations, by their place in there.
    const Numbers& places_of(std::size_t work) const { return work_places_[work]; }
    const Numbers& doers_of(std::size_t work) const { return work_doers_[work]; }
    // 0: it does not say.
    std::uint32_t what_of(std::size_t work) const { return work_whats_[work]; }
    Number place_of_station(std::size_t station) const { return stations_[station].place; }
    Number partner_of_station(std::size_t station) const { return stations_[station].partner; }

    // Whoever is charged with a theme, wherever that may be; and who knows to do it.
    const Numbers& charged_with(Theme theme) const { return charged_.at(at(theme)); }
    const Numbers& expert_in(Theme theme) const { return experts_.at(at(theme)); }
    // Where a partner's mandate holds; null: everywhere.
    const std::optional<Number>& only_in(Number partner) const { return only_in_[partner]; }

  private:
    static constexpr std::size_t themes = static_cast<std::size_t>(Theme::funding) + 1;
    static std::size_t at(Theme theme) { return static_cast<std::size_t>(theme); }

    struct At {
        Number partner = 0;
        Number place = 0;
    };

    void nest_places();
    void nest_partners();
    void add_works();
    void add_stations();
    void add_actors();

    const Response& response_;
    Numbering places_;
    Numbering partners_;
    std::vector<Numbers> meeting_;
    std::vector<Numbers> outer_;  // with the place itself
    std::vector<Numbers> parts_;
    std::vector<Numbers> wholes_;
    std::vector<Numbers> work_places_;  // as the work has them, not in order
    std::vector<Numbers> work_doers_;   // the same
    std::vector<std::uint32_t> work_whats_;
    std::vector<At> stations_;
    std::vector<bool> is_stationed_;  // by partner
    std::array<Numbers, themes> charged_;
    std::array<Numbers, themes> experts_;
    std::vector<std::optional<Number>> only_in_;
};

}  // namespace tenpoint::coverage
