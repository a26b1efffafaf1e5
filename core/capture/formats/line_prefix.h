// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace dramatis::capture {

/// What a program wrote, without what a container runtime put before it: a stamp
/// ("2025-01-30T10:53:16.1Z "), then maybe the stream and whether the line is whole ("stdout F ").
/// See https://kubernetes.io/docs/concepts/cluster-administration/logging
[[nodiscard]] std::string_view withoutContainerPrefix(std::string_view line);

} // namespace dramatis::capture
