// SPDX-License-Identifier: Apache-2.0
#include "store/sealer.hpp"

#include <fmt/format.h>

#include "store/backend.hpp"
#include "store/journal_block.hpp"

namespace tenpoint::store {
namespace {

// An entry waits while an older version of its record does whose id is younger, since another
// node's clock was ahead.
const std::string take_entries = fmt::format(
    "update journal set block = ? where id in ("
    "select e.id from journal e where e.block is null and not exists ("
    "select 1 from journal elder where elder.record = e.record and elder.block is null "
    "and elder.record_version < e.record_version and elder.id > e.id) order by e.id limit {})",
    Sealer::most_entries);

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

void Sealer::seal() {
    const std::scoped_lock lock(mutex_);
    if (has_unsealed())
        while (seal_block() == most_entries)
            continue;
    remember_head();
}

bool Sealer::has_unsealed() {
    auto transaction = readers_.begin(Purpose::reading);
    return !transaction.session()
                .query("select id from journal where block is null limit 1", {}, {ColumnType::text})
                .empty();
}

std::int64_t Sealer::seal_block() {
    std::int64_t sealed = 0;
    writer_.write([&](Session& session) {
        // Behind the lock each statement sees what the sealer before has committed.
        if (const auto setting = session.backend().see_each_commit(); !setting.empty())
            session.execute(setting);
        session.execute("update sealing set turns = turns + 1");
        const auto before = last_block(session);
        JournalBlock block;
        block.number = before ? before->number + 1 : 1;
        sealed = session.execute(take_entries, {block.number});
        if (sealed == 0) return false;
        block.sealed_at = to_text(clock_.now());
        block.previous = before ? before->head : "";
        for (const auto& entry : entries_of_blocks(session, block.number, block.number))
            block.digests += entry.digest;
        block.signer = key_.public_key();
        block.head = head_of(block);
        block.signature = key_.sign(signed_text(block));
        session.execute(
            "insert into journal_signers (public_key, since) values (?, ?) "
            "on conflict (public_key) do nothing",
            {block.signer, block.sealed_at});
        insert(session, block);
        return true;
    });
    return sealed;
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

void Sealer::remember_head() {
    auto transaction = readers_.begin(Purpose::reading);
    auto& session = transaction.session();
    const auto last = last_block(session);
    if (!last) return;
    if (known_) {
        const auto rows = session.query("select head from journal_blocks where number = ?",
                                        {known_->number}, {ColumnType::text});
        if (rows.empty() || text(rows.front()[0]) != known_->head) return;
    }
    KnownHead now{last->number, last->head, signers(session)};
    if (known_ == now) return;
    write_known_head(folder_, now);
    known_ = std::move(now);
}

}  // namespace tenpoint::store
