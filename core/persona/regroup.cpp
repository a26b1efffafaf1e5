// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/regroup.h"

#include "core/clustering/kmeans.h"
#include "core/persona/tr.h"

#include <algorithm>

namespace dramatis::persona {

namespace {

Error doesNotFit(const QString &why)
{
    return makeError(ErrorKind::InvalidArgument, why);
}

/// The label of a persona of the set.
Result<int> labelOf(const PersonaSet &set, PersonaId id)
{
    const Persona *persona = set.withId(id);
    if (!persona)
        return doesNotFit(Tr::tr("This persona is no longer in the set."));
    return persona->cluster;
}

int nextLabel(const PersonaSet &set)
{
    int last = clustering::kNoise;
    for (const int label : set.labels)
        last = std::max(last, label);
    return last + 1;
}

Result<> checkRows(const PersonaSet &set, const std::vector<std::uint32_t> &rows)
{
    for (const std::uint32_t row : rows) {
        if (row >= set.labels.size())
            return doesNotFit(Tr::tr("There is no window %1 in this set.").arg(row));
    }
    return {};
}

class Regrouper
{
public:
    Regrouper(const PersonaSet &set, const traffic::FeatureMatrix &matrix, JobControl &job)
        : m_set(set)
        , m_matrix(matrix)
        , m_job(job)
    {}

    Result<std::vector<int>> operator()(const MergePersonas &change) const
    {
        if (change.personas.size() < 2)
            return doesNotFit(Tr::tr("Choose at least two personas to merge."));
        DRAMATIS_TRY(const int into, labelOf(m_set, change.personas.front()));
        std::vector<int> labels = m_set.labels;
        for (const PersonaId id : change.personas) {
            DRAMATIS_TRY(const int from, labelOf(m_set, id));
            std::replace(labels.begin(), labels.end(), from, into);
        }
        return labels;
    }

    Result<std::vector<int>> operator()(const SplitPersona &change) const
    {
        DRAMATIS_TRY(const int label, labelOf(m_set, change.persona));
        std::vector<std::size_t> rows;
        for (std::size_t row = 0; row < m_set.labels.size(); ++row) {
            if (m_set.labels[row] == label)
                rows.push_back(row);
        }
        if (change.parts < 2 || static_cast<std::size_t>(change.parts) > rows.size())
            return doesNotFit(Tr::tr("A persona of %n window(s) cannot be split into %1 parts.",
                                     nullptr,
                                     static_cast<int>(rows.size()))
                                  .arg(change.parts));
        traffic::Matrix points(static_cast<Eigen::Index>(rows.size()), m_matrix.scaled.cols());
        for (std::size_t i = 0; i < rows.size(); ++i)
            points.row(static_cast<Eigen::Index>(i)) =
                m_matrix.scaled.row(static_cast<Eigen::Index>(rows[i]));
        clustering::KMeansOptions options;
        options.clusters = change.parts;
        options.seed = change.seed;
        DRAMATIS_TRY(const clustering::KMeansResult found,
                     clustering::kMeans(points, options, m_job));
        const std::vector<std::size_t> sizes = clustering::clusterSizes(found.clustering);
        if (sizes.size() < 2)
            return doesNotFit(Tr::tr("The windows of this persona are all alike."));
        const auto largest =
            static_cast<int>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
        std::vector<int> labels = m_set.labels;
        const int first = nextLabel(m_set);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const int part = found.clustering.labels[i];
            if (part != largest)
                labels[rows[i]] = first + part - (part > largest ? 1 : 0);
        }
        return labels;
    }

    Result<std::vector<int>> operator()(const NewPersona &change) const
    {
        DRAMATIS_CHECK(checkRows(m_set, change.rows));
        if (change.rows.empty())
            return doesNotFit(Tr::tr("Choose the windows to make a persona of."));
        const int part = nextLabel(m_set);
        std::vector<int> labels = m_set.labels;
        for (const std::uint32_t row : change.rows)
            labels[row] = part;
        const int before = m_set.labels[change.rows.front()];
        const bool isOne = before >= 0
                           && std::count(m_set.labels.begin(), m_set.labels.end(), before)
                                  == std::count(labels.begin(), labels.end(), part)
                           && std::find(labels.begin(), labels.end(), before) == labels.end();
        if (isOne)
            return doesNotFit(Tr::tr("These windows are a persona already."));
        return labels;
    }

    Result<std::vector<int>> operator()(const AssignWindows &change) const
    {
        DRAMATIS_CHECK(checkRows(m_set, change.rows));
        if (change.rows.empty())
            return doesNotFit(Tr::tr("Choose the windows to move."));
        int to = clustering::kNoise;
        if (change.to) {
            DRAMATIS_TRY(to, labelOf(m_set, *change.to));
        }
        std::vector<int> labels = m_set.labels;
        for (const std::uint32_t row : change.rows)
            labels[row] = to;
        if (std::all_of(labels.begin(), labels.end(), [](int label) { return label < 0; }))
            return doesNotFit(Tr::tr("No persona would be left."));
        return labels;
    }

private:
    const PersonaSet &m_set;
    const traffic::FeatureMatrix &m_matrix;
    JobControl &m_job;
};

} // namespace

Result<std::vector<int>> regroupedLabels(const PersonaSet &set,
                                         const traffic::FeatureMatrix &matrix,
                                         const Regrouping &change,
                                         JobControl &job)
{
    if (set.windowOfRow != matrix.windowOfRow || set.labels.size() != matrix.windowOfRow.size())
        return doesNotFit(
            Tr::tr("These personas are not of the windows at hand: find them anew first."));
    return std::visit(Regrouper(set, matrix, job), change);
}

QString describe(const Regrouping &change)
{
    switch (change.index()) {
    case 0:
        return Tr::tr("Merge personas");
    case 1:
        return Tr::tr("Split persona");
    case 2:
        return Tr::tr("New persona");
    default:
        return std::get<AssignWindows>(change).to ? Tr::tr("Assign windows")
                                                  : Tr::tr("Make windows noise");
    }
}

} // namespace dramatis::persona
