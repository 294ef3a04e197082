package org.callboard.calls;

import java.time.Instant;
import org.callboard.database.RecordShape;
import org.callboard.mergedids.MergedIds;
import org.jspecify.annotations.Nullable;

/**
 * A telephone call: what the telephone did, and what the office made of it.
 *
 * @param systemId who tells of it, and under which id; null where it was opened by hand and no telephone told of it yet
 * @param directionTold whether a system said who called whom; until one does, they called us
 * @param agentUser the name of the user who answered, or who called
 * @param toldOn when something was told of it last, by Callboard's clock
 * @param lookOn when it is looked at though nobody tells anything, at the latest
 * @param version grows with every change
 */
public record Call(
        long id,
        @Nullable Long systemId,
        @Nullable String externalId,
        CallDirection direction,
        boolean directionTold,
        Telephone telephone,
        Handling handling,
        @Nullable String claimedByName,
        @Nullable String agentUser,
        @Nullable Instant toldOn,
        @Nullable Instant lookOn,
        boolean active,
        int version,
        Instant createdOn,
        long createdById,
        Instant modifiedOn) {

    /**
     * What is known of it by the telephone.
     *
     * @param receivedOn when it began
     * @param state null where no telephone told of it
     * @param toldFrom the numbers as they were told; null until they are
     * @param number the other party's, E.164; null where it is withheld, not told, or no number
     * @param agentId the user who answered, or who called
     * @param agentName of somebody who is no user, or may not take inquiries
     * @param endUntold whether it counts as over since nobody told more of it
     */
    public record Telephone(
            Instant receivedOn,
            @Nullable CallState state,
            @Nullable String toldFrom,
            @Nullable String toldTo,
            @Nullable String number,
            boolean withheld,
            @Nullable String callerName,
            @Nullable Long ownNumberId,
            @Nullable Long agentId,
            @Nullable String agentExternalId,
            @Nullable String agentName,
            @Nullable Instant answeredOn,
            @Nullable Instant endedOn,
            boolean isOver,
            boolean endUntold,
            @Nullable String recordingUrl,
            @Nullable String voicemailUrl) {}

    /**
     * What the office makes of it.
     *
     * @param claimedBy the user who has it; only while it is Open
     * @param customerId whom it is about
     * @param leaseUntil when the claim ends without a sign of life; null while they talk
     * @param answeredByDeskOn when somebody took it first
     * @param tiedLeadId the lead about which the office called
     * @param saidAgentId the user who answered, as a program said it
     */
    public record Handling(
            CallDesk desk,
            @Nullable Long claimedBy,
            @Nullable Instant claimedOn,
            @Nullable Instant leaseUntil,
            @Nullable Instant answeredByDeskOn,
            @Nullable Instant closedOn,
            @Nullable Long closedBy,
            @Nullable Long reasonId,
            @Nullable String memo,
            boolean excused,
            @Nullable Long campaignId,
            @Nullable Long businessUnitId,
            @Nullable Long customerId,
            @Nullable Long locationId,
            @Nullable Long aboutJobId,
            @Nullable Long callBackId,
            @Nullable Long tiedLeadId,
            @Nullable Long joinedToId,
            @Nullable Long saidAgentId) {

        /** Whom it is about. */
        public MergedIds.Place about() {
            return new MergedIds.Place(customerId, locationId);
        }

        /** The same about somebody else. */
        Handling about(MergedIds.Place place) {
            return RecordShape.with(
                    RecordShape.with(this, "customerId", place.customerId()), "locationId", place.locationId());
        }

        /** The same on another place of the desk, nobody's. */
        Handling unclaimed(CallDesk newDesk, @Nullable Instant newClosedOn) {
            return new Handling(
                    newDesk,
                    null,
                    null,
                    null,
                    answeredByDeskOn,
                    newClosedOn,
                    null,
                    reasonId,
                    memo,
                    excused,
                    campaignId,
                    businessUnitId,
                    customerId,
                    locationId,
                    aboutJobId,
                    callBackId,
                    tiedLeadId,
                    joinedToId,
                    saidAgentId);
        }

        /** The same as somebody's who took it; open, whatever it was. */
        Handling claimed(long user, Instant on, @Nullable Instant until) {
            return new Handling(
                    CallDesk.Open,
                    user,
                    on,
                    until,
                    answeredByDeskOn == null || answeredByDeskOn.isAfter(on) ? on : answeredByDeskOn,
                    null,
                    null,
                    reasonId,
                    memo,
                    false,
                    campaignId,
                    businessUnitId,
                    customerId,
                    locationId,
                    aboutJobId,
                    callBackId,
                    tiedLeadId,
                    joinedToId,
                    saidAgentId);
        }
    }

    public @Nullable CallState state() {
        return telephone.state;
    }

    /** Who answered, or who called, as far as anybody told: a user, or what a telephone system calls them. */
    public @Nullable String agent() {
        if (agentUser != null) {
            return agentUser;
        }
        return telephone.agentName == null ? telephone.agentExternalId : telephone.agentName;
    }

    public @Nullable String number() {
        return telephone.number;
    }

    public CallDesk desk() {
        return handling.desk;
    }

    public boolean isClaimedBy(long user) {
        Long holder = handling.claimedBy;
        return holder != null && holder == user;
    }

    /** Whether somebody has it at this time: a claim whose lease ran out is none. */
    public boolean isHeld(Instant now) {
        return handling.claimedBy != null && (handling.leaseUntil == null || handling.leaseUntil.isAfter(now));
    }

    /** Whether it rings or they talk, as far as a telephone told, wherever it stands on the desk. */
    public boolean isLive() {
        return telephone.state != null && !telephone.state.isOver();
    }

    /** Whether it is on the telephone, as far as is known: it rings, they talk, or somebody opened it and is at it. */
    public boolean isRunning(Instant now) {
        return handling.desk == CallDesk.Open && (isLive() || telephone.state == null && isHeld(now));
    }

    /** Whether nobody waits in it, and it may be taken all the same: one of the team, and one in which the office reached them. */
    public boolean isTakeable() {
        return handling.desk == CallDesk.Internal || handling.desk == CallDesk.Outgoing && isAnswered();
    }

    /** Whether somebody answered, as far as a telephone told. */
    boolean isAnswered() {
        return telephone.state != null && telephone.state.isAnswered();
    }

    /**
     * Whether somebody at the desk took it, rather than the telephone for who answered.
     *
     * @param agent the user who answered by its telephones, whoever a program says that was
     */
    boolean isTakenByHand(@Nullable Long agent) {
        Long holder = handling.claimedBy;
        return holder == null ? handling.answeredByDeskOn != null && agent == null : !holder.equals(agent);
    }

    /** As the other party's number was told; null until it is. */
    public @Nullable String toldOther() {
        return direction == CallDirection.Inbound ? telephone.toldFrom : telephone.toldTo;
    }

    Call with(Telephone newTelephone) {
        return RecordShape.with(this, "telephone", newTelephone);
    }

    Call with(Handling newHandling) {
        return RecordShape.with(this, "handling", newHandling);
    }

    /** The same on another place of the desk, nobody's. */
    Call unclaimed(CallDesk desk, @Nullable Instant closedOn) {
        return with(handling.unclaimed(desk, closedOn));
    }
}
