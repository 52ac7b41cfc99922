// SPDX-License-Identifier: Apache-2.0
//
// How many records a second are made durable when 32 callers make one each at a time, against a
// bare sqlite3 loop that commits 32 rows at a time, on the same disk with the same settings. The
// record is a partner of about 250 bytes; Tenpoint checks access, rules and unique names and writes
// the journal as well.
#include <atomic>
#include <benchmark/benchmark.h>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

#include <sqlite3.h>

#include "desks/directory/kinds.hpp"
#include "partners.hpp"

namespace {

using namespace tenpoint;

constexpr int callers = 32;
constexpr int rows_a_commit = 32;

void run(sqlite3* database, const char* sql) {
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(database));
}

void raw_sqlite(benchmark::State& state) {
    const bench::Folder folder;
    sqlite3* database = nullptr;
    sqlite3_open((folder.path() / "raw.db").c_str(), &database);
    run(database, "pragma journal_mode = wal");
    run(database, "pragma synchronous = full");
    run(database,
        "create table partners (id text primary key, version bigint not null, owner text, "
        "visibility text not null, created_at text not null, updated_at text not null, "
        "name text not null unique, short_name text, kind text not null, country text, "
        "website text)");
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(database,
                       "insert into partners values (?, 1, null, 'partners', "
                       "'2026-03-28T02:30:00.000Z', '2026-03-28T02:30:00.000Z', ?, null, 'ngo', "
                       "'PAN', ?)",
                       -1, &insert, nullptr);
    const SystemClock clock;
    SystemRandomness randomness;
    IdMaker ids(clock, randomness);
    std::int64_t number = 0;
    for (auto _ : state) {
        run(database, "begin immediate");
        for (int i = 0; i < rows_a_commit; ++i) {
            const auto id = ids.next().text;
            const auto name = bench::name_of(++number);
            sqlite3_bind_text(insert, 1, id.c_str(), -1, SQLITE_TRANSIENT);
            sqlite3_bind_text(insert, 2, name.c_str(), -1, SQLITE_TRANSIENT);
            sqlite3_bind_text(insert, 3, bench::website, -1, SQLITE_STATIC);
            if (sqlite3_step(insert) != SQLITE_DONE)
                throw std::runtime_error(sqlite3_errmsg(database));
            sqlite3_reset(insert);
        }
        run(database, "commit");
    }
    sqlite3_finalize(insert);
    sqlite3_close(database);
    state.SetItemsProcessed(state.iterations() * rows_a_commit);
}
BENCHMARK(raw_sqlite)->UseRealTime();

// A store that all threads of a benchmark share.
struct Node {
    bench::Folder folder;
    decltype(directory::kinds()) kinds = directory::kinds();
    SystemClock clock;
    SystemRandomness randomness;
    std::unique_ptr<store::Store> store =
        store::Store::open({folder.path() / "data"}, kinds, clock, randomness).value();
    std::atomic<std::int64_t> number = 0;
    std::jthread sealing{};
};
std::unique_ptr<Node> node;

// As often as the program seals while it serves.
void seal_steadily(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        std::this_thread::sleep_for(std::chrono::milliseconds{500});
        node->store->seal();
    }
}

void tenpoint_store(benchmark::State& state, bool is_sealed) {
    if (state.thread_index() == 0) {
        node = std::make_unique<Node>();
        if (is_sealed) node->sealing = std::jthread(seal_steadily);
    }
    const auto principal = access::Principal::local_administrator("bench");
    for (auto _ : state) {
        const auto partner = bench::partner_of(++node->number);
        node->store
            ->write(
                principal,
                [&](store::Transaction& transaction) { return transaction.insert(partner, {}); })
            .value();
    }
    state.SetItemsProcessed(state.iterations());
    if (state.thread_index() == 0) {
        node->sealing = {};
        node.reset();
    }
}
BENCHMARK_CAPTURE(tenpoint_store, sealed, true)->Threads(callers)->UseRealTime();
BENCHMARK_CAPTURE(tenpoint_store, unsealed, false)->Threads(callers)->UseRealTime();
BENCHMARK_CAPTURE(tenpoint_store, sealed, true)->Threads(1)->UseRealTime();

}  // namespace

BENCHMARK_MAIN();
