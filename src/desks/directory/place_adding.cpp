// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/place_adding.hpp"

#include <algorithm>
#include <span>
#include <unordered_map>
#include <unordered_set>

#include <boost/describe/enum_to_string.hpp>

#include "desks/directory/place.hpp"

namespace tenpoint::directory {
namespace {

constexpr std::size_t places_at_once = 500;

PlaceKind kind_of(const ListedArea& area) {
    return area.level == 1 ? PlaceKind::admin1 : PlaceKind::admin2;
}

// What the list says of a name goes before what is here; what it does not say stays.
LocalText mended(const LocalText& here, const LocalText& listed) {
    LocalText name = here;
    for (const auto member : {&LocalText::en, &LocalText::fr, &LocalText::es, &LocalText::ar})
        if (!(listed.*member).empty()) name.*member = listed.*member;
    return name;
}

// What is to be done with each area of a list.
struct Plan {
    struct Change {
        const ListedArea* area;
        record::Record<Place> place;  // as it is here
    };
    std::vector<const ListedArea*> to_add;
    std::vector<Change> to_change;
    std::unordered_map<std::string, Id> ids;  // of what is here, by code
    PlaceOutcome outcome;
};

class Planner {
  public:
    Planner(const store::Snapshot& snapshot, const PlaceList& list) : list_(list) {
        plan_.outcome.findings = list.findings;
        for (auto& place : snapshot.all<Place>()) {
            codes_.emplace(place.envelope.id, place.value.code);
            plan_.ids.emplace(place.value.code, place.envelope.id);
            auto code = place.value.code;
            here_.emplace(std::move(code), std::move(place));
        }
    }

    Plan plan() && {
        for (const auto& area : list_.areas) {
            const auto known = here_.find(area.code);
            if (known != here_.end())
                compare(area, known->second);
            else if (plan_.ids.contains(area.parent) || coming_.contains(area.parent))
                come(area);
            else
                refuse(area, "area_parent_unknown", area.parent);
        }
        return std::move(plan_);
    }

  private:
    void come(const ListedArea& area) {
        coming_.insert(area.code);
        plan_.to_add.push_back(&area);
        ++plan_.outcome.added;
    }

    void tell(Severity severity, const ListedArea& area, const char* code, std::string text,
              std::string expected) {
        plan_.outcome.findings.add(
            {severity, code, area.row, {}, std::move(text), std::move(expected), {}});
    }

    void refuse(const ListedArea& area, const char* code, std::string expected) {
        ++plan_.outcome.refused;
        tell(Severity::error, area, code, area.code, std::move(expected));
    }

    void compare(const ListedArea& area, const record::Record<Place>& here) {
        const auto& place = here.value;
        if (place.kind != kind_of(area)) return refuse(area, "area_code_taken", place.name.en);
        const auto parent = place.parent ? codes_.find(place.parent->id) : codes_.end();
        const auto lies_in = parent == codes_.end() ? std::string{} : parent->second;
        if (lies_in != area.parent)
            tell(Severity::warning, area, "area_elsewhere", area.code + ", " + area.parent,
                 lies_in.empty() ? "–" : lies_in);
        const bool is_renamed = mended(place.name, area.name) != place.name;
        const bool is_placed = area.latitude && !place.latitude;
        if (is_renamed)
            tell(Severity::information, area, "area_renamed", place.name.en, area.name.en);
        else if (is_placed)
            tell(Severity::information, area, "area_without_point", area.code, {});
        if (!is_renamed && !is_placed) {
            ++plan_.outcome.known;
            return;
        }
        ++plan_.outcome.differing;
        plan_.to_change.push_back({&area, here});
    }

    const PlaceList& list_;
    std::unordered_map<Id, std::string> codes_;
    std::unordered_map<std::string, record::Record<Place>> here_;  // by code
    std::unordered_set<std::string> coming_;
    Plan plan_;
};

// Calls `write(piece)` for some hundreds at a time.
template <class T, class Write>
Result<void> in_pieces(const std::vector<T>& all, Write write) {
    for (std::size_t done = 0; done < all.size(); done += places_at_once)
        TENPOINT_CHECK(
            write(std::span(all).subspan(done, std::min(places_at_once, all.size() - done))));
    return {};
}

class Adder {
  public:
    Adder(store::Store& store, const access::Principal& principal, Plan& plan,
          const std::function<void(double)>& progress)
        : store_(store), principal_(principal), plan_(plan), progress_(progress) {}

    Result<void> add_all() {
        total_ = plan_.to_add.size();
        return in_pieces(plan_.to_add, [&](auto piece) { return add(piece); });
    }
    Result<void> change_all() {
        total_ = plan_.to_change.size();
        done_ = 0;
        return in_pieces(plan_.to_change, [&](auto piece) { return change(piece); });
    }

  private:
    Result<void> add(std::span<const ListedArea* const> piece) {
        using Made = std::vector<Id>;
        const auto write = [&](store::Transaction& transaction) -> Result<Made> {
            Made made;
            std::unordered_map<std::string, Id> of_piece;
            for (const auto* area : piece) {
                const auto earlier = of_piece.find(area->parent);
                Place place;
                place.code = area->code;
                place.name = area->name;
                place.kind = kind_of(*area);
                place.parent = record::Ref<Place>{
                    earlier != of_piece.end() ? earlier->second : plan_.ids.at(area->parent)};
                place.latitude = area->latitude;
                place.longitude = area->longitude;
                TENPOINT_TRY(added, transaction.insert(place, {}));
                of_piece.emplace(area->code, added.envelope.id);
                made.push_back(added.envelope.id);
            }
            return made;
        };
        TENPOINT_TRY(made, store_.write(principal_, write));
        for (std::size_t i = 0; i < piece.size(); ++i)
            plan_.ids.emplace(piece[i]->code, made[i]);
        tell_progress(piece.size());
        return {};
    }

    Result<void> change(std::span<const Plan::Change> piece) {
        const auto write = [&](store::Transaction& transaction) -> Result<void> {
            for (const auto& [area, place] : piece) {
                auto changed = place;
                changed.value.name = mended(place.value.name, area->name);
                if (!changed.value.latitude) {
                    changed.value.latitude = area->latitude;
                    changed.value.longitude = area->longitude;
                }
                TENPOINT_CHECK(transaction.update(changed));
            }
            return {};
        };
        TENPOINT_CHECK(store_.write(principal_, write));
        tell_progress(piece.size());
        return {};
    }

    void tell_progress(std::size_t more) {
        done_ += more;
        if (progress_) progress_(static_cast<double>(done_) / static_cast<double>(total_));
    }

    store::Store& store_;
    const access::Principal& principal_;
    Plan& plan_;
    const std::function<void(double)>& progress_;
    std::size_t total_ = 0;
    std::size_t done_ = 0;
};

}  // namespace

PlaceOutcome compare_places(const store::Snapshot& snapshot, const PlaceList& list) {
    return Planner(snapshot, list).plan().outcome;
}

Result<PlaceOutcome> add_places(store::Store& store, const access::Principal& principal,
                                const PlaceList& list, Differing differing,
                                const std::function<void(double)>& progress) {
    TENPOINT_TRY(plan, store.read(principal, [&](const store::Snapshot& snapshot) {
        return Result<Plan>{Planner(snapshot, list).plan()};
    }));
    Adder adder(store, principal, plan, progress);
    TENPOINT_CHECK(adder.add_all());
    if (differing == Differing::taken_over) TENPOINT_CHECK(adder.change_all());
    return std::move(plan.outcome);
}

}  // namespace tenpoint::directory
