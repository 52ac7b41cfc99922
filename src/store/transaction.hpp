// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/clock.hpp"
#include "base/id.hpp"
#include "store/snapshot.hpp"
#include "store/staged_file.hpp"

namespace tenpoint::store {

// Whose a new record is, and who may read it.
struct Draft {
    Id owner;
    record::Visibility visibility = record::Visibility::partners;
    std::vector<Id> shared_with{};  // partners; for a restricted record only
};

// Who may read a record from now on, and whose it is; what is not given stays.
struct Sharing {
    std::optional<record::Visibility> visibility{};
    std::optional<std::vector<Id>> shared_with{};
    std::optional<Id> owner{};
};

// A request that is to be made once, known by two hashes: who asks for what under which key, and
// the content that came with it.
struct RequestKey {
    std::string request;
    std::string content;
};

// The one way to write, within Store::write. Each change asks access, checks the version, the
// kind's rules and its references, writes the row and appends to the journal.
class Transaction : public Snapshot {
  public:
    Transaction(Session& session, NodeKey& node_key, const access::Principal& principal,
                record::Kinds kinds, const Clock& clock, IdMaker& ids)
        : Snapshot(session, node_key, principal, kinds), clock_(clock), ids_(ids) {}

    // Fails with `forbidden`, `invalid_fields` (also for a reference to what may not be read) or
    // `already_exists` (a value that must be unique).
    Result<Found> insert(const record::KindInfo& kind, record::StoredRow row, const Draft& draft);
    // Also fails with `not_found`, and `precondition_failed` where the record has another version.
    // `verb` is the word for the journal, and `told` what its entry says beside what changes, in
    // the same form.
    Result<Found> update(const record::KindInfo& kind, const Id& id, std::int64_t version,
                         record::StoredRow row, std::string_view verb = "change",
                         const Sharing& sharing = {}, boost::json::array told = {});
    // Also fails with `still_referenced`, but for references that let go (record/description.hpp),
    // which are emptied before; with `forbidden` for a kind that is not removable.
    Result<void> remove(const record::KindInfo& kind, const Id& id, std::int64_t version,
                        boost::json::array told = {});
    // Destroys the record's data key, and so what is personal or secret in it, now and in all its
    // past; the rest of the record stays, and can be given such values again. What accounts prove
    // themselves with goes too. Fails as `update` does, and with `forbidden` for a kind without
    // protected members.
    Result<Found> erase(const record::KindInfo& kind, const Id& id, std::int64_t version);

    template <class K>
    Result<record::Record<K>> insert(const K& value, const Draft& draft) {
        auto found = insert(record::kind_info<K>(), record::to_row(value), draft);
        if (!found) return std::move(found).error();
        return record::Record<K>{found->envelope, value};
    }
    template <class K>
    Result<record::Record<K>> update(const record::Record<K>& changed,
                                     std::string_view verb = "change") {
        auto found = update(record::kind_info<K>(), changed.envelope.id, changed.envelope.version,
                            record::to_row(changed.value), verb);
        if (!found) return std::move(found).error();
        return record::Record<K>{found->envelope, changed.value};
    }

    // Runs `work(Transaction&)` with all rights, for a change that must be whole whoever asks for
    // it: its caller has seen to what the principal may. The journal names the principal
    // nonetheless.
    template <class Work>
    std::invoke_result_t<Work&, Transaction&> with_all_rights(Work work) {
        const auto everything = access::Principal::local_administrator(principal_.name);
        Transaction whole(session_, node_key_, everything, kinds_, clock_, ids_);
        auto outcome = work(whole);
        has_destroyed_ = has_destroyed_ || whole.has_destroyed_;
        return outcome;
    }

    // Takes over a finished staged file. It becomes durable with the transaction.
    Id keep(const StagedFile& file, const Id& owner);
    // Makes all files of a partner another's. An entry about a record covers the owners of the
    // files that it names: each of those records is to be written after this (Snapshot::naming).
    void hand_over_files(const Id& from, const Id& to);
    // Drops the files that came before that moment and that no record names: uploads from which
    // nothing was imported.
    void drop_unused_files(Instant before);
    // Destroys a file's key and its bytes, for ever, also where a record names it.
    void erase_file(const Id& file);
    // Counts the file as if it came now.
    void keep_longer(const Id& file);

    Credentials credentials() { return Credentials(session_, node_key_); }
    Id next_id() { return ids_.next(); }

    // Takes the request for the first time, or gives the record that came of it where it was made
    // within the last day, by whatever node. Of requests that come at once the others wait for the
    // first. Fails with `idempotency_key_reused` where it was made with another content.
    Result<std::optional<Id>> claim(const RequestKey& key);
    // What came of a request that was claimed in this transaction.
    void settle(const RequestKey& key, const Id& record);
    // Drops what is known of requests that are older than a day.
    void sweep_requests();

    // Begins with the keys of a store that has none, and seals what was kept in the open before.
    void begin_keys();
    // Whether a data key was destroyed.
    bool has_destroyed() const { return has_destroyed_; }

    Instant now() const { return clock_.now(); }

  private:
    Result<void> check_sharing(const record::Envelope& envelope) const;
    Result<void> check_references(const record::KindInfo& kind, const record::StoredRow& row,
                                  const Id& own) const;
    Result<void> check_within(const record::KindInfo& kind, const record::StoredRow& row,
                              const record::StoredRow* before = nullptr) const;
    Result<void> let_go(const record::KindInfo& kind, const Id& id);
    void seal_all(const record::KindInfo& kind);
    void destroy_key(const record::KindInfo& kind, const Id& id);
    void write_journal(const record::KindInfo& kind, const Found& found, std::string_view verb,
                       boost::json::array change);
    void append_entry(const record::KindInfo& kind, const record::Envelope& envelope,
                      std::string_view verb, boost::json::array change, std::string hash);

    const Clock& clock_;
    IdMaker& ids_;
    bool has_destroyed_ = false;
};

}  // namespace tenpoint::store
