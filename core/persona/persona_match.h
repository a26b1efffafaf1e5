// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/persona/persona.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace dramatis::persona {

/// Tells which persona of a set takes a window that was not among those the set was made from.
///
/// DBSCAN: the window is a point in the set's own scaling; it belongs to the cluster of the nearest
/// core point within eps (the closed ball, as in DensityIndex), else it is noise. That is what
/// DBSCAN would say of it as a border point (Ester et al., KDD-96, definition 2); whether it would
/// be core itself, one point more cannot tell without clustering anew. Of the windows that the set
/// was made from, core points and noise get their own labels, border points one of a cluster that
/// the definition allows. k-means: the nearest centroid.
class PersonaMatch
{
public:
    /// @param windows, matrix  what `set` was made from: the capture's windows of the set's width,
    ///                         and their features by its options
    /// @errors InvalidArgument: they are not what the set was made from (another resource rule,
    /// say)
    [[nodiscard]] static Result<std::shared_ptr<const PersonaMatch>>
    make(const traffic::WindowTable &windows,
         const traffic::FeatureMatrix &matrix,
         PersonaSetPtr set,
         JobControl &job);

    /// The label of the cluster that takes `window` of the resource of that name, or kNoise; none
    /// where it holds fewer than traffic::kSparseBelow exchanges. A feature that is missing is the
    /// resource's median, as in clustering; of a resource that is new, the median of all.
    [[nodiscard]] std::optional<int> labelOf(const traffic::Window &window,
                                             const QString &resource) const;
    [[nodiscard]] const PersonaSet &set() const { return *m_set; }

private:
    explicit PersonaMatch(PersonaSetPtr set) : m_set(std::move(set)) {}
    void learnMedians(const traffic::WindowTable &windows, const traffic::FeatureMatrix &matrix);
    Result<> learnCores(const traffic::FeatureMatrix &matrix, JobControl &job);
    void learnCentroids(const traffic::FeatureMatrix &matrix);
    [[nodiscard]] std::vector<double> pointOf(const traffic::Window &window,
                                              const QString &resource) const;

    PersonaSetPtr m_set;
    std::vector<double (*)(const traffic::Window &, double)> m_compute; ///< per feature used
    std::map<QString, std::vector<double>> m_medians;                   ///< of resources
    std::vector<double> m_median;                                       ///< of all
    traffic::Matrix m_points;  ///< core points by their first feature, or centroids
    std::vector<int> m_labels; ///< of m_points
    double m_epsilon = 0;      ///< infinite: the nearest point, however far
};

using PersonaMatchPtr = std::shared_ptr<const PersonaMatch>;

} // namespace dramatis::persona
