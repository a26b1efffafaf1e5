// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analyse.h"

#include <QSlider>
#include <QWidget>

#include <span>
#include <vector>

class QBoxLayout;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace dramatis::ui {

/// A slider over a logarithmic range, with ticks at suggested values.
class LogSlider : public QSlider
{
    Q_OBJECT

public:
    explicit LogSlider(QWidget *parent = nullptr);

    /// @param low, high  0 < low < high
    void setSpan(double low, double high);
    void setReal(double value);
    [[nodiscard]] double real() const;
    void setMarks(std::vector<double> marks);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int stepOf(double value) const;

    double m_low = 0.01;
    double m_high = 1;
    std::vector<double> m_marks;
};

/// The parameters of the clustering in one row: eps with suggestions, minPts, smallest cluster, k,
/// features, window; of these what the algorithm takes.
class ClusteringBar : public QWidget
{
    Q_OBJECT

public:
    explicit ClusteringBar(QWidget *parent = nullptr);

    /// Shows a request and what was found with it. Emits nothing.
    /// @param index  null: no eps to choose, with the reason as tool tip
    void show(const analysis::PersonaRequest &request,
              const clustering::DensityIndex *index,
              const traffic::WindowTable *windows,
              const traffic::FeatureMatrix *features,
              std::span<const clustering::EpsilonSuggestion> suggestions);
    void setEpsilon(double epsilon);
    /// @param why  no other width can be chosen; empty: it can
    void fixWindow(const QString &why);
    [[nodiscard]] LogSlider *slider() const { return m_slider; }

    /// As narrow as the two rows into which it folds.
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// More (or fewer) points make a core point, as far as that can be; what ; and ' do.
    void stepMinPoints(int by);

signals:
    void epsilonChanged(double epsilon);
    /// All but eps: takes a moment.
    void requestChanged(const dramatis::analysis::PersonaRequest &request);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] int epsilonWidth() const; ///< px that eps needs at least; 0 where it is hidden
    void fold();
    void buildEpsilon();
    void showSuggestions(std::span<const clustering::EpsilonSuggestion> suggestions);
    void fillFeatures(const traffic::FeatureMatrix *features);
    void changeRequest();

    analysis::PersonaRequest m_request;
    QBoxLayout *m_row;
    QBoxLayout *m_rest; ///< what goes below where one row is too narrow
    QWidget *m_epsilonPart;
    LogSlider *m_slider;
    QDoubleSpinBox *m_epsilon;
    std::vector<QPushButton *> m_suggestions; ///< one a reason; hidden where there is none
    std::vector<double> m_suggested;          ///< eps of each
    QWidget *m_densityPart;
    QSpinBox *m_minPoints;
    QWidget *m_sizePart;
    QSpinBox *m_clusterSize;
    QWidget *m_meansPart;
    QSpinBox *m_clusters;
    QToolButton *m_features;
    QComboBox *m_window;
};

} // namespace dramatis::ui
