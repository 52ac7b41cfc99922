// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include "formats/document.hpp"

namespace tenpoint::formats {

// A sheet with every sort of block, as a composer would make it: crossings of the Darién and what
// Honduras and Mexico counted, 2023 and 2024 (Servicio Nacional de Migración, Panama; Instituto
// Nacional de Migración, Honduras; UPMRIP, Mexico; via iom/gdidata).
Document sample_document(Language language);

// "en", to name the test of a language.
std::string language_name(const testing::TestParamInfo<Language>& test);

}  // namespace tenpoint::formats
