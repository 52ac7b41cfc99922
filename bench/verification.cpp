// SPDX-License-Identifier: Apache-2.0
//
// How long it takes to verify a node of some 20,000 records with three entries in the journal each:
// bench_verification ROUNDS [POSTGRESQL-URI]. It prints as JSON what it verified and the seconds of
// each round. The node's folder, below the current one, goes with it; a database that is named is
// left with what was put into it.
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "desks/directory/kinds.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/place.hpp"
#include "desks/movements/batch.hpp"
#include "desks/movements/corridor.hpp"
#include "desks/movements/kinds.hpp"
#include "store/store.hpp"

namespace {

using namespace tenpoint;

// A step makes ten records; a transaction makes one step.
constexpr int steps = 2000;
constexpr int steps_a_block = 4;

const auto principal = access::Principal::local_administrator("bench");

Id add_place(store::Transaction& to, const std::string& code) {
    directory::Place place;
    place.code = code;
    place.name.en = "The crossing at " + code;
    place.name.es = "El paso de " + code;
    place.kind = directory::PlaceKind::site;
    return to.insert(place, {}).value().envelope.id;
}

Id add_batch(store::Store& store, store::Transaction& to, const record::Ref<movements::Source>& of,
             const std::string& name) {
    const auto keep = [&](const std::string& part) {
        store::StagedFile file(store.staging_folder(), name + part, "text/csv");
        for (int i = 0; i < 200; ++i)
            file.append(name + part + std::to_string(i * 7919) + ",of some length\n");
        file.finish();
        return to.keep(file, {});
    };
    movements::Batch batch;
    batch.source = of;
    batch.file_hash = name;
    batch.file = keep("file");
    batch.segment = keep("segment");
    batch.findings = keep("findings");
    return to.insert(batch, {}).value().envelope.id;
}

template <class K>
void change_twice(store::Transaction& in, const Id& id) {
    for (int i = 0; i < 2; ++i)
        in.update(in.get<K>(id).value()).value();
}

// Six places along a route, who counts there, and what came of it.
void add_step(store::Store& store, int number) {
    store
        .write(principal,
               [&](store::Transaction& to) -> Result<void> {
                   movements::Corridor corridor;
                   for (int i = 0; i < 6; ++i)
                       corridor.places.push_back(
                           {add_place(to, fmt::format("SITE-{}-{}", number, i))});
                   directory::Partner partner;
                   partner.name = fmt::format("Association for people on the move, {}", number);
                   partner.kind = directory::PartnerKind::ngo;
                   const auto publisher = to.insert(partner, {}).value().envelope.id;
                   movements::Source source;
                   source.name = fmt::format("office {}", number);
                   source.title.en = source.name;
                   source.publisher = record::Ref<directory::Partner>{publisher};
                   const auto from = to.insert(source, {}).value().envelope.id;
                   const auto batch = add_batch(store, to, {from}, source.name);
                   corridor.code = fmt::format("ROUTE-{}", number);
                   corridor.name.en = corridor.code;
                   corridor.indicators = {movements::Indicator::crossing};
                   const auto route = to.insert(corridor, {}).value().envelope.id;
                   for (const auto& place : corridor.places)
                       change_twice<directory::Place>(to, place.id);
                   change_twice<directory::Partner>(to, publisher);
                   change_twice<movements::Source>(to, from);
                   change_twice<movements::Batch>(to, batch);
                   change_twice<movements::Corridor>(to, route);
                   return {};
               })
        .value();
}

double seconds_of(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

int main(int count, char** words) {
    if (count < 2) throw std::runtime_error("bench_verification ROUNDS [POSTGRESQL-URI]");
    const int most = std::atoi(words[1]);
    std::string folder = "verification-XXXXXX";
    if (!mkdtemp(folder.data())) throw std::runtime_error("no folder");
    std::vector<const record::KindInfo*> kinds;
    for (const auto* kind : directory::kinds())
        kinds.push_back(kind);
    for (const auto* kind : movements::kinds())
        kinds.push_back(kind);
    const SystemClock clock;
    SystemRandomness randomness;
    {
        const auto store =
            store::Store::open({folder, count > 2 ? words[2] : ""}, kinds, clock, randomness)
                .value();
        for (int i = 0; i < steps; ++i) {
            add_step(*store, i);
            if (i % steps_a_block == 0) store->seal();
        }
        store->seal();
        std::vector<double> rounds;
        store::Verification found;
        for (int i = 0; i < most; ++i)
            rounds.push_back(seconds_of([&] { found = store->verify({}).value(); }));
        if (found.flaw) throw std::runtime_error("the node has a flaw");
        fmt::print(R"({{"records": {}, "entries": {}, "blocks": {}, "files": {}, "seconds": [{}]}})"
                   "\n",
                   found.records, found.entries, found.blocks, found.files,
                   fmt::join(rounds, ", "));
    }
    std::filesystem::remove_all(folder);
}
