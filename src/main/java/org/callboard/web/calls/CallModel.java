package org.callboard.web.calls;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.callboard.calls.Call;
import org.callboard.calls.CallDesk;
import org.callboard.calls.CallDirection;
import org.callboard.calls.CallState;
import org.callboard.calls.Calls;
import org.callboard.calls.TalkTime;
import org.callboard.desk.JobOfCall;
import org.callboard.drafts.Draft;
import org.callboard.drafts.DraftKey;
import org.callboard.drafts.Drafts;
import org.callboard.jobs.Jobs;
import org.callboard.leads.Lead;
import org.callboard.leads.Leads;
import org.callboard.people.CurrentUser;
import org.callboard.phonelines.BlockedNumbers;
import org.callboard.phonelines.OwnNumber;
import org.callboard.phonelines.OwnNumbers;
import org.callboard.queue.CallerNames;
import org.callboard.refusals.RefusalCode;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.callboard.web.booking.BookJobPrefill;
import org.callboard.web.booking.Booked;
import org.callboard.web.booking.BookedModel;
import org.callboard.web.layout.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the Calls screen shows of a telephone call. */
@Component
class CallModel {

    /**
     * What stands above the form.
     *
     * @param leads those that came of it, the latest first
     * @param jobs those that came of it, the first one first: their numbers by their ids
     * @param about the number of the job that it was about
     * @param reason why it was not booked
     */
    record State(
            Call call,
            boolean mine,
            CallerNames.Caller caller,
            List<Lead> leads,
            SortedMap<Long, String> jobs,
            @Nullable String about,
            @Nullable String reason) {

        /** Whether a manager may block its number. */
        public boolean isBlockable() {
            return canBlock(call);
        }

        /** What a manager confirms who blocks the number. */
        public String blocking() {
            String whose = caller.customers().isEmpty()
                    ? ""
                    : " It is the number of " + caller.name() + ", who is a customer on record.";
            return "Block this number?" + whose + " Its calls wait for nobody any more and are not called back.";
        }

        /** The lead that came of it last; null for none. */
        public @Nullable Lead getLead() {
            return leads.isEmpty() ? null : leads.getFirst();
        }

        /** Whether something came of it, so that one call may make more of it. */
        public boolean isAnswered() {
            return call.desk() == CallDesk.Booked || call.desk() == CallDesk.Lead;
        }

        public boolean isOpen() {
            return call.desk() == CallDesk.Open;
        }

        /** Whether it waits for nobody, and may all the same be taken up again. */
        public boolean isGivenUp() {
            return call.desk() == CallDesk.Dismissed || call.desk() == CallDesk.Lost;
        }

        /** Whether they talk just now. */
        public boolean isTalking() {
            return call.state() == CallState.Answered;
        }

        /** Where it stands, in a word. */
        public String word() {
            return call.desk().word(call.state());
        }

        /** The color of the word: that of a booking in the same place. */
        public String color() {
            return switch (call.desk()) {
                case Open -> call.handling().claimedBy() == null ? "is-new" : "is-accepted";
                case Booked -> "is-converted";
                default -> "is-dismissed";
            };
        }

        /** What the telephone did last, with {@link #since}. */
        public String happened() {
            CallState state = call.state();
            return state == null
                    ? "Opened by hand"
                    : switch (state) {
                        case Ringing -> "Ringing since";
                        case Answered -> "Talking since";
                        case Ended -> "The call ended";
                        case Missed -> "Nobody answered";
                    };
        }

        public @Nullable Instant since() {
            Call.Telephone telephone = call.telephone();
            CallState state = call.state();
            Instant last = state == CallState.Answered ? telephone.answeredOn() : telephone.endedOn();
            return last == null || state == null || state == CallState.Ringing ? telephone.receivedOn() : last;
        }
    }

    /**
     * The whole call.
     *
     * @param line the company's number that was dialed; null where none is known
     * @param answers null where it waits for nobody any more
     * @param draft what was typed for it and not sent; null where it is closed, too
     * @param booked the job that came of it
     */
    record View(
            State state,
            @Nullable OwnNumber line,
            InquiryModel.@Nullable Answers answers,
            @Nullable DraftView draft,
            @Nullable Booked booked,
            InquiryModel.Sent sent) {

        /** How long they talked, such as {@code 3:12}; null while they do, and where they did not. */
        public @Nullable String length() {
            return TalkTime.of(state.call.telephone());
        }
    }

    private final Calls calls;
    private final CallerNames names;
    private final OwnNumbers ownNumbers;
    private final InquiryModel inquiries;
    private final BookedModel booked;
    private final JobOfCall jobs;
    private final Jobs allJobs;
    private final Leads leads;
    private final CallReasons reasons;
    private final Drafts drafts;
    private final BlockedNumbers blocked;

    CallModel(
            Calls calls,
            CallerNames names,
            OwnNumbers ownNumbers,
            InquiryModel inquiries,
            BookedModel booked,
            JobOfCall jobs,
            Jobs allJobs,
            Leads leads,
            CallReasons reasons,
            Drafts drafts,
            BlockedNumbers blocked) {
        this.calls = calls;
        this.names = names;
        this.ownNumbers = ownNumbers;
        this.inquiries = inquiries;
        this.booked = booked;
        this.jobs = jobs;
        this.allJobs = allJobs;
        this.leads = leads;
        this.reasons = reasons;
        this.drafts = drafts;
        this.blocked = blocked;
    }

    /** The whole call; NotFound where there is none. */
    View call(long id, InquiryModel.Sent sent, Shell shell) {
        State state = state(id);
        Call call = state.call;
        Long line = call.telephone().ownNumberId();
        Draft draft = state.isOpen() ? drafts.of(tenant(), DraftKey.call(id)).orElse(null) : null;
        return new View(
                state,
                line == null ? null : ownNumbers.find(tenant(), line).orElse(null),
                state.isOpen()
                        ? inquiries
                                .answers(BookJobPrefill.of(call, number(state)), draft, sent, shell)
                                .withPerson(person(state))
                        : null,
                draft == null ? null : DraftView.of(draft),
                state.jobs.isEmpty() ? null : booked.of(state.jobs.lastKey()),
                sent);
    }

    /** Blocks the number of a call, and whatever waits of it; refuses as {@link BlockedNumbers#block} does. */
    void block(long id, boolean anyway) {
        Call call = calls.get(tenant(), id);
        if (!canBlock(call)) {
            throw RefusalCode.CONFLICT.refuse("There is no number of this call that could be blocked.");
        }
        blocked.block(tenant(), String.valueOf(call.number()), null, anyway);
    }

    /** Whether its number may be blocked: somebody else called with it. */
    private static boolean canBlock(Call call) {
        return call.number() != null
                && call.direction() == CallDirection.Inbound
                && call.desk() != CallDesk.Internal
                && call.desk() != CallDesk.Blocked
                && call.desk() != CallDesk.Joined;
    }

    /** What stands above the form; NotFound where there is no such call. */
    State state(long id) {
        Call call = calls.get(tenant(), id);
        boolean open = call.desk() == CallDesk.Open;
        Long reason = call.handling().reasonId();
        Long about = call.handling().aboutJobId();
        return new State(
                call,
                call.isClaimedBy(CurrentUser.get().id()),
                names.of(tenant(), call.number(), call.telephone().withheld(), told(call)),
                leads.ofCall(tenant(), id),
                open ? Collections.emptySortedMap() : jobs.all(tenant(), id),
                about == null ? null : allJobs.get(tenant(), about).number(),
                reason == null
                        ? null
                        : reasons.find(tenant(), reason).map(CallReason::name).orElse(null));
    }

    private static @Nullable String told(Call call) {
        Call.Telephone telephone = call.telephone();
        boolean named = telephone.callerName() != null || telephone.number() != null || telephone.withheld();
        return named ? telephone.callerName() : call.toldOther();
    }

    private static InquiryModel.Person person(State state) {
        List<?> known = state.caller.customers();
        String name =
                known.size() == 1 ? state.caller.name() : state.call.telephone().callerName();
        return new InquiryModel.Person(Objects.requireNonNullElse(name, ""), number(state));
    }

    /** As people write it; empty where there is none. */
    private static String number(State state) {
        return state.call.number() == null
                ? ""
                : state.caller.other().isEmpty() ? state.caller.name() : state.caller.other();
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
