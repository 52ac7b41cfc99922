// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <span>

#include "store/journal_block.hpp"
#include "store/signing_key.hpp"
#include "store/verification.hpp"

namespace tenpoint::store {
namespace {

constexpr std::size_t blocks_at_once = 20;  // up to 10,000 entries

std::int64_t count(Session& session, std::string_view sql) {
    return number(session.query(sql, {}, {ColumnType::integer}).front().front());
}

std::string_view digest_at(const JournalBlock& block, std::size_t place) {
    return std::string_view{block.digests}.substr(place * JournalBlock::digest_bytes,
                                                  JournalBlock::digest_bytes);
}

// The first place at which the block has another entry than it was sealed with, or none.
std::optional<Flaw> check_entries(const JournalBlock& block, std::span<const EntrySeal> entries) {
    std::size_t place = 0;
    while (place < entries.size() && place < block.size() &&
           entries[place].digest == digest_at(block, place))
        ++place;
    if (place == entries.size() && place == block.size()) return std::nullopt;
    const auto number = std::to_string(block.number);
    if (entries.size() < block.size())
        return Flaw{FlawCode::entries_missing,
                    {number, std::to_string(block.size()), std::to_string(entries.size()),
                     std::to_string(place + 1)}};
    const auto& entry = entries[place];
    if (entries.size() > block.size())
        return Flaw{FlawCode::entry_added, {entry.id, entry.at, entry.kind, entry.record, number}};
    return Flaw{FlawCode::entry_altered, {entry.id, entry.at, entry.kind, entry.record}};
}

std::optional<Flaw> check_block(const JournalBlock& block, const KnownHead& before,
                                const TrustedPast& trusted) {
    const auto name = std::to_string(block.number);
    if (block.number != before.number + 1)
        return Flaw{FlawCode::block_missing, {std::to_string(before.number + 1)}};
    if (head_of(block) != block.head) return Flaw{FlawCode::block_altered, {name, block.sealed_at}};
    if (block.previous != before.head) return Flaw{FlawCode::chain_broken, {name}};
    if (!trusted.signers.contains(block.signer))
        return Flaw{FlawCode::signer_unknown, {name, block.signer}};
    if (!is_signed(signed_text(block), block.signature, block.signer))
        return Flaw{FlawCode::signature_wrong, {name, block.sealed_at}};
    for (const auto& known : trusted.heads)
        if (known.number == block.number && known.head != block.head)
            return Flaw{FlawCode::head_differs, {name}};
    return std::nullopt;
}

// Every record has its versions from the first on, each once.
std::optional<Flaw> check_histories(Session& session) {
    const auto rows = session.query(
        "select record from journal group by record "
        "having min(record_version) <> 1 or count(*) <> max(record_version) limit 1",
        {}, {ColumnType::text});
    if (rows.empty()) return std::nullopt;
    return Flaw{FlawCode::history_incomplete, {text(rows.front()[0])}};
}

}  // namespace

std::optional<Flaw> verify_journal(Session& session, const TrustedPast& trusted,
                                   Verification& counts) {
    for (const auto& known : trusted.heads)
        if (known.head == unreadable_head) return Flaw{FlawCode::head_unreadable, {}};
    for (const auto& known : trusted.heads)
        if (known.number < 1) return Flaw{FlawCode::head_differs, {std::to_string(known.number)}};
    auto& last = counts.head;
    while (true) {
        const auto blocks = blocks_after(session, last.number, blocks_at_once);
        if (blocks.empty()) break;
        const auto entries =
            entries_of_blocks(session, last.number + 1, last.number + std::ssize(blocks));
        for (const auto& block : blocks) {
            if (auto flaw = check_block(block, last, trusted)) return flaw;
            const auto own = std::ranges::equal_range(entries, block.number, {}, &EntrySeal::block);
            if (auto flaw = check_entries(block, own)) return flaw;
            last.number = block.number;
            last.head = block.head;
            last.signers.insert(block.signer);
            ++counts.blocks;
            counts.entries += static_cast<std::int64_t>(block.size());
        }
    }
    for (const auto& known : trusted.heads)
        if (known.number > last.number)
            return Flaw{FlawCode::tail_missing,
                        {std::to_string(known.number), std::to_string(last.number)}};
    counts.unsealed = count(session, "select count(*) from journal where block is null");
    counts.entries += counts.unsealed;
    if (count(session, "select count(*) from journal") != counts.entries)
        return Flaw{FlawCode::block_missing, {std::to_string(last.number + 1)}};
    return check_histories(session);
}

}  // namespace tenpoint::store
