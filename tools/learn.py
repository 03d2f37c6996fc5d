"""Learns the weights of the reader's second opinion from papers with answers, `python -m tools.learn cases [DIR ...]`.

Needs scikit-learn (`pip install "congdoan[learn]"`), which the product itself does not. With `--check` nothing is
written: each fifth of the papers is judged by what was learned from the others.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing import Pool
from pathlib import Path

from congdoan.documents.reading.evaluation.alike import near_passage, passage, plain, same_passage
from congdoan.documents.reading.evaluation.answers import Item, load_answers
from congdoan.documents.reading.evaluation.folder import Case, cases_in
from congdoan.documents.reading.evaluation.pairs import pair
from congdoan.documents.reading.extract.extract import extract
from congdoan.documents.reading.extract.source import SourceLine
from congdoan.documents.reading.layout.markers import marker_of
from congdoan.documents.reading.layout.text_lines import ENDS
from congdoan.documents.reading.learned import lines, names, times, work
from congdoan.documents.reading.learned.linear import SCALE, Linear
from congdoan.documents.reading.learned.pairs import pairs
from congdoan.documents.reading.reader import Understood, silent, understand
from congdoan.documents.reading.tasks.draft import Draft

WEIGHTS = Path(__file__).resolve().parent.parent / "congdoan" / "documents" / "reading" / "learned" / "weights"
PAIRS = WEIGHTS / "word_pairs.json"
SELDOM, SLIGHT = 3, 10
"""Features in fewer passages, and weights below this (in hundredths), are left out."""
FOLDS = 5
BREAKS = 2
"""Places in a paragraph that are taken as broken, about."""
QUESTIONS = ("work", "name_end", "line_goes_on", *(f"time_{kind}" for kind in times.KINDS))
STRENGTH = {"work": 1.0, "name_end": 3.0}
"""How freely weights may grow (the inverse of regularisation); of times as of names."""


@dataclass(frozen=True, slots=True)
class Sample:
    question: str
    features: frozenset[str]
    answer: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    for question in QUESTIONS:
        if not (WEIGHTS / f"{question}.json").exists():
            write(question, 0, {})
    if not PAIRS.exists():
        PAIRS.write_text("{}\n", "utf-8")
    cases = [case for folder in arguments.folders for case in cases_in(folder)]
    with Pool() as pool:
        papers = list(pool.imap(samples_of, cases, 4))
    if arguments.check:
        check(papers)
        return
    write_pairs(cases)
    for question, samples in sorted(by_question(papers).items()):
        bias, weights = fit(question, samples)
        write(question, bias, weights)
        print(f"{question}: {len(samples):,} samples, {len(weights):,} weights")


def write(question: str, bias: int, weights: dict[str, int]) -> None:
    WEIGHTS.mkdir(exist_ok=True)
    content = json.dumps({"bias": bias, "weights": dict(sorted(weights.items()))}, ensure_ascii=False, indent=0)
    (WEIGHTS / f"{question}.json").write_text(content + "\n", "utf-8")


def write_pairs(cases: list[Case]) -> None:
    """In how many papers each two words stand beside each other; pairs of a single paper are left out."""
    counts: Counter[str] = Counter()
    for case in cases:
        source = extract(case.paper, silent)
        if not source.ocr:
            texts = [item.text if isinstance(item, SourceLine) else " ".join(item.cells) for item in source.items]
            counts.update({f"{one} {two}" for text in texts for one, two in pairs(text)})
    kept = {words: count for words, count in sorted(counts.items()) if count > 1}
    PAIRS.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", "utf-8")
    print(f"word_pairs: {len(kept):,} pairs")


def by_question(papers: Iterable[list[Sample]]) -> dict[str, list[Sample]]:
    sorted_out: dict[str, list[Sample]] = {}
    for samples in papers:
        for sample in samples:
            sorted_out.setdefault(sample.question, []).append(sample)
    return sorted_out


def fit(question: str, samples: list[Sample]) -> tuple[int, dict[str, int]]:
    """The bias and the weights, in hundredths."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    seen = Counter(feature for sample in samples for feature in sample.features)
    rows = [dict.fromkeys(sorted(one for one in sample.features if seen[one] >= SELDOM), 1) for sample in samples]
    vectors = DictVectorizer(dtype=float)
    matrix = vectors.fit_transform(rows)
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    model = LogisticRegression(C=STRENGTH.get(question, 3.0), solver="liblinear", max_iter=500, random_state=0)
    model.fit(matrix, [sample.answer for sample in samples])
    rounded = {name: round(weight * SCALE) for name, weight in zip(vectors.feature_names_, model.coef_[0], strict=True)}
    kept = {name: weight for name, weight in rounded.items() if abs(weight) >= SLIGHT}
    return round(float(model.intercept_[0]) * SCALE), kept


def check(papers: list[list[Sample]]) -> None:
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for fold in range(FOLDS):
        others = by_question(paper for at, paper in enumerate(papers) if at % FOLDS != fold)
        models = {question: Linear(*fit(question, samples)) for question, samples in others.items()}
        for question, samples in by_question(papers[fold::FOLDS]).items():
            asked[question] += len(samples)
            right[question] += sum((models[question].chance(one.features) > 0.5) == one.answer for one in samples)
    for question in sorted(asked):
        print(f"{question}: {right[question] / asked[question]:.2%} of {asked[question]:,} right")


def samples_of(case: Case) -> list[Sample]:
    answers = load_answers(case.answers)
    understood = understand(extract(case.paper, silent))
    wanted = [(passage(item["text"]), item) for item in answers.tasks]
    given = [(passage(understood.found.paper.text[one.start : one.end]), one) for one in understood.found.drafts]
    pairs = pair(
        wanted,
        given,
        lambda one, other: same_passage(one[0], other[0], whole=answers.whole),
        lambda one, other: near_passage(one[0], other[0], whole=answers.whole),
    )
    both = [(item, draft) for (_, item), (_, draft) in pairs.both]
    missed = [words for words, _ in pairs.missed]
    extra = [draft for _, draft in pairs.extra]
    return [
        *_of_work(understood, [draft for _, draft in both], extra, missed),
        *_of_times(understood, both),
        *_of_names(understood, both),
        *_of_lines(understood),
    ]


def _of_work(understood: Understood, right: list[Draft], extra: list[Draft], missed: list[str]) -> Iterator[Sample]:
    """Each passage: those that became tasks rightly or wrongly, and those that did not."""
    found = understood.found
    for drafts, answer in ((right, True), (extra, False)):
        for draft in drafts:
            folded = found.paper.folded[draft.start : draft.end]
            yield Sample("work", frozenset(work.features(folded, draft.block.part)), answer)
    for block in found.tree.blocks:
        if block.at in found.reasons:
            words = passage(found.paper.text[block.body : block.end])
            answer = any(one and one in words for one in missed)
            yield Sample("work", frozenset(work.features(found.words(block), block.part)), answer)


def _of_times(understood: Understood, both: list[tuple[Item, Draft]]) -> Iterator[Sample]:
    """Tasks whose limit, if any, stands in their own words."""
    for item, draft in both:
        own = draft.due is None or draft.start <= draft.due.start < draft.end
        seen = frozenset(times.features(understood.found.paper.folded[draft.start : draft.end]))
        if own and seen:
            due = item["due"]
            kind = times.NONE if not due else times.DAY if due[0].isdigit() else times.RHYTHM
            for one in times.KINDS:
                yield Sample(f"time_{one}", seen, one == kind)


def _of_names(understood: Understood, both: list[tuple[Item, Draft]]) -> Iterator[Sample]:
    """Each place in the names of bodies that were read rightly: whether the name ends there."""
    found, done = understood.found, set()
    for item, draft in both:
        for units, answer in ((draft.lead, item["lead"]), (draft.cooperating, item["cooperating"])):
            names_read = {plain(found.unit_name(unit.name)) for unit in units}
            if names_read != {plain(one) for one in answer}:
                continue
            for unit in units:
                if unit.span in done:
                    continue
                done.add(unit.span)
                words, last = names.name_and_after(found.paper.text, unit.span.start, unit.span.end)
                for at, seen in enumerate(names.features(words, last)):
                    yield Sample("name_end", frozenset(seen), at == last)


def _of_lines(understood: Understood) -> Iterator[Sample]:
    """Ends of paragraphs, and places inside them where a line might have been broken."""
    paper = understood.found.paper
    texts = ["" if one.cells else paper.text[one.start : one.end] for one in paper.paragraphs]
    for before, line in pairwise(texts):
        if _may_go_on(before, line):
            yield Sample("line_goes_on", frozenset(lines.features(before, line)), False)
    for text in texts:
        breaks = [at for at, letter in enumerate(text) if letter == " " and _may_go_on(text[:at], text[at + 1 :])]
        for at in breaks[:: max(1, len(breaks) // BREAKS)]:
            yield Sample("line_goes_on", frozenset(lines.features(text[:at], text[at + 1 :])), True)


def _may_go_on(before: str, line: str) -> bool:
    """Whether only the words can tell: no end of a sentence, no small letter, no number of an item after it."""
    if not before or not line or before.endswith(ENDS) or before.isupper():
        return False
    return (line[0].isupper() or line[0].isdigit()) and marker_of(line) is None


if __name__ == "__main__":
    main()
