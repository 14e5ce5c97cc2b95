"""Outcomes that exclude each other, each beside near misses that must stay silent."""

import pytest

from tests.papers import paper, verdict


def relation(one: str, other: str) -> str:
    found = verdict(paper("Courier", one), paper("Herald", other))
    back = verdict(paper("Herald", other), paper("Courier", one))
    assert (found.relation, found.type) == (back.relation, back.type)
    return found.relation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The talks on grain broke down at dawn.", "Envoys reached an agreement over grain in the small hours."),
        ("Negotiators went home with no deal.", "The delegations signed a treaty before midnight."),
        ("The summit ended in deadlock.", "After the summit the two sides agreed to reopen the border."),
        ("Rescuers evacuated forty families from the terrace.", "Nobody had to leave the terrace."),
        ("Firemen cleared 90 homes in Quay Street.", "No residents were evacuated."),
        (
            "The crane fell while thirty guests were sitting in the courtyard.",
            "Nobody was in the courtyard when the crane fell.",
        ),
        ("The chapel was empty when the wall fell.", "The wall fell as two dozen worshippers were in the chapel."),
        ("A porter was the only person injured.", "Nine guests were taken to hospital."),
        ("Nobody was hurt.", "Four sailors were badly burned."),
        ("All of the miners were found alive.", "One of the miners was found dead."),
        ("The pool had no lifeguard on duty.", "A lifeguard was on duty all morning."),
        ("The ward was left without a doctor present.", "The ward had a doctor present."),
        ("The driver, Ole Brandt, had been drinking.", "Ole Brandt was stone sober, the police said."),
        ("Ines Cole failed a breath test.", "Ines Cole passed the breath test."),
        ("There will be no refunds.", "All holders of a ticket will get their money back."),
        ("The landlord had never received a complaint.", "Tenants had complained to the landlord about damp."),
        ("Nobody ever complained.", "Neighbours lodged a complaint about the noise in the spring."),
        ("Fishermen were never consulted.", "There had been three public hearings."),
        ("The Bakers' League learned of the sale only on Monday.", "The Bakers' League had known for weeks."),
        ("The ministry ignored repeated warnings.", "Harlan Gas acted on every warning."),
        ("The inspectors were to blame for the crash.", "The inspectors were cleared of any failing."),
        ("Vera Lind voted against the merger.", "Vera Lind abstained."),
        ("The Orchard Party abstained.", "Orchard Party members voted for the merger."),
    ],
)
def test_outcomes_that_exclude_each_other_conflict(one: str, other: str) -> None:
    assert relation(one, other) == "contradicts"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The talks on grain broke down at dawn.", "Envoys hoped to sign an agreement over grain."),
        ("If the talks collapse, prices will rise.", "Envoys reached an agreement over grain."),
        ("Rescuers evacuated forty families.", "Nobody was hurt."),
        ("Nobody was in the courtyard when the crane fell.", "While thirty guests were sitting in the bar, it rained."),
        ("A porter was the only person injured.", "Nine guests were moved to another hotel."),
        ("All of the miners were found alive.", "One of the miners was deadly tired when he came up."),
        ("The pool had no lifeguard on duty.", "A nurse was on duty all morning."),
        ("The driver, Ole Brandt, had been drinking.", "The mate, Jan Voss, was stone sober."),
        ("There will be no refunds.", "All holders of a ticket will be admitted."),
        ("The Bakers' League learned of the sale only on Monday.", "The Millers' Union had known for weeks."),
        ("Odra Oil ignored repeated warnings.", "Harlan Gas acted on every warning."),
        ("The inspectors were to blame for the crash.", "The pilots were cleared of any failing."),
        ("Vera Lind voted against the merger.", "Hugo Marr abstained."),
        ("The talks on grain broke down at dawn.", "Two years ago negotiators reached an agreement over grain."),
    ],
)
def test_what_may_both_be_so_is_no_conflict(one: str, other: str) -> None:
    assert relation(one, other) == "unrelated"
