// SPDX-License-Identifier: Apache-2.0
#include "store/sealer.hpp"

#include <algorithm>
#include <iterator>

#include "store/backend.hpp"

namespace tenpoint::store {
namespace {

// Always of as many parameters, so that it is prepared once.
const std::string take_entries = [] {
    std::string sql = "update journal set block = ? where block is null and id in (?";
    for (std::int64_t i = 1; i < Sealer::most_entries; ++i)
        sql += ", ?";
    return sql + ')';
}();

}  // namespace

// NOLINTNEXTLINE(performance-unnecessary-value-param): a key is copied once either way
Sealer::Sealer(Writer& writer, SessionPool& readers, const Clock& clock, SigningKey key,
               std::filesystem::path folder, bool is_alone)
    : writer_(writer),
      readers_(readers),
      clock_(clock),
      key_(key),
      folder_(std::move(folder)),
      is_alone_(is_alone),
      known_(read_known_head(folder_)) {}

std::optional<KnownHead> Sealer::known_head() const {
    const std::scoped_lock lock(mutex_);
    return known_;
}

void Sealer::trust(const KnownHead& head) {
    const std::scoped_lock lock(mutex_);
    write_known_head(folder_, head);
    known_ = head;
}

std::set<std::string> Sealer::known_signers() const {
    const std::scoped_lock lock(mutex_);
    auto signers = known_ ? known_->signers : std::set<std::string>{};
    signers.insert(key_.public_key());
    return signers;
}

Sealer::Outcome Sealer::seal() {
    const std::scoped_lock lock(mutex_);
    Outcome outcome;
    while (const auto next = draft()) {
        if (!append(*next)) continue;
        outcome.has_sealed = true;
        if (std::ssize(next->entries) < most_entries) break;
    }
    outcome.lost_head = remember_head();
    return outcome;
}

std::int64_t Sealer::unsealed() const {
    auto transaction = readers_.begin(Purpose::reading);
    return number(
        transaction.session()
            .query("select count(*) from journal where block is null", {}, {ColumnType::integer})
            .front()[0]);
}

// What is hashed and signed here need not be within the writer's turn: an entry never changes.
std::optional<Sealer::Draft> Sealer::draft() const {
    Draft next;
    auto& block = next.block;
    {
        auto transaction = readers_.begin(Purpose::reading);
        auto& session = transaction.session();
        for (auto& entry : entries_to_seal(session, most_entries)) {
            block.digests += entry.digest;
            next.entries.push_back(std::move(entry.id));
        }
        if (next.entries.empty()) return std::nullopt;
        const auto before = last_block(session);
        block.number = before ? before->number + 1 : 1;
        block.previous = before ? before->head : "";
    }
    block.sealed_at = to_text(clock_.now());
    block.signer = key_.public_key();
    block.head = head_of(block);
    block.signature = key_.sign(signed_text(block));
    return next;
}

// Says whether the block is in the journal: no other node's came first.
bool Sealer::append(const Draft& next) {
    bool is_in = false;
    const auto& block = next.block;
    std::vector<Cell> taken(most_entries + 1, next.entries.back());
    taken.front() = block.number;
    std::ranges::copy(next.entries, taken.begin() + 1);
    writer_.write([&](Session& session) {
        is_in = false;
        // Behind the lock each statement sees what the sealer before has committed.
        if (const auto setting = session.backend().see_each_commit(); !setting.empty())
            session.execute(setting);
        session.execute("update sealing set turns = turns + 1");
        const auto last = last_block(session);
        if ((last ? last->head : "") != block.previous) return false;
        if (session.execute(take_entries, taken) != std::ssize(next.entries)) return false;
        session.execute(
            "insert into journal_signers (public_key, since) values (?, ?) "
            "on conflict (public_key) do nothing",
            {block.signer, block.sealed_at});
        insert(session, block);
        return is_in = true;
    });
    return is_in;
}

// Who has signed. In a database of its own a node takes no other for a signer than those that it
// knew when it came to it.
std::set<std::string> Sealer::signers(Session& session) const {
    std::set<std::string> found{key_.public_key()};
    if (known_ && is_alone_) {
        found.insert(known_->signers.begin(), known_->signers.end());
        return found;
    }
    for (const auto& row :
         session.query("select public_key from journal_signers", {}, {ColumnType::text}))
        found.insert(text(row[0]));
    return found;
}

std::optional<KnownHead> Sealer::remember_head() {
    auto transaction = readers_.begin(Purpose::reading);
    auto& session = transaction.session();
    if (known_) {
        const auto rows = session.query("select head from journal_blocks where number = ?",
                                        {known_->number}, {ColumnType::text});
        if (rows.empty() || text(rows.front()[0]) != known_->head) return known_;
    }
    const auto last = last_block(session);
    if (!last) return std::nullopt;
    KnownHead now{last->number, last->head, signers(session)};
    if (known_ == now) return std::nullopt;
    write_known_head(folder_, now);
    known_ = std::move(now);
    return std::nullopt;
}

}  // namespace tenpoint::store
