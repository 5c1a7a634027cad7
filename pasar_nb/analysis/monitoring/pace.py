"""How one indicator stands against its plan: the share achieved, the share expected by then, the state."""

from __future__ import annotations

from dataclasses import dataclass

from pasar_nb.vocabulary import IndicatorState

_SAME = 1e-9  # shares nearer than this differ only by the rounding of the computer


@dataclass(frozen=True, slots=True)
class Plan:
    """What was planned for one indicator.

    Attributes
    ----------
    direction
        ``naik`` or ``turun``: where the value is to go.
    baseline
        Value before the intervention; None where it is not recorded.
    target
        Value to be reached.
    start
        Month, as a number, from which the planned line rises; None where it is not known.
    deadline
        Month, as a number, in which the target is due.
    """

    direction: str
    baseline: float | None
    target: float
    start: int | None
    deadline: int

    @property
    def contradicts_itself(self) -> bool:
        """Whether the target lies on the wrong side of the baseline."""
        return self.baseline is not None and self._better(self.baseline, self.target)

    @property
    def has_line(self) -> bool:
        """Whether there is a change to be made, in the expected direction, from a known baseline."""
        known = self.baseline is not None and self.baseline != self.target
        return known and not self.contradicts_itself

    def is_reached(self, value: float) -> bool:
        """Tell whether a value meets the target."""
        return not self._better(self.target, value)

    def is_worse_than_baseline(self, value: float) -> bool:
        """Tell whether a value has moved away from the target; never where the baseline is not known."""
        return self.baseline is not None and self._better(self.baseline, value)

    def achieved(self, value: float) -> float | None:
        """Tell which share of the planned change a value stands for.

        Returns
        -------
        float or None
            0 at the baseline, 1 at the target, negative beyond the baseline, above 1 beyond the target; the
            same for both directions. None where no change is planned or the baseline is not known.
        """
        if self.baseline is None or self.baseline == self.target:
            return None
        return (value - self.baseline) / (self.target - self.baseline)

    def expected(self, month: int) -> float | None:
        """Tell which share the straight line from baseline to target asks for at the beginning of a month.

        The line runs from the beginning of the first month to the end of the month of the deadline: after six
        months of a plan for twelve it asks for half. Values carry a month, not a day; to hold them against
        the beginning of their month is the reading that never calls a value late too early.

        Returns
        -------
        float or None
            At most 1. None in the first month and before, where the line asks for nothing yet.
        """
        if self.start is None or month <= self.start:
            return None
        if month > self.deadline:
            return 1.0
        return (month - self.start) / (self.deadline + 1 - self.start)

    def _better(self, value: float, other: float) -> bool:
        return value > other if self.direction == "naik" else value < other


def judge(plan: Plan, value: float | None, month: int | None, reference: int | None) -> IndicatorState:
    """Tell how an indicator stands.

    Parameters
    ----------
    plan
        What was planned.
    value, month
        Latest value and its month; None where it was never measured.
    reference
        Month against which the deadline is held.

    Returns
    -------
    IndicatorState
        The first that holds: never measured; plan contradicts itself; target reached; worse than the
        baseline; deadline passed; and else whether the value is at or above the line of the plan in the month
        it was measured. Where there is no line for that month: not reached.
    """
    if value is None or month is None or reference is None:
        return "unmeasured"
    if plan.contradicts_itself:
        return "unclear"
    if plan.is_reached(value):
        return "reached"
    if plan.is_worse_than_baseline(value):
        return "regressed"
    if reference > plan.deadline:
        return "overdue"
    achieved, expected = plan.achieved(value), plan.expected(month)
    if achieved is None or expected is None:
        return "not_reached"
    return "on_track" if achieved >= expected - _SAME else "behind"
