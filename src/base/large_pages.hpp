// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <new>
#include <sys/mman.h>

namespace tenpoint {

// Allocates what is large in pages of 2 MB where the system has them. Of a table that is read here
// and there each look-up would else wait for the page's address before it waits for the memory.
template <class T>
struct LargePages {
    using value_type = T;

    LargePages() = default;
    template <class U>
    explicit LargePages(const LargePages<U>&) {}

    T* allocate(std::size_t count) {
        const auto bytes = count * sizeof(T);
        auto* memory = ::operator new(bytes, alignment(bytes));
        if (bytes >= page) ::madvise(memory, bytes, MADV_HUGEPAGE);
        return static_cast<T*>(memory);
    }
    void deallocate(T* memory, std::size_t count) {
        ::operator delete(memory, alignment(count * sizeof(T)));
    }
    bool operator==(const LargePages&) const = default;

  private:
    static constexpr std::size_t page = std::size_t{2} << 20;

    static std::align_val_t alignment(std::size_t bytes) {
        return std::align_val_t{bytes >= page ? page : alignof(T)};
    }
};

}  // namespace tenpoint
