// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>

class QAction;
class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace dramatis::ui {

class Settings;
class Splitter;

enum class Pane { List, Picture, Inspector };
inline constexpr std::array kPanes{Pane::List, Pane::Picture, Pane::Inspector};

/// The parts that all pages share: page bar (title, tools, primary action) above
/// list | picture | inspector with splitters that are remembered. A page fills the panes it has; a
/// pane without content does not show.
class PageFrame : public QWidget
{
    Q_OBJECT

public:
    /// @param id  of the page; splitter and hidden panes are remembered under it
    PageFrame(const QString &id, Settings &settings, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// After the title, from left to right.
    void addTool(QWidget *widget);
    void addTool(QAction *action);
    /// On the right, before the primary action.
    void addRightTool(QWidget *widget);
    void addRightTool(QAction *action);
    /// The one accented button, at the far right. Replaces the one before.
    QPushButton *setPrimary(QAction *action);

    /// The frame takes the content over and deletes what stood there before.
    void setList(QWidget *content);
    void setPicture(QWidget *content);
    /// @param content  put into a scroll area; it scrolls sideways only if large text leaves no
    /// choice
    void setInspector(QWidget *content);

    [[nodiscard]] bool hasPane(Pane pane) const;
    [[nodiscard]] bool isPaneVisible(Pane pane) const;
    /// What the person asks for; remembered. The picture always shows.
    void setPaneVisible(Pane pane, bool visible);
    /// What the content asks for (an empty page has no inspector); not remembered.
    void setPaneNeeded(Pane pane, bool needed);
    /// The pane that has the focus, or else the picture.
    [[nodiscard]] Pane currentPane() const;
    void focusPane(Pane pane);
    /// F6 and Shift+F6: the next visible pane, around.
    void focusNextPane(bool forward);

    /// The thin bar on top of the picture: its old content stays until the new one is whole.
    /// @param fraction  in [0, 1]; negative while nobody knows
    void showProgress(double fraction);
    void hideProgress();

signals:
    void paneVisibilityChanged(dramatis::ui::Pane pane, bool visible);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Slot
    {
        QWidget *container = nullptr;
        QWidget *content = nullptr;
        bool wanted = true; ///< by the person
        bool needed = true; ///< by the content
    };

    [[nodiscard]] Slot &slot(Pane pane) { return m_slots[std::size_t(pane)]; }
    [[nodiscard]] const Slot &slot(Pane pane) const { return m_slots[std::size_t(pane)]; }
    [[nodiscard]] QString paneId(Pane pane) const;
    void place(Pane pane, QWidget *content);
    void updateVisibility(Pane pane);
    void setUsualSizes();
    [[nodiscard]] QWidget *firstFocusable(const QWidget *root) const;

    QString m_id;
    Settings &m_settings;
    QLabel *m_title;
    QHBoxLayout *m_tools;
    QHBoxLayout *m_rightTools;
    QPushButton *m_primary = nullptr;
    Splitter *m_splitter;
    QProgressBar *m_progress;
    std::array<Slot, kPanes.size()> m_slots;
    bool m_sized = false;
};

} // namespace dramatis::ui
