// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

namespace dramatis::ui {

/// One cluster per point, -1 is noise. Shared with whoever made them and never changed, so that a
/// million of them pass from a worker to the plots without a copy.
using PointLabels = std::shared_ptr<const std::vector<int>>;

} // namespace dramatis::ui
