// SPDX-License-Identifier: Apache-2.0
#include "load.hpp"

#include <thread>

#include <fmt/format.h>

#include "desks/directory/kinds.hpp"
#include "desks/directory/partner.hpp"
#include "store/session.hpp"

namespace tenpoint::faults {

using directory::Partner;
using store::Snapshot;
using store::Transaction;

namespace {

constexpr int threads = 4;
constexpr int partners_of_a_thread = 5;

const SystemClock system_clock;
SystemRandomness randomness;

access::Principal somebody() {
    return access::Principal::local_administrator("somebody");
}

record::Kinds kinds() {
    static const auto all = directory::kinds();
    return all;
}

Result<std::unique_ptr<store::Store>> open(const std::filesystem::path& folder) {
    return store::Store::open({folder}, kinds(), system_clock, randomness);
}

}  // namespace

std::filesystem::path LoadedNode::new_folder() {
    auto pattern = (std::filesystem::temp_directory_path() / "tenpoint-faults-XXXXXX").string();
    return ::mkdtemp(pattern.data());
}

LoadedNode::LoadedNode(std::filesystem::path folder)
    : folder_(std::move(folder)), store_(open(folder_).value()) {}

LoadedNode::~LoadedNode() {
    close();
    std::filesystem::remove_all(folder_);
}

void LoadedNode::write(bool persistent) {
    ++rounds_;
    std::vector<std::jthread> running;
    for (int thread = 0; thread < threads; ++thread)
        running.emplace_back([=, this] { write_partners(thread, persistent); });
}

void LoadedNode::write_partners(int thread, bool persistent) {
    // Whether to go on.
    const auto note = [&](const Result<record::Record<Partner>>& written) {
        const std::scoped_lock lock(mutex_);
        if (written)
            acknowledged_[written->value.name] = written->envelope.version;
        else
            refusals_.push_back(written.error());
        return written || persistent;
    };
    for (int number = 0; number < partners_of_a_thread; ++number) {
        Partner partner;
        partner.name = fmt::format("Partner {} of thread {} in round {}", number, thread, rounds_);
        auto made = store_->write(
            somebody(), [&](Transaction& transaction) { return transaction.insert(partner, {}); });
        if (!note(made)) return;
        if (!made) continue;
        made->value.short_name = std::to_string(number);
        const auto changed = store_->write(
            somebody(), [&](Transaction& transaction) { return transaction.update(*made); });
        if (!note(changed)) return;
    }
}

std::string LoadedNode::trouble_in(const std::filesystem::path& folder,
                                   const std::map<std::string, std::int64_t>& acknowledged) {
    const auto opened = open(folder);
    if (!opened) return "it cannot be opened: " + opened.error().detail;
    const auto checked = store::Session::open_sqlite((folder / "tenpoint.db").string())
                             ->query("pragma integrity_check", {}, {store::ColumnType::text});
    if (store::text(checked[0][0]) != "ok") return store::text(checked[0][0]);
    const auto read =
        (*opened)->read(somebody(), [&](const Snapshot& snapshot) -> Result<std::string> {
            auto missing = acknowledged;
            for (const auto& partner : snapshot.all<Partner>({.limit = 0})) {
                const auto& [envelope, value] = partner;
                TENPOINT_TRY(history, snapshot.history(record::kind_info<Partner>(), envelope.id));
                if (std::ssize(history) != envelope.version)
                    return fmt::format("{} has version {} and {} entries", value.name,
                                       envelope.version, history.size());
                if (const auto known = missing.find(value.name); known != missing.end()) {
                    if (envelope.version < known->second)
                        return value.name + " has lost its change";
                    missing.erase(known);
                }
            }
            return missing.empty() ? std::string{} : missing.begin()->first + " is gone";
        });
    return read ? *read : "it cannot be read: " + read.error().detail;
}

}  // namespace tenpoint::faults
