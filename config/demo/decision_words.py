"""What the records of the decision say. The days, options and sums are on the public record; the rest is made up."""

from datetime import date

DECIDED = {
    "title": "Meals at home go on: hot or frozen, for £4.55",
    "summary": "If you get a hot meal, you go on getting one, and pay 50p more. "
    "You can ask for frozen meals. Somebody still looks in.",
    "question": "Which of the four options for community meals should be chosen?",
    "users_said": "Keep it. It matters to us. Many worry about frozen meals, and whether they can heat them.",
    "users_words": "“Keep it hot.”\n“My hands cannot work a microwave.”\n“The driver is the one person I see all day.”",
    "into_committee": "Respondents expressed a preference for retention of the current hot meal provision. "
    "Concerns were raised regarding service users' capacity to regenerate frozen meals. (These words are made up.)",
    "officers_advised": "Option 3. It keeps the service and the look-in, and saves £427,000 a year.",
    "authority": "cabinet",
    "decided_by": "The cabinet of Rhondda Cynon Taf, as a key decision, subject to call-in",
    "expected_on": date(2023, 1, 23),
    "taken_on": date(2023, 1, 23),
    "decided": "Option 3. People who get a hot meal see no change. Nobody has to heat a meal unless they choose to. "
    "Frozen meals come only when somebody asks for them. The look-in stays.",
    "committee_text": "RESOLVED that Option 3 be approved: reconfiguration of the in-house service, with hot or frozen "
    "provision and a meal charge of £4.55, welfare checks being retained. (Made up around the record.)",
    "why_it_differs": "Users asked for no higher price. The price goes up by 50p, because the council has to save. "
    "What users said changed how the option is done. It did not change which one was chosen.",
    "how_voted": "unsaid",
    "interests": "Nobody wrote down whether a member of the cabinet had an interest.",
    "is_key": "yes",
    "notice_on": date(2022, 12, 20),
    "papers_on": date(2023, 1, 13),
    "can_be_called_in": "yes",
    "told_on": date(2023, 1, 24),
}
SHAPED = {
    "title": "The cabinet names the option that it prefers",
    "summary": "From then on three of the four options were no longer likely.",
    "shaped_on": date(2022, 11, 29),
    "narrowed": "Four options were looked at. One was named as preferred before users were asked.",
    "authority": "cabinet",
    "by_whom": "The cabinet, on the advice of officers",
    "users": "not asked",
}
BRIEFED = {
    "title": "What the forms said",
    "summary": "Officers told the cabinet what people had said, and how many.",
    "sort": "briefing",
    "with_whom": "The meals officers with the whole cabinet",
    "spoke_for": "The council",
    "held_on": date(2023, 1, 18),
    "came_of_it": "The cabinet asked how many people could not heat a meal.",
}
LOBBIED = {
    "title": "Frozen meals for everybody",
    "summary": "A firm said that it would be cheaper to bring frozen meals only.",
    "sort": "lobbying",
    "with_whom": "A made-up seller of frozen meals with one member of the cabinet",
    "spoke_for": "The firm itself",
    "held_on": date(2023, 1, 12),
    "came_of_it": "Nothing. The firm was told to say so in the open, like everybody else.",
}
WHO_DECIDES = {
    "title": "Who decides about meals at home",
    "summary": "The cabinet decides about the whole service. Officers decide how each day runs.",
    "lies": "both",
    "said_by": "The head of the service",
    "officers_do": "Officers choose what goes before the cabinet, and how it is carried out.",
    "councillors_do": "The cabinet chooses the option, the price and the money.",
    "users_view": "The option was on paper before we were in the room. Who writes the options decides most of it.",
    "users_view_from": "Meals Voice, at its meeting on 26 January",
}
CALLED_IN = {
    "title": "Was there time enough over Christmas?",
    "summary": "Some councillors stopped the decision for two weeks, to look at how people were asked.",
    "called_in_on": date(2023, 1, 27),
    "called_in_by": "Three made-up councillors who do not sit in the cabinet",
    "grounds": "People were asked for five weeks over Christmas. Many forms came back late.",
    "looked_at_on": date(2023, 2, 6),
}
SETTLED_BY = "A made-up meeting of the scrutiny committee"
UPHELD_BECAUSE = (
    "Most people who get meals had sent their form back, and staff had helped with it. "
    "The committee asks that nobody is asked over Christmas again."
)
