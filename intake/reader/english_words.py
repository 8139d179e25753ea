"""The words by which an English article tells what was agreed, as data beside the lexicon."""

from typing import Final

from intake.reader.lexicon import phrases

BOTH_SIDES: Final = phrases("""
    the two sides | both sides | the two provinces | both provinces | the two localities |
    both localities | the three provinces | the three sides | all sides | the parties |
    the two parties | the provinces | the sides | they | leaders of the two provinces |
    the two delegations""")
AGREE_VERBS: Final = phrases("""
    agreed to | agreed that | agreed on | agreed | pledged to | committed to |
    reached agreement on | reached consensus on | were unanimous on | undertook to""")
EMPTY_OBJECTS: Final = phrases("""
    sign | hold talks | meet | that relations | that the relationship | that ties |
    that cooperation has | a number of | many | several | the contents""")
# What those who meet will do while they meet, or at their next meeting.
AGENDA_VERBS: Final = phrases("""
    sign | hold | visit | meet | host | be held | take place | attend | leave | tour | review
    | discuss""")
ASK_VERBS: Final = phrases("""
    asked | proposed | suggested | requested | urged | called on | called for | hoped |
    wished | expressed his hope | expressed her hope | expressed hope | expressed his wish |
    recommended""")
PETITION_VERBS: Final = phrases("""
    ask | propose | request | petition | recommend | submit | report | seek""")
AUTHORITIES: Final = phrases("""
    government | governments | central government | ministries | prime minister""")
BOTH_GOVERNMENTS: Final = phrases("""
    their governments | the two governments | both governments | governments of both |
    governments of the two | their respective governments""")
RESULT_VERBS: Final = phrases("""
    granted | trained | provided | helped | exchanged | built | handed over | donated |
    received | organised | organized | seized | arrested | repatriated | found | supported |
    completed | opened | treated | reached | hit | totalled | totaled | amounted | rose |
    increased | conducted | coordinated""")
SPANS: Final = phrases("""
    over the past | in the past | during the past | since | last year | this year |
    so far | to date | in recent years | in the first | in the last | by the end of""")
SHARED: Final = phrases("""
    two-way | bilateral | the two sides | the two provinces | both sides | between the two |
    from each other""")
OWN_ECONOMY: Final = phrases("""
    economy | economic growth | gross regional | grdp | gdp | budget revenue | per capita |
    foreign investment""")
OWN_PROVINCE: Final = ("the province", "our province", "the city")
