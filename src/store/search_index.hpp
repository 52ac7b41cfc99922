// SPDX-License-Identifier: Apache-2.0
#pragma once

// The full-text index: what is in it is made from the records, and can be dropped and made again.
// Its tables are no part of what migrates, is copied to another store or is verified.

#include <cstdint>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "record/record.hpp"
#include "store/journal.hpp"
#include "store/record_list.hpp"
#include "store/session.hpp"

namespace tenpoint::store {

// What is found of one record, as its owner wrote it.
struct SearchText {
    std::string title;  // in all its languages
    std::string text;   // all words, those of the title too
};

// A record in the index. Who may read it stands beside it, so that what is found is narrowed down
// in SQL; since the index is a little behind, whoever finds asks the record itself too.
struct SearchEntry {
    std::string kind;  // the plural
    Id id;
    std::int64_t version = 0;
    Id owner;
    record::Visibility visibility{};
    SearchText words;
    std::vector<std::string> title_forms, text_forms;  // of the same words (search_words.hpp)
};

// Where words were found: in the titles, or in all texts.
enum class SearchPart { titles, texts };

// What is looked for: entries that have all the words (search_words.hpp), of which the last may be
// the beginning of one.
struct SoughtWords {
    std::vector<std::string> words;
    bool last_begins = false;
};

// A record in which all words stand. What weighs more fits better; weights of one part compare.
struct SearchCandidate {
    std::int64_t number = 0;
    std::string kind;
    Id id;
    std::int64_t version = 0;
    std::int64_t weight = 0;
};

// The part that each database does in its own way: SQLite by FTS5, PostgreSQL by tsvector.
class WordIndex {
  public:
    virtual ~WordIndex() = default;

    // Makes its tables where they are not there.
    virtual void make(Session& session) const = 0;
    virtual void drop(Session& session) const = 0;

    using Words = std::vector<std::string>;
    virtual void add(Session& session, std::int64_t number, const Words& titles,
                     const Words& texts) const = 0;
    // What `add` was given is given again.
    virtual void remove(Session& session, std::int64_t number, const Words& titles,
                        const Words& texts) const = 0;

    // Gives the numbers and weights of the newest `limit` entries that have the words and meet
    // `condition`, which is over the columns of search_entries.
    virtual Statement finding(SearchPart part, const SoughtWords& sought,
                              const std::string& condition, int limit) const = 0;
};

const WordIndex& sqlite_word_index();
const WordIndex& postgresql_word_index();

// The index of the session's database. Nothing is committed here. Throws DatabaseError.
class SearchIndex {
  public:
    explicit SearchIndex(Session& session);

    // Makes it where there is none, or one of another make of the program: then it is empty, and
    // its point at the journal's start.
    void make();
    void drop();

    // How far of the sealed journal it has come.
    JournalPoint point() const;
    void move_to(const JournalPoint& point);

    void put(const SearchEntry& entry);
    // Does nothing where it has none.
    void remove(const Id& record);

    // The newest that have the words. One that stands almost everywhere costs no more than others,
    // since the older entries are not weighed.
    std::vector<SearchCandidate> candidates(SearchPart part, const SoughtWords& sought,
                                            const std::string& condition) const;
    // The text of an entry, for an excerpt of it.
    std::string text_of(std::int64_t number) const;

  private:
    Session& session_;
    const WordIndex& words_;
};

}  // namespace tenpoint::store
