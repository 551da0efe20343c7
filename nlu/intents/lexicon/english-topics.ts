/** The English half of the thesaurus: see chinese-topics.ts. */
export const ENGLISH_TOPICS: Readonly<Record<string, string>> = {
  t_bill:
    'bill bills statement statements itemised itemized breakdown invoice_for paper_bill e-bill copy_of charges_on line_item billing duplicate_bill what_is_this_charge',
  t_fee: 'electricity_charge electric_charge electricity_cost power_cost charges fee fees cost costs',
  t_usage:
    'usage units kwh consumption consumed used_last how_much_did_i_use readings power_factor demand_charge history burn_through went_through unit_count kilowatt kilowatts load_profile',
  t_period:
    'last_month this_month january february march april may june july august september october november december quarter last_year summer winter month months period',
  t_high:
    "too_high so_high very_high too_much so_much doubled double tripled triple jumped shot_up went_up skyrocketed exploded ridiculous outrageous crazy insane shocking wrong incorrect error mistake cannot_be can't_be can_not_be impossible unreasonable excessive overcharged overbilled misread re-check recheck verify inflated abnormal unusual higher rip-off ripoff rip_off robbery robbing daylight makes_no_sense doesn't_add_up dispute disputing querying query why_so why_is_my don't_believe how_come how_can_it explain more_than_usual never_used used_nothing billed_me thieves typo estimated differs",
  t_not_home:
    "empty vacant not_at_home wasn't_home away on_holiday on_vacation nobody_lives no_one_lives unoccupied moved_out everything_off switched_off locked_up abroad same_usage nothing_changed live_alone",
  t_owe:
    'owe owed owing arrears outstanding due unpaid overdue amount_due dues behind what_do_i_owe remains_due debt debts payable what_i_must_pay to_be_paid pending',
  t_balance:
    'balance left remaining credit_left how_much_left in_my_account top_up_left deadline due_date last_date last_day by_when pay_by credit',
  t_pay:
    'pay paid paying payment payments settle settled remit remitted topped_up top_up recharge recharged deposit transfer transferred cleared clear_my send_money hand_over sent_money wire loaded load',
  t_pay_means:
    'wechat alipay card credit_card debit_card visa mastercard cash cheque check direct_debit autopay auto-pay automatic bank online app qr qr_code unionpay octopus apple_pay paypal standing_order gcash bank_transfer website phone_banking foreign_card link scan mini_program',
  t_how:
    'how how_to how_do how_can what_is_the_procedure procedure steps process way_to documents requirements what_do_i_need paperwork what_papers which_ways method methods methods_of options kindly_advise form forms',
  t_where:
    'where nearest closest near nearby around walking_distance directions address location how_to_get which_way map far parking which_floor location_of find_your',
  t_office:
    'office counter hall branch service_centre service_center customer_centre kiosk machine shop_to_pay agent_shop outlet_to_pay convenience_store 7-eleven post_office collection_point payment_point desk_to_pay station_to_pay self-service counters bureau premises_to_pay',
  t_hours:
    'open opening_hours close closes closing hours weekend saturday sunday holiday holidays lunch_break till_what_time open_on business_hours until_when what_time_do working_hours 24_hours',
  t_not_credited:
    "not_credited not_reflected not_reflecting not_showing still_shows still_says still_unpaid not_received hasn't_arrived not_updated debited deducted twice double-charged charged_twice two_times paid_twice duplicate wrong_account wrong_number wrong_meter failed failure declined error refund refunded reimburse_overpayment overpaid extra_money money_back not_gone_through didn't_go_through never_enter vanished disappeared stuck pending crashed crash timed_out bounced reallocate misdirected reversed give_back not_posted went_to_the_wrong went_missing typo twice_for",
  t_late_fee:
    'late_fee late_fees penalty surcharge late_charge late_payment fine fined interest waive waived waiver overdue_charge late_by days_late missed_the_date forgive forgiven grace grace_period extra_for_late late',
  t_tariff:
    'tariff tariffs rate rates price_per price_of per_unit per_kwh a_unit unit_price tier tiers block_rate off-peak offpeak off_peak peak time-of-use time_of_use night_rate cheap_rate valley basic_charge standing_charge residential_rate commercial_rate industrial_rate price prices slab band bands cheaper_hours price_list how_much_is_a how_is_it_calculated eligible classification',
  t_invoice:
    'invoice invoices receipt receipts fapiao vat tax_id tax_number e-invoice e-receipt tax_invoice reissue company_name_on expense expenses reimbursement_by_my proof_of_payment title void_and',
  t_reconnect:
    'reconnect reconnection re-energise re-energisation re-energize restore restored restoration turn_it_back switch_back back_on turn_on_my disconnected disconnection cut_off cut_for cut_because cut_us cut_me suspended put_back bring_back disconnect sealed_the_switch reconnected un-cut unlock',
  t_new_service:
    'new_connection new_meter connect_electricity new_supply more_capacity increase_load extra_load upgrade three-phase three_phase 3_phase ev_charger charging_point wallbox solar panels photovoltaic grid_connection temporary_supply temporary_connection building_site move_the_meter move_meter relocate_the_meter relocate_meter separate_meter install apply application sanctioned_load kva new_house new_shop need_a_supply second_meter split_the_meter increase',
  t_change:
    'change_name change_the_name change_owner transfer ownership close_my_account close_the_account close_account moving_out moving_house move_out moving_to update_my new_phone_number change_phone change_number change_address new_tenant new_owner landlord inherited passed_away deceased divorce register registered_mobile registered rename switch_to terminate bought_the take_over took_over name_on_the_account billing_address change_tariff migrate',
  t_account_no:
    'account_number customer_number consumer_number contract_number account_no ca_number reference_number my_number what_is_my_account find_my_account where_is_the_number id_number number_on_the_bill meter_number lost_the_number forgot_my',
  t_human:
    'human person real_person agent operator representative manager supervisor someone_real speak_to talk_to speak_with talk_with not_a_robot bot robot machine_talk call_me call_back callback live_agent live_person staff customer_service get_me_someone connect_me put_me_through chat_with',
  t_complaint:
    'complaint complain complaining rude attitude shouted yelled hung_up unacceptable disgrace disgraceful terrible horrible awful worst useless incompetent lazy ignored no_one_came nobody_came never_came waited waiting queue queued on_hold no_reply ombudsman report_you report_him disappointed dissatisfied disgusted appalling poor_service bad_service transferred_me kept_transferring promised third_time no_action irresponsible bribe asked_for_money name_of_the_officer escalate grievance lodge joke_company treated rolled_her',
  t_praise:
    'commend compliment praise excellent fantastic brilliant wonderful great_job well_done kudos hats_off helpful patient polite kind professional efficient quick_response lifesaver star five_stars shout-out shoutout grateful impressed good_work best_service thank_the pat_on good_man angel',
  t_suggest:
    "suggest suggestion suggestions recommend propose idea would_be_nice would_be_good it_would_be it'd_be should_have you_should why_don't_you why_not please_add could_you_add wish improve improvement feature feedback please_consider consider please_open how_about put_a put_more make_a_ an_option could_do_with you_could",
  t_promo:
    'discount discounts promotion promo promotions offer offers voucher vouchers coupon coupons reward rewards points campaign cashback lucky_draw gift gifts rebate rebates deal deals subsidy subsidies bonus redeem senior_discount free loyalty prize code',
  t_save:
    'save saving_tips save_electricity save_energy save_power cut_my_bill lower_my reduce reduce_my efficient energy-efficient energy_saving cheaper_to cheaper_at uses_most eats_power consumes_most eat_most tips thriftier standby use_less spend_less analysis what_uses which_uses eating_my cut_down bring_down trim cost_less insulation thermostat economical worth_it',
  t_safety:
    'safe safely safety dangerous_to is_it_ok is_it_safe prevent protect precaution precautions first_aid recommended how_far childproof child-proof overload what_to_do_if what_should_i_do during_thunderstorm thunderstorm lightning_storm grounding earthing rcd_test how_often_should advice guidance training drill distance rules should_i_unplug clearance allowed_to water_on extinguisher proper_way right_way',
  t_planned:
    'planned scheduled notice maintenance shutdown interruption planned_outage will_there_be will_the_power going_to_be_off schedule tomorrow power_cut_on upcoming load_shedding outage_on until_what_time how_long_will postponed notification announced off_on_the works works_on be_cut_on',
  t_status:
    "status update progress eta any_news how_long when_will when_is_it when_are any_update still_waiting fixed_yet repaired_yet done_yet on_the_way crew technician engineer ticket reported complaint_number reference following_up follow_up chase has_anyone have_they what_is_happening what's_happening whats_happening already_reported i_reported called_earlier been_looked expected found_the how_much_longer reached",
  t_outage: 'no_power no_electricity no_light power_cut blackout outage lights_out dark',
  t_damage:
    'compensation compensate claim damage damaged destroyed liable liability reimburse reimbursement loss losses burnt burned fried ruined broke_my killed_my spoiled warranty repair_bill repairman insurance who_pays pay_for_my blew_my replace wrecked toast damages fault_of_yours responsible',
  t_meter:
    'meter meters display screen digits reading_on spins spinning blank seal prepaid token card_reader ticking beeping err error_code submeter sub-meter stopped_counting running_fast runs_fast faulty_meter test_the_meter frozen numbers counter_on',
  t_hello:
    'hello hi hey good_morning good_afternoon good_evening anyone_there greetings howdy you_there is_anyone good_day hiya yo how_far morning evening',
  t_thanks:
    'thanks thank_you thank thx cheers ty much_appreciated appreciate ta tnx salamat thank_u god_bless many_thanks thankyou',
  t_bye:
    "bye goodbye see_you see_ya cya take_care that's_all thats_all that_is_all good_night later have_a_nice talk_later signing_off farewell nothing_else all_for_now gotta_go",
  t_yes:
    "yes yeah yep yup sure correct right ok okay exactly indeed confirm confirmed affirmative of_course please_do that's_right go_ahead absolutely true yea oo opo aye fine sounds_good that's_it",
  t_no: "no nope nah not_that wrong incorrect not_really no_thanks negative hindi never not_at_all isn't_it not_correct not_me not_mine don't",
  t_cancel:
    "cancel stop forget_it never_mind nevermind abort quit exit drop_it leave_it don't_bother scrap scratch_that undo start_over changed_my_mind no_longer_need withdraw leave_that end_this",
  t_help:
    'what_can_you_do what_do_you_do how_does_this_work help menu options capabilities what_can_i_ask what_are_you who_are_you what_services what_things features guide list_of how_do_i_use',
  t_repeat:
    "repeat say_again say_that_again again_please pardon what_did_you_say didn't_understand don't_understand did_not_understand do_not_understand not_clear come_again didn't_get didn't_catch huh what_does_that_mean rephrase in_simple one_more_time explain_again confused lost_me simpler slower previous_message resend",
  t_oos:
    "weather movie song football joke recipe taxi flight hotel restaurant stock lottery bitcoin homework essay poem translate girlfriend boyfriend dating visa_application passport water_bill water_pipe plumber gas_bill gas_leak broadband wifi_password sim_card mobile_data pizza delivery parcel loan advertisement subscribe job hiring vacancy bus train doctor dentist rubbish bin bins noise_from neighbour_is_noisy cat dog birthday president capital_of tongue soup car_won't flat_tyre tyre marketing seo insurance_plan whatsapp_me massage score match phone_credit airtime landline telephone",
  t_q_when: 'when what_time how_long how_soon by_when which_day what_day at_what',
  t_q_much: 'how_much how_many what_amount total',
  t_q_why: 'why how_come what_for for_what reason what_is_this',
  t_request:
    "please kindly can_you could_you i_want i_need i_would_like i'd_like would_you help_me give_me send_me show_me check tell_me abeg let_me may_i can_i",
};
