// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/edit_command.h"

namespace dramatis::ui {

EditCommand::EditCommand(Apply apply, project::Edit inverse, const QString &text)
    : QUndoCommand(text)
    , m_apply(std::move(apply))
    , m_next(std::move(inverse))
{}

void EditCommand::redo()
{
    if (std::exchange(m_applied, false))
        return;
    exchange();
}

int EditCommand::id() const
{
    return std::holds_alternative<project::MoveNodes>(m_next) ? 1 : -1;
}

bool EditCommand::mergeWith(const QUndoCommand *other)
{
    const auto *move = std::get_if<project::MoveNodes>(&m_next);
    const auto *later =
        std::get_if<project::MoveNodes>(&static_cast<const EditCommand *>(other)->m_next);
    // Both hold the positions before: the earlier ones are where undo must go.
    return move && later && move->scenario == later->scenario
           && move->positions.keys() == later->positions.keys();
}

void EditCommand::exchange()
{
    if (auto inverse = m_apply(m_next))
        m_next = *std::move(inverse);
    else
        setObsolete(true); // the stack drops it; Document::failed has told why
}

} // namespace dramatis::ui
