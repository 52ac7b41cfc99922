// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

namespace tenpoint::faults {

enum class Fault {
    disk_full,    // nothing of a write fits
    short_write,  // half of a write fits
    write_error,
    sync_error,
    read_error,
};

struct DiskState;

// A disk under SQLite that fails when it is told to. While it lives it is the default file system
// of all connections that are opened in this process (https://www.sqlite.org/vfs.html). It knows
// what of each file has reached the disk for good: what was synced.
//
// A killed process does not lose what it wrote and did not sync, since the system still has it; a
// power cut does. That is why durability is tested on this disk and not by killing.
class FaultyDisk {
  public:
    FaultyDisk();
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;

    // Writes, truncations and syncs since the disk was made.
    int operations() const;

    // So many operations from now the power is cut: that operation fails, and all after it.
    void cut_power_after(int operations);
    // So many operations from now the fault begins, and meets that many operations of its sort.
    void fail_after(int operations, Fault fault, int times);
    void heal();

    // Connections that are opened from now on do not sync, as with `pragma synchronous = off`,
    // whatever they ask for.
    void turn_synchronous_down();

    // Puts the files of the folder, as a power cut at this moment leaves them, into another folder.
    // Of what was not synced each piece has survived or not, as `seed` has it: a disk writes in
    // the order that it likes. Seed 0: nothing has.
    void put_survivors(const std::filesystem::path& of, const std::filesystem::path& into,
                       unsigned seed) const;

  private:
    std::unique_ptr<DiskState> state_;
};

}  // namespace tenpoint::faults
