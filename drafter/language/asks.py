"""Asks: all that a comment asks for, told from its text once: words, figures, acts, agencies, further wishes.

    "Thay “sao chép” bằng “giải mã”, đồng thời nêu rõ cam kết quốc tế." → replace with its words; clarify,
    about "cam kết quốc tế"
    "Đề nghị nâng lên 15% và … lên 5%" → replace, new "15%"; replace, new "5%"
    "Đề nghị giao Sở Nội vụ chủ trì …" → agency "Sở Nội vụ", counted by who leads

The grammar is in `data/asks.toml`; which operation comes first, and with which words, is for `requests`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import accumulate, pairwise

from drafter.model import Ask, Countable, Op, Reference, Topic, WordsRole

from .asking import Asking, ask_cues
from .lexicon import Expression
from .noise import canonical
from .normal import decoded
from .objections import each_apart
from .quotes import find_quotes
from .request_rules import together
from .requests import blanked, is_figure, operation, parts
from .several import further_parts
from .spots import spotted
from .there import each_there, listed_there
from .words import words

_OLD_WORDS = {Op.DELETE: WordsRole.DELETE, Op.REPLACE: WordsRole.REPLACE, Op.ADD: WordsRole.AFTER}
_TOLD = 2  # words: fewer say nothing of what is asked for


def asks(
    text: str,
    first: Ask | None,
    *,
    faulty: bool = True,
    topics: Sequence[Topic] = (),
    references: Sequence[Reference] = (),
    beside: Sequence[Reference] = (),
) -> tuple[Ask, ...]:
    """All that `text` asks for; `first` is its first operation, with its words.

    Without one it asks for something where it finds fault (`faulty`). `references` are the places
    cited in the text, `beside` those in the cells around.
    """
    plain = decoded(text)
    if plain != text:
        references = _moved(references, text)
    said = Asking(together(plain, blanked(plain, find_quotes(plain))), first, topics, references)

    def against(piece: str, op: Ask | None) -> bool:
        return Asking(piece, op, topics, ()).is_contrary

    own = partial(asks, faulty=False, topics=topics)
    if said.is_contrary and (both := each_apart(said.text, references, against, own)):
        return tuple(replace(ask, place=ask.place or _place(references, beside)) for ask in both)
    if not said.is_contrary and first == operation(text) and (each := each_there(said.text, references, own)):
        return each
    found = []
    if first is not None or faulty:
        place = _place(references, beside)
        found = [replace(_first(said), place=place)]
        found += [replace(each, place=place) for each in _further(said)]
        found = listed_there(found, said.text, references)
    if said.is_contrary:
        found = [replace(ask, contrary=True) for ask in found]
    if said.text != plain:
        found = [replace(ask, text=plain) if ask.text == said.text else ask for ask in found]
    kept = list(ask_cues().keep.pattern.finditer(said.text))
    if kept:
        words = _stays(first, kept, found) or said.text[kept[0].end() :].strip(" .;,")
        found.append(Ask(Op.KEEP, words or None, role=WordsRole.STANDING, text=said.text))
    return tuple(found)


def _moved(references: Sequence[Reference], text: str) -> list[Reference]:
    """Citations of `text` with their spans in the normal form of it."""
    edges = sorted({edge for one in references for edge in (one.start, one.end)})
    lengths = accumulate(len(decoded(text[start:end])) for start, end in pairwise((0, *edges)))
    places = dict(zip(edges, lengths, strict=True))
    return [replace(one, start=places[one.start], end=places[one.end]) for one in references]


def wanted(found: Sequence[Ask]) -> tuple[Ask, ...]:
    """`found` without what the comment is against: of that is left where, and that it is `contrary`."""
    kept = ("place", "text", "contrary", "unwanted", "lasting")
    left = (
        Ask(None, **{name: getattr(ask, name) for name in kept}) if ask.contrary else ask for ask in found
    )
    return tuple(dict.fromkeys(left))


def _stays(first: Ask | None, kept: Sequence[re.Match[str]], found: Sequence[Ask]) -> str | None:
    """The words that stay where they are not to be replaced: “A” of "không sửa “A” thành “B”"."""
    refused = any(one[0].lower().startswith("không") for one in kept) and any(ask.contrary for ask in found)
    return first.old if refused and first and first.op is Op.REPLACE else None


def likewise(asked: Sequence[Ask], before: Ask | None) -> tuple[Ask, ...]:
    """`asked` with the words of the comment `before` it in its letter, where it refers to them."""
    own = asked[0] if asked else None
    if own is None or own.op is None or not own.likewise or own.old or own.new:
        return tuple(asked)
    if before is None or not (before.old or before.new):
        return tuple(asked)
    return (own, replace(before, likewise=True, counts=()), *asked[1:])


def _place(references: Sequence[Reference], beside: Sequence[Reference]) -> str | None:
    """The citation that says where: not one that serves as a measure or names a second place."""
    own = [one for one in (*references, *beside) if one.act is None]
    first = next((one for one in own if not (one.measure or one.second)), own[0] if own else None)
    return first.text if first else None


# --- the first thing asked for -----------------------------------------------------------


def _first(said: Asking) -> Ask:
    asked = spotted(said.first or Ask(None), said.text, find_quotes(said.text))
    cues = ask_cues()
    target = cues.target.pattern.search(said.text)
    figures = _figures(said)
    deadline = cues.deadline.pattern.search(decoded(asked.new)) if asked.new else None
    return replace(
        asked,
        agency=_agency(said.text, cues.assign, cues.appoint, cues.lead_is, cues.lead_as),
        partner=_agency(said.text, cues.partner_is, cues.partner),
        figure=_figure(asked, figures, deadline is not None),
        deadline=deadline[0].strip() if deadline else None,
        role=_role_named(asked),
        text=said.text,
        about=target["what"] if target else _about(said),
        counts=tuple(name for name, counted in _COUNTABLE if counted(said)),
        acts=_acts(said),
        parts=parts(said.text),
        whole=said.has(ask_cues().whole),
        weighed=said.has(ask_cues().weighed),
        missing=said.has(ask_cues().missing),
        likewise=said.has(ask_cues().likewise),
    )


def _agency(text: str, *told: Expression) -> str | None:
    """The agency that `text` names as one that is to lead, or to take part: the first way that tells one."""
    found = (cue.pattern.search(text) for cue in told)
    return next((each["agency"].strip() for each in found if each), None)


def _figures(said: Asking) -> tuple[str, ...]:
    """The figures to come: "nâng … lên 30% … và … lên tối thiểu 55%"."""
    found = ask_cues().figure.pattern.findall(said.text) if said.op is Op.REPLACE else ()
    return tuple(one.strip() for one in found)


def _figure(asked: Ask, figures: Sequence[str], dated: bool) -> str | None:
    if asked.new and is_figure(asked.new):
        return None if dated else asked.new
    return figures[0] if figures else None


def _role_named(asked: Ask) -> WordsRole | None:
    if asked.old and asked.op:
        return _OLD_WORDS.get(asked.op, WordsRole.STANDING)
    return WordsRole.ADD if asked.new else None


def _about(said: Asking) -> str:
    """What is to be added or made clear, pieces of it apart, without the places cited; all of the text where
    nothing says so."""
    text = said.text
    for cited in sorted(said.references, key=lambda one: -one.start):
        if cited.act is None:
            text = f"{text[: cited.start]}{' ' * (cited.end - cited.start)}{text[cited.end :]}"
    cues = ask_cues()
    found = cues.asked.pattern.findall(text) or [one["what"] for one in cues.wished.pattern.finditer(text)]
    told = [" ".join(piece.split()) for piece in found if len(words(piece)) >= _TOLD]
    return " ; ".join(told) or said.text


def _acts(said: Asking) -> tuple[str, ...]:
    """The numbers of the acts to be cited."""
    if said.op not in (Op.ADD, Op.CLARIFY, Op.REPLACE):
        return ()
    named = (ask_cues().act.pattern.search(one.act) for one in said.references if one.act)
    numbers = tuple(found[0] for found in named if found)
    return numbers or (_listed_acts(said.text) if said.op is Op.ADD else ())


def _listed_acts(text: str) -> tuple[str, ...]:
    """The first act that a text numbers and those that make a list with it."""
    found = list(ask_cues().act.pattern.finditer(text))
    listed = found[:1]
    for one in found[1:]:
        if not ask_cues().act_joint.pattern.fullmatch(text[listed[-1].end() : one.start()]):
            break
        listed.append(one)
    return tuple(one[0] for one in listed)


def _adds(said: Asking) -> bool:
    return said.op in (Op.ADD, Op.REPLACE, Op.CLARIFY)


def _is_part(said: Asking) -> bool:
    """ "Phần bối cảnh nên rút ngắn"; "bổ sung quy định rút ngắn thủ tục" asks for something else."""
    return not _adds(said) and (Topic.SHORTEN in said.topics or said.op is Op.SHORTEN)


def _is_targets(said: Asking) -> bool:
    """ "Chỉ tiêu còn dàn trải, chưa cụ thể"."""
    spoken_of = {Topic.SCATTERED, Topic.VAGUE} & set(said.topics) and said.asks_for(ask_cues().targets)
    return bool(spoken_of) and said.op is not Op.ADD


# In the order in which they are counted.
_COUNTABLE: tuple[tuple[Countable, Callable[[Asking], bool]], ...] = (
    (
        Countable.LENGTH,
        lambda said: said.op is Op.SHORTEN or (Topic.LENGTH in said.topics and not _adds(said)),
    ),
    (Countable.PART, _is_part),
    (Countable.TARGETS, _is_targets),
    (
        Countable.HEADINGS,
        lambda said: (
            Topic.STRUCTURE in said.topics and said.op is not None and said.asks_for(ask_cues().headings)
        ),
    ),
    (Countable.ROADMAP, lambda said: Topic.ROADMAP in said.topics and said.asks_for(ask_cues().yearly)),
    (Countable.ACTS, lambda said: bool(_acts(said))),
    (Countable.ASSIGNED, lambda said: said.asks_for(ask_cues().assign)),
    (Countable.LEAD, lambda said: said.asks_for(ask_cues().lead)),
    (Countable.TARGET, lambda said: said.asks_for(ask_cues().target)),
)


# --- further things ----------------------------------------------------------------------


def _further(said: Asking) -> list[Ask]:
    """What is asked for behind the first: other figures, words, operations, or else something to be said."""
    parts = [_of_part(part) for part in further_parts(said.text, said.first)]
    named = {canonical(part.new or "") for part in parts}
    return [*(one for one in _other_figures(said) if canonical(one.new or "") not in named), *parts]


def _of_part(part: Ask) -> Ask:
    """A part of a request with what its own words say."""
    own = _first(Asking(part.text, part, (), ()))
    about = part.about or own.about
    return replace(own, about=about, counts=(), acts=(), likewise=False, missing=False)


def _other_figures(said: Asking) -> list[Ask]:
    new = decoded(said.first.new or "") if said.first else ""
    if not any(map(str.isdigit, new)):
        return []
    others = list(_figures(said))
    own = (one for one in others if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", new))
    if (first := next(own, None)) is not None:
        others.remove(first)  # two indicators may be asked to get one figure
    return [Ask(Op.REPLACE, None, one, figure=one, role=WordsRole.ADD, text=one) for one in others]
