// SPDX-License-Identifier: Apache-2.0
//
// print_openapi FILE
//
// Writes what `tenpoint openapi` prints, without the interface that is built into that program: the
// interface's types are made from it.
#include <fstream>
#include <iostream>

#include <sodium.h>

#include "app/api_description.hpp"

int main(int count, char** words) {
    if (count != 2 || sodium_init() < 0) return 2;
    const auto description = tenpoint::app::describe_api(tenpoint::Language::en);
    std::ofstream file(words[1]);
    if (description) file << *description << '\n';
    file.close();
    if (description && file) return 0;
    std::cerr << "The description of the API could not be written\n";
    return 1;
}
