// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <typeinfo>
#include <vector>

#include "access/principal.hpp"
#include "base/result.hpp"
#include "record/kind_info.hpp"
#include "record/record.hpp"
#include "store/credentials.hpp"
#include "store/derived_values.hpp"
#include "store/field_cipher.hpp"
#include "store/journal.hpp"
#include "store/record_table.hpp"
#include "store/session.hpp"

namespace tenpoint::store {

// A byte sequence in the store: a partner's file as received, a segment, findings, an edition.
struct StoredFile {
    Id id;
    std::string name;
    std::string media_type;
    Id owner;  // the partner whose file it is; empty: the node's own
    std::int64_t bytes = 0;
    std::string hash;  // keyed; of a file that came before there were keys, of its bytes
    std::int64_t chunks = 0;
};

// What one principal may see of the store at one moment. The one way to read: every look-up passes
// access, in SQL. For one thread at a time, within Store::read or Store::write.
class Snapshot {
  public:
    Snapshot(Session& session, NodeKey& node_key, const access::Principal& principal,
             record::Kinds kinds, DerivedValues* derived = nullptr)
        : session_(session),
          node_key_(node_key),
          cipher_(session, node_key),
          principal_(principal),
          kinds_(kinds),
          derived_(derived) {}

    const access::Principal& principal() const { return principal_; }
    // The same moment as the node itself sees it: for a rule that must hold whoever asks. What it
    // shows is not for the principal.
    Snapshot as_the_node() const;
    record::Kinds kinds() const { return kinds_; }

    // What may not be read does not exist: `not_found` for either.
    Result<Found> get(const record::KindInfo& kind, const Id& id) const;
    Result<Page> list(const record::KindInfo& kind, const ListQuery& query) const;
    // Names the state of all records of some kinds, whoever may read them: what was derived from
    // them under the same name is still right. Empty where it is not known, as within a writing
    // transaction, which sees what may never come to be: then nothing that was kept is right.
    std::string state_of(record::Kinds kinds) const;
    // What `make(const Snapshot&)` gives, which is derived from the records of a kind and from
    // nothing else, as this reader sees them. It is kept, one for each T, for as long as none of
    // these is written, and shared with all who may read the same of them.
    template <class T, class Make>
    std::shared_ptr<const T> derived(const record::KindInfo& kind, Make make) const {
        return std::static_pointer_cast<const T>(derived_from(
            kind, typeid(T).name(), [&] { return std::make_shared<const T>(make(*this)); }));
    }
    // The records of a kind that name one of the kind `target`: in a member or a list; a partner
    // also as their owner, as one of those who may read them, or as the owner of a file of theirs.
    std::vector<Id> naming(const record::KindInfo& kind, const record::KindInfo& target,
                           const Id& id) const;
    // Oldest first; `not_found` where the record may not be read.
    Result<std::vector<JournalEntry>> history(const record::KindInfo& kind, const Id& id) const;

    // What the sealed journal has from a point on, as far as the records may be read. It looks at
    // no more than `limit` entries. Protected values stay sealed.
    JournalStretch changes_from(const JournalPoint& start, int limit) const;
    JournalPoint last_change() const { return last_point(session_); }
    std::optional<JournalPoint> point_behind(const Id& entry) const {
        return store::point_behind(session_, entry);
    }

    template <class K>
    Result<record::Record<K>> get(const Id& id) const {
        auto found = get(record::kind_info<K>(), id);
        if (!found) return std::move(found).error();
        return record::Record<K>{found->envelope, record::from_row<K>(found->row)};
    }
    // All records of a kind that the query asks for, whatever its limit.
    template <class K>
    std::vector<record::Record<K>> all(ListQuery query = {}) const {
        query.limit = 0;
        std::vector<record::Record<K>> records;
        auto page = list(record::kind_info<K>(), query);
        for (auto& found : page.value().items)
            records.push_back({found.envelope, record::from_row<K>(found.row)});
        return records;
    }
    // The one record whose member has that text.
    template <class K>
    std::optional<record::Record<K>> find(std::string_view member, std::string value) const {
        ListQuery query;
        query.equal.emplace(member, std::move(value));
        auto records = all<K>(query);
        if (records.empty()) return std::nullopt;
        return std::move(records.front());
    }

    // A file is read by whoever reads a record that it belongs to: its caller has asked that.
    // Nothing for one that was erased.
    std::optional<StoredFile> file(const Id& id) const;
    // The files of its owner with the same bytes, itself among them.
    std::vector<Id> copies_of(const Id& file) const;
    // What a content is known by where it is kept for good: nobody without the node's key tells by
    // it whether a guess is right.
    std::string keyed(const std::string& hash) const;
    // The newest file of the bytes with that hash that the partner has here.
    std::optional<Id> file_of(const std::string& hash, const Id& owner) const;
    std::string file_chunk(const Id& id, std::int64_t number) const;

    // Not for principals but for who finds out who they are.
    const Credentials credentials() const { return Credentials(session_, node_key_); }

  private:
    bool may_read(const JournalEntry& entry) const;
    bool reads_all(const record::KindInfo& kind, const std::string& readable) const;
    std::shared_ptr<const void> derived_from(
        const record::KindInfo& kind, const std::string& what,
        const std::function<std::shared_ptr<const void>()>& make) const;

    // The file that was read last, since its chunks are read one after the other.
    struct OpenFile {
        Id id;
        std::optional<DataKey> key;
    };
    mutable std::optional<OpenFile> open_file_;

  protected:
    // As it is stored: its protected members are sealed.
    Result<Found> get_stored(const record::KindInfo& kind, const Id& id) const;

    Session& session_;
    NodeKey& node_key_;
    FieldCipher cipher_;
    const access::Principal& principal_;
    record::Kinds kinds_;
    DerivedValues* derived_;  // null within a writing transaction
};

}  // namespace tenpoint::store
