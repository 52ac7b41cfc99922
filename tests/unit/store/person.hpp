// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include "desks/directory/kinds.hpp"
#include "desks/directory/partner.hpp"
#include "record/kind.hpp"
#include "store/migrations.hpp"
#include "test_database.hpp"

namespace tenpoint::store {

enum class Need { shelter, doctor };
BOOST_DESCRIBE_ENUM(Need, shelter, doctor)

// A kind with a protected member of each type.
struct Person {
    std::string remark;  // open
    std::string name;
    std::optional<std::string> phone;
    LocalText story;
    std::optional<Day> born;
    record::JsonObject extra;
    std::optional<Need> need;
    bool alone = false;
    std::int64_t children = 0;
    std::optional<record::Coordinate> latitude;
    std::string token;

    bool operator==(const Person&) const = default;
};
BOOST_DESCRIBE_STRUCT(Person, (),
                      (remark, name, phone, story, born, extra, need, alone, children, latitude,
                       token))

}  // namespace tenpoint::store

namespace tenpoint::record {

template <>
struct Kind<store::Person> {
    using Person = store::Person;
    static constexpr std::string_view name = "person", plural = "persons";
    static constexpr int version = 1;
    static constexpr auto stewardship = Stewardship::partners;
    static constexpr NoteText personal{.sensitivity = Sensitivity::personal};
    static constexpr auto notes = std::tuple{
        Note<&Person::remark>{},
        Note<&Person::name>{{.required = true,
                             .max_length = 100,
                             .sensitivity = Sensitivity::personal,
                             .blind_index = true}},
        Note<&Person::phone>{{.sensitivity = Sensitivity::personal, .blind_index = true}},
        Note<&Person::story>{personal},
        Note<&Person::born>{personal},
        Note<&Person::extra>{personal},
        Note<&Person::need>{personal},
        Note<&Person::alone>{personal},
        Note<&Person::children>{personal},
        Note<&Person::latitude>{personal},
        Note<&Person::token>{
            {.sensitivity = Sensitivity::secret, .settable = Settable::by_the_program}},
    };
    static void check(const Person&, std::vector<FieldProblem>&) {}
};

}  // namespace tenpoint::record

namespace tenpoint::store {

// What is looked for, and must not be found.
inline constexpr std::string_view planted_name = "Zubaida-Quillfeather";
inline constexpr std::string_view planted_phone = "+000-555-0173-664";
inline constexpr std::string_view planted_story = "lighthouse-keeper's-daughter";
inline constexpr std::string_view planted_extra = "birthmark-on-left-wrist";
inline constexpr std::string_view planted_token = "tokentokentoken";
// And what must be.
inline constexpr std::string_view open_remark = "everybody-may-know-this";

inline Person planted_person() {
    Person person;
    person.remark = open_remark;
    person.name = planted_name;
    person.phone = planted_phone;
    person.story.ar = planted_story;
    person.born = day_from_text("1987-03-28").value();
    person.extra.value["seen"] = planted_extra;
    person.need = Need::doctor;
    person.alone = true;
    person.children = 3;
    person.latitude = record::Coordinate{8'250'000};
    person.token = planted_token;
    return person;
}

// A node that keeps persons.
class PersonNode : public OnEachDatabase {
  protected:
    void SetUp() override {
        OnEachDatabase::SetUp();
        if (!location_) return;
        for (const auto* kind : directory::kinds())
            kinds_.push_back(kind);
        kinds_.push_back(&record::kind_info<Person>());
        draft_persons(*location_);
        open();
    }
    void TearDown() override { store_.reset(); }

    void draft_persons(const TestLocation& location) {
        auto session = location.session();
        migrate(*session, clock_, shipped_migrations(), [](int) {}).value();
        const auto draft = draft_table(record::kind_info<Person>());
        session->execute(draft.substr(0, draft.rfind(';')));
    }
    Result<std::unique_ptr<Store>> try_to_open(const Location& location) {
        return Store::open(location, kinds_, clock_, randomness_);
    }
    void open() {
        store_.reset();
        store_ = try_to_open(location_->get()).value();
    }
    record::Record<Person> add(const Person& person = planted_person()) {
        return store_
            ->write(admin_,
                    [&](Transaction& transaction) { return transaction.insert(person, {}); })
            .value();
    }
    record::Record<Person> change(record::Record<Person> record) {
        return store_
            ->write(admin_, [&](Transaction& transaction) { return transaction.update(record); })
            .value();
    }
    Result<Found> erase(const Id& id, std::int64_t version) {
        return store_->write(admin_, [&](Transaction& transaction) {
            return transaction.erase(record::kind_info<Person>(), id, version);
        });
    }
    Result<record::Record<Person>> get(const Id& id) {
        return store_->read(admin_,
                            [&](const Snapshot& snapshot) { return snapshot.get<Person>(id); });
    }
    std::vector<JournalEntry> history(const Id& id) {
        return store_
            ->read(admin_,
                   [&](const Snapshot& snapshot) {
                       return snapshot.history(record::kind_info<Person>(), id);
                   })
            .value();
    }
    std::optional<Id> find(std::string_view member, std::string_view value) {
        return store_
            ->read(admin_,
                   [&](const Snapshot& snapshot) -> Result<std::optional<Id>> {
                       const auto found = snapshot.find<Person>(member, std::string{value});
                       return found ? std::optional{found->envelope.id} : std::nullopt;
                   })
            .value();
    }
    void sql(std::string_view statement, std::initializer_list<Cell> parameters = {}) {
        location_->session()->execute(statement, parameters);
    }
    std::string one(std::string_view query, std::initializer_list<Cell> parameters = {}) {
        return text(
            location_->session()->query(query, parameters, {ColumnType::text}).front().front());
    }
    std::string wrapped_key(const Id& id) {
        return one("select wrapped from data_keys where record = ?", {id.text});
    }
    // The code of what is wrong; "" where nothing is.
    std::string flaw() {
        const auto found = store_->verify({}).value();
        return found.flaw ? boost::describe::enum_to_string(found.flaw->code, "?") : "";
    }

    std::vector<const record::KindInfo*> kinds_;
    SystemClock clock_;
    SystemRandomness randomness_;
    access::Principal admin_ = access::Principal::local_administrator("admin");
    std::unique_ptr<Store> store_;
};

}  // namespace tenpoint::store
