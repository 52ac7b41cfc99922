// SPDX-License-Identifier: Apache-2.0
//
// What it costs to find the twenty best of 100,000 records of 500 words each, as somebody asks who
// may read nine in ten: bench_search [POSTGRESQL-URI], and Google Benchmark's options. The words
// are as frequent as in a language: the n-th comes a nth as often as the first. One word stands in
// nineteen records of twenty, one in one of ten thousand. TENPOINT_BENCH_RECORDS names another
// number of records. A database that is named is left with what was put into it.
#include <array>
#include <benchmark/benchmark.h>
#include <random>

#include <fmt/format.h>

#include "desks/arrangements/arrangement.hpp"
#include "desks/arrangements/kinds.hpp"
#include "desks/arrangements/review.hpp"
#include "desks/directory/kinds.hpp"
#include "partners.hpp"
#include "store/search_following.hpp"
#include "store/searching.hpp"

namespace {

using namespace tenpoint;
using arrangements::Review;

constexpr int words_of_a_record = 500;
constexpr std::size_t different_words = 50'000;

class Texts {
  public:
    Texts() {
        std::vector<double> often;
        for (std::size_t n = 1; n <= different_words; ++n)
            often.push_back(1.0 / static_cast<double>(n));
        frequency_ = {often.begin(), often.end()};
    }

    std::string next(std::int64_t number) {
        std::string text;
        for (int i = 0; i < words_of_a_record; ++i)
            text += word(frequency_(random_)) + ' ';
        if (number % 20 != 0) text += "migration and again migration ";
        if (number % 10'000 == 1) text += "zanzibar ";
        return text;
    }

  private:
    // "bado", "fumike" … no two alike.
    static std::string word(std::size_t number) {
        std::string made;
        for (auto rest = number + 100; rest > 0; rest /= 80)
            made += fmt::format("{}{}", "bdfgklmnprstvwxz"[rest % 80 / 5], "aeiou"[rest % 5]);
        return made;
    }

    std::mt19937 random_{8010};
    std::discrete_distribution<std::size_t> frequency_;
};

struct FullStore {
    FullStore(const std::string& database, std::int64_t records)
        : store(store::Store::open({folder.path() / "data", database}, kinds, clock, randomness)
                    .value()) {
        fill(records);
        const auto is_complete = [](const store::Snapshot& snapshot) -> Result<bool> {
            return store::is_search_complete(snapshot);
        };
        do
            store->seal();
        while (!store->read(officer, is_complete).value());
        // As PostgreSQL does by itself now and then.
        if (!database.empty()) store::Session::open_postgresql(database)->execute("analyze");
    }

    void fill(std::int64_t records) {
        using enum record::Visibility;
        constexpr std::int64_t at_once = 500;
        const auto bench = access::Principal::local_administrator("bench");
        Texts texts;
        record::Ref<arrangements::Arrangement> arrangement;
        for (std::int64_t made = 0; made < records; made += at_once) {
            std::vector<Review> reviews;
            for (auto number = made; number < std::min(made + at_once, records); ++number)
                reviews.emplace_back().text.en = texts.next(number);
            store
                ->write(bench,
                        [&](store::Transaction& to) -> Result<void> {
                            if (made == 0) {
                                arrangements::Arrangement value;
                                value.code = "bench";
                                value.title.en = "Bench";
                                TENPOINT_TRY(one, to.insert(value, {}));
                                arrangement = {one.envelope.id};
                            }
                            for (std::size_t i = 0; i < reviews.size(); ++i) {
                                reviews[i].arrangement = arrangement;
                                TENPOINT_CHECK(to.insert(
                                    reviews[i], {{}, i % 10 == 9 ? confidential : partners}));
                            }
                            return {};
                        })
                .value();
        }
    }

    std::size_t find(const std::string& words) const {
        return store
            ->read(officer,
                   [&](const store::Snapshot& snapshot) -> Result<store::SearchPage> {
                       return store::search(snapshot, {words});
                   })
            .value()
            .hits.size();
    }

    bench::Folder folder;
    std::vector<const record::KindInfo*> kinds = [] {
        std::vector<const record::KindInfo*> all;
        for (const auto* kind : directory::kinds())
            all.push_back(kind);
        for (const auto* kind : arrangements::kinds())
            all.push_back(kind);
        return all;
    }();
    SystemClock clock;
    SystemRandomness randomness;
    access::Principal officer{
        access::Principal::Sort::user, Id{"018bcfe5-6800-7000-8000-000000000001"},
        Id{"018bcfe5-6800-7000-8000-000000000002"}, access::Role::information_officer, "officer"};
    std::unique_ptr<store::Store> store;
};

}  // namespace

int main(int count, char** words) {
    const char* records = std::getenv("TENPOINT_BENCH_RECORDS");
    const bool names_database = count > 1 && std::string_view{words[1]}.starts_with("postgresql:");
    const FullStore full(names_database ? words[1] : "", records ? std::atoll(records) : 100'000);
    const std::array<std::pair<const char*, const char*>, 4> asked{{{"rare", "zanzibar"},
                                                                    {"common", "migration"},
                                                                    {"both", "migration zanzibar"},
                                                                    {"beginning", "migrat"}}};
    for (const auto& [name, text] : asked)
        benchmark::RegisterBenchmark(name, [&full, text = text](benchmark::State& state) {
            std::size_t found = 0;
            for (auto _ : state)
                found = full.find(text);
            state.counters["found"] = static_cast<double>(found);
        })->Unit(benchmark::kMillisecond);
    benchmark::Initialize(&count, words);
    benchmark::RunSpecifiedBenchmarks();
}
