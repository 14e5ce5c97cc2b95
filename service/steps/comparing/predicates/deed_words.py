"""Words for deeds and parts that one alone can have done or filled, as general English has them.

Knows nothing of sentences or stories. The notation is that of phrases.py. ">" marks what names its doer behind it
("hired", "sold to"), "=" a noun that names him on either side; all else names him before. Behind a deed's name stands
"once" where several may do it, so that a word must say that one did ("alone", "the only goal").
"""

DEED_WORDS = """
succeed:
  succeed* take*_over_from take*_over_as take*_the_helm take*_charge step*_into_~_shoes >appoint* >hire* >promote*
  >turn*_to >install* >replaced_by >named_as =next_chief =new_chief =new_head =new_leader =new_director =next_director
  =next_president =next_leader =successor
elect:
  win*_~_election win*_~_presidency win*_~_seat win*_~_race become*_mayor become*_president become*_governor
  >elect* =new_mayor =new_president =new_governor
buy:
  buy* acquire* purchase* snap*_up take*_over win*_the_auction outbid* >sold_to >pass*_to >belong*_to >owned_by
  =new_owner =new_owners =buyer =winning_bid
author:
  write* author* pen* draft* compose* sign* >written_by >penned_by >work_of =author
drive:
  drive* at_the_wheel behind_the_wheel at_the_controls at_the_helm steer* pilot*
win:
  win* take*_gold take*_the_title clinch* triumph* crowned =winner =champion =first_prize =gold_medal
design:
  design* build* invent* devise* create* >designed_by >built_by =architect =creator =brainchild
found:
  set_up start*_the_company establish* >founded_by =founder
chair:
  chair* preside* lead*_the_inquiry lead*_the_investigation head*_the >led_by >headed_by >chaired_by
order:
  order* give*_~_order issue*_~_order sign*_~_order >ordered_by
first:
  raise*_the_alarm first_to come*_first get*_there_first tip*_off
find: once
  discover* spot* find* locate* stumble*_on stumble*_upon come*_across >found_by
score: once
  score* net* head* strike* slot* convert* =winner =goal =try
rescue: once
  rescue* save* pull*_~_from drag*_~_from dive*_in swim*_out bring*_~_ashore bring*_~_to_the_bank carry*_~_out
  haul*_~_from lift*_~_from pull*_~_out >rescued_by
kill: once
  kill* shoot* stab* murder* gun*_~_down >killed_by >shot_by =killer =gunman =attacker
set: once
  set*_fire set*_~_alight light* start*_the_fire plant*_the_bomb =arsonist
provoke:
  fire*_first shoot*_first open*_fire break*_the_truce break*_~_ceasefire strike*_first fire*_the_first
  throw*_~_first_punch start*_the_fight
pay:
  pay*_for donate* fund* foot*_~_bill bequeath* finance* >gift_of >gift_from >donated_by >paid_for_by
perform:
  sing* play*_the_part star*_as play*_the_role conduct* host* present*_the >sung_by >played_by >conducted_by
leak:
  leak* hand*_~_to_the_press pass*_~_to_the_press =source_of_the_leak
steal: once
  steal* rob* mastermind* =thief =burglar =ringleader
"""
# Words that say that one did it.
ALONE = frozenset(
    "only sole alone single singlehandedly handedly lone solo first winning one unaided himself herself".split()
)
