// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/clustering_bar.h"

#include "core/base/text.h"
#include "ui/base/buttons.h"
#include "ui/base/fonts.h"
#include "ui/base/tokens.h"
#include "ui/pages/personas/epsilon_guidance.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QToolTip>
#include <QWidgetAction>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr int kSteps = 1000;
constexpr double kBelow = 0.5; ///< the slider begins at this part of the smallest sensible eps
constexpr double kAbove = 1.2;
constexpr int kMark = 5; ///< px below the groove
constexpr int kSpacing = 16;
constexpr std::size_t kSuggestions = 3; ///< reasons there are for an eps
constexpr int kSuggestionHeight = 18;

QLabel *labelFor(const QString &text, QWidget *buddy)
{
    auto *label = new QLabel(text, buddy->parentWidget());
    label->setBuddy(buddy);
    setTextRole(label, TextRole::Secondary);
    return label;
}

QHBoxLayout *rowOf(QWidget *widget)
{
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    return row;
}

} // namespace

LogSlider::LogSlider(QWidget *parent) : QSlider(Qt::Horizontal, parent)
{
    setRange(0, kSteps);
    setMinimumHeight(28);
}

void LogSlider::setSpan(double low, double high)
{
    Q_ASSERT(low > 0 && low < high);
    m_low = low;
    m_high = high;
    update();
}

int LogSlider::stepOf(double value) const
{
    const double share = std::log(value / m_low) / std::log(m_high / m_low);
    return static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * kSteps));
}

void LogSlider::setReal(double value)
{
    if (value > 0)
        setValue(stepOf(value));
}

double LogSlider::real() const
{
    return m_low * std::pow(m_high / m_low, double(value()) / kSteps);
}

void LogSlider::setMarks(std::vector<double> marks)
{
    m_marks = std::move(marks);
    update();
}

void LogSlider::paintEvent(QPaintEvent *event)
{
    QSlider::paintEvent(event);
    QPainter painter(this);
    painter.setPen(QPen(tokensOf(this).text2, 1.5));
    constexpr int handle = 14; // of the style sheet: the groove ends half of it before the edge
    for (const double mark : m_marks) {
        if (!(mark > 0))
            continue;
        const double x = handle / 2.0 + double(stepOf(mark)) / kSteps * (width() - handle);
        painter.drawLine(QPointF(x, height() - kMark), QPointF(x, height()));
    }
}

ClusteringBar::ClusteringBar(QWidget *parent)
    : QWidget(parent)
    , m_epsilonPart(new QWidget(this))
    , m_slider(new LogSlider(m_epsilonPart))
    , m_epsilon(new QDoubleSpinBox(m_epsilonPart))
    , m_densityPart(new QWidget(this))
    , m_minPoints(new QSpinBox(m_densityPart))
    , m_sizePart(new QWidget(this))
    , m_clusterSize(new QSpinBox(m_sizePart))
    , m_meansPart(new QWidget(this))
    , m_clusters(new QSpinBox(m_meansPart))
    , m_features(new QToolButton(this))
    , m_window(new QComboBox(this))
{
    buildEpsilon();
    auto *density = rowOf(m_densityPart);
    m_minPoints->setRange(1, clustering::kMaxMinPoints);
    m_minPoints->setKeyboardTracking(false);
    m_minPoints->setToolTip(tr("Points within eps, itself counted, that make a core point"));
    density->addWidget(labelFor(tr("minPts"), m_minPoints));
    density->addWidget(m_minPoints);
    auto *size = rowOf(m_sizePart);
    m_clusterSize->setRange(1, 1'000'000);
    m_clusterSize->setKeyboardTracking(false);
    m_clusterSize->setSpecialValueText(tr("auto"));
    m_clusterSize->setToolTip(
        tr("Fewer windows than these are noise; auto takes minPts, or one in 200 windows"));
    size->addWidget(labelFor(tr("smallest cluster"), m_clusterSize));
    size->addWidget(m_clusterSize);
    auto *means = rowOf(m_meansPart);
    m_clusters->setRange(0, 50);
    m_clusters->setKeyboardTracking(false);
    m_clusters->setSpecialValueText(tr("auto"));
    m_clusters->setToolTip(tr("Number of clusters; auto takes the best silhouette from 2 to 10"));
    means->addWidget(labelFor(tr("k"), m_clusters));
    means->addWidget(m_clusters);
    means->addStretch();
    m_features->setPopupMode(QToolButton::InstantPopup);
    m_features->setMenu(new QMenu(m_features));
    m_window->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_window->setAccessibleName(tr("Window width"));
    m_window->addItem(tr("window: auto"), 0.0);
    for (const double width : traffic::automaticWidths())
        m_window->addItem(tr("window: %1").arg(text::duration(width)), width);

    m_row = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_row->setContentsMargins(12, 6, 12, 6);
    m_row->setSpacing(kSpacing);
    m_rest = new QHBoxLayout;
    m_rest->setSpacing(kSpacing);
    m_row->addWidget(m_epsilonPart, 1);
    m_row->addLayout(m_rest);
    m_rest->addWidget(m_densityPart);
    m_rest->addWidget(m_sizePart);
    m_rest->addWidget(m_meansPart);
    m_rest->addStretch();
    m_rest->addWidget(m_features);
    m_rest->addWidget(m_window);
    connect(m_minPoints, &QSpinBox::valueChanged, this, [this](int value) {
        m_request.clustering.minPoints = value;
        m_request.clustering.epsilon.reset();
        changeRequest();
    });
    connect(m_clusterSize, &QSpinBox::valueChanged, this, [this](int value) {
        m_request.clustering.minClusterSize = value < clustering::kLeastClusterSize ? 0 : value;
        changeRequest();
    });
    connect(m_clusters, &QSpinBox::valueChanged, this, [this](int value) {
        m_request.clustering.clusters = value;
        changeRequest();
    });
    connect(m_window, &QComboBox::activated, this, [this](int index) {
        const double width = m_window->itemData(index).toDouble();
        m_request.windowSeconds = width > 0 ? std::optional(width) : std::nullopt;
        m_request.clustering.epsilon.reset();
        changeRequest();
    });
}

int ClusteringBar::epsilonWidth() const
{
    return m_epsilonPart->isHidden() ? 0 : m_epsilonPart->minimumSizeHint().width();
}

QSize ClusteringBar::minimumSizeHint() const
{
    const QMargins margins = m_row->contentsMargins();
    return {std::max(epsilonWidth(), m_rest->minimumSize().width()) + margins.left()
                + margins.right(),
            QWidget::minimumSizeHint().height()};
}

void ClusteringBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
}

bool ClusteringBar::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) // a text has become longer
        fold();
    return QWidget::event(event);
}

/// Two rows where one is too narrow.
void ClusteringBar::fold()
{
    const QMargins margins = m_row->contentsMargins();
    const int oneRow =
        epsilonWidth() + kSpacing + m_rest->sizeHint().width() + margins.left() + margins.right();
    m_row->setDirection(width() < oneRow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void ClusteringBar::buildEpsilon()
{
    auto *row = rowOf(m_epsilonPart);
    m_slider->setAccessibleName(tr("eps"));
    m_slider->setMinimumWidth(140);
    m_epsilon->setAccessibleName(tr("eps"));
    m_epsilon->setDecimals(4);
    m_epsilon->setRange(-1e6, 1e6); // what cannot be is refused in words, not changed in silence
    m_epsilon->setKeyboardTracking(false);
    m_epsilon->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_epsilon->setFixedWidth(84);
    auto *suggestions = new QGridLayout;
    suggestions->setHorizontalSpacing(8);
    suggestions->setVerticalSpacing(0);
    for (std::size_t i = 0; i < kSuggestions; ++i) {
        auto *button = new QPushButton(m_epsilonPart);
        setButtonRole(button, ButtonRole::Link, true);
        setFontRole(button, FontRole::Caption);
        button->setFixedHeight(kSuggestionHeight);
        suggestions->addWidget(button, static_cast<int>(i % 2), static_cast<int>(i / 2));
        connect(button, &QPushButton::clicked, this, [this, i] {
            setEpsilon(m_suggested[i]);
            emit epsilonChanged(m_suggested[i]);
        });
        m_suggestions.push_back(button);
    }
    row->addWidget(labelFor(tr("eps"), m_slider));
    row->addWidget(m_slider, 1);
    row->addWidget(m_epsilon);
    row->addLayout(suggestions);
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        const double epsilon = m_slider->real();
        const QSignalBlocker blocker(m_epsilon);
        m_epsilon->setValue(epsilon);
        emit epsilonChanged(epsilon);
    });
    connect(m_epsilon, &QDoubleSpinBox::valueChanged, this, [this](double epsilon) {
        if (!(epsilon > 0)) {
            setEpsilon(m_slider->real());
            QToolTip::showText(m_epsilon->mapToGlobal(QPoint(0, m_epsilon->height())),
                               tr("eps is a distance: it must be greater than 0."),
                               m_epsilon);
            return;
        }
        const QSignalBlocker blocker(m_slider);
        m_slider->setReal(epsilon);
        emit epsilonChanged(epsilon);
    });
}

void ClusteringBar::show(const analysis::PersonaRequest &request,
                         const clustering::DensityIndex *index,
                         const traffic::WindowTable *windows,
                         const traffic::FeatureMatrix *features,
                         std::span<const clustering::EpsilonSuggestion> suggestions)
{
    m_request = request;
    const QSignalBlocker blockers[] = {QSignalBlocker(m_minPoints),
                                       QSignalBlocker(m_clusterSize),
                                       QSignalBlocker(m_clusters),
                                       QSignalBlocker(m_slider)};
    const QString &algorithm = request.clustering.algorithm;
    m_epsilonPart->setVisible(algorithm == u"dbscan"_s);
    m_densityPart->setVisible(algorithm != u"kmeans"_s);
    m_sizePart->setVisible(algorithm == u"hdbscan"_s);
    m_meansPart->setVisible(algorithm == u"kmeans"_s);
    m_epsilonPart->setEnabled(index != nullptr);
    m_epsilonPart->setToolTip(index ? QString()
                                    : tr("eps can be chosen once the windows are found."));
    m_minPoints->setValue(request.clustering.minPoints);
    m_clusterSize->setValue(std::max(1, request.clustering.minClusterSize)); // 1 shows "auto"
    m_clusters->setValue(request.clustering.clusters);
    showSuggestions(index ? suggestions : std::span<const clustering::EpsilonSuggestion>());
    if (index) {
        const auto distances = index->sortedCoreDistances();
        const auto positive = std::upper_bound(distances.begin(), distances.end(), 0.0);
        double most = distances.back();
        for (const double suggested : m_suggested)
            most = std::max(most, suggested);
        const double least = positive == distances.end() ? most : *positive;
        m_slider->setSpan(least * kBelow, std::max(most * kAbove, least * 2));
    }
    m_window->setCurrentIndex(
        request.windowSeconds ? std::max(0, m_window->findData(*request.windowSeconds)) : 0);
    const bool isListed = request.windowSeconds && m_window->findData(*request.windowSeconds) > 0;
    m_window->setItemText(0,
                          windows && windows->automaticWidth
                              ? tr("window: auto, %1").arg(text::duration(windows->widthSeconds))
                          : windows && !isListed
                              ? tr("window: %1").arg(text::duration(windows->widthSeconds))
                              : tr("window: auto"));
    fillFeatures(features);
}

void ClusteringBar::showSuggestions(std::span<const clustering::EpsilonSuggestion> suggestions)
{
    m_suggested.clear();
    for (std::size_t i = 0; i < m_suggestions.size(); ++i) {
        QPushButton *button = m_suggestions[i];
        button->setVisible(i < suggestions.size());
        if (i >= suggestions.size())
            continue;
        const clustering::EpsilonSuggestion &suggestion = suggestions[i];
        m_suggested.push_back(suggestion.epsilon);
        button->setText(
            tr("%1 %2").arg(suggestionName(suggestion.reason), text::number(suggestion.epsilon)));
        button->setToolTip(suggestionReason(suggestion));
    }
    m_slider->setMarks(m_suggested);
}

void ClusteringBar::setEpsilon(double epsilon)
{
    const QSignalBlocker slider(m_slider);
    const QSignalBlocker spin(m_epsilon);
    m_slider->setReal(epsilon);
    m_epsilon->setValue(epsilon);
}

void ClusteringBar::stepMinPoints(int by)
{
    m_minPoints->stepBy(by);
}

void ClusteringBar::fixWindow(const QString &why)
{
    m_window->setEnabled(why.isEmpty());
    m_window->setToolTip(why.isEmpty() ? tr("Width of the windows that are clustered") : why);
}

void ClusteringBar::fillFeatures(const traffic::FeatureMatrix *features)
{
    QMenu *menu = m_features->menu();
    menu->clear();
    auto *panel = new QWidget;
    auto *grid = new QGridLayout(panel);
    grid->setContentsMargins(12, 8, 12, 8);
    const std::vector<traffic::Feature> &all = traffic::allFeatures();
    int used = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const traffic::Feature &feature = all[i];
        const auto it = m_request.features.weights.find(feature.id);
        const double weight = it == m_request.features.weights.end() ? 1 : it->second;
        auto *check = new QCheckBox(feature.name, panel);
        check->setChecked(weight > 0);
        auto *spin = new QDoubleSpinBox(panel);
        spin->setRange(0.1, 10);
        spin->setSingleStep(0.1);
        spin->setDecimals(1);
        spin->setValue(weight > 0 ? weight : 1);
        spin->setKeyboardTracking(false);
        spin->setAccessibleName(tr("Weight of %1").arg(feature.name));
        grid->addWidget(check, static_cast<int>(i), 0);
        grid->addWidget(spin, static_cast<int>(i), 1);
        if (features) {
            const auto left =
                std::find_if(features->leftOut.begin(),
                             features->leftOut.end(),
                             [&](const traffic::LeftOut &out) { return out.id == feature.id; });
            const bool out = left != features->leftOut.end() && weight > 0;
            check->setEnabled(!out);
            spin->setEnabled(!out && weight > 0);
            if (out)
                check->setToolTip(left->reason);
            used += std::any_of(
                features->columns.begin(),
                features->columns.end(),
                [&](const traffic::FeatureColumn &column) { return column.id == feature.id; });
        }
        const auto change = [this, id = feature.id, check, spin] {
            m_request.features.weights[id] = check->isChecked() ? spin->value() : 0;
            spin->setEnabled(check->isChecked());
        };
        connect(check, &QCheckBox::toggled, panel, change);
        connect(spin, &QDoubleSpinBox::valueChanged, panel, change);
    }
    auto *apply = new QPushButton(tr("Find anew"), panel);
    connect(apply, &QPushButton::clicked, this, [this, menu] {
        menu->close();
        m_request.clustering.epsilon.reset();
        changeRequest();
    });
    grid->addWidget(apply, static_cast<int>(all.size()), 0, 1, 2);
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(panel);
    menu->addAction(action);
    m_features->setText(features ? tr("%1 of %2 features").arg(used).arg(all.size())
                                 : tr("features"));
}

void ClusteringBar::changeRequest()
{
    emit requestChanged(m_request);
}

} // namespace dramatis::ui
