"""extract: one whole article in, its figures and events out. The order in which a sentence is read:

    prefilter   may this paragraph hold a figure at all? nearly all text ends here
    words/      word lists as data, sentences, tokens
    numbers/    numbers, what bounds they state, and which of them count nothing
    nouns/      what a number counts: the noun group behind it, and whether it is troops or arms
    clauses/    a sentence with its verbs and parties, and what the paragraph has named before it
    fates/      what happened to the counted: the verb that governs it, hence status and stance
    sides/      whose they are, and who is on the other side
    speakers/   who says so
    events/     who did what to whom, where and when, beside the figures

`readings` puts the figures of a sentence together, `figures` those of an article, `explain` shows each
step; `gather` and `versions` see to whole articles in order, and `agent` is what the flow calls.
"""
