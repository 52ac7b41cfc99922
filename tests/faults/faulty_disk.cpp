// SPDX-License-Identifier: Apache-2.0
#include "faulty_disk.hpp"

#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <sqlite3.h>

namespace tenpoint::faults {
namespace {

// A write at a place; where there are no bytes, a truncation to it.
struct Change {
    std::size_t at = 0;
    std::optional<std::string> bytes{};

    void apply(std::string& file) const {
        if (!bytes) return file.resize(at);
        if (file.size() < at + bytes->size()) file.resize(at + bytes->size());
        file.replace(at, bytes->size(), *bytes);
    }
};

struct KnownFile {
    std::string durable{};
    std::vector<Change> unsynced{};

    void sync() {
        for (const auto& change : unsynced)
            change.apply(durable);
        unsynced.clear();
    }
};

enum class Operation { read, write, truncate, sync };

bool meets(Fault fault, Operation operation) {
    if (fault == Fault::read_error) return operation == Operation::read;
    if (fault == Fault::sync_error) return operation == Operation::sync;
    return operation == Operation::write;
}

std::string content_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

struct DiskState {
    sqlite3_vfs* real = sqlite3_vfs_find(nullptr);
    sqlite3_vfs vfs = *real;
    mutable std::mutex mutex{};
    std::map<std::string, KnownFile> files{};
    int operations = 0;
    std::optional<int> power_cut_at{};
    int fault_from = 0;
    int faults_left = 0;
    Fault fault{};
    bool is_synchronous_down = false;

    static DiskState& of(sqlite3_vfs* vfs) { return *static_cast<DiskState*>(vfs->pAppData); }

    // What goes wrong with an operation, for whoever has the mutex.
    std::optional<Fault> next(Operation operation) {
        if (operation != Operation::read) ++operations;
        if (operation != Operation::read && power_cut_at && operations >= *power_cut_at)
            return operation == Operation::sync ? Fault::sync_error : Fault::write_error;
        if (faults_left == 0 || operations < fault_from || !meets(fault, operation)) return {};
        --faults_left;
        return fault;
    }
};

namespace {

constexpr std::string_view off = "off";

// SQLite's file, with the real one behind it in the same piece of memory.
struct File {
    sqlite3_file base;
    DiskState* disk;
    KnownFile* known;

    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    const sqlite3_io_methods& methods() { return *real()->pMethods; }
};

File& file_of(sqlite3_file* file) {
    return *reinterpret_cast<File*>(file);
}

int close_file(sqlite3_file* raw) {
    return file_of(raw).methods().xClose(file_of(raw).real());
}

int read_file(sqlite3_file* raw, void* into, int size, sqlite3_int64 at) {
    auto& file = file_of(raw);
    const std::scoped_lock lock(file.disk->mutex);
    if (file.disk->next(Operation::read)) return SQLITE_IOERR_READ;
    return file.methods().xRead(file.real(), into, size, at);
}

int write_file(sqlite3_file* raw, const void* bytes, int size, sqlite3_int64 at) {
    auto& file = file_of(raw);
    const std::scoped_lock lock(file.disk->mutex);
    const auto fault = file.disk->next(Operation::write);
    if (fault == Fault::write_error) return SQLITE_IOERR_WRITE;
    if (fault == Fault::disk_full) return SQLITE_FULL;
    if (fault == Fault::short_write) size /= 2;
    file.known->unsynced.push_back(
        {static_cast<std::size_t>(at),
         std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size))});
    const int done = file.methods().xWrite(file.real(), bytes, size, at);
    return fault ? SQLITE_FULL : done;
}

int truncate_file(sqlite3_file* raw, sqlite3_int64 size) {
    auto& file = file_of(raw);
    const std::scoped_lock lock(file.disk->mutex);
    if (file.disk->next(Operation::truncate)) return SQLITE_IOERR_TRUNCATE;
    file.known->unsynced.push_back({static_cast<std::size_t>(size)});
    return file.methods().xTruncate(file.real(), size);
}

// The real disk is spared: nothing here is to outlive the test.
int sync_file(sqlite3_file* raw, int) {
    auto& file = file_of(raw);
    const std::scoped_lock lock(file.disk->mutex);
    if (file.disk->next(Operation::sync)) return SQLITE_IOERR_FSYNC;
    file.known->sync();
    return SQLITE_OK;
}

int size_of_file(sqlite3_file* raw, sqlite3_int64* size) {
    return file_of(raw).methods().xFileSize(file_of(raw).real(), size);
}

int lock_file(sqlite3_file* raw, int sort) {
    return file_of(raw).methods().xLock(file_of(raw).real(), sort);
}

int unlock_file(sqlite3_file* raw, int sort) {
    return file_of(raw).methods().xUnlock(file_of(raw).real(), sort);
}

int check_reserved_lock(sqlite3_file* raw, int* is_reserved) {
    return file_of(raw).methods().xCheckReservedLock(file_of(raw).real(), is_reserved);
}

bool turns_synchronous_up(int what, void* argument) {
    if (what != SQLITE_FCNTL_PRAGMA) return false;
    const auto* words = static_cast<char**>(argument);  // name and value stand second and third
    return std::string_view(words[1]) == "synchronous" && words[2] && words[2] != off;
}

// SQLite asks the file system first about each pragma, and leaves it at that where it agrees.
int control_file(sqlite3_file* raw, int what, void* argument) {
    auto& file = file_of(raw);
    if (file.disk->is_synchronous_down && turns_synchronous_up(what, argument)) return SQLITE_OK;
    return file.methods().xFileControl(file.real(), what, argument);
}

int sector_size(sqlite3_file* raw) {
    return file_of(raw).methods().xSectorSize(file_of(raw).real());
}

// None of the promises that a real disk may give.
int characteristics(sqlite3_file*) {
    return 0;
}

int map_shared(sqlite3_file* raw, int page, int size, int extend, volatile void** memory) {
    return file_of(raw).methods().xShmMap(file_of(raw).real(), page, size, extend, memory);
}

int lock_shared(sqlite3_file* raw, int from, int count, int flags) {
    return file_of(raw).methods().xShmLock(file_of(raw).real(), from, count, flags);
}

void order_shared(sqlite3_file* raw) {
    file_of(raw).methods().xShmBarrier(file_of(raw).real());
}

int unmap_shared(sqlite3_file* raw, int is_deleted) {
    return file_of(raw).methods().xShmUnmap(file_of(raw).real(), is_deleted);
}

// Version 2: without memory mapping, by which bytes would pass unseen.
constexpr sqlite3_io_methods file_methods{2,
                                          close_file,
                                          read_file,
                                          write_file,
                                          truncate_file,
                                          sync_file,
                                          size_of_file,
                                          lock_file,
                                          unlock_file,
                                          check_reserved_lock,
                                          control_file,
                                          sector_size,
                                          characteristics,
                                          map_shared,
                                          lock_shared,
                                          order_shared,
                                          unmap_shared,
                                          nullptr,
                                          nullptr};

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* raw, int flags, int* given) {
    auto& disk = DiskState::of(vfs);
    auto& file = file_of(raw);
    file.base.pMethods = nullptr;
    file.disk = &disk;
    const std::scoped_lock lock(disk.mutex);
    const std::string path = name ? name : "";
    if (!disk.files.contains(path)) disk.files[path].durable = content_of(path);
    file.known = &disk.files[path];
    const int done = disk.real->xOpen(disk.real, name, file.real(), flags, given);
    if (done == SQLITE_OK) file.base.pMethods = &file_methods;
    return done;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int is_synced) {
    auto& disk = DiskState::of(vfs);
    const std::scoped_lock lock(disk.mutex);
    if (disk.next(Operation::truncate)) return SQLITE_IOERR_DELETE;
    if (const auto known = disk.files.find(name); known != disk.files.end())
        known->second = {};  // still open, perhaps
    return disk.real->xDelete(disk.real, name, is_synced);
}

int turn_synchronous_off(sqlite3* connection, char**, const sqlite3_api_routines*) {
    return sqlite3_exec(connection, "pragma main.synchronous = off", nullptr, nullptr, nullptr);
}

const auto at_each_opening = reinterpret_cast<void (*)()>(turn_synchronous_off);

}  // namespace

FaultyDisk::FaultyDisk() : state_(std::make_unique<DiskState>()) {
    auto& vfs = state_->vfs;
    vfs.zName = "faulty";
    vfs.szOsFile = static_cast<int>(sizeof(File)) + state_->real->szOsFile;
    vfs.pAppData = state_.get();
    vfs.xOpen = open_file;
    vfs.xDelete = delete_file;
    sqlite3_vfs_register(&vfs, 1);
}

FaultyDisk::~FaultyDisk() {
    sqlite3_cancel_auto_extension(at_each_opening);
    sqlite3_vfs_unregister(&state_->vfs);
    sqlite3_vfs_register(state_->real, 1);
}

int FaultyDisk::operations() const {
    const std::scoped_lock lock(state_->mutex);
    return state_->operations;
}

void FaultyDisk::cut_power_after(int operations) {
    const std::scoped_lock lock(state_->mutex);
    state_->power_cut_at = state_->operations + operations;
}

void FaultyDisk::fail_after(int operations, Fault fault, int times) {
    const std::scoped_lock lock(state_->mutex);
    state_->fault_from = state_->operations + operations;
    state_->fault = fault;
    state_->faults_left = times;
}

void FaultyDisk::heal() {
    const std::scoped_lock lock(state_->mutex);
    state_->faults_left = 0;
}

void FaultyDisk::turn_synchronous_down() {
    sqlite3_auto_extension(at_each_opening);
    state_->is_synchronous_down = true;
}

void FaultyDisk::put_survivors(const std::filesystem::path& of, const std::filesystem::path& into,
                               unsigned seed) const {
    const std::scoped_lock lock(state_->mutex);
    std::mt19937 chance(seed);
    for (const auto& [path, file] : state_->files) {
        const std::filesystem::path name(path);
        if (name.parent_path() != of) continue;
        auto left = file.durable;
        for (const auto& change : file.unsynced)
            if (seed != 0 && chance() % 2 == 0) change.apply(left);
        if (left.empty()) continue;
        std::ofstream(into / name.filename(), std::ios::binary) << left;
    }
}

}  // namespace tenpoint::faults
