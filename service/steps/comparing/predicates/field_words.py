"""The words of fields.py: general English in fields of two sides that cannot both hold of one thing.

Knows nothing of sentences or stories. The notation is that of phrases.py; behind a field's name stand its flags
"""

FIELD_WORDS = """
decision:
+ approve* ratify* endorse* pass* adopt* accept* authorise* authorize* back* greenlight* sanction* approval
  give*_~_green_light give*_~_go_ahead give*_~_nod give*_~_blessing give*_~_backing wave*_~_through nod*_~_through
  vote*_~_through sign*_off clear*_the_way vote*_for vote*_in_favour vote*_in_favor say*_yes agree*_to
  vote*_to_accept rubber_stamp* uphold* grant* won_approval carried get*_~_green_light get*_~_go_ahead clear*
  get*_~_approval win*_~_backing win*_~_approval plump*_for opt*_for confirm* allow* permit* agree*
  grant*_~_permission
- reject* veto* refuse* quash* spurn* rebuff* rejection turn*_~_down throw*_~_out vote*_~_down strike*_~_down
  knock*_~_back say*_no vote*_against vote*_no voted_to_reject dismiss* decline* kill*_off withhold*_~_approval
  deny*_permission block* overturn* defeat* is_dead was_defeated scupper* torpedo* snub* vote*_~_out fail*_to_pass
  fell_short failed_to_win say*_~_no shoot*_~_down bar* thumbs_down refused_permission put_paid_to
going_ahead: flips planned
+ go*_ahead take*_place proceed*_with press*_ahead push*_ahead as_planned as_scheduled on_schedule walk*_out
  will_be_held was_held were_held went_off as_usual ran_normally run*_normally as_normal on_time to_plan go*_on
  walk*_off_the_job down*_tools join*_~_strike
- cancel* scrap* abandon* postpone* axe* shelve* ditch* suspend* call*_~_off put*_~_off pull*_the_plug called_off
  withdraw* drop*_plans drop*_the_plan back*_out stand*_~_down never_happened put_on_ice put_on_hold rain*_off
  wash*_out called_a_halt scratch* at_a_standstill never_took_place never_left
open: flips changes
+ open* reopen* wide_open flow* running_again back_in_service unlocked back_in_use passable resume* ajar
  in_operation open_again wave*_through let*_~_in let*_~_through move*_freely
- close* shut* seal* stay*_shut remain*_shut sealed_off locked impassable blocked barred out_of_service out_of_use
  shut_down suspend* at_a_standstill off_limits boarded_up bolted cordon*_off turned_away fenc*_off no_entry
  turn*_~_away
change: changes
+ cut* trim* lower* raise* reduce* lift* increase* hike* slash* ease* double* halve* go*_up go*_down put*_~_up
  shave* push*_~_up bring*_~_down rewrite* amend* move*
- unchanged unaltered leave*_~_where_they_were leave*_~_where_it_was keep*_~_where_they_were stand*_pat on_hold
  no_change hold*_~_steady keep*_~_steady left_alone frozen hold*_~_at keep*_~_on_hold not_moved freeze* untouched
  stay*_the_same remain*_the_same same_as_before as_it_was as_they_were intact make*_no_change kept_its no_move
alive: of_person changes
+ survive* alive survivor walk*_away pull*_through unhurt unharmed uninjured unscathed recover*
- die* kill* perish* drown* dead found_dead lose*_~_life lost_~_lives body fatally succumb*
free: of_person follows
+ release* free* freed let*_~_go walk*_free bailed granted_bail at_large at_liberty set_~_free still_hunting
  on_the_run search*_for hunt*_for escape*
- custody detain* arrest* jail* remand* imprison* behind_bars refused_bail denied_bail in_detention in_jail held
  locked_up recaptured give*_~_up
guilt: flips of_person
+ convict* guilty found_guilty conviction
- acquit* exonerate* not_guilty found_innocent cleared_of acquittal innocent walk*_free absolve*
deal: changes
+ reach*_~_agreement reach*_~_deal strike*_~_deal sign*_~_deal sign*_~_agreement sign*_~_accord sign*_~_treaty
  sign*_~_pact clinch*_~_deal seal*_~_deal agree*_on settle* with_a_deal with_an_agreement come*_to_terms
  agree*_terms reach*_~_settlement reach*_~_compromise strike*_~_bargain shake*_hands_on reach*_~_accord
- deadlock stalemate impasse break*_down fall*_apart collapse* break*_up without_a_deal without_agreement no_deal
  no_agreement without_an_agreement fail*_to_agree fail*_to_reach empty_handed walk*_out still_apart founder*
  end*_in_failure reach*_no
victory: of_subject
+ win* triumph* victory prevail* victorious champion champions take*_~_title take*_gold be_elected was_elected
  re_elected hold*_~_seat beat*_~
- lose* defeated be_beaten was_beaten were_beaten go*_down_to bow*_out knocked_out concede* runner_up lost_out
tenure: flips of_subject changes
+ stay*_on stay*_in_office remain*_in_office keep*_~_job keep*_~_post remain*_in_post cling*_on continue*_as
  carry*_on serve*_out remain*_as stay*_as no_plans_to_resign stays_put
- resign* quit* step*_down stand*_down leave*_~_post leave*_~_job be_sacked was_sacked was_dismissed was_fired
  was_ousted removed_from forced_out resignation walk*_away_from_~_job
leaving: of_person
+ resign* quit* step*_down stand*_down of_her_own_accord of_his_own_accord resignation leave*_voluntarily
  chose_to_go
- sack* fire* oust* dismiss* be_removed was_removed forced_out push*_~_out dismissal shown_the_door threw_~_out
found: ends
+ recover* locate* retrieve* be_found was_found were_found has_been_found have_been_found turned_up track*_~_down
  came_to_light unearthed found_safe discover*
- missing untraced no_trace never_found not_been_found still_lost remain*_lost no_sign vanish* whereabouts
  search*_~_for searched_in_vain come*_up_empty
permission: flips changes
+ allow* permit* legalise* legalize* licence* license* entitle* lift*_~_ban lawful legal legally free_to clear*_to
  with_permission
- ban* forbid* outlaw* prohibit* bar* illegal unlawful unlicensed illegally without_permission no_licence off_limits
  unauthorised unauthorized
keeping: changes
+ keep* retain* preserve* maintain* save* extend* renew* spare* leave*_~_in_place stay*_in_place stand*_by survive*
  remain*_in_place stays in_force retained save*_from here_to_stay
- scrap* abolish* axe* ditch* repeal* lapse* remove* demolish* end* drop* withdraw* do*_away_with get*_rid_of
  pull*_~_down tear*_~_down let*_~_lapse taken_off pull*_the_plug phase*_~_out shut*_~_down wind*_~_up lift*_~_ban
  cast*_~_aside throw*_~_away discard* consign* rip*_~_out fell* chop*_~_down cut*_~_down
beginning: flips changes
+ begin* start* commence* launch* get*_under_way under_way kick*_off already_started come*_on came_into_force
  take*_effect
- stop* halt* cease* stall* delay* postpone* not_begun yet_to_begin yet_to_start never_began never_started
  hold*_~_up not_started put_~_back
presence: flips of_subject
+ attend* appear* perform* thrill* headline* show*_up turn*_up take*_part take*_the_stage on_stage be_present
  was_present were_present sit*_through was_there were_there was_in_attendance came_to in_the_room in_the_chamber
  make*_~_appearance was_on_hand took_the_field play*_in
- miss* skip* boycott* stay*_away pull*_out be_absent was_absent were_absent no_show fail*_to_appear absence absent
  empty_chair did_not_come was_away was_abroad at_home cry*_off withdraw* pull*_out_of stay*_home failed_to_turn_up
  nowhere_to_be_seen sit*_~_out not_there
filled:
+ packed crowded full_house sold_out to_capacity standing_room overflowing bursting
- empty deserted half_empty unsold empty_seats hardly_anyone sparse thin_crowd almost_nobody
harm: changes
+ destroy* damage* wreck* gut* ruin* hit* flatten* scorch* contaminate* pollute* taint* burn*_down contaminated
  poisoned toxic laced_with tested_positive unsafe unfit infected infest* bombed shell* deface* vandalise*
  vandalize* ravage* lay_in_ruins in_ruins bent_beyond cracked leaking poison* contaminat* unfit_to
- intact undamaged unscathed untouched unharmed spared clean uncontaminated free_of clear_of tested_negative safe
  fit_to escaped_damage no_damage not_a_scratch no_trace_of pure unbroken no_harm came_through sound in_one_piece
  undisturbed drinkable harmless
cover: flips
+ insured licensed covered certified registered qualified fully_insured valid_licence holds_a_licence up_to_date
  with_a_permit had_a_permit
- uninsured unlicensed unregistered unqualified lapsed expired not_insured no_insurance without_insurance
  without_a_licence without_a_license let*_~_lapse without_a_permit run_out no_permit out_of_date let*_~_insurance
  no_cover forgot_to_renew never_renewed not_covered unlicenced
working: flips changes
+ sound* function* work*_properly went_off kicked_in in_working_order worked_perfectly cut_in as_it_should
  as_they_should was_working were_working switched_on turned_on in_perfect_order operational rang blar* worked
  did_their_job did_its_job
- fail* silent broken malfunction* out_of_order switched_off turned_off never_sounded did_not_work dead not_working
  stayed_silent disabled disconnected faulty out_of_action silenced mute switched_it_off out_of_battery
  refused_to_start not_switched_on
notice: flips
+ warn* alert* notify* inform* consult* brief* give*_~_notice given_~_warning told_in_advance knew_in_advance
  known_for had_a_say forewarn* saw_it_coming told_~_beforehand weeks_of_notice long_knew
- unaware no_warning without_warning no_notice without_notice in_the_dark never_told not_told not_consulted
  out_of_the_blue learn*_only only_learn* no_idea knew_nothing caught_unawares without_consulting first_they_heard
  surprised by_surprise had_no_inkling only_found_out took_~_by_surprise
company: flips of_subject
+ acted_alone acting_alone alone by_himself by_herself single_handed single_handedly without_help on_his_own
  on_her_own solo unaided lone by_itself no_accomplice no_accomplices one_man one_woman single_person
- accomplice accomplices with_help together_with helped_by group_of gang a_second_man alongside two_men
  with_the_help_of in_a_team conspirators helpers with_two_others with_others pair_of two_people three_people
arms: flips of_subject
+ armed gun pistol rifle knife carried_a_gun carrying_a_gun was_carrying
- unarmed no_weapon without_a_weapon empty_handed carried_no
sobriety: flips of_subject
+ drunk drinking intoxicated over_the_limit over_the_legal_limit under_the_influence smelled_of_alcohol
  positive_for_alcohol
- sober not_been_drinking no_alcohol passed_a_breath_test passed_the_breath_test below_the_limit under_the_limit
  stone_cold_sober teetotal
intent: flips
+ deliberate deliberately intentional intentionally arson sabotage murder murdered on_purpose foul_play
  set_on_purpose poured_petrol set_~_alight lit_on_purpose planned premeditated arsonist arsonists
- accident accidental accidentally mishap unintentional by_mistake natural_causes electrical_fault by_accident
  inadvertently no_foul_play unintended unplanned innocent_mistake slip_of
apology: flips of_subject
+ apologise* apologize* apology say*_sorry express*_regret regrets
- unrepentant refuse*_to_apologise refuse*_to_apologize no_apology nothing_to_apologise nothing_to_apologize
  nothing_to_be_sorry stand*_by
price:
+ free gratis free_of_charge at_no_cost at_no_charge for_nothing without_charge costs_nothing no_charge
  at_no_extra_cost free_entry
- fee fare toll surcharge have_to_pay must_pay will_pay charged_for at_a_price paid_for paid_a_fee will_cost
  ticket_price
unity: flips
+ unanimous unanimously without_dissent with_one_voice no_dissent all_voted without_a_vote_against to_a_man
- split narrowly by_a_single_vote dissent dissenting divided by_one_vote casting_vote close_vote
peace: flips
+ peaceful peacefully orderly without_incident no_arrests no_trouble calm passed_off_quietly without_trouble
- violent riot riots scuffles clashes clashed violence bloodshed tear_gas stones_were_thrown threw_stones
  turned_ugly running_battles
attitude: flips of_subject
+ support* favour* favor* champion* welcome* speak*_up_for spoke_in_favour in_favour_of in_favor_of came_out_for
- oppose* condemn* object* speak*_out_against come*_out_against came_out_against hostile_to against_the
promptness: flips of_subject
+ on_time on_schedule at_once immediately within_minutes ahead_of_schedule promptly without_delay right_away
  straight_away
- late delayed overdue behind_schedule hours_later an_hour_late belatedly too_late only_after kept_waiting
will: flips of_subject
+ voluntarily willingly of_their_own_accord of_her_own_accord of_his_own_accord by_choice own_free_will chose_to
- forced compelled forcibly against_their_will against_her_will against_his_will made_to ordered_out under_duress
  coerced
success: flips of_subject
+ succeed* successful successfully manage*_to work*_out paid_off was_a_success
- unsuccessful in_vain fail*_to was_a_failure to_no_avail without_success came_to_nothing
evacuation: flips changes
+ evacuate* move*_out led_to_safety leave*_their_homes leave*_~_homes forced_from_their_homes told_to_leave
  taken_to_safety cleared_of ordered_out ordered_to_leave told_to_get_out left_their_homes
- stay*_put stay*_indoors remain*_in_their_homes stay*_in_their_homes stay*_at_home nobody_was_moved no_evacuation
  remain*_indoors slept_in_their_own no_one_was_moved in_their_own_beds allowed_to_stay told_to_stay
plea: flips of_person
+ admit* confess* own*_up plead*_guilty pleaded_guilty guilty_plea take*_~_blame confession
- protest*_~_innocence plead*_not_guilty pleaded_not_guilty maintain*_~_innocence deny*_all denies_all deny*_any
  not_guilty_plea
sale: flips changes
+ sell* bought change*_hands found_a_buyer was_sold has_been_sold under_the_hammer buyer
- unsold go*_unsold fail*_to_sell no_buyer not_for_sale found_no_buyer reach*_no_~_reserve failed_to_find_a_buyer
  no_bids withdrawn_from_sale off_the_market withdraw*_from_sale kept_by
waking: flips of_subject changes
+ awake wide_awake conscious fully_conscious
- asleep unconscious fast_asleep fallen_asleep fell_asleep dozing sleeping passed_out
landing: of_subject
+ land*_safely touch*_down landed came_down_safely land* smooth_landing
- crash* ditched plunge*_into never_landed lost_on_landing broke_up
direction: of_subject changes
+ rise* climb* jump* grow* gain* soar* surge* rally* widen* increase* go*_up higher edge*_up was_up were_up
- fall* drop* slide* slump* sink* decline* shrink* tumble* plunge* dip* narrow* decrease* go*_down lower edge*_down
  was_down were_down lose*_ground
lead: of_subject
+ ahead in_front lead* in_the_lead top_of
- trail* behind lag* at_the_bottom bottom_of
light: changes
+ lit illuminated brightly_lit
- dark unlit pitch_dark in_darkness
power: flips changes
+ back_on power_restored lights_came_back electricity_was_back
- without_power without_electricity no_power no_electricity blacked_out cut_off
contact: flips
+ meet* met spoke_to talk*_to shake*_hands face_to_face
- never_met snub* refus*_to_meet declin*_to_meet cold_shoulder avoid*
debt: flips
+ repaid paid_off paid_in_full settled_~_debt cleared_its_debt debt_free
- owe* unpaid in_arrears default* still_owes outstanding
secrecy: flips
+ public in_public openly published disclose* reveal*_in_full open_to_the_public
- secret behind_closed_doors in_private confidential in_secret sealed closed_to_the_public
belonging: of_subject flips
+ join* member_of sign*_up enrol* rejoin*
- leave*_the quit*_the expelled_from no_longer_a_member never_a_member
"""
