// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scatter_picture.h"

#include <cmath>
#include <utility>

namespace dramatis::ui {

namespace {

/// What a point's label means.
struct Dress
{
    PointLook look = kNoiseLook;
    std::uint32_t core = 0; ///< which sums it counts for; 0: none
};

/// Sums over the points of one core.
struct CoreSums
{
    double n = 0;
    double x = 0;
    double xx = 0;
    double y = 0;
    double yy = 0;

    void add(double atX, double atY)
    {
        n += 1;
        x += atX;
        xx += atX * atX;
        y += atY;
        yy += atY * atY;
    }
    [[nodiscard]] QRectF rect() const
    {
        if (n == 0)
            return {};
        const auto spread = [this](double sum, double squares) {
            return std::sqrt(std::max(0.0, squares / n - (sum / n) * (sum / n)));
        };
        const QPointF mean(x / n, y / n);
        const QPointF reach(2 * spread(x, xx), 2 * spread(y, yy));
        return {mean - reach, mean + reach};
    }
};

/// By label + 1: noise, then the clusters.
std::vector<Dress> dresses(const ScatterClusters &clusters, std::vector<ClusterCore> &cores)
{
    std::vector<Dress> byLabel(clusters.styles.size() + 1);
    for (std::size_t c = 0; c < clusters.styles.size(); ++c) {
        byLabel[c + 1].look = pointLook(clusters.styles[c]);
        if (c >= clusters.names.size() || clusters.names[c].isEmpty())
            continue;
        cores.push_back({static_cast<int>(c), {}});
        byLabel[c + 1].core = static_cast<std::uint32_t>(cores.size());
    }
    return byLabel;
}

std::vector<char> marks(const PointSelection &selection, std::size_t rows)
{
    if (!selection || selection->empty())
        return {};
    std::vector<char> selected(rows, 0);
    for (const std::uint32_t row : *selection)
        if (row < rows)
            selected[row] = 1;
    return selected;
}

/// Walks by row and without branches: then all is read in its order, and only the looks, a byte
/// each, are written here and there.
std::shared_ptr<const DressedPoints> dress(const ScatterQuestion &question, const PointGrid &grid)
{
    auto dressed = std::make_shared<DressedPoints>();
    const std::vector<int> &labels = *question.clusters->labels;
    const std::vector<Dress> byLabel = dresses(*question.clusters, dressed->cores);
    const std::vector<char> selected = marks(question.selection, labels.size());
    dressed->looks.resize(grid.size());
    std::vector<CoreSums> sums(dressed->cores.size() + 1);
    for (std::size_t row = 0; row < labels.size(); ++row) {
        const auto index = static_cast<std::size_t>(labels[row] + 1);
        const Dress &dress = byLabel[index < byLabel.size() ? index : 0];
        dressed->noise += index == 0;
        const std::uint32_t place = grid.places()[row];
        if (place == PointGrid::kNowhere)
            continue;
        const bool faded = !selected.empty() && !selected[row];
        dressed->looks[place] = static_cast<PointLook>(dress.look | (faded ? kFaded : 0));
        sums[dress.core].add(double(question.points->x[row]), double(question.points->y[row]));
    }
    for (std::size_t c = 0; c < dressed->cores.size(); ++c)
        dressed->cores[c].rect = sums[c + 1].rect();
    return dressed;
}

} // namespace

ScatterPicture dressScatter(ScatterQuestion question, const ScatterPicture *before)
{
    ScatterPicture picture{std::move(question), nullptr, nullptr, {}};
    const ScatterQuestion &asked = picture.question;
    if (before && before->question.points == asked.points) {
        picture.grid = before->grid;
        if (before->question.clusters == asked.clusters
            && before->question.selection == asked.selection)
            picture.dressed = before->dressed;
    }
    if (!picture.grid)
        picture.grid = std::make_shared<const PointGrid>(asked.points->x, asked.points->y);
    if (!picture.dressed)
        picture.dressed = dress(asked, *picture.grid);
    return picture;
}

ScatterPicturePtr drawScatter(ScatterQuestion question, const ScatterPicture *before)
{
    auto picture = std::make_shared<ScatterPicture>(dressScatter(std::move(question), before));
    const ScatterQuestion &asked = picture->question;
    const bool isSelected = asked.selection && !asked.selection->empty();
    const RasterPoints points{*picture->grid, picture->dressed->looks, asked.view, isSelected};
    picture->image = showsDensity(*picture)
                         ? densityImage(points, asked.size, *asked.tokens)
                         : markerImage(points, asked.size, asked.ratio, *asked.tokens);
    return picture;
}

bool showsDensity(const ScatterPicture &picture)
{
    return picture.grid->size() >= kDensityFrom
           && picture.grid->countAround(picture.question.view) >= kDensityFrom;
}

} // namespace dramatis::ui
