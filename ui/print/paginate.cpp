// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/piece.h"

namespace dramatis::ui {

namespace {

/// Height of the run that begins at `first` and must stay together: pieces kept with their next,
/// and that one.
double runHeight(const Pieces &pieces, std::size_t first, bool atTop)
{
    double height = 0;
    for (std::size_t i = first; i < pieces.size(); ++i) {
        height += (atTop && i == first ? 0 : pieces[i].before) + pieces[i].height;
        if (!pieces[i].keepWithNext)
            break;
    }
    return height;
}

} // namespace

std::vector<std::vector<PlacedPiece>> paginate(const Pieces &pieces, double bodyHeight)
{
    std::vector<std::vector<PlacedPiece>> pages;
    double used = 0;
    bool keptFromBefore = false; // the piece before asked not to be parted from this one
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const bool atTop = pages.empty() || pages.back().empty();
        const bool fits =
            !atTop && (keptFromBefore || used + runHeight(pieces, i, false) <= bodyHeight);
        PlacedPiece placed;
        placed.piece = i;
        if (fits || (atTop && !pages.empty())) {
            placed.top = used + (atTop ? 0 : pieces[i].before);
        } else {
            pages.emplace_back();
            placed.repeats = i > 0 && static_cast<bool>(pieces[i].paintRepeated);
            placed.top = placed.repeats ? pieces[i].repeatedHeight : 0;
        }
        used = placed.top + pieces[i].height;
        pages.back().push_back(placed);
        keptFromBefore =
            pieces[i].keepWithNext
            && runHeight(pieces, i, true) <= bodyHeight; // else parting cannot be helped
    }
    return pages;
}

} // namespace dramatis::ui
