// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "desks/directory/kinds.hpp"
#include "desks/directory/place.hpp"
#include "held_clock.hpp"
#include "test_database.hpp"

namespace tenpoint::directory {

// A node of which places are looked at.
class NodeWithPlaces : public store::OnEachDatabase {
  protected:
    void SetUp() override {
        OnEachDatabase::SetUp();
        if (!location_) return;
        for (const auto* kind : directory::kinds())
            kinds_.push_back(kind);
        store_ = store::Store::open(location_->get(), kinds_, clock_, randomness_).value();
    }
    void TearDown() override { store_.reset(); }

    Id add(const std::string& code, PlaceKind kind, const Id& parent = {}) {
        Place place;
        place.code = code;
        place.name.en = code;
        place.kind = kind;
        if (!parent.empty()) place.parent = record::Ref<Place>{parent};
        return store_
            ->write(admin_,
                    [&](store::Transaction& transaction) { return transaction.insert(place, {}); })
            .value()
            .envelope.id;
    }
    std::vector<record::Record<Place>> places() {
        return store_
            ->read(admin_,
                   [](const store::Snapshot& snapshot) {
                       return Result<std::vector<record::Record<Place>>>{snapshot.all<Place>()};
                   })
            .value();
    }
    std::optional<record::Record<Place>> find(const std::string& code) {
        return store_
            ->read(admin_,
                   [&](const store::Snapshot& snapshot) {
                       return Result<std::optional<record::Record<Place>>>{
                           snapshot.find<Place>("code", code)};
                   })
            .value();
    }
    // The code of what the place lies in; empty for nothing.
    std::string outside_of(const std::string& code) {
        const auto place = find(code);
        if (!place || !place->value.parent) return {};
        for (const auto& each : places())
            if (each.envelope.id == place->value.parent->id) return each.value.code;
        return "?";
    }

    HeldClock clock_;
    access::Principal admin_ = access::Principal::local_administrator("admin");
    SystemRandomness randomness_;
    std::vector<const record::KindInfo*> kinds_;
    std::unique_ptr<store::Store> store_;
};

}  // namespace tenpoint::directory
