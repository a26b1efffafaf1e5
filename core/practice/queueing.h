// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dramatis::practice {

// The formulas behind thresholds that adapt. Times in seconds.

/// Probability that an arrival to M/M/c waits, from Erlang's second formula.
/// @param servers  c >= 1
/// @param load     offered load a = lambda S in servers, 0 <= a < c
/// Source: Erlang 1917; computed from the recursion of the loss formula B, C = B / (1 - a/c (1 -
/// B)).
[[nodiscard]] double erlangC(int servers, double load);

/// Mean wait of GI/G/c by Allen and Cunneen: the wait of M/M/c times (ca² + cs²) / 2.
/// @param utilisation  in [0, 1)
/// Source: A. O. Allen, Probability, Statistics, and Queueing Theory, 2nd edition 1990, section 5.
[[nodiscard]] double
allenCunneenWait(int servers, double utilisation, double service, double ca2, double cs2);

/// The largest utilisation at which that wait is at most `wait`, in [0, 1).
[[nodiscard]] double
highestUtilisation(int servers, double service, double ca2, double cs2, double wait);

/// Seconds until the last in a full queue is answered: the queue drains at servers / service, then
/// its own service (SRE book, chapter 22: a queue of 10 times the threads at 100 ms makes 1.1 s).
[[nodiscard]] double fullQueueResponse(int servers, double queueLimit, double service);

} // namespace dramatis::practice
