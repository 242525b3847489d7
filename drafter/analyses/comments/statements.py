"""Statements: what is said at one place of a file, and whose words it is, before it is read as a comment."""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.model import Comment, IsoType, Position

from .passage import Passage
from .sentences import for_a_person
from .struck import Deleted


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said at one place of a letter, minutes or table: its span in `body`, what the lines above
    or the cells beside it say (`iso_type`: of what kind it is), whose words they are where that is told.

    `besides`: stretches that belong to it and that its span leaves out: cells of a reason or wording, its
    list mark. `lead`: the first words of its sentence, where it is the second half. `told`: the words that a
    mark stands for, the title of the column that was ticked. `review`: a person must look.
    """

    body: Passage
    start: int
    end: int
    cited: str = ""
    proposal: str = ""
    reason: str = ""
    iso_type: IsoType | None = None
    agency: str | None = None
    besides: tuple[Position, ...] = ()
    lead: str = ""
    told: str = ""
    review: bool = False
    deleted: tuple[Deleted, ...] = ()  # what was struck in the cells beside it

    @property
    def words(self) -> str:
        """What it says, as printed."""
        own = self.body.printed(self.start, self.end)
        return self.told or (f"{self.lead}, {own}" if self.lead else own)

    @property
    def emphasis(self) -> tuple[tuple[int, int], ...]:
        """What of its words is bold, as offsets in them."""
        before = 0 if self.told or not self.lead else len(self.lead) + 2
        bold = () if self.told else self.body.emphasis(self.start, self.end)
        return tuple((start + before, end + before) for start, end in bold)

    @property
    def places(self) -> tuple[Position, ...]:
        """The stretches of the file that it is made of."""
        return (*self.body.places(self.start, self.end), *self.besides)

    def marked(self, comment: Comment) -> Comment:
        """The comment that was made of it, with where it stands and how it is sorted."""
        review = self.review or for_a_person(self.words)
        return replace(comment, places=self.places, review=review, iso_type=self.iso_type)
