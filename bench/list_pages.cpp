// SPDX-License-Identifier: Apache-2.0
//
// What a page of a list of 1,000,000 partners costs at its start, in its middle and at its end, and
// what it costs to begin the list, which counts it, as somebody asks who may not read all of them.
// TENPOINT_BENCH_RECORDS names another number.
#include <benchmark/benchmark.h>
#include <map>

#include <fmt/format.h>

#include "desks/directory/kinds.hpp"
#include "partners.hpp"
#include "store/record_list.hpp"

namespace {

using namespace tenpoint;

constexpr std::size_t largest_page = 500;

struct LongList {
    explicit LongList(std::int64_t records) {
        bench::add_partners(*store, records);
        store->seal();
        std::vector<std::string> starts{""};
        store::ListQuery query;
        query.limit = largest_page;
        while (true) {
            query.after = page(query).next;
            if (query.after.empty()) break;
            starts.push_back(query.after);
        }
        const auto start = store::start_of_list(page({}).total);
        places = {{"begun", ""},
                  {"start", start},
                  {"middle", starts.at(starts.size() / 2)},
                  {"end", starts.back()}};
    }

    store::Page page(const store::ListQuery& query) const {
        return store
            ->read(officer,
                   [&](const store::Snapshot& snapshot) {
                       return snapshot.list(record::kind_info<directory::Partner>(), query);
                   })
            .value();
    }

    bench::Folder folder;
    decltype(directory::kinds()) kinds = directory::kinds();
    SystemClock clock;
    SystemRandomness randomness;
    std::unique_ptr<store::Store> store =
        store::Store::open({folder.path() / "data"}, kinds, clock, randomness).value();
    access::Principal officer{
        access::Principal::Sort::user, Id{"018bcfe5-6800-7000-8000-000000000001"},
        Id{"018bcfe5-6800-7000-8000-000000000002"}, access::Role::information_officer, "officer"};
    std::map<std::string, std::string> places;  // where a page begins -> its cursor
};

void list_page(benchmark::State& state, const LongList& list, const std::string& place,
               std::size_t limit) {
    store::ListQuery query;
    query.after = list.places.at(place);
    query.limit = limit;
    std::size_t records = 0;
    for (auto _ : state)
        records = list.page(query).items.size();
    state.counters["records"] = static_cast<double>(records);
}

}  // namespace

int main(int count, char** words) {
    const char* records = std::getenv("TENPOINT_BENCH_RECORDS");
    const LongList list(records ? std::atoll(records) : 1'000'000);
    for (const auto& [place, cursor] : list.places)
        for (const std::size_t limit : {std::size_t{50}, largest_page})
            benchmark::RegisterBenchmark(fmt::format("{}/{}", place, limit).c_str(),
                                         [&list, place = place, limit](benchmark::State& state) {
                                             list_page(state, list, place, limit);
                                         })
                ->Unit(benchmark::kMicrosecond);
    benchmark::Initialize(&count, words);
    benchmark::RunSpecifiedBenchmarks();
}
