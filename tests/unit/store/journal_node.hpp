// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <boost/describe/enum_to_string.hpp>

#include "desks/directory/kinds.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/place.hpp"
#include "desks/movements/batch.hpp"
#include "desks/movements/corridor.hpp"
#include "desks/movements/kinds.hpp"
#include "test_database.hpp"

namespace tenpoint::store {

// A node with something of each sort in it, that its journal is tried on.
class JournalNode : public OnEachDatabase {
  protected:
    void SetUp() override {
        OnEachDatabase::SetUp();
        if (!location_) return;
        for (const auto* kind : directory::kinds())
            kinds_.push_back(kind);
        for (const auto* kind : movements::kinds())
            kinds_.push_back(kind);
        open();
    }
    void TearDown() override { store_.reset(); }

    void open() {
        store_.reset();
        store_ = Store::open(location_->get(), kinds_, clock_, randomness_).value();
    }
    // The code of what is wrong, with its arguments; "" where all is right.
    static std::string words_of(const Verification& found) {
        if (!found.flaw) return {};
        std::string words = boost::describe::enum_to_string(found.flaw->code, "");
        for (const auto& argument : found.flaw->arguments)
            words += ' ' + argument;
        return words;
    }
    std::string flaw(const std::vector<KnownHead>& kept = {}) {
        return words_of(store_->verify(kept).value());
    }
    Id add_partner(Store& store, const std::string& name) {
        Partner partner;
        partner.name = name;
        partner.kind = directory::PartnerKind::ngo;
        return store
            .write(admin_,
                   [&](Transaction& transaction) { return transaction.insert(partner, {}); })
            .value()
            .envelope.id;
    }
    Id add_partner(const std::string& name) { return add_partner(*store_, name); }
    void rename(Store& store, const Id& id, const std::string& name) {
        store
            .write(admin_,
                   [&](Transaction& transaction) -> Result<void> {
                       TENPOINT_TRY(partner, transaction.get<Partner>(id));
                       partner.value.short_name = name;
                       TENPOINT_CHECK(transaction.update(partner));
                       return {};
                   })
            .value();
    }
    void remove(const Id& id, std::int64_t version) {
        store_
            ->write(admin_,
                    [&](Transaction& transaction) {
                        return transaction.remove(record::kind_info<Partner>(), id, version);
                    })
            .value();
    }
    Id add_corridor(const std::string& code) {
        return store_
            ->write(admin_,
                    [&](Transaction& transaction) -> Result<Id> {
                        movements::Corridor corridor;
                        for (const auto* name : {"-A", "-B"}) {
                            directory::Place place;
                            place.code = code + name;
                            place.name.en = code + name;
                            place.kind = directory::PlaceKind::site;
                            TENPOINT_TRY(added, transaction.insert(place, {}));
                            corridor.places.push_back({added.envelope.id});
                        }
                        corridor.code = code;
                        corridor.indicators = {movements::Indicator::crossing};
                        corridor.name.en = code;
                        TENPOINT_TRY(added, transaction.insert(corridor, {}));
                        return added.envelope.id;
                    })
            .value();
    }
    // A batch whose file, segment and findings are of some chunks each.
    record::Record<movements::Batch> add_batch(const std::string& source) {
        const auto stage = [&](const std::string& name) {
            auto file = std::make_unique<StagedFile>(store_->staging_folder(), name, "text/csv");
            for (int i = 0; i < 20'000; ++i)
                file->append(name + std::to_string(i * 7919) + ",of some length\n");
            file->finish();
            return file;
        };
        const auto file = stage("file.csv");
        const auto segment = stage("segment");
        const auto findings = stage("findings");
        return store_
            ->write(admin_,
                    [&](Transaction& transaction) -> Result<record::Record<movements::Batch>> {
                        movements::Source made;
                        made.name = source;
                        made.title.en = source;
                        TENPOINT_TRY(from, transaction.insert(made, {}));
                        movements::Batch batch;
                        batch.source = {from.envelope.id};
                        batch.file_hash = file->hash();
                        batch.file = transaction.keep(*file, {});
                        batch.segment = transaction.keep(*segment, {});
                        batch.findings = transaction.keep(*findings, {});
                        return transaction.insert(batch, {});
                    })
            .value();
    }
    std::string one(std::string_view sql) {
        return text(location_->session()->query(sql, {}, {ColumnType::text}).front().front());
    }
    std::int64_t count(std::string_view sql) {
        return number(location_->session()->query(sql, {}, {ColumnType::integer}).front()[0]);
    }

    using Partner = directory::Partner;

    std::vector<const record::KindInfo*> kinds_;
    SystemClock clock_;
    SystemRandomness randomness_;
    access::Principal admin_ = access::Principal::local_administrator("admin");
    std::unique_ptr<Store> store_;
};

}  // namespace tenpoint::store
