// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "desks/arrangements/kinds.hpp"
#include "desks/directory/kinds.hpp"
#include "desks/directory/merging.hpp"
#include "desks/movements/kinds.hpp"
#include "held_clock.hpp"
#include "test_database.hpp"

namespace tenpoint::directory {

// A node with an agency that was entered twice, and a partner that is neither.
class TwicePartner : public store::OnEachDatabase {
  public:
    const Id& doubled() const { return doubled_; }
    const Id& into() const { return into_; }
    const Id& other() const { return other_; }

  protected:
    void SetUp() override {
        OnEachDatabase::SetUp();
        if (!location_) return;
        for (const auto* kind : directory::kinds())
            kinds_.push_back(kind);
        for (const auto* kind : arrangements::kinds())
            kinds_.push_back(kind);
        for (const auto* kind : movements::kinds())
            kinds_.push_back(kind);
        store_ =
            std::move(store::Store::open(location_->get(), kinds_, clock_, randomness_).value());
        doubled_ = partner("Agency (old entry)");
        into_ = partner("Agency");
        other_ = partner("Authority");
    }
    void TearDown() override { store_.reset(); }

    template <class Work>
    auto write(Work work) {
        return store_->write(admin_, std::move(work)).value();
    }
    template <class K>
    Id add(const K& value, const store::Draft& draft = {}) {
        return write([&](store::Transaction& transaction) {
                   return transaction.insert(value, draft);
               })
            .envelope.id;
    }
    Id partner(const std::string& name) {
        Partner made;
        made.name = name;
        made.kind = PartnerKind::un_agency;
        return add(made);
    }
    template <class K>
    record::Record<K> get(const Id& id) {
        return store_
            ->read(admin_, [&](const store::Snapshot& snapshot) { return snapshot.get<K>(id); })
            .value();
    }
    template <class K>
    std::size_t count() {
        return store_
            ->read(admin_,
                   [](const store::Snapshot& snapshot) -> Result<std::size_t> {
                       return snapshot.all<K>().size();
                   })
            .value();
    }
    template <class K>
    std::vector<store::JournalEntry> history(const Id& id) {
        return store_
            ->read(admin_,
                   [&](const store::Snapshot& snapshot) {
                       return snapshot.history(record::kind_info<K>(), id);
                   })
            .value();
    }
    void change(const Id& id, void (*edit)(Partner&, const TwicePartner&)) {
        auto found = get<Partner>(id);
        edit(found.value, *this);
        write([&](store::Transaction& transaction) { return transaction.update(found); });
    }
    Result<record::Record<Partner>> try_to_merge(const access::Principal& principal,
                                                 std::optional<std::int64_t> seen = {}) {
        return store_->write(principal, [&](store::Transaction& transaction) {
            return merge_partner(transaction, doubled_, into_, seen);
        });
    }
    record::Record<Partner> merge() { return try_to_merge(admin_).value(); }
    // "done", or the word of the refusal.
    std::string outcome(const access::Principal& principal, std::optional<std::int64_t> seen = {}) {
        const auto merged = try_to_merge(principal, seen);
        return merged ? "done" : std::string{to_word(merged.error().code)};
    }
    static access::Principal user(access::Role role, const Id& partner) {
        return {access::Principal::Sort::user, {}, partner, role, "user"};
    }
    bool is_sound() { return !store_->verify({}).value().flaw; }

    HeldClock clock_;
    access::Principal admin_ = access::Principal::local_administrator("admin");
    Id doubled_, into_, other_;
    SystemRandomness randomness_;
    std::vector<const record::KindInfo*> kinds_;
    std::unique_ptr<store::Store> store_;
};

}  // namespace tenpoint::directory
